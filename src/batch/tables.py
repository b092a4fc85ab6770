"""The tables of the books, and what planning reads of a document's line."""

from __future__ import annotations

from dataclasses import dataclass

SCHEMA = """
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
  code INTEGER NOT NULL DEFAULT 0, sha256 TEXT NOT NULL DEFAULT '', base TEXT NOT NULL DEFAULT '',
  stamp TEXT NOT NULL DEFAULT '',
  pages INTEGER NOT NULL DEFAULT 0, decisions INTEGER NOT NULL DEFAULT 0,
  repairs INTEGER NOT NULL DEFAULT 0, doubtful INTEGER NOT NULL DEFAULT 0,
  findings INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
  interruptions INTEGER NOT NULL DEFAULT 0, seconds REAL NOT NULL DEFAULT 0,
  peak_mb INTEGER NOT NULL DEFAULT 0, finished REAL NOT NULL DEFAULT 0, trace TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS waiting ON documents (interruptions, size DESC, name) WHERE state = 'pending';
CREATE TABLE IF NOT EXISTS runs (
  id INTEGER PRIMARY KEY, started REAL NOT NULL, ended REAL, host TEXT NOT NULL, engine TEXT NOT NULL,
  base TEXT NOT NULL, versions TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

FINISH = """
UPDATE documents SET state = 'done', interruptions = 0, run = :run, base = :base, stamp = :stamp,
  outcome = :outcome, reason = :reason, next_step = :next_step, code = :code, sha256 = :sha256,
  pages = :pages, decisions = :decisions, repairs = :repairs, doubtful = :doubtful, findings = :findings,
  attempts = attempts + :attempts, seconds = :seconds, peak_mb = :peak_mb, finished = :finished,
  trace = :trace
WHERE id = :id
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


ROW = ", ".join(Row.__slots__)
