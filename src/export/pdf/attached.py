"""`document-with-record.pdf`: the searchable PDF with its record inside, PDF/A-3b."""

from __future__ import annotations

from pathlib import Path

from ...schema import Reading
from . import searchable

FILE = "document-with-record.pdf"


def write(reading: Reading, folder: Path, source: Path) -> str | None:
    """Write the PDF; see `searchable.write`."""
    return searchable.write(reading, folder / FILE, source, attach=True)
