"""Who answered when the roll was called: councils of old list it in their first item, not in a head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...schema.record import Role
from ..landmarks import labels
from ..landmarks.labels import Field
from ..names import authority, people
from ..text import sentences
from ..text.draft import Draft
from ..text.passage import Passage, of_rows
from ..text.rows import Row
from . import attendance, attendee, attendees, logical_lines

MOST_ROWS = 60
"""Rows of the items among which the first one's list stands."""

MOST_TOLD = 20
"""Rows of the sentence that names those present, where they stand in no list."""

MOST_BEFORE_SIGN = 6
"""Letters before the sign of a next item: "KS § 37", "37 §"."""

_LISTED = re.compile(r"\b(?:närvarande|tillstädes|närvaro)\b[^.:]{0,40}:$", re.IGNORECASE)
""" "Vid förrättat upprop befunnos följande ledamöter närvarande:"."""

_ALSO = re.compile(
    r"(?:Dessutom|Vidare|Därjämte|Härjämte|Jämväl|Därutöver|Härutöver|Även|Närv)\w* "
    r"(?:närv|voro|var|deltog|är|\w+ närvarande)|Närvoro|Närvarade"
)
""" "Därjämte var närvarande ersättaren Åsa Ek (m) och direktören Bo Öst"."""

_CALLED_IN = re.compile(
    r"\b(?:inkalla(?:ts|des|t|de)|inträtt|inträdde|inträda|tjänstgjorde|tjänstgör)\b"
    r"(?: till tjänstgöring| som (?:ersättare|suppleanter))?:?\s*",
    re.IGNORECASE,
)
""" "i vilkas ställe inkallats suppleanterna Folke Ek och Anna Sjö"."""


def drafts(body: Sequence[Row], head: Sequence[Field]) -> list[Draft]:
    """The members that a list of the first item names, and the deputies called in for others.

    Args:
        body: rows of the items.
        head: labelled values above them, which may tell who wrote.
    """
    rows = body[:MOST_ROWS]
    start = next((index + 1 for index, row in enumerate(rows) if _opens(row)), None)
    members: list[Draft] = []
    if start is not None:
        end = next((at for at in range(start, len(rows)) if not _names(rows[at])), len(rows))
        told = sentences.split(of_rows(rows[start : start + MOST_TOLD])) if end == start else []
        for line in told[:1] or logical_lines.of_list(rows[start:end]):
            members += attendees.of_line(line, Role.LEDAMOT)
        behind = takewhile(lambda row: "§" not in row.text[:MOST_BEFORE_SIGN], rows[end : end + MOST_TOLD])
        told = told[1:] or sentences.split(of_rows(list(behind)))
        for line in (sentence for sentence in told if _ALSO.match(sentence.text)):
            members += attendees.of_line(line, Role.TJANSTEPERSON)
        if all(one["role"] != Role.ORDFORANDE.value for one in members):
            members += presiding(body)
    wrote = [row for field in head if field.name == "secretary" for row in field.rows[:1]] if members else []
    writers = [
        one for line in logical_lines.of_list(wrote) if people.is_name(line.text)
        for one in attendees.of_line(line, Role.SEKRETERARE)
    ]  # fmt: skip
    return attendance.together([*members, *_deputies(rows), *writers])


_PRESIDES = re.compile(r"\b[Oo]rdföranden,? (?=\S+ \S.{3,60}\b(?:förklara|öppna|hälsa|inled)\w* )", re.DOTALL)
""" "Ordföranden Åsa Ek (s) förklarade sammanträdet öppnat": nobody else is listed."""


def presiding(body: Sequence[Row]) -> list[Draft]:
    """The member whom a sentence of the first items names as the one who led."""
    for sentence in sentences.split(of_rows(body[:MOST_ROWS])):
        if (match := _PRESIDES.search(sentence.text)) is not None:
            found = people.with_party(sentence, match.end())
            return (
                [attendee.draft(found[0], Role.ORDFORANDE)]
                if found[:1] and found[0].start == match.end()
                else []
            )
    return []


def _opens(row: Row) -> bool:
    """Whether the list of those present begins below a row."""
    return _LISTED.search(row.text) is not None or labels.match(row.text) == "members"


def _names(row: Row) -> bool:
    """Whether every cell of a row names somebody, or the municipality that those below it come from."""
    return authority.is_name(row.text) or all(_is_person(cell.text) for cell in row.cells)


def _is_person(text: str) -> bool:
    whole = Passage(text)
    return len(text.split()) < MOST_WORDS and bool(
        people.with_party(whole) or people.is_name(text) or any(people.titled(whole))
    )


MOST_WORDS = 9


def _deputies(rows: Sequence[Row]) -> Iterator[Draft]:
    for sentence in sentences.split(of_rows(rows)):
        called = _CALLED_IN.search(sentence.text)
        if called is None or "ordförande" in sentence.text:
            continue  # "I hans ställe tjänstgör Åsa Ek som ordförande"
        line = sentence.part(called.end(), len(sentence.text))
        yield from attendees.of_line(line, Role.TJANSTGORANDE_ERSATTARE)
        return
