"""Capitals inside sentences that may be small letters of the same shape: `till Kommunstyrelsens förslag`.

A reader without Swedish tells K from k and S from s by their height alone, and errs now and then. Where the
document has the same plain word with a small letter in other sentences, at least as often, the capital is put
before a person. Nothing is changed: of 22 such words in held-out readings 15 were printed small.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..language import load
from .channels import Channel
from .tokens import Kind, cut
from .verdict import SMALL_ELSEWHERE, Verdict

ALIKE = frozenset("CKOPSUVWXZÅÄÖ")
"""Capitals that differ from the small letter in size alone."""

PARTY = re.compile(r"\(([A-Za-zÅÄÖåäö]{1,2})\)[.,;:]*$")
"""A party behind a name."""

MUCH_RARER = 4
"""Times that a document must have parties in small letters for one in capitals to be in doubt."""

SELDOM = 0.1
"""Share of capitals below which texts have a word with one hardly but at the head of sentences."""

LEAST_SMALL = 2
"""Times that the document must have it with a small letter."""

SHORTEST = 3
"""Letters of a word; shorter ones are labels and parties."""

DOUBTED = 0.9
"""Confidence, at most, of such a word."""

ENDS = frozenset('.:;!?"”»')
"""What a word with a capital may follow anyhow."""

Rows = list[list[Verdict]]


def doubted(pages: Sequence[Rows], channels: Sequence[Channel]) -> list[Rows]:
    """The verdicts of a document's pages, with doubts where a capital may be a small letter.

    Args:
        pages: verdicts by line.
        channels: how each page was damaged.
    """
    damaged = [channel is Channel.NO_DIACRITICS for channel in channels]
    lines = [row for rows, is_damaged in zip(pages, damaged, strict=True) if is_damaged for row in rows]
    counts = Counter([verdict.after.rstrip(",") for row in lines for _, verdict in _inside(row)])
    asked = {word for word in counts if word[:1] in ALIKE and _is_small(word, counts)}
    asked |= _odd_parties(counts)
    if not asked:
        return list(pages)
    return [
        [_doubted(row, asked) for row in rows] if is_damaged else rows
        for rows, is_damaged in zip(pages, damaged, strict=True)
    ]


def _odd_parties(counts: Counter[str]) -> set[str]:
    """Parties in capitals of a document that hardly writes them so: `(S):` among `(s)`, `(m)`, `(fp)`."""
    parties = {word: found[1] for word in counts if (found := PARTY.match(word))}
    large = {word for word, party in parties.items() if party.isupper()}
    small = sum(counts[word] for word in parties.keys() - large)
    if MUCH_RARER * sum(counts[word] for word in large) > small:
        return set()
    return {word for word in large if ALIKE.issuperset(parties[word])}


def _inside(row: list[Verdict]) -> Iterator[tuple[int, Verdict]]:
    """Words of a line that no sentence, title or list begins with, and their places."""
    for place, (before, verdict) in enumerate(pairwise(row), start=1):
        text = before.after
        if text[-1:] not in ENDS and (text.isalpha() or cut(text).kind is Kind.WORD):
            yield place, verdict


def _is_small(word: str, counts: Counter[str]) -> bool:
    """True for a plain word with a capital that the document has with a small letter too."""
    small = word[0].lower() + word[1:]
    if len(word) < SHORTEST or not small.islower() or counts[small] < max(LEAST_SMALL, counts[word]):
        return False
    known = load().lexicon.word(small)
    return known is not None and known.capital < SELDOM


def _doubted(row: list[Verdict], asked: set[str]) -> list[Verdict]:
    if asked.isdisjoint([verdict.after.rstrip(",") for verdict in row]):
        return row
    fresh = list(row)
    for place, verdict in _inside(row):
        if verdict.after.rstrip(",") in asked and not verdict.doubt:
            fresh[place] = _less_sure(verdict)
    return fresh


def _less_sure(verdict: Verdict) -> Verdict:
    text = verdict.after
    small = text[0].lower() + text[1:] if text[0].isalpha() else text.lower()
    sure = min(verdict.confidence, DOUBTED)
    return replace(
        verdict, doubt=SMALL_ELSEWHERE, confidence=sure, alternatives=(small, *verdict.alternatives)
    )
