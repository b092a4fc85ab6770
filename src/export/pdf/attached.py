"""`document-with-record.pdf`: the searchable PDF with its record inside, PDF/A-3b."""

from __future__ import annotations

from pathlib import Path

from ...schema import Reading
from ..remark import Remark
from . import searchable

FILE = "document-with-record.pdf"


def write(reading: Reading, folder: Path, source: Path) -> Remark | None:
    """Write the PDF; see `searchable.write`."""
    return searchable.write(reading, folder / FILE, source, attach=True)
