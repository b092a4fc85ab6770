"""Scraps of a line that was found twice: once whole, once in pieces at the same place.

Page segmentation now and then makes two text lines of one, and both are read; the scraps of the second lie
within the words of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...schema import Box, Line, Word
from ..words.cells import around, box_of
from ..words.tokens import folded

INSIDE = 0.7
"""Share of a scrap that lies within a longer word of another line."""

LONGER = 2
"""Letters that this word has more, at least."""


def without(lines: Sequence[Sequence[Word]]) -> list[Word]:
    """The words of all lines but scraps that lie within longer words of other lines.

    Args:
        lines: as Tesseract grouped their words; all with boxes, none empty.
    """
    boxes = [around(line) for line in lines]
    found: list[Word] = []
    for place, line in enumerate(lines):
        meeting = [
            others
            for there, others in enumerate(lines)
            if there != place and _meet(boxes[place], boxes[there])
        ]
        found += [word for word in line if not any(_covers(other, word) for row in meeting for other in row)]
    return found


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
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    least = min(one.width * one.height, other.width * other.height)
    return across * down / max(0.1, least) if min(across, down) > 0 else 0.0


def _meet(one: Box, other: Box) -> bool:
    low = min(one.bottom, other.bottom) - max(one.top, other.top)
    return low > 0.5 * min(one.height, other.height) and one.x0 < other.x1 and other.x0 < one.x1


def _covers(longer: Word, scrap: Word) -> bool:
    if len(longer.text) < len(scrap.text) + LONGER:
        return False
    one, other = box_of(longer), box_of(scrap)
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(across, down) > 0 and across * down >= INSIDE * other.width * other.height
