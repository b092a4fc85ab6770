"""`text.txt`: the repaired text in reading order, page furniture kept, pages separated by form feeds."""

from __future__ import annotations

from pathlib import Path

from ..schema import Reading
from .files import write_text

FILE = "text.txt"


def write(reading: Reading, folder: Path, source: Path) -> None:
    """Write the text exactly: the ledger's offsets point into the pages between the form feeds."""
    write_text(folder / FILE, reading.document.text)
