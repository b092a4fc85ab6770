"""Ruled lines read as letters: "|" alone where a line stands, or at a word's edge, or between two words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...schema import Box, Word, WordSource
from ..ruling.ruling import Rule
from ..words.cells import box_of

ALONE = frozenset("|¦_—–-=[]!lI")
"""What a reader takes a line for; digits are never dropped."""

NEAR = 2.5
"""Points between a line and the mark that it was taken for."""

THICK = 12.0
"""Points; what a line alone is taken for is no thicker."""

ALONG = 0.7
"""Share of the mark's length that the line runs beside it, at least."""

_BARS = re.compile(r"[|¦\[\]]+")


def without(words: Iterable[Word], rules: Sequence[Rule]) -> tuple[Word, ...]:
    """The words without what a reader made of ruled lines; words joined across a line are parted."""
    upright = [rule for rule in rules if rule.upright]
    return tuple(
        piece
        for word in words
        for piece in ([word] if word.source is not WordSource.OCR else _pieces(word, rules, upright))
    )


def _pieces(word: Word, rules: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[Word]:
    if ALONE.issuperset(word.text):
        if not any(_lies_on(box_of(word), rule) for rule in rules):
            yield word
        return
    start = 0
    box = box_of(word)
    letter = box.width / len(word.text)
    for match in _BARS.finditer(word.text):
        at = box.x0 + letter * (match.start() + match.end()) / 2
        crossed = any(abs(rule.at - at) < NEAR + letter and _beside(box, rule) for rule in upright)
        if crossed:
            yield from _piece(word, start, match.start())
            start = match.end()
    yield from _piece(word, start, len(word.text)) if start else [word]


def _piece(word: Word, start: int, end: int) -> Iterator[Word]:
    if start < end:
        box = box_of(word)
        letter = box.width / len(word.text)
        part = Box(box.x0 + start * letter, box.top, box.x0 + end * letter, box.bottom)
        yield replace(word, text=word.text[start:end], box=part)


def _beside(box: Box, rule: Rule) -> bool:
    return min(box.bottom, rule.end) - max(box.top, rule.start) > ALONG * box.height


def _lies_on(box: Box, rule: Rule) -> bool:
    low, high, start, end = (
        (box.x0, box.x1, box.top, box.bottom) if rule.upright else (box.top, box.bottom, box.x0, box.x1)
    )
    shared = min(end, rule.end) - max(start, rule.start)
    return low - NEAR < rule.at < high + NEAR and high - low < THICK and shared > ALONG * (end - start)
