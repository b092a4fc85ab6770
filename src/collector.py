"""The search for cycles of objects, put off while a text is repaired or a record put together."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Pause it: there are no cycles, and it walks over all that is kept ready again and again.

    It costs a quarter of the time of a long text, half where most words were met before, and a twelfth of
    putting a record together. What was made meanwhile is put among the old objects, which are walked over
    seldom.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
