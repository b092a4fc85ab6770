"""R90 over a folder of results: what the run counted is what lies there."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import rules
from ..rules import hit
from ..schema.record import Finding, Record
from .verdict import Verdict

READ = ("ok", "review", "partial")
"""Outcomes of a run that leave a record."""


def run_findings(folder: Path, verdicts: Sequence[Verdict]) -> list[Finding]:
    """Findings about a run as a whole; none where the folder is no run's."""
    records = [verdict.record for verdict in verdicts if verdict.record is not None]
    if not records or not (folder / "run.json").is_file():
        return []
    return [rules.finding("R90", one, records[0]) for one in _hits(folder, records)]


def _hits(folder: Path, records: list[Record]) -> Iterator[rules.Hit]:
    counted = _counted(folder / "run.json")
    if counted is not None and counted != len(records):
        yield hit("", "documents", counted=counted, found=len(records))
    rows = _rows(folder / "register.csv")
    expected = sum(max(1, len(record.items)) for record in records)
    if rows is not None and rows != expected:
        yield hit("", "rows", rows=rows, expected=expected)


def _counted(path: Path) -> int | None:
    try:
        outcomes = json.loads(path.read_text(encoding="utf-8"))["outcomes"]
        return sum(int(outcomes.get(name, 0)) for name in READ)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _rows(path: Path) -> int | None:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return sum(1 for _ in csv.reader(file)) - 1
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
