"""What readers make of the small words of old minutes: the ordinals of paragraphs, and the preposition `å`.

`1:o` is read `1:0`, and `hållet å sockenstugan` with a 4. Ordinals that count up are put right; whether a
single figure is a number only the image tells, so that it is no more than put before a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from .signs import MONTH
from .verdict import AS_LIKELY, Verdict

ORDINAL = re.compile(r"(\d{1,2}):0\b")
"""An ordinal at the head of its paragraph, its letter read as a nought."""

LEAST_ORDINALS = 2
"""Such paragraphs on a page, numbered upwards, that no scores or times are."""

AT = "å"

OLD = frozenset({AT, "af", "öfver", "hvilken", "hvilket", "hvilka", "hvad", "ofvan", "voro", "utsågos"})
"""Words of which old minutes have one on every page, and those of today none."""

LIKE_AT = frozenset({"4", "&", "@", "€@"})
"""What the preposition may be read as."""

SURE = 0.98
"""Confidence of an ordinal: an estimate, ten of ten in readings with a known truth."""

UNSURE = 0.5
"""Confidence of a number that may be the preposition: an estimate."""


def restored(rows: Sequence[list[Verdict]]) -> list[list[Verdict]]:
    """The verdicts of a page, with its ordinals, and with doubts where a figure may be the preposition."""
    return _prepositional(_numbered(rows))


def _numbered(rows: Sequence[list[Verdict]]) -> list[list[Verdict]]:
    """The verdicts with the ordinals that their lines begin with, where these count up."""
    found = [(place, ORDINAL.match(row[0].after)) for place, row in enumerate(rows) if row]
    heads = {place: int(match[1]) for place, match in found if match}
    numbers = list(heads.values())
    if len(numbers) < LEAST_ORDINALS or numbers != sorted(set(numbers)):
        return list(rows)
    return [[_ordinal(row[0]), *row[1:]] if place in heads else row for place, row in enumerate(rows)]


def _ordinal(verdict: Verdict) -> Verdict:
    return replace(
        verdict,
        after=ORDINAL.sub(r"\1:o", verdict.after),
        confidence=SURE,
        rule="ordinal",
        evidence="an ordinal: paragraphs of the page are numbered so, one after another",
        alternatives=(verdict.before,),
        doubt=None,
    )


def _prepositional(rows: list[list[Verdict]]) -> list[list[Verdict]]:
    """The verdicts with doubts where a page of old minutes has a figure that may be the preposition."""
    flat = list(chain.from_iterable(rows))
    texts = ["", *(verdict.after for verdict in flat), ""]
    if LIKE_AT.isdisjoint(texts) or OLD.isdisjoint(texts):
        return rows
    fresh = iter([_less_sure(verdict, *texts[place : place + 3 : 2]) for place, verdict in enumerate(flat)])
    return [[next(fresh) for _ in row] for row in rows]


def _less_sure(verdict: Verdict, last: str, following: str) -> Verdict:
    """A lone figure between two words, or a sign before a word or a sum, in doubt."""
    is_number = verdict.after == "4" and (following[:1].isdigit() or MONTH.match(following.rstrip(".,")))
    if verdict.after not in LIKE_AT or not (last.isalpha() and following[:1].isalnum()) or is_number:
        return verdict
    others = (AT, *verdict.alternatives)
    return replace(verdict, doubt=verdict.doubt or AS_LIKELY, confidence=UNSURE, alternatives=others)
