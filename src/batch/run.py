"""A run over many files: plan, drive, report. Everything that `justera run` does, for programs too."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .. import export
from ..errors import UsageError
from ..settings import Settings
from . import engine, fingerprint, inventory, output, quarantine, remote, report, slots, tally
from .assignment import Assignment
from .drive import Driver
from .engine import EngineName
from .fingerprint import Fingerprint
from .found import Found
from .job import READ_DOCUMENT, Work
from .ledger import Ledger, books
from .lock import locked
from .observer import Observer
from .outcome import Result, Retry
from .plan import Plan, Planner
from .remote import Location
from .report import Totals
from .store import Store
from .watch import Settled, pause

EXPORTED = "exported"
"""Fact of the ledger: which exports of all records are up to date."""

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
    watch: bool = False
    """Go on with what comes in until stopped."""
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
    copies: int = 0
    """Documents whose content is that of another one."""
    skipped: Mapping[str, int] = field(default_factory=dict)
    """Files that are no documents, by how their names end."""
    complaints: tuple[str, ...] = ()


def run(
    inputs: Sequence[Path | str],
    out: Path | str,
    settings: Settings,
    options: Options | None = None,
    *,
    observer: Observer | None = None,
    stop: threading.Event | None = None,
) -> Summary:
    """Read every document under the inputs that is not done, and leave what the contract says in `out`.

    Args:
        inputs: files and folders, or URLs of them.
        out: the output folder or its URL; made if need be.
        settings: see `justera config`.
        options: how to go about it.
        observer: who is told how it goes.
        stop: set it from a signal or another thread to end the run in order.

    Raises:
        InputError, UsageError: an input is not there, or lies in the output folder.
        OutputError: the output folder cannot be written, or another run is using it.
        ClusterError: the cluster cannot be used.
    """
    options = options or Options()
    places, place = [remote.location(one) for one in inputs], remote.location(out)
    _check(places, place, settings, options)
    print_ = fingerprint.take(settings)
    at = output.at(place)
    with locked(at.home):
        slots.clear_abandoned(at)
        ledger = Ledger.open(at.home)
        try:
            watched = Run(places, at, settings, options, observer or Observer(), print_, ledger)
            with books(at.home):
                return watched.go(stop or threading.Event())
        finally:
            ledger.close()


def _check(inputs: Sequence[Location], out: Location, settings: Settings, options: Options) -> None:
    """Refuse what cannot work before anything is written."""
    inventory.check(inputs, out)
    export.chosen(settings.export.formats)
    if settings.ocr.pages:
        from ..ingest.files.selection import wanted

        wanted(settings.ocr.pages, 1)
    if options.engine is EngineName.DASK:
        from .cluster import refuse_insecure

        refuse_insecure(options.address, insecure=options.insecure)
    elif options.address or options.insecure:
        raise UsageError(
            f"an address is for a cluster, not for the engine {options.engine}", next_step="add --engine dask"
        )


@dataclass(frozen=True, slots=True)
class Run:
    """A run with its books open."""

    inputs: Sequence[Location]
    store: Store
    settings: Settings
    options: Options
    observer: Observer
    print_: Fingerprint
    ledger: Ledger

    def go(self, stop: threading.Event) -> Summary:
        """One look at the inputs, or under `watch` as many as there is time for."""
        began = time.monotonic()
        self.ledger.count_interruptions()
        number = self.ledger.start_run(
            host=socket.gethostname(),
            engine=self.options.engine,
            base=self.print_.base,
            versions=json.dumps(self.print_.versions),
        )
        settled = Settled() if self.options.watch else iter
        plan = self._look(number, settled(self._found()), stop, first=True)
        while self.options.watch and pause(stop):
            number = self.ledger.renumber_run(number)
            plan = self._look(number, settled(self._found()), stop, first=False)
        complaints = self._report(number)
        self.ledger.end_run(number)
        return Summary(
            report.totals(self.ledger, number),
            plan,
            time.monotonic() - began,
            stop.is_set(),
            tally.look(self.ledger, number, MOST_NAMED),
            tally.copies(self.ledger, number),
            tally.skipped_kinds(self.ledger, number),
            complaints,
        )

    def _look(self, number: int, found: Iterator[Found], stop: threading.Event, *, first: bool) -> Plan:
        """Plan what is found and read it."""
        planner = Planner(self.ledger, self.store, self.print_, run=number, retry=self.options.retry)
        plan = planner.book(found)
        if self.options.retry is Retry.NONE:
            quarantine.close(self.ledger, self.store, self.print_, number)
        if first or plan.waiting:
            self.observer.planned(plan)
        if plan.changed:
            self.ledger.remember(EXPORTED, "")
        if plan.waiting:
            self._drive(number, stop)
            if self.options.watch:
                self._report(number)
        return plan

    def _found(self) -> Iterator[Found]:
        return inventory.find(self.inputs, self.store.place)

    def _report(self, number: int) -> tuple[str, ...]:
        """Write the files of the run; those made of all records only if one of these has changed."""
        formats = self.settings.export.formats
        wanted = f"{self.print_.base} {sorted(formats)}"
        complaints: tuple[str, ...] = ()
        stale = self.ledger.fact(EXPORTED) != wanted or not self.store.has(report.DOCUMENTS_FILE)
        with self.store.surface(tally.with_record(self.ledger) if stale else None) as folder:
            if stale:
                complaints = report.write_exports(folder, self.ledger, formats)
            report.write_counts(folder, self.ledger, number, self.print_)
        self.ledger.remember(EXPORTED, wanted)
        return complaints

    def _drive(self, number: int, stop: threading.Event) -> None:
        assignment = Assignment(Work(self.settings, self.options.stage), self.store, self.print_)
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
            driver.drive(stop, limit=self.options.limit, fail_fast=self.options.fail_fast)
        finally:
            chosen.close()
