"""What a record says, field by field, as values that can be compared with a truth.

A value has a key, which must be equal, and a text, which must be alike; the key says where the value
belongs (the item's number), so that a decision under the wrong § counts as wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..schema.record import Item, Person, Record, Vote
from .measures import fold


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field."""

    key: tuple[object, ...]
    """Compared exactly."""
    text: str = ""
    """Compared by likeness; empty where the key says all."""


Field = Callable[[Record], Iterator[Value]]


def _document(name: str) -> Field:
    def values(record: Record) -> Iterator[Value]:
        value = getattr(record, name)
        if value is not None:
            yield Value((), fold(str(value)))

    return values


def _exact(name: str) -> Field:
    def values(record: Record) -> Iterator[Value]:
        value = getattr(record, name)
        if value is not None:
            yield Value((str(value),))

    return values


def _authority(record: Record) -> Iterator[Value]:
    if record.authority is not None:
        # Running heads print it in capitals.
        name = fold(record.authority.name).casefold()
        yield Value((name, record.authority.kind, record.authority.code))


def _case_numbers(record: Record) -> Iterator[Value]:
    yield from (Value((fold(number),)) for number in record.case_numbers)


MEETING_FIELDS = (
    "date",
    "start",
    "end",
    "place",
    "chair",
    "secretary",
    "adjusted_on",
    "items_from",
    "items_to",
)


def _meeting(record: Record) -> Iterator[Value]:
    if record.meeting is None:
        return
    for name in MEETING_FIELDS:
        value = getattr(record.meeting, name)
        if value is not None:
            yield Value((name, fold(str(value))))
    yield from (Value(("adjuster", fold(name))) for name in record.meeting.adjusters)


def _attendance(record: Record) -> Iterator[Value]:
    yield from (Value((fold(person.name),)) for person in record.attendance)


def _parties(record: Record) -> Iterator[Value]:
    yield from (Value((fold(p.name), p.party)) for p in record.attendance if p.party is not None)


def _roles(record: Record) -> Iterator[Value]:
    yield from (Value((fold(person.name), person.role)) for person in record.attendance)


def _signatures(record: Record) -> Iterator[Value]:
    yield from (Value((fold(signature.name),)) for signature in record.signatures)


def _delegation(record: Record) -> Iterator[Value]:
    shown = record.delegation
    if shown is None:
        return
    for name in ("decided_on", "on_behalf_of", "authority", "presenter", "reported_on"):
        value = getattr(shown, name)
        if value is not None:
            yield Value((name, fold(str(value))))
    yield from (Value(("decided_by", fold(decider.name))) for decider in shown.decided_by)


def _parts(record: Record) -> Iterator[Value]:
    yield from (Value((part.pages_from, part.pages_to, part.kind)) for part in record.parts)


def _contents(record: Record) -> Iterator[Value]:
    yield from (Value((entry.number,), fold(entry.title)) for entry in record.contents)


def _in_items(values: Callable[[Item], Iterator[Value]]) -> Field:
    """A field of every item; the key begins with the item's number, or its place where it has none."""

    def of_record(record: Record) -> Iterator[Value]:
        for index, item in enumerate(record.items):
            place = (item.number, item.suffix) if item.number is not None else (None, index)
            yield from (Value((place, *value.key), value.text) for value in values(item))

    return of_record


def _number(item: Item) -> Iterator[Value]:
    yield Value(())


def _title(item: Item) -> Iterator[Value]:
    if item.title is not None:
        yield Value((), fold(item.title))


def _item_case_numbers(item: Item) -> Iterator[Value]:
    yield from (Value((fold(number),)) for number in item.case_numbers)


def _sections(item: Item) -> Iterator[Value]:
    yield from (Value((section.kind,)) for section in item.sections)


def _section_texts(item: Item) -> Iterator[Value]:
    yield from (Value((section.kind,), fold(section.text)) for section in item.sections)


def _decisions(item: Item) -> Iterator[Value]:
    yield from (Value((decision.status,), fold(decision.text)) for decision in item.decisions)


def _levels(item: Item) -> Iterator[Value]:
    yield from (Value((decision.status, decision.level)) for decision in item.decisions)


def _outcomes(item: Item) -> Iterator[Value]:
    yield from (Value((d.status, d.outcome)) for d in item.decisions if d.outcome is not None)


def _points(item: Item) -> Iterator[Value]:
    for decision in item.decisions:
        yield from (Value((decision.status,), fold(point.text)) for point in decision.points)


def _by(people: tuple[Person, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((fold(person.name or ""), person.party or "") for person in people))


def _motions(item: Item) -> Iterator[Value]:
    yield from (Value((motion.kind, _by(motion.by))) for motion in item.motions)


def _tally(vote: Vote) -> tuple[object, ...]:
    return (vote.yes, vote.no, vote.abstain)


def _votes(item: Item) -> Iterator[Value]:
    yield from (Value(_tally(vote)) for vote in item.votes)


def _ballots(item: Item) -> Iterator[Value]:
    for index, vote in enumerate(item.votes):
        yield from (Value((index, fold(ballot.name), ballot.party, ballot.vote)) for ballot in vote.roll)


def _statements(name: str) -> Callable[[Item], Iterator[Value]]:
    def values(item: Item) -> Iterator[Value]:
        yield from (Value((_by(statement.by),)) for statement in getattr(item, name))

    return values


def _people(name: str) -> Callable[[Item], Iterator[Value]]:
    def values(item: Item) -> Iterator[Value]:
        yield from (Value((fold(person.name or ""), person.party)) for person in getattr(item, name))

    return values


def _basis_documents(item: Item) -> Iterator[Value]:
    yield from (Value((), fold(basis.title)) for basis in item.basis_documents)


def _recipients(item: Item) -> Iterator[Value]:
    yield from (Value((fold(recipient).rstrip("."),)) for recipient in item.recipients)


FIELDS: dict[str, Field] = {
    "kind": _exact("kind"),
    "authority": _authority,
    "body": _document("body"),
    "title": _document("title"),
    "date": _exact("date"),
    "case_numbers": _case_numbers,
    "meeting": _meeting,
    "attendance": _attendance,
    "attendance_party": _parties,
    "attendance_role": _roles,
    "items": _in_items(_number),
    "item_titles": _in_items(_title),
    "item_case_numbers": _in_items(_item_case_numbers),
    "sections": _in_items(_sections),
    "section_texts": _in_items(_section_texts),
    "decisions": _in_items(_decisions),
    "decision_levels": _in_items(_levels),
    "outcomes": _in_items(_outcomes),
    "points": _in_items(_points),
    "motions": _in_items(_motions),
    "votes": _in_items(_votes),
    "ballots": _in_items(_ballots),
    "reservations": _in_items(_statements("reservations")),
    "statements": _in_items(_statements("statements")),
    "recusals": _in_items(_people("recusals")),
    "non_participants": _in_items(_people("non_participants")),
    "basis_documents": _in_items(_basis_documents),
    "recipients": _in_items(_recipients),
    "signatures": _signatures,
    "delegation": _delegation,
    "parts": _parts,
    "contents": _contents,
}
"""Fields by the names that reports and floors use."""
