"""The run's books: one line per input in SQLite, written by the coordinator alone.

It is a cache: every result also stands in its document's `outcome.json`, and a lost ledger is made again
from these. So a commit every half second is enough; what a crash takes from it is found on the disk.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import OutputError
from .inventory import STATE_FOLDER
from .outcome import Outcome, Result

FILE = "ledger.sqlite"

VERSION = 1

SCHEMA = f"""
CREATE TABLE IF NOT EXISTS documents (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL UNIQUE,
  path BLOB UNIQUE,
  original TEXT NOT NULL DEFAULT '',
  signature TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0,
  run INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'pending',
  outcome TEXT, reason TEXT NOT NULL DEFAULT '', next_step TEXT NOT NULL DEFAULT '',
  code INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT NOT NULL DEFAULT '', base TEXT NOT NULL DEFAULT '', stamp TEXT NOT NULL DEFAULT '',
  pages INTEGER NOT NULL DEFAULT 0, decisions INTEGER NOT NULL DEFAULT 0, repairs INTEGER NOT NULL DEFAULT 0,
  doubtful INTEGER NOT NULL DEFAULT 0, findings INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0, interruptions INTEGER NOT NULL DEFAULT 0,
  seconds REAL NOT NULL DEFAULT 0, peak_mb INTEGER NOT NULL DEFAULT 0, trace TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS waiting ON documents (interruptions, size DESC, name) WHERE state = 'pending';
CREATE INDEX IF NOT EXISTS by_outcome ON documents (run, outcome, pages, decisions, repairs);
CREATE TABLE IF NOT EXISTS runs (
  id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, host TEXT NOT NULL, engine TEXT NOT NULL,
  base TEXT NOT NULL, versions TEXT NOT NULL, seconds REAL
);
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
PRAGMA user_version = {VERSION};
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A document as the books have it, as far as planning needs it."""

    id: int
    name: str
    path: bytes | None
    signature: str
    state: str
    outcome: str | None
    sha256: str
    base: str
    stamp: str
    run: int


ROW = "id, name, path, signature, state, outcome, sha256, base, stamp, run"


class Ledger:
    """The open books. One process at a time, see `lock`; `close` them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.executescript(SCHEMA)

    @classmethod
    def open(cls, out: Path) -> Ledger:
        """The books of an output folder, begun if there are none.

        Raises:
            OutputError: they cannot be read or written.
        """
        folder = out / STATE_FOLDER
        try:
            folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(folder / FILE, isolation_level=None, check_same_thread=False)
            connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
            return cls(connection)
        except (OSError, sqlite3.Error) as error:
            raise OutputError(f"{folder / FILE} cannot be written: {error}") from error

    @classmethod
    def copy(cls, out: Path) -> Ledger:
        """The books in memory, to plan without writing; empty where there are none."""
        memory = sqlite3.connect(":memory:", isolation_level=None)
        path = out / STATE_FOLDER / FILE
        if path.exists():
            with suppress(sqlite3.Error):
                source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
                source.backup(memory)
                source.close()
        return cls(memory)

    def close(self) -> None:
        """Write out and close."""
        self.connection.close()

    def fact(self, name: str, default: str = "") -> str:
        """A remembered value of the whole folder."""
        row = self.connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return default if row is None else str(row[0])

    def remember(self, name: str, value: str) -> None:
        """Remember a value of the whole folder."""
        self.connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

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

    def pending(self, run: int, most: int) -> list[tuple[int, bytes, str, str, int]]:
        """The next documents to read: id, path, name, original, size; large first, interrupted ones last."""
        query = """SELECT id, path, name, original, size FROM documents INDEXED BY waiting
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

    def begin(self) -> None:
        """Start a transaction."""
        self.connection.execute("BEGIN")

    def commit(self, *, go_on: bool = False) -> None:
        """End the transaction, and start the next one."""
        self.connection.execute("COMMIT")
        if go_on:
            self.begin()

    def finish(self, run: int, base: str, results: Iterable[tuple[int, Result, str]]) -> None:
        """Book results: document id, result, stamp."""
        query = """UPDATE documents SET state = 'done', interruptions = 0, run = :run, base = :base,
            stamp = :stamp, outcome = :outcome, reason = :reason, next_step = :next_step, code = :code,
            sha256 = :sha256, pages = :pages, decisions = :decisions, repairs = :repairs,
            doubtful = :doubtful, findings = :findings,
            attempts = attempts + :attempts, seconds = :seconds, peak_mb = :peak_mb, trace = :trace
            WHERE id = :id"""
        rows = (
            _values(id_, result) | {"base": base, "stamp": stamp, "run": run}
            for id_, result, stamp in results
        )
        self.connection.executemany(query, rows)

    def counts(self, run: int) -> dict[str, int]:
        """Inputs of a run per outcome, "pending" for those that have none yet."""
        query = """SELECT CASE state WHEN 'done' THEN outcome ELSE 'pending' END, count(*)
            FROM documents WHERE run = ? GROUP BY 1"""
        return dict(self.connection.execute(query, (run,)).fetchall())

    def sums(self, run: int) -> tuple[int, int, int]:
        """Pages, decisions and repairs of a run's documents that were read."""
        query = """SELECT coalesce(sum(pages), 0), coalesce(sum(decisions), 0), coalesce(sum(repairs), 0)
            FROM documents WHERE run = ? AND state = 'done'"""
        pages, decisions, repairs = self.connection.execute(query, (run,)).fetchone()
        return pages, decisions, repairs

    def look(self, run: int, most: int) -> tuple[Result, ...]:
        """Documents of a run that a person should look at, those without a record first."""
        worst = "CASE outcome WHEN 'review' THEN 2 WHEN 'partial' THEN 1 ELSE 0 END"
        cursor = self.connection.cursor()
        cursor.row_factory = sqlite3.Row
        query = f"""SELECT * FROM documents WHERE run = ? AND state = 'done'
            AND outcome NOT IN ('ok', 'skipped') ORDER BY {worst}, name LIMIT ?"""
        return tuple(Result.from_json(dict(row)) for row in cursor.execute(query, (run, most)))

    def start_run(self, *, host: str, engine: str, base: str, versions: str) -> int:
        """Book a new run; its number."""
        query = (
            "INSERT INTO runs (started, host, engine, base, versions) VALUES (datetime('now'), ?, ?, ?, ?)"
        )
        return int(self.connection.execute(query, (host, engine, base, versions)).lastrowid or 0)

    def end_run(self, run: int, seconds: float) -> None:
        """Book the end of a run."""
        query = "UPDATE runs SET ended = datetime('now'), seconds = ? WHERE id = ?"
        self.connection.execute(query, (seconds, run))

    def rows(
        self, where: str = "1", arguments: Iterable[Any] = (), columns: str = "*"
    ) -> Iterator[sqlite3.Row]:
        """Any documents, in the order of their names, one at a time."""
        cursor = self.connection.cursor()
        cursor.row_factory = sqlite3.Row
        query = f"SELECT {columns} FROM documents WHERE {where} ORDER BY name"
        yield from cursor.execute(query, tuple(arguments))

    def last_run(self) -> int:
        """Number of the latest run; 0 before the first."""
        return int(self.connection.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0])

    def _row(self, where: str, value: object) -> Row | None:
        found = self.connection.execute(f"SELECT {ROW} FROM documents WHERE {where}", (value,)).fetchone()
        return None if found is None else Row(*found)


def _values(id_: int, result: Result) -> dict[str, Any]:
    return result.to_json() | {"id": id_, "outcome": Outcome(result.outcome).value}
