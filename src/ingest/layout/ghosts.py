"""Scraps of a line that was found twice: once whole, once in pieces at the same place.

Page segmentation now and then makes two text lines of one, and both are read; the scraps of the second lie
within the words of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from rapidfuzz.distance import LCSseq

from ...schema import Box, Line, Word
from ..words.cells import around, box_of, typical_height
from ..words.tokens import folded

INSIDE = 0.7
"""Share of a scrap that lies within a longer word of another line."""

LONGER = 2
"""Letters that this word has more, at least."""

WITHIN, ALIKE = 0.6, 0.5
"""Share of a scrap's width and height that lies within a word with so many of its letters, in their order."""

SLICE = 0.4
"""Height of a slice of letters, in heights of the words that they are of, at most."""

SPARE = 0.2
"""Heights of a line above and below it in which what is of it may lie: rings and dots, tails."""

COLUMN = 4.0
"""Heights of letters from which on a gap is one between columns."""


def without(lines: Sequence[Sequence[Word]]) -> list[Word]:
    """The words of all lines but scraps that lie within words of other lines, which take their places in.

    Args:
        lines: as Tesseract grouped their words; all with boxes, none empty.
    """
    parts = [part for line in lines for part in _parted(line)]
    levels = [_Level.of(part) for part in parts]
    kept: list[Word] = []
    scraps: dict[int, list[Word]] = {}
    for line, level in zip(parts, levels, strict=True):
        meeting = [
            others
            for others, there in zip(parts, levels, strict=True)
            if others is not line and level.stands_in(there)
        ]
        for word in line:
            longer = next((other for row in meeting for other in row if _covers(other, word)), None)
            if longer is not None:
                scraps.setdefault(id(longer), []).append(word)
            elif not any(_is_slice(word, row) for row in meeting):
                kept.append(word)
    return [_widened(word, scraps.get(id(word), [])) for word in kept]


def _is_slice(word: Word, line: Sequence[Word]) -> bool:
    """Whether a word is but the tops or feet of a line's letters: `iIa` over "till öarna"."""
    box = box_of(word)
    over = [other for other in line if box.height < SLICE * box_of(other).height]
    return sum(_shared_width(box, box_of(other)) for other in over) >= WITHIN * box.width


def _shared_width(one: Box, other: Box) -> float:
    return max(0.0, min(one.x1, other.x1) - max(one.x0, other.x0))


def _widened(word: Word, scraps: Sequence[Word]) -> Word:
    """The word, as wide as it and its scraps: two lines in one have shifted boxes."""
    if not scraps:
        return word
    box, whole = box_of(word), around([word, *scraps])
    return replace(word, box=replace(box, x0=whole.x0, x1=whole.x1))


def _parted(line: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """A line's parts in columns, as these may stand at other heights."""
    wide = COLUMN * typical_height(line)
    ends = [
        place
        for place, (word, following) in enumerate(pairwise(line), 1)
        if box_of(following).x0 - box_of(word).x1 > wide
    ]
    for start, end in pairwise([0, *ends, len(line)]):
        yield line[start:end]


@dataclass(frozen=True, slots=True)
class _Level:
    """Where the words of a line stand, whatever single boxes take in of the line below."""

    top: float
    bottom: float
    x0: float
    x1: float

    @classmethod
    def of(cls, line: Sequence[Word]) -> _Level:
        boxes, whole = [box_of(word) for word in line], around(line)
        top, bottom = median(box.top for box in boxes), median(box.bottom for box in boxes)
        return cls(top, bottom, whole.x0, whole.x1)

    def stands_in(self, other: _Level) -> bool:
        """Whether a line stands on another's, and in part at the same place."""
        middle, spare = (self.top + self.bottom) / 2, SPARE * (other.bottom - other.top)
        return other.top - spare < middle < other.bottom + spare and self.x0 < other.x1 and other.x0 < self.x1


def once(lines: Sequence[Line]) -> list[Line]:
    """The lines without words found twice at one place: the longer line keeps them, or the surer one stays.

    Dots and rings do not make another word.

    Args:
        lines: of a page, with boxes.
    """
    seen: dict[str, list[Box]] = {}
    twice: set[tuple[int, int]] = set()
    for place in sorted(range(len(lines)), key=lambda place: -len(lines[place].words)):
        words = sorted(enumerate(lines[place].words), key=lambda one: -(one[1].confidence or 0.0))
        for index, word in words:
            others = seen.setdefault(folded(word.text), [])
            if any(_share(other, box_of(word)) >= INSIDE for other in others):
                twice.add((place, index))
            others.append(box_of(word))
    kept = [
        tuple(word for index, word in enumerate(line.words) if (place, index) not in twice)
        for place, line in enumerate(lines)
    ]
    return [replace(line, words=words) for line, words in zip(lines, kept, strict=True) if words]


def _share(one: Box, other: Box) -> float:
    """Of the smaller of two boxes, what lies in both."""
    across = _shared_width(one, other)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    least = min(one.width * one.height, other.width * other.height)
    return across * down / max(0.1, least) if min(across, down) > 0 else 0.0


def _covers(longer: Word, scrap: Word) -> bool:
    """Whether a scrap lies within a longer word, or has fewer of its letters there: "Vikb" of "Vikberg"."""
    if len(longer.text) <= len(scrap.text):
        return False
    one, other = box_of(longer), box_of(scrap)
    across = _shared_width(one, other)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    if min(across, down) <= 0:
        return False
    inside = across * down >= INSIDE * other.width * other.height
    alike = LCSseq.similarity(scrap.text, longer.text) >= ALIKE * len(scrap.text)
    more = len(longer.text) - len(scrap.text)
    within = across >= WITHIN * other.width and down >= WITHIN * other.height
    return (inside and more >= LONGER) or (alike and within)
