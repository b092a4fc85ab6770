"""Ways through a record that several rules take: parts with their JSON pointers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema.record import Attendee, Decision, Item, Kind, Person, Record, Role, SectionKind

SERVING = frozenset({Role.ORDFORANDE, Role.VICE_ORDFORANDE, Role.LEDAMOT, Role.TJANSTGORANDE_ERSATTARE})
"""Who decides at a meeting."""

MINUTES = frozenset({Kind.PROTOKOLL})
MEETING_KINDS = frozenset(
    {Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG, Kind.KALLELSE, Kind.FOREDRAGNINGSLISTA, Kind.ANSLAG}
)
"""Kinds of documents that belong to a meeting of a body."""

_UNADJUSTED = re.compile(r"ojuster|snabbprotokoll|beslutslista|i korthet|preliminär", re.IGNORECASE)
_ADJUSTED_AT_ONCE = re.compile(r"omedelbar\w*\s+juster|juster\w*\s+omedelbar|\(OJ\)", re.IGNORECASE)


def items(record: Record) -> Iterator[tuple[str, Item]]:
    """Items with their pointers."""
    for index, item in enumerate(record.items):
        yield f"/items/{index}", item


def decisions(record: Record) -> Iterator[tuple[str, Item, Decision]]:
    """All decisions, with pointer and item."""
    for at, item in items(record):
        for index, decision in enumerate(item.decisions):
            yield f"{at}/decisions/{index}", item, decision


def taken(item: Item) -> tuple[Decision, ...]:
    """The decisions of an item that were taken, not merely proposed."""
    return tuple(decision for decision in item.decisions if decision.status == "beslutat")


def serving(record: Record) -> tuple[Attendee, ...]:
    """Who is listed as deciding at the meeting."""
    return tuple(person for person in record.attendance if person.role in SERVING)


def label(item: Item) -> str:
    """How a person calls the item: "§ 12a"."""
    return f"§ {item.number}{item.suffix or ''}" if item.number is not None else item.title or "?"


def item_text(item: Item) -> str:
    """The text of all sections of an item."""
    return "\n".join(section.text for section in item.sections)


def section_text(item: Item, *kinds: SectionKind) -> str:
    """The text of the sections of these kinds."""
    return "\n".join(section.text for section in item.sections if section.kind in kinds)


def persons(item: Item) -> Iterator[tuple[str, Person]]:
    """Everyone who acts in an item, with the pointer below the item: movers, reservers, recused."""
    for name in ("motions", "reservations", "statements"):
        for index, act in enumerate(getattr(item, name)):
            for place, person in enumerate(act.by):
                yield f"/{name}/{index}/by/{place}", person
    for name in ("recusals", "non_participants"):
        for index, person in enumerate(getattr(item, name)):
            yield f"/{name}/{index}", person


def is_unadjusted(record: Record) -> bool:
    """True for a quick list of decisions, published before anyone has adjusted it."""
    return _UNADJUSTED.search(record.title or "") is not None


def is_adjusted_at_once(record: Record) -> bool:
    """True where some item says that it was adjusted at the meeting; such items may be in another file."""
    texts = (f"{item.title or ''}\n{item_text(item)}" for item in record.items)
    return any(_ADJUSTED_AT_ONCE.search(text) for text in (record.title or "", *texts))
