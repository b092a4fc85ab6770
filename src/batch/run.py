"""A run over many files: plan, drive, report. Everything that `justera run` does, for programs too."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import OutputError
from ..settings import Settings
from . import desks, engine, fingerprint, inventory, report
from .drive import Driver
from .engine import EngineName
from .fingerprint import Fingerprint
from .inventory import Found
from .job import READ_DOCUMENT, Work
from .ledger import Ledger
from .observer import Observer
from .outcome import Outcome, Result
from .plan import MOST_INTERRUPTIONS, Plan, Planner, Retry
from .report import Totals
from .shard import Assignment

LOCK = "lock"

MOST_NAMED = 10
"""Documents that a summary names one by one."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to go about a run; none of these changes a result."""

    retry: Retry = Retry.NONE
    limit: int | None = None
    """Documents to read at most in this run."""
    fail_fast: bool = False
    engine: EngineName = EngineName.LOCAL
    address: str = ""
    """Of the cluster's scheduler."""
    insecure: bool = False
    """Allow a cluster without encryption on other machines than this one."""
    stage: str = READ_DOCUMENT


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended."""

    totals: Totals
    plan: Plan
    seconds: float
    stopped: bool
    """Someone stopped it, or it stopped at the first fault."""
    look: tuple[Result, ...] = ()
    """The first documents that a person should look at, the worst first."""
    complaints: tuple[str, ...] = ()


def run(
    inputs: Sequence[Path],
    out: Path,
    settings: Settings,
    options: Options | None = None,
    *,
    observer: Observer | None = None,
    stop: threading.Event | None = None,
) -> Summary:
    """Read every document under the inputs that is not done, and leave what the contract says in `out`.

    Args:
        inputs: files and folders.
        out: the output folder; made if need be.
        settings: see `justera config`.
        options: how to go about it.
        observer: who is told how it goes.
        stop: set it from a signal or another thread to end the run in order.

    Raises:
        InputError, UsageError: an input is not there, or lies in the output folder.
        OutputError: the output folder cannot be written, or another run is using it.
    """
    options, observer, stop = options or Options(), observer or Observer(), stop or threading.Event()
    print_ = fingerprint.take(settings)
    with _locked(out):
        desks.clear_abandoned(out)
        ledger = Ledger.open(out)
        try:
            return _Run(inputs, out, settings, options, observer, stop, print_, ledger).all()
        finally:
            ledger.close()


@dataclass(slots=True)
class _Run:
    inputs: Sequence[Path]
    out: Path
    settings: Settings
    options: Options
    observer: Observer
    stop: threading.Event
    print_: Fingerprint
    ledger: Ledger

    def all(self) -> Summary:
        began = time.monotonic()
        self.ledger.count_interruptions()
        number = self.ledger.start_run(
            host=socket.gethostname(),
            engine=self.options.engine,
            base=self.print_.base,
            versions=json.dumps(self.print_.versions),
        )
        plan = self._plan(number, inventory.find(self.inputs, self.out))
        self._quarantine(number)
        self.observer.planned(plan)
        try:
            self._drive(number)
        finally:
            seconds = time.monotonic() - began
            self.ledger.end_run(number, seconds)
        complaints = report.write(self.out, self.ledger, number, self.print_, self.settings.export.formats)
        totals = report.totals(self.ledger, number)
        return Summary(
            totals, plan, seconds, self.stop.is_set(), self.ledger.look(number, MOST_NAMED), complaints
        )

    def _plan(self, number: int, found: Iterator[Found]) -> Plan:
        planner = Planner(self.ledger, self.out, self.print_, run=number, retry=self.options.retry)
        return planner.book(found)

    def _quarantine(self, number: int) -> None:
        """Give up, until asked for, what was being read each time when the run or the machine died."""
        if self.options.retry is not Retry.NONE:
            return
        where = "state = 'pending' AND run = ? AND interruptions >= ?"
        for row in list(self.ledger.rows(where, (number, MOST_INTERRUPTIONS), "id, name")):
            reason = f"the run died {MOST_INTERRUPTIONS} times while this was being read: in quarantine"
            step = "look at the file, then run with --retry failed"
            self.ledger.finish(
                number,
                self.print_.base,
                [(row["id"], Result(row["name"], Outcome.CRASH, reason, step, 70), "")],
            )

    def _drive(self, number: int) -> None:
        work = Work(self.settings, self.options.stage)
        assignment = Assignment(work, self.out.absolute(), self.print_)
        chosen = engine.connect(
            self.options.engine,
            assignment,
            jobs=self.settings.batch.jobs,
            address=self.options.address,
            insecure=self.options.insecure,
            listener=self.observer.heard,
        )
        try:
            driver = Driver(self.ledger, chosen, self.observer, run=number, base=self.print_.base)
            driver.drive(self.stop, limit=self.options.limit, fail_fast=self.options.fail_fast)
        finally:
            chosen.close()


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    """Hold the output folder: two runs at once would mix up their books.

    Raises:
        OutputError: it cannot be written, or another run holds it.
    """
    folder = out / inventory.STATE_FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise OutputError(f"{out} cannot be written: {error.strerror or error}") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise OutputError(
            f"another run is writing to {out}", next_step="wait for it to end, or choose another folder"
        ) from error
    finally:
        os.close(descriptor)
