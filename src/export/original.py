"""The file that a document was read from, when an export needs its pictures."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..schema import Reading
from .remark import Remark


def problem(reading: Reading, source: Path) -> Remark | None:
    """Why the file is not the one that was read: text must not be laid over other pictures.

    Returns:
        None where it is, and for text files, which have no pictures.
    """
    if reading.document.media_type.startswith("text/"):
        return None
    try:
        with source.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        # No path: the note goes into files that may be published.
        return Remark.of("source_gone", why=error.strerror or str(error))
    if found != reading.record.source.sha256:
        return Remark.of("source_changed", name=source.name)
    return None
