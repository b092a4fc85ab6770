"""Who is told how a run goes; this one tells nobody."""

from __future__ import annotations

from .outcome import Result
from .plan import Plan


class Observer:
    """Override what is of interest; `heard` is called from the slots' threads, the rest from the run's."""

    def planned(self, plan: Plan) -> None:
        """Everything is found and booked; reading begins."""

    def heard(self, event: str, number: int) -> None:
        """A reader has opened a document of that many "pages", or begun a "page"."""

    def finished(self, result: Result) -> None:
        """A document has its outcome."""

    def tick(self) -> None:
        """Some time has passed."""
