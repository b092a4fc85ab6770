"""What an item tells of that the record lacks: a vote, a motion, a reservation, a statement, a recusal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..schema.record import Item, Kind, Record, SectionKind
from .parts import items, label
from .registry import Hit, hit

_SOMETHING = re.compile(r"\w{3}")
_NOBODY = re.compile(r"\b(?:ingen|inga|inget|ej aktuellt|utgår)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Trace:
    """How a text shows that an item has something: the kind of section, or words in any section but these."""

    field: str
    section: SectionKind
    words: re.Pattern[str] | None = None


_TRACES = (
    _Trace(
        "votes",
        SectionKind.OMROSTNING,
        re.compile(
            r"\b(?:omröstning|votering)(?:en)?(?: (?:begärs|begärdes|begärts))?(?: och)? "
            r"(?:genomförs|genomfördes|verkställs|verkställdes|verkställts|utföll|utfaller|visar|visade)\b"
            r"|\b\d+ ja-?röster\b|\bvid (?:omröstning|votering)(?:en)? (?:röstade|röstar|avg)",
            re.IGNORECASE,
        ),
    ),
    _Trace("motions", SectionKind.YRKANDEN),
    _Trace("reservations", SectionKind.RESERVATION, re.compile(r"\breserver(?:ar|ade) sig\b", re.IGNORECASE)),
    _Trace("statements", SectionKind.PROTOKOLLSANTECKNING),
    _Trace("statements", SectionKind.SARSKILT_YTTRANDE),
    _Trace("recusals", SectionKind.JAV),
    _Trace("non_participants", SectionKind.DELTAR_INTE),
)
_REPORTS = frozenset(
    {
        SectionKind.BAKGRUND,
        SectionKind.BEREDNING,
        SectionKind.BESLUTSUNDERLAG,
        SectionKind.SAMMANFATTNING,
        SectionKind.ARENDEBESKRIVNING,
        SectionKind.EXPEDIERING,
        SectionKind.OVERKLAGANDE,
        SectionKind.PROTOKOLLSANTECKNING,
        SectionKind.SARSKILT_YTTRANDE,
    }
)
"""Sections that tell what happened elsewhere."""


def unread(record: Record) -> Iterator[Hit]:
    """What the minutes' items tell of that none of their values holds."""
    if record.kind not in (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG):
        return
    for at, item in items(record):
        for trace in _TRACES:
            written = None if getattr(item, trace.field) else _shown(item, trace)
            if written:
                yield hit(f"{at}/{trace.field}", f"unread_{trace.field}", item=label(item), written=written)


def _shown(item: Item, trace: _Trace) -> str | None:
    """The words that show it; None where nothing does, or where they say that there is nothing."""
    for section in item.sections:
        if section.kind is trace.section:
            if _SOMETHING.search(section.text) and not _NOBODY.search(section.text):
                return section.heading or section.text[:LONGEST]
        elif trace.words and section.kind not in _REPORTS:
            match = trace.words.search(section.text)
            if match and not _NOBODY.search(section.text[max(0, match.start() - LONGEST) : match.end()]):
                return match[0]
    return None


LONGEST = 40
"""Characters that a message quotes, and before which a "no" may stand."""
