"""`document.pdf`: the source as a searchable PDF/A-2b."""

from __future__ import annotations

from pathlib import Path

from ...schema import Reading
from ..remark import Remark
from . import searchable

FILE = "document.pdf"


def write(reading: Reading, folder: Path, source: Path) -> Remark | None:
    """Write the PDF; see `searchable.write`."""
    return searchable.write(reading, folder / FILE, source)
