"""R60-R62: reservations, statements and the appendices that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema.record import Item, Person, Record
from .actors import only_deputy
from .names import is_listed, same_person
from .parts import items, label, taken
from .registry import Hit, hit, rule

OWN_WORDS = 40
"""Characters of a motion that must be in the decision before it counts as the mover's own."""

KINDS = {"reservations": "reservation", "statements": "protokollsanteckning"}

_APPENDIX = re.compile(r"\bbilaga\s+([A-ZÅÄÖ]|\d{1,2})\b", re.IGNORECASE)


@rule("R60")
def took_part(record: Record) -> Iterator[Hit]:
    """A reservation is a decider's: not of one who stood aside, was recused, or sat as a deputy."""
    for at, item in items(record):
        for index, reservation in enumerate(item.reservations):
            for place, person in enumerate(reservation.by):
                case = _objection(person, item, record) if person.name else None
                if case:
                    pointer = f"{at}/reservations/{index}/by/{place}"
                    yield hit(pointer, case, item=label(item), name=person.name)


def _objection(person: Person, item: Item, record: Record) -> str | None:
    name = person.name or ""
    if is_listed(name, [other.name for other in item.non_participants if other.name]):
        return "aside"
    if is_listed(name, [other.name for other in item.recusals if other.name]):
        return "recused"
    if only_deputy(name, record, item):
        return "deputy"
    return "own" if _won_with_own_words(name, item) else None


def _won_with_own_words(name: str, item: Item) -> bool:
    """Whether all that a person moved stands in the decision word for word."""
    own = [m.text for m in item.motions if any(same_person(p.name or "", name) for p in m.by)]
    decided = " ".join(" ".join(decision.text.split()) for decision in taken(item))
    long_enough = [text for text in own if len(text) >= OWN_WORDS]
    return bool(own) and len(long_enough) == len(own) and all(" ".join(t.split()) in decided for t in own)


@rule("R61")
def words_and_owner(record: Record) -> Iterator[Hit]:
    """A reservation is somebody's and says something, if only that its reasons are not given."""
    for at, item in items(record):
        for name, kind in KINDS.items():
            for index, statement in enumerate(getattr(item, name)):
                place = f"{at}/{name}/{index}"
                if not statement.text.strip():
                    yield hit(f"{place}/text", "text", item=label(item), kind=kind)
                if not statement.by and name == "reservations":
                    yield hit(f"{place}/by", "owner", item=label(item), kind=kind)


@rule("R62")
def appendix_there(record: Record) -> Iterator[Hit]:
    """A reference to "bilaga 3" is to one of the appendices that the file holds."""
    there = {
        match[1].upper()
        for item in record.items
        for section in item.sections
        if (match := _APPENDIX.match(section.heading or ""))
    }
    if not there:
        return
    for at, item in items(record):
        for index, reservation in enumerate(item.reservations):
            for match in _APPENDIX.finditer(reservation.text):
                if match[1].upper() not in there:
                    values = {"written": match[0], "there": ", ".join(sorted(there))}
                    yield hit(f"{at}/reservations/{index}/text", "missing", item=label(item), **values)
