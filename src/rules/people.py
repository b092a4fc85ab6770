"""R30-R33: who was present, in what role."""

from __future__ import annotations

from collections.abc import Iterator

from ..schema.record import Attendee, AuthorityKind, Kind, Record, Role
from . import ranges
from .bodies import body_kind
from .laws import binds_municipal_law
from .names import is_listed, same_person
from .parts import serving
from .registry import Hit, hit, rule

LEAST_DECIDING = {"fullmaktige": 11, "utskott": 2, "presidium": 1, "beredning": 1}
"""Least number that can decide: over half of 21 seats, the smallest fullmäktige (5:5; not of a joint
authority); other bodies 3."""


@rule("R30")
def one_role(record: Record) -> Iterator[Hit]:
    """A deputy who serves at some items is listed for those, and as not serving for the others."""
    deputies = [person for person in record.attendance if person.role is Role.ERSATTARE]
    for index, person in enumerate(record.attendance):
        if person in serving(record):
            for deputy in deputies:
                if same_person(person.name, deputy.name):
                    yield from _overlap(f"/attendance/{index}", person, deputy)


def _overlap(at: str, deciding: Attendee, idle: Attendee) -> Iterator[Hit]:
    if deciding.items is None and idle.items is None:
        yield hit(at, "both", name=deciding.name, where="")
        return
    if deciding.items is None or idle.items is None:
        # One list without numbers: the deputy served for a part of the meeting, and the other is the rest.
        return
    here, there = ranges.parse(deciding.items), ranges.parse(idle.items)
    if here and there and here[0] and there[0] and here[1] & there[1]:
        yield hit(at, "both", name=deciding.name, where=f" (§ {min(here[1] & there[1])})")


def _is_private(record: Record) -> bool:
    """Whether it is an association's, whose members come to its meeting without a list."""
    return record.authority is not None and record.authority.kind is AuthorityKind.FORENING


@rule("R31")
def quorum(record: Record) -> Iterator[Hit]:
    """A body cannot decide with fewer than the least number of its kind."""
    deciding = serving(record)
    whole = any(person.role is not Role.TJANSTGORANDE_ERSATTARE for person in deciding)
    count = len({person.name for person in deciding}) if whole else 0
    if record.kind is Kind.PROTOKOLL and not count and record.items and not _is_private(record):
        yield hit("/attendance", "nobody")
    kind = body_kind(record.body) if record.body else None
    if record.kind is not Kind.PROTOKOLL or not count or not kind or not binds_municipal_law(record):
        return
    joint = "förbund" in (record.body or "").casefold()
    least = 3 if joint else LEAST_DECIDING.get(kind, 3)
    if kind in ("fullmaktige", "styrelse", "namnd", "utskott") and count < least:
        yield hit("/attendance", "few", count=count, body=record.body, least=least)


@rule("R32")
def replacements(record: Record) -> Iterator[Hit]:
    """Whom a serving deputy replaces is away, is replaced once, and is most often of the same party."""
    replacing: list[Attendee] = []
    for index, person in enumerate(record.attendance):
        if person.replaces is None:
            continue
        at = f"/attendance/{index}/replaces"
        if same_person(person.name, person.replaces):
            yield hit(at, "self", name=person.name)
            continue
        yield from _replaced(at, person, record, replacing)
        replacing.append(person)


def _replaced(at: str, person: Attendee, record: Record, earlier: list[Attendee]) -> Iterator[Hit]:
    assert person.replaces is not None
    names = {"replaced": person.replaces, "name": person.name}
    listed = [other for other in record.attendance if same_person(other.name, person.replaces)]
    for other in earlier:
        if same_person(other.replaces or "", person.replaces) and not (other.items or person.items):
            yield hit(at, "twice", **names, other=other.name)
    for other in listed:
        if other in serving(record) and not other.items and not person.items:
            yield hit(at, "present", **names)
        if other.party and person.party and other.party.casefold() != person.party.casefold():
            yield hit(at, "party", **names, party=person.party, other=other.party)


LEAST_LISTED = 3
"""Fewer deciding members are no list: the minutes keep it elsewhere, or it was not read (R31)."""


@rule("R33")
def adjuster_present(record: Record) -> Iterator[Hit]:
    """Adjusters are among those present, and beside the chair."""
    meeting = record.meeting
    if record.kind is not Kind.PROTOKOLL or meeting is None:
        return
    present = [person.name for person in record.attendance if person.role is not Role.JUSTERARE]
    for index, name in enumerate(meeting.adjusters):
        at = f"/meeting/adjusters/{index}"
        if len(serving(record)) >= LEAST_LISTED and not is_listed(name, present):
            yield hit(at, "absent", name=name)
        if meeting.chair is not None and same_person(name, meeting.chair) and len(meeting.adjusters) == 1:
            yield hit(at, "chair", name=name)
