"""Doubtful words of a text layer told from the page's image: by the ink over their letters, or by one model.

The layer is the first reading, the repair of Swedish the second; this is the third, so that the quickest
model that knows Swedish is enough, and the image needs no care: stretches are short. Where only dots and
rings are in doubt no model is asked, as long as the ink is clear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..schema import Box, Line, LinePlace, OpenWord, Page, Word, WordSource
from . import accents, confirming, spans, tesseract
from .cells import box_of
from .odd import is_odd
from .plate import Cuttable
from .repeats import Repeats, Stretch
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


def parts(page: Page, places: Sequence[LinePlace]) -> list[tuple[LinePlace, Line]]:
    """The stretches of these lines that hold doubtful words, from left to right."""
    return [
        (place, replace(line, words=line.words[span.start : span.stop]))
        for place in places
        for line in (page.lines[place.line],)
        for span in spans.around(line, _doubtful(line, place.words), 0, place.line)
    ]


def read(
    looks: Sequence[Look], reader: tesseract.Reader, repeats: Repeats, *, seconds: float
) -> list[list[tuple[Word, ...]]]:
    """For each page and line what the image says where the doubtful words stand, and nothing of the others.

    Args:
        looks: pages of a document.
        reader: the model.
        repeats: doubtful words of the document's earlier pages; grows.
        seconds: limit of each request to Tesseract.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    asked = [
        [_asked(place, line, one.plate) for place, line in zip(one.places, one.lines, strict=True)]
        for one in looks
    ]
    wanted = [
        (span, _stretch(row.line, span, row.left, looks[page].plate))
        for page, rows in enumerate(asked)
        for index, row in enumerate(rows)
        for span in spans.beside(row.line, row.left, page, index)
    ]

    def fresh(places: Sequence[int]) -> list[tuple[Word, ...]]:
        chosen = [wanted[place][0] for place in places]
        parts = [looks[span.plate].plate.cut(spans.box_around(_words(looks, span))) for span in chosen]
        return spans.read(parts, reader, seconds=seconds)

    found = [[row.told for row in rows] for rows in asked]
    readings = repeats.read([stretch for _, stretch in wanted], fresh)
    for (span, _), words in zip(wanted, readings, strict=True):
        row = asked[span.plate][span.line]
        found[span.plate][span.line] += tuple(word for word in words if not row.has_told(box_of(word)))
    return [[tuple(sorted(words, key=lambda word: box_of(word).x0)) for words in page] for page in found]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A line with doubtful words."""

    line: Line
    told: tuple[Word, ...]
    """Those whose ink tells what they are."""
    left: tuple[int, ...]
    """Places of those that must be read."""

    def has_told(self, box: Box) -> bool:
        """Whether what is read in this box was the neighbour of what was to be read."""
        return any(_meets(box, box_of(word)) for word in self.told)


def _asked(place: LinePlace, line: Line, plate: Cuttable) -> _Asked:
    told = tuple(word for open_word in place.words if (word := _told(open_word, plate)) is not None)
    seen = _Asked(line, told, ())
    left = [index for index in _doubtful(line, place.words) if not seen.has_told(box_of(line.words[index]))]
    return replace(seen, left=tuple(left))


def _told(word: OpenWord, plate: Cuttable) -> Word | None:
    text = accents.told(word.box, word.spellings, plate) if word.spellings else None
    return None if text is None else Word(text, word.box, source=WordSource.OCR)


def _words(looks: Sequence[Look], span: spans.Span) -> tuple[Word, ...]:
    return looks[span.plate].lines[span.line].words[span.start : span.stop]


def _stretch(line: Line, span: spans.Span, doubtful: Sequence[int], plate: Cuttable) -> Stretch:
    """The doubtful words and the sure ones beside them.

    Others in doubt that are not to be read must not come back: they would confirm themselves.
    """
    places = [
        place
        for place in range(span.start, span.stop)
        if place in doubtful or line.words[place].doubt is None
    ]
    wanted = frozenset(index for index, place in enumerate(places) if place in doubtful)
    return Stretch(tuple(line.words[place] for place in places), wanted, plate)


def _doubtful(line: Line, words: Sequence[OpenWord]) -> list[int]:
    """Places of the words meant, of all where none is given; a number of odd looks stays odd."""
    return [
        place
        for place, word in enumerate(line.words)
        if not is_odd(word.text) and (not words or any(_meets(box_of(word), one.box) for one in words))
    ]


def _meets(one: Box, other: Box) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.3 * min(one.width, other.width)
