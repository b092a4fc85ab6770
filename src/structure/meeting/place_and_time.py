"""When the meeting began and ended, and where it was held.

Three places say so: labelled values of the head, the sentence of a heading ("fört vid sammanträde den 9 juni
2021 kl. 14.00 i Stadshuset"), and, of times, sentences of the items ("Sammanträdet öppnades kl. 10.00").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from ..landmarks import labels
from ..landmarks.labels import Field
from ..swedish import patterns
from ..text import dates
from ..text.draft import Found
from ..text.passage import Passage, of_row, of_rows, together
from ..text.rows import Row

Told = tuple[str, Passage]
"""A time as the record has it, and the words that say it."""


def times(
    head: Sequence[Field], heading: Sequence[Row], body: Sequence[Row]
) -> tuple[Found | None, Found | None]:
    """When the meeting began and ended.

    Args:
        head: labelled values above the first item.
        heading: all rows above the first item.
        body: rows of the items, which say it where the head does not.
    """
    found = _labelled(head) or dates.times(sentence(heading))[:2]
    start = Found(*found[0]) if found else _said(body, _OPENED)
    end = Found(*_end(found)) if len(found) > 1 else _said(body, _CLOSED)
    return start, end


def place(head: Sequence[Field], heading: Sequence[Row]) -> Found | None:
    """Where the meeting was held."""
    for field in _fields(head, ("place", "place_and_time", "time")):
        where = _without_times(_unbroken(_value(field)))
        if where:
            return Found(where.text, where)
    told = _without_pauses(sentence(heading))
    times = list(_WHEN.finditer(told.text))
    behind = _WHERE.match(told.text, times[-1].end()) if times else None
    if behind:
        return _named(told, behind)
    above = of_rows(heading[:MOST_TOLD])
    held = _HELD_AT.search(above.text)
    return _named(above, held) if held else None


def _value(field: Field) -> list[Row]:
    """The rows of a place: up to a notice, or to a paragraph that begins elsewhere on the line."""
    first = field.rows[0]
    return list(
        itertools.takewhile(
            lambda row: not _NOTICE.match(row.text) and not (row.gap and abs(row.x0 - first.x0) > row.height),
            field.rows,
        )
    )


def _fields(head: Sequence[Field], names: Sequence[str]) -> list[Field]:
    """The fields of these names that have a value, by the order of the names."""
    return [field for name in names for field in head if field.name == name and field.rows]


# Labelled values


def _labelled(head: Sequence[Field]) -> list[Told]:
    fields = _fields(head, ("place_and_time", "time", "date", "place"))
    return next((found for field in fields if (found := dates.times(_unbroken(field.rows)))), [])


def _end(found: Sequence[Told]) -> Told:
    """When it ended: the second time, of two sittings of a day the last, "08.15–12.00, 13.00–14.35"."""
    sittings = len(found) == 4 and [value for value, _ in found] == sorted(value for value, _ in found)
    return found[3] if sittings else found[1]


_AJOURNED = re.compile(
    r"[,;(]?\s*\b(?:ajourner\w*|paus)\b(?:[^.;]|kl\.){0,40}?\d{1,2}[.:]\d{2}(?:\s*(?:[-–—]|till|och)\s*(?:kl\.?\s*)?\d{1,2}[.:]\d{2})?\)?"
    r"|\bajourner\w*[^.;]*",
    re.IGNORECASE,
)


def _unbroken(rows: Sequence[Row]) -> Passage:
    """What rows say, without the pauses."""
    return _without_pauses(of_rows(rows))


def _without_pauses(text: Passage) -> Passage:
    pieces, start = [], 0
    for pause in _AJOURNED.finditer(text.text):
        pieces.append(text.part(start, pause.start()))
        start = pause.end()
    return together([*pieces, text.part(start, len(text.text))])


_WHEN = patterns.compiled("meeting", "when")
_NOTICE = re.compile(
    r"(?:Vid )?(?:Förhinder|Förfall)\b|(?:Ersättare|Ledamot|Den) .*\b(?:kallas|anmäl\w+|meddela\w*)\b"
)
""" "Förhinder anmäls till sekreteraren" below the place of a summons."""


def _without_times(text: Passage) -> Passage | None:
    """The longest piece of a value that is no day and no time."""
    times = list(_WHEN.finditer(text.text))
    starts = [0, *(match.end() for match in times)]
    ends = [*(match.start() for match in times), len(text.text)]
    pieces = [_trimmed(text.part(start, end)) for start, end in zip(starts, ends, strict=True)]
    lettered = [piece for piece in pieces if sum(map(str.isalpha, piece.text)) > LEAST_LETTERS]
    return max(lettered, key=lambda piece: len(piece.text), default=None)


LEAST_LETTERS = 3
"""A place has more letters."""


def _trimmed(piece: Passage) -> Passage:
    text = re.sub(r"(?:[\s,;:–-]|(?<=\w{4})\.|\b(?:den|kl|klockan|och|å|cirka|ca)\b\.?)+$", "", piece.text)
    lead = re.match(r"(?:[\s,;:.–-]|\b(?:den|och|i|å|cirka|ca)\b|(?:Plats|Lokal)\b)*", text)
    return piece.part(lead.end() if lead else 0, len(text))


# The sentence of a heading


_OTHER_TIMES = re.compile(r"\b(?:justera|anslag|anslås|tillkänna|signera|underteckna)", re.IGNORECASE)


def sentence(heading: Sequence[Row]) -> Passage:
    """The sentence that gives day and time: "fört vid sammanträde den 9 juni 2021 kl. 14.00"."""
    for index, row in enumerate(heading):
        if dates.first(of_row(row)) and not _OTHER_TIMES.search(row.text):
            below = list(itertools.takewhile(_goes_on, heading[index + 1 : index + 3]))
            text = of_rows([row, *below])
            if dates.times(text):
                return text
    return Passage("")


def _goes_on(row: Row) -> bool:
    """Whether a row may go on with a sentence above it: it opens no paragraph and holds no label."""
    return not row.gap and len(row.cells) == 1 and not labels.match(row.text.split(":")[0])


_WHERE = re.compile(r"\W*(?:på|i|å|vid) (?P<place>[^;]+?)(?:\.\s.*|[.,]?)$")
"""Where a meeting was held, behind its time: "kl. 14.00–16.10 på bolagets kontor"."""

_HELD_AT = re.compile(
    r"(?:[Ss]ammanträde|[Mm]öte|[Ss]tämma|[Ss]ammankomst)\w*\b.{0,90}?\b(?:i|å|på|uti|vid) "
    r"(?P<place>(?:[A-ZÅÄÖ]\w+ )?"
    r"\w*(?:stuga|hus|sal|skola|rum|gård|kontor|lokal|kansli|station|expedition|hem)\w*\b"
    r"[^,.;\d]{0,30}?(?:, [A-ZÅÄÖ]\w+)?)"
    r"(?=,?\s+(?:den|fredag|lördag|söndag|måndag|tisdag|onsdag|torsdag)|[.,;]|$)"
)
""" "... hållet med kommunalnämnden i Ås uti sockenstugan den 14 mars 1908"."""

MOST_TOLD = 6
"""Rows of a heading's sentence."""


def _named(text: Passage, match: re.Match[str]) -> Found:
    where = text.group(match, "place")
    return Found(where.text, where)


# Sentences of the items


_OPENED = re.compile(
    r"\b(?:(?:sammanträdet|mötet|stämman|förhandlingarna) (?:öppna\w+|börja\w+|inled\w+|tog sin början)"
    r"|öppnar (?:sammanträdet|mötet|stämman))\b",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"\b(?:(?:sammanträdet|mötet|stämman) (?:avsluta\w+|förklara\w+ avsluta\w+|slutade)"
    r"|(?:avsluta\w+|förklara\w+) (?:sammanträdet|mötet|stämman))\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"\.\s+[A-ZÅÄÖ]")


def _said(body: Sequence[Row], form: re.Pattern[str]) -> Found | None:
    """The time in a sentence of an item: "Sammanträdet öppnades kl. 10.00"."""
    for index, row in enumerate(body):
        if form.search(row.text):
            text = of_rows(body[index : index + 2])
            match = form.search(text.text)
            stop = _STOP.search(text.text, match.end()) if match else None
            end = stop.start() if stop else len(text.text)
            told = dates.times(text.part(match.start(), end)) if match else []
            if told:
                return Found(*told[0])
    return None
