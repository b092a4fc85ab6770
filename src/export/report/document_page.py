"""A document's page of the report."""

from __future__ import annotations

from pathlib import Path

from ...schema import Change, Reading
from .. import notes
from ..naming import document_title
from . import about, items, look, parts, repairs, sheets
from .marks import MarkedPage, marked
from .pictures import Pictures
from .shell import document


def html(reading: Reading, folder: Path, shots: Pictures) -> str:
    """The page as an HTML file.

    Args:
        reading: the document.
        folder: where its files lie; those that are there are linked.
        shots: the pictures of its pages.
    """
    record = reading.record
    pages = _marked(reading)
    marks = [mark for page in pages for mark in page.marks]
    up = "../" * (record.source.name.count("/") + 1)
    return document(
        document_title(record),
        about.section(record, folder, notes.load(folder)),
        look.section(record, reading.document, marks, shots),
        items.section(record),
        repairs.section(reading.changes, marks, reading.document, shots),
        sheets.section(pages, shots, parts.parts(record)),
        back=f"{up}index.html",
    )


def _marked(reading: Reading) -> list[MarkedPage]:
    changes: dict[int, list[Change]] = {}
    for change in reading.changes:
        changes.setdefault(change.page, []).append(change)
    return [marked(page, changes.get(page.number, ())) for page in reading.document.pages]
