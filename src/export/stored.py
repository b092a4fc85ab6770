"""What a run has left on disk, read back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ..errors import NoResults, RecordError
from ..schema import Reading, Record
from ..schema.load import load
from . import ledger, pages, record_json
from .formats import Complain

INPUTS = "documents.csv"
"""Table of a run's inputs, with the outcome of each."""


def document_folders(out: Path, *also: str) -> Iterator[Path]:
    """Every folder under `out` that holds a record, in the order of the names.

    Folders whose name starts with a full stop are the run's own and left alone.

    Args:
        out: a run's folder.
        also: names of files that make a folder count too.
    """
    wanted = {record_json.FILE, *also}
    with os.scandir(out) as entries:
        found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    if any(name in wanted and not folder for name, folder in found):
        yield out
    for name, folder in found:
        if folder and not name.startswith("."):
            yield from document_folders(out / name, *also)


def refuse_empty(out: Path) -> None:
    """Write nothing into a folder that is no run's.

    Raises:
        NoResults: it is no folder, or holds neither records nor the table of a run's inputs.
    """
    if not out.is_dir() or not ((out / INPUTS).is_file() or next(document_folders(out), None)):
        raise NoResults(f"{out} holds no results of a run")


def records(out: Path, complain: Complain) -> Iterator[tuple[Path, Record]]:
    """Every record under `out` with its folder, one in memory at a time; `complain` takes broken ones."""
    for folder in document_folders(out):
        try:
            yield folder, load_record(folder)
        except RecordError as error:
            complain(error)


def load_record(folder: Path) -> Record:
    """Read a document's record.

    Raises:
        UnknownSchemaVersion: a record of another version.
        RecordError: there is no record, or it does not follow the schema.
    """
    path = folder / record_json.FILE
    try:
        # Four times as fast as `load`, which is kept for what is wrong: a run may have 100,000 records.
        return Record.model_validate_json(path.read_bytes())
    except (OSError, ValueError):
        return load(path)


def as_stored(reading: Reading) -> Reading:
    """The reading as `load_reading` would give it back, so that files written now and later are the same."""
    return Reading(
        reading.record,
        pages.loads(pages.dumps(reading.document)),
        ledger.loads(ledger.dumps(reading.changes)),
    )


def load_reading(folder: Path) -> Reading:
    """Read a document's record, pages and ledger, for exports that come later.

    Raises:
        UnknownSchemaVersion: a record of another version.
        RecordError: one of the three files is missing or damaged.
    """
    record = load_record(folder)
    try:
        return Reading(record, pages.load(folder), ledger.load(folder))
    except FileNotFoundError as error:
        raise RecordError(
            f"{error.filename} is missing", next_step="run the document again with --format pages"
        ) from error
    # gzip and zlib have errors of their own beside OSError and ValueError.
    except Exception as error:
        why = f"{folder} has pages or changes that are damaged, or of another version"
        raise RecordError(f"{why}: {error}") from error
