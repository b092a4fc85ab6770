"""The register: one row per item, whatever kind of file it is written to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from ..schema.record import Item, Person, Record, Vote
from .formats import Complain
from .places import first_places
from .stored import records

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


def rows(out: Path, complain: Complain) -> Iterator[Row]:
    """Rows of all records under `out`, in the order of their folders; one record in memory at a time."""
    for folder, record in records(out, complain):
        yield from record_rows(record, _link(out, folder))


def record_rows(record: Record, link: str) -> Iterator[Row]:
    """One row for each item; a document without items has one row all the same, so that none is lost."""
    places = first_places(record)
    findings = _findings(record)
    common = findings.pop(None, 0)
    for index, item in enumerate(record.items or (Item(number=None, title=None),)):
        decisions = item.decisions
        yield Row(
            document=record.source.name,
            kind=record.kind,
            authority=record.authority.name if record.authority else "",
            body=record.body or "",
            date=(record.meeting.date if record.meeting else None) or record.date or "",
            paragraph=paragraph(item),
            title=item.title or record.title or "",
            case_numbers="; ".join(item.case_numbers or record.case_numbers),
            decision=" | ".join(decision.text for decision in decisions),
            status=_each(decision.status for decision in decisions),
            outcome=_each(outcome for decision in decisions if (outcome := decision.outcome)),
            votes="; ".join(filter(None, map(tally, item.votes))),
            reservations=_each(person(one) for each in item.reservations for one in each.by),
            page=start.page if (start := places.get(f"/items/{index}")) else None,
            grade=record.quality.grade,
            findings=common + findings.get(index, 0),
            link=link,
        )


def values(row: Row) -> tuple[str | int | None, ...]:
    """The cells of a row, in the order of `COLUMNS`."""
    return astuple(row)


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


def item_index(pointer: str) -> int | None:
    """The item that a JSON pointer leads into: 3 for "/items/3/title", None for "/title"."""
    parts = pointer.split("/", 3)
    if len(parts) > 2 and parts[1] == "items" and parts[2].isdecimal():
        return int(parts[2])
    return None


def _findings(record: Record) -> dict[int | None, int]:
    counts: dict[int | None, int] = {}
    for finding in record.findings:
        if finding.severity != "info":
            index = item_index(finding.at)
            counts[index] = counts.get(index, 0) + 1
    return counts


def _each(values: Iterable[str]) -> str:
    """The values without repetition, in their order."""
    return "; ".join(dict.fromkeys(filter(None, values)))


def readable(folder: Path) -> Path:
    """The document's file that a person is best served with."""
    return folder / next((name for name in READABLE if (folder / name).is_file()), READABLE[-1])


def _link(out: Path, folder: Path) -> str:
    return readable(folder).relative_to(out).as_posix()
