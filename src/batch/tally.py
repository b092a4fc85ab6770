"""Questions to the books: how many, how fast, what went wrong. Nothing here writes."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from .found import NO_DOCUMENT
from .ledger import Ledger
from .outcome import DOCUMENT_BYTES, WITH_RECORD, Result

WORK = f"coalesce(sum(size + {DOCUMENT_BYTES}), 0)"
"""As `Result.work`, over lines of the books."""


def counts(ledger: Ledger, run: int) -> dict[str, int]:
    """Inputs of a run per outcome, "pending" for those that have none yet."""
    query = """SELECT CASE state WHEN 'done' THEN outcome ELSE 'pending' END, count(*)
        FROM documents WHERE run = ? GROUP BY 1"""
    return dict(ledger.connection.execute(query, (run,)).fetchall())


def sums(ledger: Ledger, run: int) -> tuple[int, int, int]:
    """Pages, decisions and repairs of a run's documents that were read."""
    query = """SELECT coalesce(sum(pages), 0), coalesce(sum(decisions), 0), coalesce(sum(repairs), 0)
        FROM documents WHERE run = ? AND state = 'done'"""
    pages, decisions, repairs = ledger.connection.execute(query, (run,)).fetchone()
    return pages, decisions, repairs


def rows(
    ledger: Ledger, where: str = "1", arguments: Iterable[Any] = (), columns: str = "*"
) -> Iterator[sqlite3.Row]:
    """Any documents, in the order of their names, one at a time."""
    query = f"SELECT {columns} FROM documents WHERE {where} ORDER BY name"
    yield from _by_name(ledger).execute(query, tuple(arguments))


def look(ledger: Ledger, run: int, most: int) -> tuple[Result, ...]:
    """Documents of a run that a person should look at, those without a record first."""
    worst = "CASE outcome WHEN 'review' THEN 2 WHEN 'partial' THEN 1 ELSE 0 END"
    query = f"""SELECT * FROM documents WHERE run = ? AND state = 'done'
        AND outcome NOT IN ('ok', 'skipped') ORDER BY {worst}, name LIMIT ?"""
    return tuple(Result.from_json(dict(row)) for row in _by_name(ledger).execute(query, (run, most)))


def copies(ledger: Ledger, run: int) -> int:
    """Documents of a run that were read and whose content is that of another one."""
    query = """SELECT count(*) - count(DISTINCT sha256) FROM documents
        WHERE run = ? AND state = 'done' AND sha256 != '' AND pages > 0"""
    return int(ledger.connection.execute(query, (run,)).fetchone()[0])


def skipped_kinds(ledger: Ledger, run: int) -> Counter[str]:
    """Files of a run that are no documents, by how their names end; "" for names without an end."""
    found = rows(ledger, "run = ? AND outcome = 'skipped' AND reason = ?", (run, NO_DOCUMENT), "name")
    return Counter(PurePosixPath(row["name"]).suffix.lower() for row in found)


def groups(ledger: Ledger, run: int) -> list[tuple[str, str, str, int, str]]:
    """What went wrong: outcome, reason, next step, how often, first name; the most frequent first.

    Reasons that differ in a number or in what stands in brackets behind them are one.
    """
    ledger.connection.create_function("kind", 1, _kind, deterministic=True)
    ledger.connection.create_function("plain", 1, _plain, deterministic=True)
    # Reason and next step are those of the first name: SQLite takes them from the row of a lone min().
    query = """SELECT outcome, CASE count(DISTINCT reason) WHEN 1 THEN reason ELSE plain(reason) END,
        next_step, count(*), min(name) FROM documents
        WHERE run = ? AND state = 'done' AND outcome NOT IN ('ok', 'review')
        GROUP BY outcome, kind(reason) ORDER BY outcome = 'skipped', count(*) DESC, outcome, reason"""
    return ledger.connection.execute(query, (run,)).fetchall()


def _plain(reason: str) -> str:
    """A reason without what stands in brackets behind it.

    >>> _plain("the image is broken (cut off (1 byte left))")
    'the image is broken'
    """
    return reason.partition(" (")[0] if reason.endswith(")") else reason


def _kind(reason: str) -> str:
    """What reasons have in common that differ in numbers.

    >>> _kind("page 1 has 900 x 900 pixels, the limit is 10")
    'page N has N x N pixels, the limit is N'
    """
    return re.sub(r"\d+", "N", _plain(reason))


def last_run(ledger: Ledger) -> dict[str, Any]:
    """The latest run's line, with "last", when its last document was finished; number 0 before the first."""
    row = _by_name(ledger).execute("SELECT * FROM runs ORDER BY id DESC LIMIT 1").fetchone()
    run = dict(row) if row else {"id": 0, "started": 0.0, "ended": None, "engine": "", "host": ""}
    query = "SELECT max(finished) FROM documents WHERE run = ?"
    (last,) = ledger.connection.execute(query, (run["id"],)).fetchone()
    return run | {"last": last}


def read_since(ledger: Ledger, run: int, moment: float) -> tuple[int, int, int]:
    """Documents and pages that a run has read since a moment, and what they cost in bytes of input."""
    query = f"""SELECT count(*), coalesce(sum(pages), 0), {WORK} FROM documents
        WHERE run = ? AND state = 'done' AND attempts > 0 AND outcome != 'skipped' AND finished >= ?"""
    documents, pages, work = ledger.connection.execute(query, (run, moment)).fetchone()
    return documents, pages, work


def work_left(ledger: Ledger, run: int) -> int:
    """What a run has still to read, in bytes of input."""
    query = f"SELECT {WORK} FROM documents WHERE run = ? AND state != 'done'"
    return int(ledger.connection.execute(query, (run,)).fetchone()[0])


def with_record(ledger: Ledger) -> Iterator[str]:
    """Names of all documents that have a record."""
    having = ", ".join(f"'{outcome}'" for outcome in sorted(WITH_RECORD))
    for row in rows(ledger, f"state = 'done' AND outcome IN ({having})", columns="name"):
        yield row["name"]


def size(ledger: Ledger) -> int:
    """Inputs of all runs."""
    return int(ledger.connection.execute("SELECT count(*) FROM documents").fetchone()[0])


def _by_name(ledger: Ledger) -> sqlite3.Cursor:
    cursor = ledger.connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor
