"""A document in a few numbers: its line in the index."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...errors import RecordError
from ...schema.record import Record, Severity
from .. import ledger, record_json
from ..formats import Complain
from ..naming import document_title
from ..stored import INPUTS, document_folders, load_record
from ..walk import date_of, entries
from . import pictures

PAGE = "index.html"
"""A document's page of the report, in its folder."""

OUTCOME = "outcome.json"
"""What the run says of a document; also there for documents that could not be read."""

"""Every input of the run with its outcome."""

SKIPPED = "skipped"

GRADES = ("god", "granska", "bristfallig")
"""From what needs no look to what needs one most."""

_GRADE_ORDER = {"bristfallig": 0, "granska": 1, "god": 2}


@dataclass(frozen=True, slots=True)
class Summary:
    """A document that was read."""

    folder: str
    """Relative to the run."""
    title: str
    name: str
    kind: str
    authority: str
    body: str
    date: str
    grade: str
    pages: tuple[float | None, ...]
    """Confidence of each page, None where it is not known."""
    items: int
    decisions: int
    repairs: int
    doubtful: int
    errors: int
    warnings: int
    worst: tuple[tuple[str, str], ...]
    """The gravest findings, Swedish and English."""
    has_page: bool
    has_thumbnail: bool

    @property
    def urgency(self) -> tuple[int, int, int, int, str]:
        """Sorts what a person should look at first to the top."""
        order = _GRADE_ORDER.get(self.grade, 1)
        return order, -self.errors, -self.warnings, -self.doubtful, self.folder


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that has no record."""

    name: str
    outcome: str
    reason: str
    next_step: str
    code: int = 0
    """Of the error (docs/exit-codes.md); 0 where there is none."""


def summaries(out: Path, complain: Complain) -> Iterator[Summary | Unread]:
    """Every document of the run, in the order of their folders; `complain` takes broken records."""
    for folder in document_folders(out, OUTCOME):
        if not (folder / record_json.FILE).is_file():
            yield _unread(folder)
            continue
        try:
            record = load_record(folder)
        except RecordError as error:
            complain(error)
            yield Unread(
                folder.relative_to(out).as_posix(), "failed", error.what, error.next_step, error.exit_code
            )
        else:
            yield summary(record, out, folder)


def count_skipped(out: Path) -> int:
    """Inputs of the run that were no documents: they have no folder, only a line in the run's table."""
    try:
        with (out / INPUTS).open(encoding="utf-8-sig", newline="") as file:
            return sum(row.get("outcome") == SKIPPED for row in csv.DictReader(file))
    except (OSError, ValueError, csv.Error):
        return 0


def summary(record: Record, out: Path, folder: Path) -> Summary:
    """A document's line."""
    graver = [finding for finding in record.findings if finding.severity is not Severity.INFO]
    errors = [finding for finding in graver if finding.severity is Severity.ERROR]
    return Summary(
        folder=folder.relative_to(out).as_posix(),
        title=document_title(record),
        name=record.source.name,
        kind=record.kind,
        authority=record.authority.name if record.authority else "",
        body=record.body or "",
        date=date_of(record) or "",
        grade=record.quality.grade,
        pages=tuple(page.confidence for page in record.quality.pages),
        items=sum(1 for _ in entries(record)),
        decisions=sum(len(entry.item.decisions) for entry in entries(record)),
        repairs=_lines(folder / ledger.FILE),
        doubtful=sum(len(page.doubtful) for page in record.quality.pages),
        errors=len(errors),
        warnings=len(graver) - len(errors),
        worst=tuple(
            (finding.message_sv or finding.message, finding.message) for finding in (errors or graver)[:3]
        ),
        has_page=(folder / PAGE).is_file(),
        has_thumbnail=(folder / pictures.THUMBNAIL).is_file(),
    )


def _unread(folder: Path) -> Unread:
    try:
        found = json.loads((folder / OUTCOME).read_bytes())
    except (OSError, ValueError):
        found = {}
    if not isinstance(found, dict):
        found = {}
    name, outcome, why, step = (
        str(found.get(key) or "") for key in ("name", "outcome", "reason", "next_step")
    )
    code = found.get("code")
    return Unread(name or folder.name, outcome, why, step, code if isinstance(code, int) else 0)


def _lines(path: Path) -> int:
    """Number of lines, without holding the file."""
    try:
        with path.open("rb") as file:
            return sum(1 for _ in file)
    except OSError:
        return 0
