"""The database of the search: plain tables, described in docs/formats.md, that any SQLite tool opens."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ...errors import OutputError

FILE = "search.sqlite"

VERSION = 1
"""Of the tables, kept in the file's user_version; another version is built anew."""

_TABLES = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    folder TEXT NOT NULL UNIQUE, -- where its files lie, relative to this database
    stamp TEXT NOT NULL,         -- sizes and times of the files that were indexed
    name TEXT NOT NULL,          -- the file that was read
    kind TEXT NOT NULL,
    authority TEXT,
    body TEXT,
    title TEXT,
    date TEXT,                   -- of the meeting, or else of the document
    year INTEGER,
    grade TEXT NOT NULL
);
CREATE TABLE pages (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,     -- from 1
    text TEXT NOT NULL,          -- as repaired
    former TEXT NOT NULL         -- the words that were repaired, a line each: before → after
);
CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    paragraph TEXT,              -- number with suffix
    title TEXT,
    first_page INTEGER,
    last_page INTEGER
);
CREATE TABLE outcomes (
    document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    item_id INTEGER REFERENCES items(id) ON DELETE CASCADE,
    outcome TEXT NOT NULL
);
CREATE TABLE people (
    document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    item_id INTEGER REFERENCES items(id) ON DELETE CASCADE, -- null: present at the meeting
    name TEXT NOT NULL,
    party TEXT,
    role TEXT NOT NULL -- of attendance, or yrkande, reservation, anteckning, jav, deltar_inte, rost
);
CREATE TABLE case_numbers (
    document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    item_id INTEGER REFERENCES items(id) ON DELETE CASCADE, -- null: of the whole document
    case_number TEXT NOT NULL
);
CREATE TABLE words (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE    -- every word of the pages, in small letters
);
CREATE INDEX pages_document ON pages(document_id);
CREATE INDEX items_document ON items(document_id);
CREATE INDEX outcomes_document ON outcomes(document_id);
CREATE INDEX outcomes_item ON outcomes(item_id);
CREATE INDEX people_document ON people(document_id);
CREATE INDEX people_item ON people(item_id);
CREATE INDEX case_numbers_document ON case_numbers(document_id);
CREATE INDEX case_numbers_item ON case_numbers(item_id);

-- å, ä and ö are letters of their own: without remove_diacritics 0, "får" would find "far".
CREATE VIRTUAL TABLE pages_text USING fts5(
    text, former, content='pages', content_rowid='id', tokenize='unicode61 remove_diacritics 0'
);
CREATE TRIGGER pages_added AFTER INSERT ON pages BEGIN
    INSERT INTO pages_text(rowid, text, former) VALUES (new.id, new.text, new.former);
END;
CREATE TRIGGER pages_removed AFTER DELETE ON pages BEGIN
    INSERT INTO pages_text(pages_text, rowid, text, former) VALUES ('delete', old.id, old.text, old.former);
END;

-- Parts of compounds: three letters at a time over the list of words, far smaller than over the text.
CREATE VIRTUAL TABLE words_parts USING fts5(word, content='words', content_rowid='id', tokenize='trigram');
CREATE TRIGGER words_added AFTER INSERT ON words BEGIN
    INSERT INTO words_parts(rowid, word) VALUES (new.id, new.word);
END;
CREATE VIRTUAL TABLE pages_words USING fts5vocab('pages_text', 'row');
"""


def connect(out: Path) -> sqlite3.Connection:
    """Open the database for writing, with its tables.

    Raises:
        OutputError: it cannot be written.
    """
    try:
        base = _open(out / FILE)
        if base.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            base.close()
            (out / FILE).unlink()
            base = _open(out / FILE)
            with base:
                base.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        return base
    except (sqlite3.Error, OSError) as error:
        raise OutputError(f"{out / FILE} cannot be written: {error}") from error


def connect_reader(out: Path) -> sqlite3.Connection:
    """Open the database for reading only.

    Raises:
        OutputError: there is none, or it is of another version.
    """
    path = out / FILE
    try:
        base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        found = base.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        raise OutputError(f"{path} cannot be read: {error}") from error
    if found != VERSION:
        base.close()
        raise OutputError(
            f"{path} is of another version", next_step="build it with: justera export OUT --format search"
        )
    return base


def _open(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path)
    base.execute("PRAGMA foreign_keys = ON")
    return base
