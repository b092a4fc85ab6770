"""A document's own run-in headings, learnt as they recur: no list knows every form's.

"Vad ärendet gäller: ..." begins a row in one item after another, where the headings that are known stand in
the same way before a colon. A single word, "Ansvarig:", must be in bold.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ..names import people
from ..text.fold import fold
from ..text.rows import Row
from . import headings
from .openings import Candidate

_BEFORE_COLON = re.compile(r"(?!Följande\b|Ordföranden\b)[A-ZÅÄÖ][^\d:.!?()]{2,50}(?=:(?:\s|$))")

MOST_WORDS = 6
LEAST_ITEMS = 2
"""Items in which a heading stands, and in which one that is known stands so, at least."""


def learn(rows: Sequence[Row], chain: Sequence[Candidate]) -> frozenset[str]:
    """The unknown headings before a colon, folded."""
    ends = [one.row for one in chain[1:]] + [len(rows)]
    known: set[int] = set()
    found: dict[str, set[int]] = defaultdict(set)
    for item, (one, end) in enumerate(zip(chain, ends, strict=True)):
        for row in rows[one.row + 1 : end]:
            match = _BEFORE_COLON.match(row.text)
            heading = headings.match(match.group()) if match else None
            if heading and heading.exact:
                known.add(item)
            elif match and (" " in match.group() or (row.words[0].bold and not row.bold)):
                found[match.group()].add(item)
    if len(known) < LEAST_ITEMS:
        return frozenset()
    return frozenset(
        fold(said) for said, items in found.items() if len(items) >= LEAST_ITEMS and _may_head(said)
    )


def _may_head(said: str) -> bool:
    """Whether what stands before a colon may be a heading: neither a name nor a sentence on who decides."""
    return said.count(" ") < MOST_WORDS and not people.is_name(said) and not headings.tells(said)
