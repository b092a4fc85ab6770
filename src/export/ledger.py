"""`changes.jsonl`: the ledger, one repair a line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..schema import Change, Reading
from .files import write_text

FILE = "changes.jsonl"


def write(reading: Reading, folder: Path, source: Path) -> None:
    """Write the ledger; an empty file says that nothing was changed."""
    write_text(folder / FILE, dumps(reading.changes))


def load(folder: Path) -> tuple[Change, ...]:
    """Read the ledger back.

    Raises:
        OSError: the file cannot be read.
        ValueError: a line is not a change.
    """
    return loads((folder / FILE).read_text(encoding="utf-8"))


def dumps(changes: Iterable[Change]) -> str:
    """The ledger's lines."""
    return "".join(change.model_dump_json() + "\n" for change in changes)


def loads(text: str) -> tuple[Change, ...]:
    """The changes from their lines.

    Raises:
        ValueError: a line is not a change.
    """
    # Not splitlines: that would also break at the U+2028 or U+0085 that a word may hold.
    return tuple(Change.model_validate_json(line) for line in text.split("\n") if line)
