"""How a run stands, from its books: counts, rate, time left, what went wrong by reason."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import tally
from .inventory import STATE_FOLDER
from .ledger import Ledger
from .lock import is_locked
from .rebuild import rebuild
from .report import Totals, totals


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


def status(out: Path) -> Status:
    """How the last run over this folder stands; lost books are made again first.

    Raises:
        OutputError: no run has written there.
    """
    ledger = open_books(out)
    try:
        return _status(out, ledger)
    finally:
        ledger.close()


def explain(out: Path, name: str) -> dict[str, Any] | None:
    """All that the books know of a document; None if they do not know it.

    Raises:
        OutputError: no run has written there.
    """
    ledger = open_books(out)
    try:
        for row in tally.rows(ledger, "name = ? OR original = ?", (name, name)):
            return dict(row) | {"path": (row["path"] or b"").decode("utf-8", "backslashreplace")}
        return None
    finally:
        ledger.close()


def open_books(out: Path) -> Ledger:
    """The books, made again from the outputs where they are lost.

    Raises:
        OutputError: no run has written there.
    """
    has_outputs = (out / "run.json").exists() or (out / STATE_FOLDER).exists()
    if has_outputs and not (out / STATE_FOLDER / "ledger.sqlite").exists():
        return rebuild(out)
    return Ledger.watch(out)


def _status(out: Path, ledger: Ledger) -> Status:
    run = tally.last_run(ledger)
    of_run = totals(ledger, run["id"])
    running = is_locked(out)
    end = time.time() if running else run["ended"] or run["last"] or run["started"]
    seconds = max(end - run["started"], 1e-6)
    documents, pages = tally.read_since(ledger, run["id"], run["started"])
    pending = of_run.outcomes["pending"]
    return Status(
        of_run,
        running,
        seconds,
        documents / seconds,
        pages / seconds,
        pending / (documents / seconds) if running and documents else None,
        tuple(Group(*row) for row in tally.groups(ledger, run["id"])),
        run["engine"],
        run["host"],
        tally.size(ledger) - of_run.inputs,
    )
