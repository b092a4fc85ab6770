"""How a run is shown: live on a terminal, a plain line now and then elsewhere, nothing under --quiet."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import Any, Self

from ..batch import Observer, Plan, Result
from ..batch.names import visible
from ..batch.outcome import FAULTS
from . import messages

LINE_SECONDS = 10.0
"""Between two plain lines of progress."""


class Pace:
    """Counts, and what they say about the time left."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._lock = threading.Lock()
        self.waiting = 0
        self.documents = 0
        self._work = 0
        self._worked = 0
        self.pages = 0
        self.faults = 0

    def planned(self, plan: Plan) -> None:
        """Reading begins."""
        self._began = time.monotonic()
        self.waiting = plan.waiting
        self.documents = self.pages = 0
        self._work, self._worked = plan.work, 0

    def page_begun(self) -> None:
        """Called from any thread."""
        with self._lock:
            self.pages += 1

    def finished(self, result: Result) -> None:
        """A document has its outcome."""
        self.documents += 1
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
        """By the bytes read so far, as large documents come first; None before the first."""
        if not self._worked:
            return None
        return self.seconds / self._worked * max(0, self._work - self._worked)

    def line(self) -> str:
        """All of it, for a person."""
        left = self.seconds_left
        text = f"{self.documents} of {self.waiting} documents, {self.pages} pages"
        text += f", {self.pages_per_second:.1f} pages/s"
        if left is not None:
            text += f", {duration(left)} left"
        return text + (f", {self.faults} not read" if self.faults else "")


def duration(seconds: float) -> str:
    """For a person: "45 s", "3 min 20 s", "2 h 05 min"."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


class Progress(Observer):
    """Shows a run; use as a context manager around it."""

    def __init__(self) -> None:
        self._pace = Pace()
        self._said = time.monotonic()
        self._live: Any = None

    def __enter__(self) -> Self:
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
        self._pace.planned(plan)
        text = f"{plan.inputs} inputs: {plan.waiting} to read"
        text += f", {plan.done} done before" if plan.done else ""
        messages.say(text, event="planned", inputs=plan.inputs, waiting=plan.waiting, done=plan.done)
        for relative, name in plan.told:
            text = f"{visible(relative)} is kept as {name}"
            messages.say(text, event="renamed", document=name, original=visible(relative))
        if plan.renamed > len(plan.told):
            messages.say(f"and {plan.renamed - len(plan.told)} more, see documents.csv", event="renamed_more")

    def heard(self, event: str, number: int) -> None:
        """Count pages as they are begun."""
        if event == "page" and number:
            self._pace.page_begun()

    def finished(self, result: Result) -> None:
        """Say at once what could not be read."""
        self._pace.finished(result)
        if result.outcome in FAULTS:
            text = f"{result.outcome}: {visible(result.name)}: {visible(result.reason)}"
            messages.say(
                text, event="document", document=result.name, outcome=result.outcome, code=result.code
            )
        elif not self._live:
            self._tell_json(result)

    def tick(self) -> None:
        """Keep the display moving."""
        if self._live is not None:
            self._live.update(self._pace.line())
        elif time.monotonic() - self._said > LINE_SECONDS:
            self._said = time.monotonic()
            pace = self._pace
            messages.say(
                pace.line(),
                event="progress",
                documents=pace.documents,
                waiting=pace.waiting,
                pages=pace.pages,
                pages_per_second=round(pace.pages_per_second, 2),
                seconds_left=pace.seconds_left and round(pace.seconds_left),
            )

    def _tell_json(self, result: Result) -> None:
        if messages.is_json():
            fields = {"pages": result.pages, "seconds": result.seconds}
            text = f"{result.outcome}: {visible(result.name)}"
            messages.say(text, event="document", document=result.name, outcome=result.outcome, **fields)
