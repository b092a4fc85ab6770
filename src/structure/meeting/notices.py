"""What sentences say of adjustment and posting: "Tillkännagivet på anslagstavlan den 14 maj 1978"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..landmarks.label_cells import of_row_labels
from ..names import people
from ..swedish import patterns
from ..text import dates
from ..text.draft import Found
from ..text.passage import of_rows
from ..text.rows import Row

_WAYS = {
    name: patterns.compiled("notices", name)
    for name in ("adjusted_on", "posted_on", "removed_on", "appeal_by")
}
_ADJUSTED_BY = patterns.compiled("notices", "adjusted_by")
_KEPT = patterns.compiled("notices", "storage")
_NEAR = re.compile(r"\W*(?:den|dag)?\W*", re.IGNORECASE)
"""What may stand between the words that tell and the date."""


def told(rows: Sequence[Row], year: int | None) -> dict[str, Found]:
    """Dates of adjustment, posting and removal that sentences give, by the record's names.

    Args:
        rows: of the head and of the foot.
        year: for dates that name none.
    """
    found: dict[str, Found] = {}
    if not rows:
        return found
    breaks = [row.gap or bool(of_row_labels(row)) for row in rows]  # no sentence runs into a label
    for text in of_rows(rows, paragraphs=breaks).paragraphs():
        for name, pattern in _WAYS.items():
            by = _ADJUSTED_BY.finditer(text.text) if name == "adjusted_on" else ()
            for match in (*pattern.finditer(text.text), *by):
                near = _NEAR.match(text.text, match.end())
                start = near.end() if near else match.end()
                date = dates.first(text.part(start, start + LONGEST), year=year)
                if date and text.text.startswith(date[1].text, start):
                    found.setdefault(name, Found(*date))
    return found


def adjusters(rows: Sequence[Row]) -> list[Found]:
    """Who adjusted by a sentence that says when: "Justerat av Åsa Ek och Bo Öst 2023-10-09"."""
    text = of_rows(rows)
    match = _ADJUSTED_BY.search(text.text)
    named = people.named(text, *match.span("names")) if match else []
    return [Found(one.name.text, one.name) for one in named if one.name]


def storage(rows: Sequence[Row]) -> Found | None:
    """Where a sentence says that the minutes are kept: "Protokollet förvaras på kansliet"."""
    text = of_rows(rows)
    match = _KEPT.search(text.text)
    if match is None:
        return None
    end = text.text.find(". ", match.end())
    place = text.part(match.end(), end if end > 0 else len(text.text))
    return Found(place.text.rstrip("."), place) if len(place.text) < LONGEST_PLACE else None


LONGEST_PLACE = 80
"""Letters of a place; a longer text goes on with other things."""

LONGEST = 24
"""Letters of the longest date, "30 september 1978" with what stands around it."""
