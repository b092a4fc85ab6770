"""`--watch`: runs over a folder that a scanner fills, one after the other, until someone stops it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator

from .found import Found

SCAN_SECONDS = 2.0
"""Between two looks at the folder."""

SETTLE_SECONDS = 5.0
"""A file that has not changed for so long, and not between two looks, is taken to be complete."""


class Settled:
    """Lets through what is complete; remembers what it saw, to compare at the next look."""

    def __init__(
        self, *, settle_seconds: float = SETTLE_SECONDS, now: Callable[[], float] = time.time
    ) -> None:
        self._settle_seconds = settle_seconds
        self._now = now
        self._before: dict[str, str] = {}
        self.waiting = 0
        """Files of the last look that were still being written."""

    def __call__(self, found: Iterable[Found]) -> Iterator[Found]:
        """The files that are complete, and everything that is no file."""
        seen: dict[str, str] = {}
        self.waiting = 0
        for one in found:
            if one.signature and self._is_fresh(one):
                seen[one.path] = one.signature
                if self._before.get(one.path) != one.signature or self._is_changing(one):
                    self.waiting += 1
                    continue
            yield one
        self._before = seen

    def _is_fresh(self, one: Found) -> bool:
        """Young enough to be looked at twice; the memory of looks holds only these."""
        return self._now() - one.modified < 4 * self._settle_seconds + SCAN_SECONDS

    def _is_changing(self, one: Found) -> bool:
        """A file dated in the future is judged by its two looks alone."""
        return 0 <= self._now() - one.modified < self._settle_seconds


def pause(stop: threading.Event) -> bool:
    """Wait for the next look; False when it is time to stop."""
    return not stop.wait(SCAN_SECONDS)
