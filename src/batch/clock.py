"""The clocks and the scale over one document: when it must end, when it has stood still, what it weighs."""

from __future__ import annotations

import time
from dataclasses import dataclass

from ..errors import JusteraError, MemoryLimit, TimeLimit
from ..settings import LimitSettings

AFTER_PAGES = 0.5
"""Seconds of patience per page once all pages are read: repair, structure and files report nothing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A limit that was passed."""

    error: JusteraError
    of_page: bool
    """Whether the page that was being read is to blame."""


class Clock:
    """For one attempt at one document; starts when made."""

    def __init__(self, limits: LimitSettings) -> None:
        self._limits = limits
        self._began = self._heard = time.monotonic()
        self._pages = 1
        self.page: int | None = None
        """The page that was begun last."""
        self.peak_mb = 0

    def hear(self, event: str, number: int) -> None:
        """Take a report of the child: it is alive."""
        self._heard = time.monotonic()
        if event == "pages":
            self._pages = max(1, number)
        else:
            self.page = number or None

    def weigh(self, resident_mb: int) -> None:
        """Take what the process group uses now."""
        self.peak_mb = max(self.peak_mb, resident_mb)

    def problem(self) -> Problem | None:
        """The limit that has been passed, if any; its text is the same on every machine."""
        limits, now = self._limits, time.monotonic()
        if self.peak_mb > limits.memory_mb:
            return Problem(MemoryLimit(f"the document took more than {limits.memory_mb} MB of memory"), True)
        allowed = limits.document_seconds + limits.document_seconds_per_page * self._pages
        if now - self._began > allowed:
            return Problem(TimeLimit(f"the document took longer than {allowed:.0f} s"), False)
        quiet = limits.idle_seconds + (AFTER_PAGES * self._pages if self.page is None else 0)
        if now - self._heard > quiet:
            return Problem(TimeLimit(f"nothing moved for {quiet:.0f} s"), True)
        return None
