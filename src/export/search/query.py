"""From what a person types to pages: words, parts of compounds, phrases, and filters."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

PART_LENGTH = 4
"""Shortest word that also finds compounds it is a part of; shorter ones are in every other word."""

MAX_PARTS = 400
"""Most words that one part stands for."""

SNIPPET_WORDS = 18

MARKS = ("\x02", "\x03")
"""Around a hit in a snippet; no text file holds them."""

_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a page must belong to; None does not matter."""

    body: str | None = None
    year: int | None = None
    outcome: str | None = None
    person: str | None = None
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that was found."""

    folder: str
    """Relative to the run."""
    name: str
    page: int
    body: str | None
    date: str | None
    paragraph: str | None
    """The item that the page begins in, or that begins on it."""
    title: str | None
    snippet: str
    """On one line, hits between MARKS."""


def search(base: sqlite3.Connection, words: str, filters: Filters, limit: int) -> list[Hit]:
    """Pages with all the words: first those with the very words, then those with compounds of them."""
    base.create_function("folded", 1, _folded, deterministic=True)
    terms = [term for term in map(_tokens, _terms(words)) if term]
    found = list(_run(base, _match(terms), filters, limit))
    if terms and len(found) < limit:
        seen = {number for number, _ in found}
        wider = _run(base, _match_parts(base, terms), filters, limit + len(found))
        found += [(number, hit) for number, hit in wider if number not in seen]
    return [hit for _, hit in found[:limit]]


def _terms(words: str) -> list[str]:
    """Words and "phrases in quotation marks"."""
    text = unicodedata.normalize("NFC", words)
    return [phrase or word for phrase, word in _TERM.findall(text)]


def _tokens(term: str) -> tuple[str, ...]:
    """What the index holds of a term: KS 2018/124 is three words in a row."""
    return tuple(_TOKEN.findall(term.replace("_", " ")))


def _match(terms: Sequence[tuple[str, ...]]) -> str:
    return " AND ".join(_phrase(term) for term in terms)


def _match_parts(base: sqlite3.Connection, terms: Sequence[tuple[str, ...]]) -> str:
    return " AND ".join(f"({' OR '.join(_alternatives(base, term))})" for term in terms)


def _alternatives(base: sqlite3.Connection, term: tuple[str, ...]) -> Iterator[str]:
    yield _phrase(term)
    if len(term) == 1 and len(term[0]) >= PART_LENGTH:
        rows = base.execute(
            "SELECT word FROM words_parts WHERE words_parts MATCH ? ORDER BY length(word), word LIMIT ?",
            (_phrase(term), MAX_PARTS),
        )
        yield from (_phrase((word,)) for (word,) in rows)


def _phrase(tokens: Sequence[str]) -> str:
    """Tokens as a string of FTS5's query language; they hold no quotation marks."""
    return f'"{" ".join(tokens)}"'


def _run(base: sqlite3.Connection, match: str, filters: Filters, limit: int) -> Iterator[tuple[int, Hit]]:
    """Pages that match, the best first; without a match, all that the filters let through."""
    conditions, values = _conditions(filters)
    if match:
        snippets = ", ".join(
            f"snippet(pages_text, {column}, ?, ?, '…', {SNIPPET_WORDS})" for column in (0, 1)
        )
        source = "pages_text JOIN pages ON pages.id = pages_text.rowid"
        conditions, values = ["pages_text MATCH ?", *conditions], [match, *values]
        order, marks = "pages_text.rank, documents.folder, pages.number", [*MARKS, *MARKS]
    else:
        snippets, source, marks = "substr(pages.text, 1, 200), ''", "pages", []
        order = "documents.folder, pages.number"
    rows = base.execute(
        f"SELECT pages.id, folder, name, number, body, date, {snippets} "
        f"FROM {source} JOIN documents ON documents.id = pages.document_id "
        f"WHERE {' AND '.join(conditions) or '1'} ORDER BY {order} LIMIT ?",
        [*marks, *values, limit],
    ).fetchall()
    for number, folder, name, page, body, date, repaired, former in rows:
        paragraph, title = _item(base, number)
        snippet = repaired if MARKS[0] in repaired or MARKS[0] not in former else former
        yield number, Hit(folder, name, page, body, date, paragraph, title, " ".join(snippet.split()))


def _conditions(filters: Filters) -> tuple[list[str], list[object]]:
    conditions: list[str] = []
    values: list[object] = []
    if filters.body is not None:
        conditions.append("instr(folded(documents.body), folded(?))")
        values.append(filters.body)
    if filters.year is not None:
        conditions.append("documents.year = ?")
        values.append(filters.year)
    for value, table, test in (
        (filters.outcome, "outcomes", "folded(outcome) = folded(?)"),
        (filters.person, "people", "instr(folded(name), folded(?))"),
        (filters.case, "case_numbers", "instr(folded(case_number), folded(?))"),
    ):
        if value is not None:
            conditions.append(_within(table, test))
            values.append(value)
    return conditions, values


def _within(table: str, test: str) -> str:
    """The page lies in an item, or in a document as a whole, that the test holds for."""
    return (
        f"EXISTS (SELECT 1 FROM {table} LEFT JOIN items ON items.id = {table}.item_id "
        f"WHERE {table}.document_id = documents.id AND {test} AND "
        "(items.first_page IS NULL OR pages.number BETWEEN items.first_page AND items.last_page))"
    )


def _item(base: sqlite3.Connection, page: int) -> tuple[str | None, str | None]:
    """Number and title of the item that a page begins in."""
    row = base.execute(
        "SELECT items.paragraph, items.title FROM items JOIN pages ON pages.document_id = items.document_id "
        "WHERE pages.id = ? AND pages.number BETWEEN first_page AND last_page ORDER BY items.id LIMIT 1",
        (page,),
    ).fetchone()
    return row or (None, None)


def _folded(text: str | None) -> str | None:
    return None if text is None else unicodedata.normalize("NFC", text).casefold()
