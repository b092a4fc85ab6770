"""The people of one line of an attendance list: with a party each, or officials with their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...schema.record import Role
from ..names import people
from ..text.draft import Draft
from ..text.passage import Passage, together
from . import attendee, officials

_PLURAL = re.compile(r"\b(?:ersättarna|ledamöterna)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"(?:[,;.\s]|och\b|samt\b)+")
_PARTED = re.compile(r"[,;]| (?:och|samt) |\. (?=[A-ZÅÄÖ])")
"""What parts the words on one person from those on the next."""

_VACANT = frozenset({"vakant", "vakans"})


def of_line(line: Passage, role: Role) -> list[Draft]:
    """The people of one logical line of a list; `role` is what its label makes them."""
    persons = _persons(line)
    if not persons:
        return list(officials.of_line(line, role))
    end = _end(line, persons[-1].end)
    behind = line.part(end, len(line.text))
    own = line.part(0, end)
    return [*_with_party(own, _persons(own), role), *officials.of_line(behind, Role.TJANSTEPERSON)]


def _end(line: Passage, start: int) -> int:
    """Where the sentences on people with a party end: "Bo Ek (m), § 5. Skolchef Åsa Öst"."""
    for stop in _STOP.finditer(line.text, start):
        if officials.names(line.part(stop.end(), len(line.text))):
            return stop.end()
    return len(line.text)


_STOP = re.compile(r"(?<=[\w)])\. +(?=[A-ZÅÄÖ])")


def _persons(line: Passage) -> list[people.Mention]:
    """Those with a party, and who serves for one of them without having one behind the name."""
    found: list[people.Mention] = []
    start = 0
    for one in people.with_party(line):
        if attendee.REPLACES.search(line.text[start : one.start]):
            found += list(people.bare(line, start, one.start))[-1:]
        found.append(one)
        start = one.end
    return found


def _with_party(line: Passage, persons: Sequence[people.Mention], role: Role) -> Iterator[Draft]:
    """People with a party; words after a name belong to it, words straight before one to that one."""
    before = line.part(0, persons[0].start)
    index = 0
    while index < len(persons):
        one, replaced = persons[index], None
        end = _next(persons, index, line)
        between = line.text[one.end : end] if index + 1 < len(persons) else ""
        absent = attendee.REPLACED.search(between) or (
            attendee.STOOD_FOR.search(between) if len(persons) == 2 else None
        )
        if absent or attendee.REPLACES.search(between):
            index += 1
            tail = line.part(one.end, persons[index].start)
            one, replaced = (persons[index], one) if absent else (one, persons[index])
            rest, following = _halves(line, persons[index].end, _next(persons, index, line))
        else:
            tail, following = _halves(line, one.end, end)
            rest = tail
        index += 1
        at = officials.begins(rest)
        behind = rest.part(at, len(rest.text)) if at is not None else None
        own = rest.part(0, at) if at is not None else rest
        replaced = replaced or replaced_by(own)
        away = replaced is None and attendee.ABSENT.search(own.text)
        if one.name and one.name.text.casefold() not in _VACANT and not away:
            office = line.part(one.start + len(one.name.text), one.end)  # "Åsa Ek, ordförande (C)"
            about = together([office, before])
            tail = own if tail is rest else tail
            yield attendee.draft(one, role, before=about, tail=tail, rest=own, replaced=replaced)
        if behind:
            yield from officials.of_line(behind, role if behind.text[0].isupper() else Role.TJANSTEPERSON)
        before = following if following or not _PLURAL.search(before.text) else before


def replaced_by(rest: Passage) -> people.Mention | None:
    """Whom a deputy serves for, named without a party: "tjänstgörande ersättare för Karin Ek"."""
    return next((one for one in people.bare(rest) if attendee.REPLACES.search(rest.text[: one.start])), None)


def _next(persons: Sequence[people.Mention], index: int, line: Passage) -> int:
    return persons[index + 1].start if index + 1 < len(persons) else len(line.text)


def _halves(line: Passage, start: int, end: int) -> tuple[Passage, Passage]:
    """What belongs to the person before, and what to the person after: parted at the last separator."""
    if end == len(line.text):
        return line.part(start, end), line.part(end, end)
    cut = max((match.start() for match in _PARTED.finditer(line.text, start, end)), default=end)
    after = line.part(cut, end)
    lead = _SEPARATOR.match(after.text)
    return line.part(start, cut), after.part(lead.end() if lead else 0, len(after.text))
