"""How a run stands, from its books: counts, rate, time left, what went wrong by reason."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import NoResults, OutputError
from . import output, remote, tally
from .inventory import STATE_FOLDER
from .ledger import FILE, Ledger, books
from .lock import is_locked
from .rebuild import rebuild
from .report import RUN_FILE, Totals, totals
from .store import Store


@dataclass(frozen=True, slots=True)
class Group:
    """Documents with the same outcome for the same reason."""

    outcome: str
    reason: str
    next_step: str
    count: int
    example: str
    """Name of the first."""


@dataclass(frozen=True, slots=True)
class Status:
    """The last run of an output folder."""

    totals: Totals
    running: bool
    seconds: float
    """Since it began, or how long it took."""
    documents_per_second: float
    pages_per_second: float
    seconds_left: float | None
    groups: tuple[Group, ...]
    engine: str
    host: str
    earlier: int
    """Documents in the folder that were no inputs of the last run."""


def status(out: str | Path) -> Status:
    """How the last run over this folder stands; lost books are made again first.

    Raises:
        NoResults: no run has written there.
    """
    at = output.at(remote.location(out))
    ledger = open_books(at)
    try:
        with books(at.home):
            return _status(at.home, ledger)
    finally:
        ledger.close()


def explain(out: str | Path, name: str) -> dict[str, Any] | None:
    """All that the books know of a document; None if they do not know it.

    Raises:
        NoResults: no run has written there.
    """
    ledger = open_books(output.at(remote.location(out)))
    try:
        for row in tally.rows(ledger, "name = ? OR original = ?", (name, name)):
            return dict(row) | {"path": (row["path"] or b"").decode("utf-8", "backslashreplace")}
        return None
    finally:
        ledger.close()


def read_from(out: Path) -> dict[str, Path]:
    """Where each document was read from, by its name; empty where the books are lost."""
    try:
        ledger = Ledger.watch(out)
    except (NoResults, OutputError):
        return {}
    try:
        rows = tally.rows(ledger, "path IS NOT NULL", columns="name, path")
        return {row["name"]: Path(os.fsdecode(row["path"])) for row in rows}
    finally:
        ledger.close()


def open_books(at: Store) -> Ledger:
    """The books, made again from the outputs where they are lost.

    Raises:
        NoResults: no run has written there.
    """
    state = at.home / STATE_FOLDER
    if not (state / FILE).exists() and (state.exists() or at.has(RUN_FILE)):
        return rebuild(at)
    return Ledger.watch(at.home)


def _status(home: Path, ledger: Ledger) -> Status:
    run = tally.last_run(ledger)
    of_run = totals(ledger, run["id"])
    running = is_locked(home)
    now, last = time.time(), run["last"] or run["started"]
    end = now if running else run["ended"] or last
    seconds = max(end - run["started"], 1e-6)
    documents, pages, work = tally.read_since(ledger, run["id"], run["started"])
    # From the last document on, so that it does not grow while a long one is read.
    left = (last - run["started"]) / max(1, work) * tally.work_left(ledger, run["id"]) - (now - last)
    return Status(
        of_run,
        running,
        seconds,
        documents / seconds,
        pages / seconds,
        left if running and left > 0 else None,
        tuple(Group(*row) for row in tally.groups(ledger, run["id"])),
        run["engine"],
        run["host"],
        tally.size(ledger) - of_run.inputs,
    )
