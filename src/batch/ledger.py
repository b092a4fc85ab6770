"""The run's books: one line per input in SQLite, written by the coordinator alone.

They are a cache, made again from each document's `outcome.json` where they are lost (`rebuild`). So nothing
here waits for the disk; what a crash takes is found in the outputs.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ..errors import NoResults, OutputError
from .inventory import STATE_FOLDER
from .outcome import Outcome, Result
from .tables import FINISH, ROW, SCHEMA, Row

FILE = "ledger.sqlite"


@contextmanager
def books(out: Path) -> Iterator[None]:
    """Tell what SQLite raises, on a full disk for instance, as one clear error.

    Raises:
        OutputError: in place of SQLite's.
    """
    try:
        yield
    except sqlite3.Error as error:
        step = "check the free space; if the file itself is damaged, delete it: it is made again"
        raise OutputError(
            f"the ledger {out / STATE_FOLDER / FILE} cannot be used: {error}", next_step=step
        ) from error


class Ledger:
    """The open books; `close` them. Who writes holds the folder's lock."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def open(cls, out: Path) -> Ledger:
        """The books of an output folder, begun if there are none.

        Raises:
            OutputError: they cannot be read or written.
        """
        folder = out / STATE_FOLDER
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{folder} cannot be written: {error.strerror or error}") from error
        with books(out):
            connection = sqlite3.connect(folder / FILE, isolation_level=None)
            connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + SCHEMA)
        return cls(connection)

    @classmethod
    def watch(cls, out: Path) -> Ledger:
        """The books of a folder that a run may be writing to, to look into.

        Raises:
            NoResults: there are none.
            OutputError: they cannot be read.
        """
        if not (out / STATE_FOLDER / FILE).is_file():
            raise NoResults(f"{out} holds no results of a run")
        with books(out):
            return cls(_connect(out, "rw"))

    @classmethod
    def copy(cls, out: Path) -> Ledger:
        """The books in memory, to plan without writing; empty where there are none."""
        memory = sqlite3.connect(":memory:", isolation_level=None)
        with suppress(sqlite3.Error):
            source = _connect(out, "ro")
            source.backup(memory)
            source.close()
        memory.executescript(SCHEMA)
        return cls(memory)

    def close(self) -> None:
        """Write out and close."""
        self.connection.close()

    def begin(self) -> None:
        """Start a transaction."""
        self.connection.execute("BEGIN")

    def commit(self, *, go_on: bool = False) -> None:
        """End the transaction, and start the next one."""
        self.connection.execute("COMMIT")
        if go_on:
            self.begin()

    def fact(self, name: str) -> str:
        """A remembered value of the whole folder; empty where there is none."""
        row = self.connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return "" if row is None else str(row[0])

    def remember(self, name: str, value: str) -> None:
        """Remember a value of the whole folder."""
        self.connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def start_run(self, *, host: str, engine: str, base: str, versions: str) -> int:
        """Book a new run; its number."""
        query = "INSERT INTO runs (started, host, engine, base, versions) VALUES (?, ?, ?, ?, ?)"
        row = (time.time(), host, engine, base, versions)
        return int(self.connection.execute(query, row).lastrowid or 0)

    def renumber_run(self, run: int) -> int:
        """A further look of the same run gets a number of its own."""
        self.connection.execute("UPDATE runs SET id = id + 1 WHERE id = ?", (run,))
        return run + 1

    def end_run(self, run: int) -> None:
        """Book the end of a run."""
        self.connection.execute("UPDATE runs SET ended = ? WHERE id = ?", (time.time(), run))

    def by_path(self, path: bytes) -> Row | None:
        """The document last read from there."""
        return self._row("path = ?", path)

    def by_folded(self, folded: str) -> Row | None:
        """The document whose name is the same but for case."""
        return self._row("folded = ?", folded)

    def has_below(self, folded: str) -> bool:
        """Whether some document's folder would lie within that of this name."""
        query = "SELECT 1 FROM documents WHERE folded > ? AND folded < ? LIMIT 1"
        return self.connection.execute(query, (folded + "/", folded + "0")).fetchone() is not None

    def count_below(self, folder: str, most: int) -> int:
        """Documents whose names begin with that folder, its slash included; counted up to `most`."""
        query = "SELECT count(*) FROM (SELECT 1 FROM documents WHERE name >= ? AND name < ? LIMIT ?)"
        after = f"{folder[:-1]}0" if folder else "\U0010ffff"
        return int(self.connection.execute(query, (folder, after, most)).fetchone()[0])

    def enter(self, name: str, folded: str, original: str, path: bytes | None) -> None:
        """A new line, unless there is one of that name."""
        query = "INSERT OR IGNORE INTO documents (name, folded, original, path) VALUES (?, ?, ?, ?)"
        self.connection.execute(query, (name, folded, original, path))

    def pending(self, run: int, most: int) -> list[tuple[int, bytes, str, str, int, str]]:
        """The next documents to read, large ones first, interrupted ones last.

        Each as id, path, name, original, size and base.
        """
        query = """SELECT id, path, name, original, size, base FROM documents INDEXED BY waiting
            WHERE state = 'pending' AND run = ? ORDER BY interruptions, size DESC, name LIMIT ?"""
        return self.connection.execute(query, (run, most)).fetchall()

    def mark_running(self, id_: int) -> None:
        """A document is given out: should the run die, that is an interruption of this document."""
        self.connection.execute("UPDATE documents SET state = 'running' WHERE id = ?", (id_,))

    def put_back(self) -> None:
        """What was given out and not finished by a run that ended in order is pending again."""
        self.connection.execute("UPDATE documents SET state = 'pending' WHERE state = 'running'")

    def count_interruptions(self) -> None:
        """What was being read when an earlier run died is pending, and that is remembered."""
        counted = "interruptions = interruptions + 1"
        self.connection.execute(f"UPDATE documents SET state = 'pending', {counted} WHERE state = 'running'")

    def finish(self, run: int, base: str, results: Iterable[tuple[int, Result, str]]) -> None:
        """Book results: document id, result, stamp."""
        now = time.time()
        common = {"run": run, "base": base, "finished": now}
        rows = (_values(id_, result) | common | {"stamp": stamp} for id_, result, stamp in results)
        self.connection.executemany(FINISH, rows)

    def _row(self, where: str, value: object) -> Row | None:
        found = self.connection.execute(f"SELECT {ROW} FROM documents WHERE {where}", (value,)).fetchone()
        return None if found is None else Row(*found)


def _connect(out: Path, mode: str) -> sqlite3.Connection:
    """To look into; where the disk cannot be written and nobody has the books open, as they lie there."""
    path = out / STATE_FOLDER / FILE
    as_it_lies = "mode=ro" if path.with_name(f"{FILE}-wal").exists() else "immutable=1"
    how = f"mode={mode}" if os.access(path.parent, os.W_OK) else as_it_lies
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM documents LIMIT 1")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _values(id_: int, result: Result) -> dict[str, Any]:
    return result.to_json() | {"id": id_, "outcome": Outcome(result.outcome).value}
