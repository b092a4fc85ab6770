"""A document's own run-in headings, learnt as they recur: no list knows every form's.

"Vad ärendet gäller: ..." begins a row in one item after another, where the headings that are known stand in
the same way before a colon.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from . import headings, people
from .fold import fold
from .openings import Candidate
from .rows import Row

_BEFORE_COLON = re.compile(r"(?!Följande\b|Ordföranden\b)[A-ZÅÄÖ][^\d:.!?()]{2,50}(?=:(?:\s|$))")

MOST_WORDS, LEAST_WORDS = 6, 2
LEAST_ITEMS = 2
"""Items in which a heading stands, and known headings that stand so in the document, at least."""


def learn(rows: Sequence[Row], chain: Sequence[Candidate]) -> frozenset[str]:
    """The unknown headings before a colon, folded."""
    ends = [one.row for one in chain[1:]] + [len(rows)]
    found: dict[str, set[int]] = defaultdict(set)
    for item, (one, end) in enumerate(zip(chain, ends, strict=True)):
        for row in rows[one.row + 1 : end]:
            if match := _BEFORE_COLON.match(row.text):
                found[match.group()].add(item)
    known = [said for said in found if (heading := headings.match(said)) and heading.exact]
    if len(known) < LEAST_ITEMS:
        return frozenset()
    return frozenset(
        fold(said)
        for said, items in found.items()
        if len(items) >= LEAST_ITEMS and said not in known and _may_head(said)
    )


def _may_head(said: str) -> bool:
    """Whether what stands before a colon may be a heading: neither a name nor a sentence on who decides."""
    words = said.count(" ") + 1
    return LEAST_WORDS <= words <= MOST_WORDS and not people.is_name(said) and not headings.tells(said)
