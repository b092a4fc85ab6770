"""Doubtful words of a text layer read from the page's image, with a neighbour on each side, by one model.

The layer is the first reading, the repair of Swedish the second; this is the third, so that the quickest
model that knows Swedish is enough, and the image needs no care: stretches are short.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..schema import Box, Line, LinePlace, Word
from . import confirming, spans, tesseract
from .cells import box_of
from .odd import is_odd
from .plate import Cuttable
from .sheets import Picture


@dataclass(frozen=True, slots=True)
class Look:
    """Lines of a page that hold doubtful words."""

    places: tuple[LinePlace, ...]
    lines: tuple[Line, ...]
    """As the layer has them."""
    plate: Cuttable


def look(places: Sequence[LinePlace], lines: Sequence[Line], picture: Picture) -> Look:
    """What of a page is needed, so that its image need not be kept."""
    boxes = [line.box for line in lines if line.box is not None]
    return Look(tuple(places), tuple(lines), confirming.plate_of(picture).strips(boxes))


def read(looks: Sequence[Look], reader: tesseract.Reader, *, seconds: float) -> list[list[tuple[Word, ...]]]:
    """For each page and line what the image says where the doubtful words stand, and nothing of the others.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    wanted = [
        (page, span)
        for page, one in enumerate(looks)
        for row, (place, line) in enumerate(zip(one.places, one.lines, strict=True))
        for span in spans.around(line, _doubtful(line, place.boxes), page, row)
    ]
    parts = [looks[page].plate.cut(spans.box_around(_words(looks[page], span))) for page, span in wanted]
    # A word that was not read must not come back: it would confirm itself.
    found: list[list[tuple[Word, ...]]] = [[() for _ in one.lines] for one in looks]
    for (page, span), fresh in zip(wanted, spans.read(parts, reader, seconds=seconds), strict=True):
        found[page][span.line] += fresh
    return found


def _words(one: Look, span: spans.Span) -> tuple[Word, ...]:
    return one.lines[span.line].words[span.start : span.stop]


def _doubtful(line: Line, boxes: Sequence[Box]) -> list[int]:
    """Places of the words meant, of all where no box is given; a number of odd looks stays odd."""
    return [
        place
        for place, word in enumerate(line.words)
        if not is_odd(word.text) and (not boxes or any(_meets(box_of(word), box) for box in boxes))
    ]


def _meets(one: Box, other: Box) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.3 * min(one.width, other.width)
