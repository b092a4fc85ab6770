"""Who may read when: side by side as a rule, one alone after it ran out of memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """Of the slots of one process."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._reading = 0
        self._someone_alone = False

    @contextmanager
    def turn(self, *, alone: bool) -> Iterator[None]:
        """Wait for a turn, and hold it.

        Args:
            alone: wait until nobody else reads, and let nobody begin meanwhile.
        """
        with self._changed:
            self._changed.wait_for(lambda: not self._someone_alone)
            self._someone_alone = alone
            if alone:
                self._changed.wait_for(lambda: self._reading == 0)
            self._reading += 1
        try:
            yield
        finally:
            with self._changed:
                self._reading -= 1
                self._someone_alone = self._someone_alone and not alone
                self._changed.notify_all()
