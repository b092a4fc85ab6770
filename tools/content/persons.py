"""People as the documents' source files name them: "Åsa Öhrnell (S)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from justera.schema.record import Attendee, Person, Role

_TAGGED = re.compile(r"(.+?) \((\S+)\)")


def person(tagged: str) -> Person:
    """A person from "Åsa Öhrnell (S)"; a party as a whole from "(S)"; without brackets, no party."""
    match = _TAGGED.fullmatch(tagged)
    if match:
        return Person(name=match[1], party=match[2])
    return Person(name=None, party=tagged[1:-1]) if tagged.startswith("(") else Person(name=tagged)


def persons(tagged: Iterable[str]) -> tuple[Person, ...]:
    """People from "Åsa Öhrnell (S)"."""
    return tuple(person(one) for one in tagged)


def attendee(entry: Mapping[str, str]) -> Attendee:
    """One who was at the meeting, from a table of name, role, title, replaces, items."""
    who = person(entry["name"])
    return Attendee(
        name=who.name or "",
        party=who.party,
        role=Role(entry.get("role", "ledamot")),
        title=entry.get("title"),
        replaces=entry.get("replaces"),
        items=entry.get("items"),
    )
