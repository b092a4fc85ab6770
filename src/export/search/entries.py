"""What of a document goes into the search: its rows, from the files on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ...schema import Change
from ...schema.record import Item, Person, Record
from .. import ledger, text
from ..places import first_places
from ..register import paragraph
from ..stored import load_record
from ..walk import date_of, documents, entries


def add(base: sqlite3.Connection, out: Path, folder: Path, stamp: str) -> None:
    """Index one document.

    Raises:
        RecordError: there is no record, or it is broken.
    """
    record = load_record(folder)
    date = date_of(record)
    number = _insert(
        base,
        "documents",
        folder=folder.relative_to(out).as_posix(),
        stamp=stamp,
        name=record.source.name,
        kind=record.kind,
        authority=record.authority.name if record.authority else None,
        body=record.body,
        title=record.title,
        date=date,
        year=int(date[:4]) if date else None,
        grade=record.quality.grade,
    )
    _add_pages(base, number, folder)
    _add_items(base, number, record)
    for _, owner in documents(record):
        for one in owner.attendance:
            _insert(base, "people", document_id=number, name=one.name, party=one.party, role=one.role)
        for case_number in owner.case_numbers:
            _insert(base, "case_numbers", document_id=number, case_number=case_number)


def _add_pages(base: sqlite3.Connection, document: int, folder: Path) -> None:
    pages = _read(folder / text.FILE).split("\f")
    changes: dict[int, list[Change]] = {}
    for change in _changes(folder):
        changes.setdefault(change.page, []).append(change)
    for number, content in enumerate(pages, 1):
        former = "\n".join(f"{change.before} → {change.after}" for change in changes.get(number, ()))
        _insert(base, "pages", document_id=document, number=number, text=content, former=former)


def _add_items(base: sqlite3.Connection, document: int, record: Record) -> None:
    for entry, (first, last) in zip(entries(record), item_pages(record), strict=True):
        item = entry.item
        number = _insert(
            base,
            "items",
            document_id=document,
            paragraph=paragraph(item) or None,
            title=item.title,
            first_page=first,
            last_page=last,
        )
        for outcome in dict.fromkeys(_outcomes(item)):
            _insert(base, "outcomes", document_id=document, item_id=number, outcome=outcome)
        for name, party, role in dict.fromkeys(_people(item)):
            _insert(base, "people", document_id=document, item_id=number, name=name, party=party, role=role)
        for case_number in item.case_numbers:
            _insert(base, "case_numbers", document_id=document, item_id=number, case_number=case_number)


def item_pages(record: Record) -> list[tuple[int | None, int | None]]:
    """First and last page of each item: an item reaches to where the next begins; None where unknown."""
    places = first_places(record)
    found = [places.get(entry.pointer) for entry in entries(record)]
    starts = [place.page if place else None for place in found]
    ends = [_next_known(starts[index + 1 :], record.source.pages) for index in range(len(starts))]
    return [
        (start, max(start, end)) if start is not None else (None, None)
        for start, end in zip(starts, ends, strict=True)
    ]


def _next_known(starts: Sequence[int | None], last: int) -> int:
    return next((start for start in starts if start is not None), last)


def _outcomes(item: Item) -> Iterator[str]:
    for decision in item.decisions:
        if decision.outcome:
            yield decision.outcome
        yield from (point.outcome for point in decision.points if point.outcome)


def _people(item: Item) -> Iterator[tuple[str, str | None, str]]:
    for motion in item.motions:
        yield from _named(motion.by, "yrkande")
    for reservation in item.reservations:
        yield from _named(reservation.by, "reservation")
    for statement in item.statements:
        yield from _named(statement.by, "anteckning")
    yield from _named(item.recusals, "jav")
    yield from _named(item.non_participants, "deltar_inte")
    for vote in item.votes:
        yield from ((ballot.name, ballot.party, "rost") for ballot in vote.roll)


def _named(people: Iterable[Person], role: str) -> Iterator[tuple[str, str | None, str]]:
    for person in people:
        if person.name:
            yield person.name, person.party, role


def _changes(folder: Path) -> tuple[Change, ...]:
    try:
        return ledger.load(folder)
    except (OSError, ValueError):
        return ()


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _insert(base: sqlite3.Connection, table: str, **values: object) -> int:
    """Add a row; table and columns are this module's own words, never the document's."""
    marks = ", ".join("?" * len(values))
    added = base.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})",
        [_plain(value) for value in values.values()],
    )
    return int(added.lastrowid or 0)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value
