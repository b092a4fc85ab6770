"""The search database kept in step with the documents on disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ...errors import OutputError, RecordError
from .. import ledger, record_json, text
from ..formats import Complain
from ..stored import document_folders
from . import entries
from .tables import FILE, connect

COMMIT_EVERY = 500
"""Documents to a transaction: an update that is stopped goes on where it was."""


def update(out: Path, complain: Complain) -> int:
    """Index what is new or changed and forget what is gone; gives the number of documents that changed.

    Raises:
        OutputError: the database cannot be written, or this SQLite has no full-text search.
    """
    base = connect(out)
    try:
        changed = _update(base, out, complain)
        if changed:
            with base:
                base.execute(
                    "INSERT OR IGNORE INTO words(word) SELECT term FROM pages_words "
                    "WHERE term NOT IN (SELECT word FROM words)"
                )
        return changed
    except sqlite3.Error as error:
        raise OutputError(f"{out / FILE} cannot be written: {error}") from error
    finally:
        base.close()


def _update(base: sqlite3.Connection, out: Path, complain: Complain) -> int:
    known = dict(base.execute("SELECT folder, stamp FROM documents"))
    changed = 0
    for folder in document_folders(out):
        name = folder.relative_to(out).as_posix()
        stamp, former = _stamp(folder), known.pop(name, None)
        if stamp == former:
            continue
        _forget(base, name)
        try:
            entries.add(base, out, folder, stamp)
        except RecordError as error:
            complain(error)
        changed += 1
        if changed % COMMIT_EVERY == 0:
            base.commit()
    for name in known:
        _forget(base, name)
    base.commit()
    return changed + len(known)


def _forget(base: sqlite3.Connection, folder: str) -> None:
    """Remove a document; its pages first, for a cascade runs no triggers on them."""
    number = base.execute("SELECT id FROM documents WHERE folder = ?", (folder,)).fetchone()
    if number is not None:
        base.execute("DELETE FROM pages WHERE document_id = ?", number)
        base.execute("DELETE FROM documents WHERE id = ?", number)


def _stamp(folder: Path) -> str:
    """Changes when one of the indexed files does."""
    parts = []
    for name in (record_json.FILE, text.FILE, ledger.FILE):
        try:
            status = (folder / name).stat()
            parts.append(f"{status.st_size}:{status.st_mtime_ns}")
        except OSError:
            parts.append("-")
    return " ".join(parts)
