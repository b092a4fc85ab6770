"""`record.json`: the record, keys in schema order."""

from __future__ import annotations

from pathlib import Path

from ..schema import Reading
from .files import write_text

FILE = "record.json"


def write(reading: Reading, folder: Path, source: Path) -> None:
    """Write the record; the same record gives the same bytes."""
    write_text(folder / FILE, reading.record.model_dump_json(indent=2) + "\n")
