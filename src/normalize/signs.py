"""Section signs that were read as a figure or a letter: `den 3 maj 2024, 8 634` was `§ 634`.

Left alone, the two look like one number (`8 634`). Only where nothing but a section sign can have stood is it
put back, and every one is put before a person: what a number says is never settled by its looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from .verdict import AS_LIKELY, Verdict

SIGN = frozenset({"8", "S", "$", "&"})
"""What one section sign is read as."""

PAIR = frozenset({"88", "8§", "§8", "S§", "§S", "SS", "$$", "§$", "$§", "8S", "S8", "&&"})
"""What two are read as."""

MONTH = re.compile(
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$",
    re.IGNORECASE,
)

YEAR = re.compile(r"(?:19|20)\d\d,$")
"""The end of a date after which a section is named: `den 3 maj 2024, § 634`."""

NUMBER = re.compile(r"\d{1,4}[.,;:)]*$")

RANGE = re.compile(r"\d{1,4}[-\u2013]\d{1,4}[.,;:)]*$")
"""`61-64`: what two section signs stand before, and a single number or word does not."""

CALLED = re.compile(r"paragraf(?:er|erna)?:?$", re.IGNORECASE)
"""What must stand before two figures for them to be section signs: telephone numbers look alike."""

CONFIDENCE = 0.95
"""An estimate: readings with a known truth hold some thirty, and all were section signs."""

RULE = "sign"
EVIDENCE = "a section sign: a date stands before it and a number after, or a range of numbers"


def restored(rows: Sequence[list[Verdict]]) -> list[list[Verdict]]:
    """The verdicts of a page, with the section signs that its words ask for."""
    flat = list(chain.from_iterable(rows))
    found = dict(_signs([verdict.after for verdict in flat]))
    if not found:
        return list(rows)
    fresh = iter(
        [_told(verdict, found[place]) if place in found else verdict for place, verdict in enumerate(flat)]
    )
    return [[next(fresh) for _ in row] for row in rows]


def _signs(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Places of section signs and what stands there."""
    for place in range(len(texts) - 1):
        text, following = texts[place], texts[place + 1]
        before_last, last = texts[place - 2] if place > 1 else "", texts[place - 1] if place else ""
        is_told = not text.isdigit() or CALLED.match(last)
        if text in PAIR and RANGE.match(following) and is_told and not last[-1:].isdigit():
            yield place, "§§"
        elif text in SIGN and NUMBER.match(following) and YEAR.match(last) and MONTH.match(before_last):
            yield place, "§"


def _told(verdict: Verdict, sign: str) -> Verdict:
    return replace(
        verdict,
        after=sign,
        confidence=CONFIDENCE,
        rule=RULE,
        evidence=EVIDENCE,
        alternatives=(verdict.before,),
        doubt=AS_LIKELY,
    )
