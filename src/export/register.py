"""The register: one row per item, whatever kind of file it is written to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path

from ..schema.record import Item, Part, Person, Record, Vote
from .formats import Complain
from .places import first_places
from .stored import records
from .walk import date_of, documents, item_pointer

READABLE = ("document.pdf", "text.txt", "record.json")
"""Files of a document that a person may open, the best first; the row links to the first that is there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One item; the fields are the columns, in this order, and keep their names."""

    document: str
    """Path of the file that was read, relative to the folder that was given."""
    kind: str
    authority: str
    body: str
    date: str
    """Of the meeting, or else of the document; ISO."""
    paragraph: str
    """Number with suffix, "87 a"; empty in a letter."""
    title: str
    case_numbers: str
    decision: str
    status: str
    """beslutat, foreslaget."""
    outcome: str
    votes: str
    reservations: str
    page: int | None
    """Where the item begins, from 1."""
    grade: str
    findings: int
    """Errors and warnings about the item or about the document as a whole."""
    link: str
    """Path of the document's best readable file, relative to the register."""


COLUMNS = tuple(field.name for field in fields(Row))

_CELLS = attrgetter(*COLUMNS)  # `dataclasses.astuple` copies, at ten times the cost


def rows(out: Path, complain: Complain) -> Iterator[Row]:
    """Rows of all records under `out`, in the order of their folders; one record in memory at a time."""
    for folder, record in records(out, complain):
        yield from record_rows(record, _link(out, folder))


def record_rows(record: Record, link: str) -> Iterator[Row]:
    """One row for each item; a document without items has one row all the same, so that none is lost."""
    places = first_places(record)
    findings = _findings(record)
    common = findings.pop(None, 0)
    for pointer, owner in documents(record):
        for index, item in enumerate(owner.items or (Item(number=None, title=None),)):
            at = f"{pointer}/items/{index}"
            start = places.get(at) or places.get(pointer)
            counted = common + findings.get(at, 0)
            yield _row(record, owner, item, page=start.page if start else None, findings=counted, link=link)


def _row(
    record: Record, owner: Record | Part, item: Item, *, page: int | None, findings: int, link: str
) -> Row:
    return Row(
        document=record.source.name,
        kind=owner.kind,
        authority=owner.authority.name if owner.authority else "",
        body=owner.body or "",
        date=date_of(owner) or "",
        paragraph=paragraph(item),
        title=item.title or owner.title or "",
        case_numbers="; ".join(item.case_numbers or owner.case_numbers),
        decision=" | ".join(decision.text for decision in item.decisions),
        status=_each(decision.status for decision in item.decisions),
        outcome=_each(outcome for decision in item.decisions if (outcome := decision.outcome)),
        votes="; ".join(filter(None, map(tally, item.votes))),
        reservations=_each(person(one) for each in item.reservations for one in each.by),
        page=page,
        grade=record.quality.grade,
        findings=findings,
        link=link,
    )


def values(row: Row) -> tuple[str | int | None, ...]:
    """The cells of a row, in the order of `COLUMNS`."""
    cells: tuple[str | int | None, ...] = _CELLS(row)
    return cells


def paragraph(item: Item) -> str:
    """The item's number with its suffix; empty where it has none."""
    if item.number is None:
        return ""
    return f"{item.number} {item.suffix}" if item.suffix else str(item.number)


def person(one: Person) -> str:
    """Name and party as minutes write them: "Anna Ek (S)"."""
    if one.name is None:
        return one.party or ""
    return f"{one.name} ({one.party})" if one.party else one.name


def tally(vote: Vote) -> str:
    """The counts in words: "22 ja, 19 nej, 1 avstår"; empty where none is known."""
    counts = ((vote.yes, "ja"), (vote.no, "nej"), (vote.abstain, "avstår"), (vote.absent, "frånvarande"))
    return ", ".join(f"{count} {name}" for count, name in counts if count is not None)


def _findings(record: Record) -> dict[str | None, int]:
    """Errors and warnings by item; those about the document as a whole under None."""
    counts: dict[str | None, int] = {}
    for finding in record.findings:
        if finding.severity != "info":
            item = item_pointer(finding.at)
            counts[item] = counts.get(item, 0) + 1
    return counts


def _each(values: Iterable[str]) -> str:
    """The values without repetition, in their order."""
    return "; ".join(dict.fromkeys(filter(None, values)))


def readable(folder: Path) -> Path:
    """The document's file that a person is best served with."""
    return folder / next((name for name in READABLE if (folder / name).is_file()), READABLE[-1])


def _link(out: Path, folder: Path) -> str:
    return readable(folder).relative_to(out).as_posix()
