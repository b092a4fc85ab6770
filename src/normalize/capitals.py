"""Capitals inside sentences that may be small letters of the same shape: `till Kommunstyrelsens förslag`.

A reader without Swedish tells K from k and S from s by their height alone, and errs now and then. Where the
document has the same plain word with a small letter in other sentences, at least as often, the capital is put
before a person. Nothing is changed: of 22 such words in held-out readings 15 were printed small.
"""

from __future__ import annotations

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
    counts = Counter(
        verdict.after.rstrip(",")
        for rows, is_damaged in zip(pages, damaged, strict=True)
        for row in (rows if is_damaged else ())
        for _, verdict in _inside(row)
    )
    asked = {word for word in counts if word[:1] in ALIKE and _is_small(word, counts)}
    if not asked:
        return list(pages)
    return [
        [_doubted(row, asked) for row in rows] if is_damaged else rows
        for rows, is_damaged in zip(pages, damaged, strict=True)
    ]


def _inside(row: list[Verdict]) -> Iterator[tuple[int, Verdict]]:
    """Words of a line that no sentence, title or list begins with, and their places."""
    for place, (before, verdict) in enumerate(pairwise(row), start=1):
        if before.after[-1:] not in ENDS and cut(before.after).kind is Kind.WORD:
            yield place, verdict


def _is_small(word: str, counts: Counter[str]) -> bool:
    """True for a plain word with a capital that the document has with a small letter too."""
    small = word[0].lower() + word[1:]
    if len(word) < SHORTEST or not small.islower() or counts[small] < max(LEAST_SMALL, counts[word]):
        return False
    known = load().lexicon.word(small)
    return known is not None and known.capital < SELDOM


def _doubted(row: list[Verdict], asked: set[str]) -> list[Verdict]:
    fresh = list(row)
    for place, verdict in _inside(row):
        if verdict.after.rstrip(",") in asked and not verdict.doubt:
            fresh[place] = _less_sure(verdict)
    return fresh


def _less_sure(verdict: Verdict) -> Verdict:
    small = verdict.after[0].lower() + verdict.after[1:]
    sure = min(verdict.confidence, DOUBTED)
    return replace(
        verdict, doubt=SMALL_ELSEWHERE, confidence=sure, alternatives=(small, *verdict.alternatives)
    )
