"""Adjournments: pauses of the meeting, from the head and from the items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text import dates
from ..text.draft import Draft, Found
from ..text.passage import Passage, of_rows
from ..text.rows import Row

_PAUSE = re.compile(r"\bajourner\w*|\bpaus\b", re.IGNORECASE)
_REASON = re.compile(
    r"(?:ajourner\w*|paus)[^.;:\d]{0,40}?\b(?P<reason>för (?!tiden|perioden)[a-zåäö][^.,;:\d]{2,40}?)"
    r"(?=\s*(?:kl\b|mellan|under|[.,;:\d(]|$))",
    re.IGNORECASE,
)


def drafts(rows: Sequence[Row]) -> list[Draft]:
    """Each pause that gives at least the time it began."""
    found: dict[tuple[object, object], Draft] = {}
    for index, row in enumerate(rows):
        pause = _PAUSE.search(row.text)
        if not pause:
            continue
        text = of_rows(rows[index : index + 2])
        end = text.text.find(".\u0020", pause.end() + 12)
        end = len(row.text) if _complete(row, pause.start()) else end if end > 0 else len(text.text)
        said = text.part(pause.start(), end)
        times = dates.times(said)
        if not times:
            continue
        pairs = [
            times[:2],
            *(times[at : at + 2] for at in range(2, len(times) - 1, 2) if _listed(said, times[at])),
        ]
        reason = _REASON.search(said.text)
        why = said.group(reason, "reason") if reason else None
        for pair in pairs:
            start, stop = Found(*pair[0]), Found(*pair[1]) if len(pair) > 1 else None
            key = (start.value, stop.value if stop else None)
            told = Found(why.text, why) if why else None
            found.setdefault(key, {"start": start, "end": stop, "reason": told})
    return list(found.values())


def _listed(said: Passage, time: tuple[str, Passage]) -> bool:
    """Whether a time goes on with the pauses before it: "14.05–14.20 och 15.30–15.40"."""
    before = said.text[: said.text.find(time[1].text)].rstrip()
    return re.search(r"\d(?:,| och| samt|, och)(?: kl\.?)?$", before) is not None


def _complete(row: Row, start: int) -> bool:
    """Whether the row itself gives two times behind the word for a pause."""
    return len(dates.times(of_rows([row]).part(start, len(row.text)))) > 1
