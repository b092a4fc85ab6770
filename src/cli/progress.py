"""How a run is shown: live on a terminal, a plain line now and then elsewhere, nothing under --quiet."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import Any, Self

from ..batch import Observer, Plan, Result, names
from ..batch.outcome import FAULTS
from ..batch.watch import SETTLE_SECONDS
from . import messages
from .wording import duration, several


class Pace:
    """Counts, and what they say about the time left."""

    def __init__(self) -> None:
        self._began = self._last = time.monotonic()
        self._lock = threading.Lock()
        self.waiting = 0
        self.documents = 0
        self._work = 0
        self._worked = 0
        self.pages = 0
        self.faults = 0

    def planned(self, plan: Plan, now: int) -> None:
        """Reading begins, of so many documents for now."""
        self._began = self._last = time.monotonic()
        self.waiting = now
        self.documents = self.pages = 0
        # Of fewer than all it is only known how many bytes they have on average.
        self._work, self._worked = plan.work * now // max(1, plan.waiting), 0

    def page_begun(self) -> None:
        """Called from any thread."""
        with self._lock:
            self.pages += 1

    def finished(self, result: Result) -> None:
        """A document has its outcome."""
        self.documents += 1
        self._last = time.monotonic()
        self._worked += result.work
        self.faults += result.outcome in FAULTS

    @property
    def seconds(self) -> float:
        """Since reading began."""
        return max(time.monotonic() - self._began, 1e-6)

    @property
    def pages_per_second(self) -> float:
        """Mean of the run so far."""
        return self.pages / self.seconds

    @property
    def seconds_left(self) -> float | None:
        """By the bytes read so far, as large documents come first; None where they say nothing.

        Counted from the last document that was finished, so that it does not grow while a long one is read.
        """
        if not self._worked:
            return None
        pace = (self._last - self._began) / self._worked
        left = pace * (self._work - self._worked) - (time.monotonic() - self._last)
        return left if left > 0 else None

    def line(self) -> str:
        """All of it, for a person."""
        left = self.seconds_left
        text = f"{self.documents} of {several(self.waiting, 'document')}, {several(self.pages, 'page')}"
        text += f", {self.pages_per_second:.1f} pages/s"
        if left is not None:
            text += f", {duration(left)} left"
        return text + (f", {self.faults} not read" if self.faults else "")


class Progress(Observer):
    """Shows a run; use as a context manager around it."""

    def __init__(self, *, limit: int | None = None, watch: bool = False) -> None:
        self._limit = limit
        self._watch = watch
        self._pace = Pace()
        self._lines = messages.NowAndThen()
        self._live: Any = None

    def __enter__(self) -> Self:
        if self._watch:
            text = f"a file is read once it has not changed for {SETTLE_SECONDS:.0f} s"
            messages.say(f"Watching until you press Ctrl-C; {text}.", event="watching")
        if messages.is_live():
            from rich.console import Console
            from rich.status import Status

            self._live = Status("looking for documents", console=Console(stderr=True))
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._live is not None:
            self._live.stop()

    def planned(self, plan: Plan) -> None:
        """Say what there is to do."""
        now = plan.waiting if self._limit is None else min(plan.waiting, self._limit)
        self._pace.planned(plan, now)
        if self._watch and not plan.inputs:
            return
        text = found(plan) + ("" if now == plan.waiting else f"; {now} of them now")
        messages.say(text, event="planned", inputs=plan.inputs, waiting=plan.waiting, done=plan.done)
        if plan.outdated:
            text = "of these were read before, with other settings or another version of justera"
            messages.say(f"{plan.outdated} {text}", event="outdated", count=plan.outdated)
        if plan.lacking:
            text = several(plan.lacking, "of these gets", "of these get")
            text += " further formats from what was read before, without being read again"
            messages.say(text, event="lacking", count=plan.lacking)
        for relative, name in plan.told:
            text = f"{relative}: its results go to {name}, {_why_renamed(relative, name)}"
            messages.say(text, event="renamed", document=name, original=relative)
        if plan.renamed > len(plan.told):
            text = f"and {plan.renamed - len(plan.told)} more with other names, see documents.csv"
            messages.say(text, event="renamed_more")

    def heard(self, event: str, number: int) -> None:
        """Count pages as they are begun."""
        if event == "page" and number:
            self._pace.page_begun()

    def finished(self, result: Result) -> None:
        """Say at once what could not be read."""
        self._pace.finished(result)
        if result.outcome in FAULTS:
            text = f"{result.outcome}: {result.name}: {result.reason}"
            messages.say(
                text, event="document", document=result.name, outcome=result.outcome, code=result.code
            )
        elif self._watch or messages.is_json():
            text = f"{result.outcome}: {result.name}: {several(result.pages, 'page')}"
            fields = {"pages": result.pages, "seconds": result.seconds}
            messages.say(text, event="document", document=result.name, outcome=result.outcome, **fields)

    def tick(self) -> None:
        """Keep the display moving."""
        if self._live is not None:
            self._live.update(self._pace.line())
        else:
            pace = self._pace
            self._lines.say(
                pace.line(),
                event="progress",
                documents=pace.documents,
                waiting=pace.waiting,
                pages=pace.pages,
                pages_per_second=round(pace.pages_per_second, 2),
                seconds_left=pace.seconds_left and round(pace.seconds_left),
            )


def found(plan: Plan) -> str:
    """What there is; the numbers add up."""
    parts = [
        f"{plan.waiting} to read",
        f"{plan.done} done before" if plan.done else "",
        several(plan.skipped, "is no document", "are no documents") if plan.skipped else "",
        f"{plan.faulty} cannot be opened" if plan.faulty else "",
    ]
    return f"{several(plan.inputs, 'file')}: " + ", ".join(filter(None, parts))


def _why_renamed(relative: str, name: str) -> str:
    if names.safe(relative) == name:
        return "as its own name is no good name for a folder"
    return "as another file has that name, or nearly so"
