"""The file that a document was read from, when an export needs its pictures."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..schema import Reading
from .formats import Skip


def check(reading: Reading, source: Path) -> None:
    """Make sure that the file is the one that was read: text must not be laid over other pictures.

    Raises:
        Skip: it is not there, or has changed.
    """
    try:
        with source.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        # No path: the note goes into files that may be published.
        reason = f"the file that was read cannot be opened ({error.strerror})"
        raise Skip(f"{reason}; say where it is with --input") from None
    if found != reading.record.source.sha256:
        raise Skip(f"the file {source.name} has changed since it was read; run the document again")
