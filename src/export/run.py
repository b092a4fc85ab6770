"""The files of a whole run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..errors import RecordError
from .formats import chosen


def write_run(out: Path, formats: Iterable[str]) -> tuple[RecordError, ...]:
    """Write the chosen run-level files from the records on disk.

    The same records give the same files; records are read one at a time, in the order of their folders.

    Returns:
        Records that could not be read, each once; the files are without them.

    Raises:
        UsageError: a name that is no format.
        OutputError: the folder cannot be written.
    """
    broken: dict[str, RecordError] = {}

    def remember(error: RecordError) -> None:
        broken.setdefault(error.what, error)

    for form in chosen(formats):
        write = form.run_writer
        if write is not None:
            write(out, remember)
    return tuple(broken.values())
