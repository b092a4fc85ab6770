"""The files of a run as a whole: `run.json`, `documents.csv`, and what the exports make of all records.

They hold no times and no machine, so that the same inputs give the same bytes, however often a run was
interrupted; times are in the ledger.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import __version__
from ..exit_code import ExitCode
from ..export.files import replacing, write_text
from . import tally
from .fingerprint import Fingerprint
from .ledger import Ledger
from .outcome import FAULTS, Outcome

RUN_FILE = "run.json"
DOCUMENTS_FILE = "documents.csv"

RUN_SCHEMA = "1.0"

TEXTS = ("name", "original", "outcome", "reason", "next_step")
NUMBERS = ("pages", "decisions", "repairs", "doubtful", "findings", "sha256")
"""Columns of the table of inputs; those of `TEXTS` are made safe for a spreadsheet."""

PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Totals:
    """A run in numbers; the outcomes and what is pending add up to the inputs."""

    inputs: int
    outcomes: dict[str, int]
    """Every outcome, and "pending"."""
    pages: int
    decisions: int
    repairs: int

    def __getitem__(self, outcome: str) -> int:
        return self.outcomes[outcome]

    @property
    def exit_code(self) -> ExitCode:
        """What the command says at its end."""
        if any(self.outcomes[outcome] for outcome in FAULTS):
            return ExitCode.SOME_FAILED
        return ExitCode.SOME_NEED_REVIEW if self.outcomes[Outcome.REVIEW] else ExitCode.OK


def totals(ledger: Ledger, run: int) -> Totals:
    """The numbers of a run."""
    counts = tally.counts(ledger, run)
    outcomes = {str(name): counts.get(name, 0) for name in (*Outcome, PENDING)}
    return Totals(sum(outcomes.values()), outcomes, *tally.sums(ledger, run))


def write_exports(out: Path, ledger: Ledger, formats: Iterable[str]) -> tuple[str, ...]:
    """Write the table of inputs, and what the exports make of all records; their complaints, one line each.

    Raises:
        OutputError: the folder cannot be written.
    """
    from ..export import write_run

    with replacing(out / DOCUMENTS_FILE) as temporary:
        _documents(ledger, temporary)
    return tuple(str(error) for error in write_run(out, formats))


def write_counts(out: Path, ledger: Ledger, run: int, print_: Fingerprint) -> None:
    """Write `run.json`, the last file of a run.

    Raises:
        OutputError: the folder cannot be written.
    """
    text = json.dumps(_run(ledger, run, print_), ensure_ascii=False, indent=1) + "\n"
    write_text(out / RUN_FILE, text)


def _run(ledger: Ledger, run: int, print_: Fingerprint) -> dict[str, Any]:
    of_run = totals(ledger, run)
    return {
        "schema_version": RUN_SCHEMA,
        "justera": __version__,
        "inputs": of_run.inputs,
        "outcomes": of_run.outcomes,
        "pages": of_run.pages,
        "decisions": of_run.decisions,
        "repairs": of_run.repairs,
        "versions": print_.versions,
        "settings": print_.settings,
        "fingerprint": print_.base,
    }


def _documents(ledger: Ledger, path: Path) -> None:
    """One line per input of all runs over this folder, for a spreadsheet; one in memory at a time."""
    from ..export.cells import cell

    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow((*TEXTS, *NUMBERS))
        for row in tally.rows(ledger, "state = 'done'", columns=", ".join((*TEXTS, *NUMBERS))):
            texts, numbers = tuple(row)[: len(TEXTS)], tuple(row)[len(TEXTS) :]
            writer.writerow((*(text and cell(text) for text in texts), *numbers))
