"""R90 over a folder of results: what the run counted is what lies there."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import rules
from ..rules import hit
from ..rules.bundle import documents
from ..schema.record import Finding, Record
from .verdict import Verdict

READ = ("ok", "review", "partial")
"""Outcomes of a run that leave a record."""
LOST = ("failed", "timeout", "oom", "crash", "pending")
"""Outcomes that do not; files that are no documents are "skipped"."""


def run_findings(folder: Path, verdicts: Sequence[Verdict]) -> list[Finding]:
    """Findings about a run as a whole; none where the folder is no run's."""
    records = [verdict.record for verdict in verdicts if verdict.record is not None]
    if not records or not (folder / "run.json").is_file():
        return []
    return [rules.finding("R90", one, records[0]) for one in _hits(folder, records)]


def _hits(folder: Path, records: list[Record]) -> Iterator[rules.Hit]:
    outcomes = _outcomes(folder / "run.json")
    counted = sum(outcomes.get(name, 0) for name in READ)
    if outcomes and counted != len(records):
        yield hit("", "documents", counted=counted, found=len(records))
    lost = {name: outcomes[name] for name in LOST if outcomes.get(name)}
    if lost:
        told = ", ".join(f"{name} {number}" for name, number in lost.items())
        yield hit("", "failed", count=sum(lost.values()), outcomes=told)
    rows = _rows(folder / "register.csv")
    expected = sum(max(1, len(one.items)) for record in records for _, one in documents(record))
    if rows is not None and rows != expected:
        yield hit("", "rows", rows=rows, expected=expected)


def _outcomes(path: Path) -> dict[str, int]:
    """Documents by outcome; empty where the file cannot be read, or says nothing of outcomes."""
    try:
        outcomes = json.loads(path.read_text(encoding="utf-8"))["outcomes"]
        return {str(name): int(number) for name, number in outcomes.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _rows(path: Path) -> int | None:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return sum(1 for _ in csv.reader(file)) - 1
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
