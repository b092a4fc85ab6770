"""Doubtful words of a text layer told from the page's image: by the ink over their letters, or by one model.

The layer is the first reading, the repair of Swedish the second; this is the third, so that the quickest
model that knows Swedish is enough, and the image needs no care: stretches are short. Where only dots and
rings are in doubt no model is asked, as long as the ink is clear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..schema import Box, Line, LinePlace, OpenWord, Page, Word, WordSource
from .engine import tesseract
from .image import printed
from .image.plate import Cuttable
from .readings import accents, spans
from .readings.repeats import Repeats, Stretch
from .words.cells import box_of
from .words.odd import is_odd


@dataclass(frozen=True, slots=True)
class Look:
    """Lines of a page that hold doubtful words."""

    places: tuple[LinePlace, ...]
    lines: tuple[Line, ...]
    """As the layer has them."""
    plate: Cuttable


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
    found: list[list[tuple[Word, ...]]] = []
    wanted: list[tuple[spans.Span, Stretch]] = []
    for page, one in enumerate(looks):
        told = [tuple(_told(place.words, one.plate)) for place in one.places]
        found.append(told)
        for row, (place, line) in enumerate(zip(one.places, one.lines, strict=True)):
            left = [
                index for index in _doubtful(line, place.words) if not _is_told(line.words[index], told[row])
            ]
            for span in spans.alone(left, page, row):
                words = line.words[span.start : span.stop]
                wanted.append((span, Stretch(words, frozenset(range(len(words))), one.plate)))

    def fresh(places: Sequence[int]) -> list[tuple[Word, ...]]:
        chosen = [wanted[place][1] for place in places]
        parts = [printed.alone(spans.box_around(one.words), one.plate) for one in chosen]
        return spans.read(parts, reader, seconds=seconds)

    readings = repeats.read([stretch for _, stretch in wanted], fresh)
    for (span, _), words in zip(wanted, readings, strict=True):
        found[span.plate][span.line] += words
    return [[tuple(sorted(words, key=lambda word: box_of(word).x0)) for words in page] for page in found]


def _told(words: Sequence[OpenWord], plate: Cuttable) -> Iterator[Word]:
    """Those whose ink tells what they are."""
    for word in words:
        text = accents.told(word.box, word.spellings, plate) if word.spellings else None
        if text is not None:
            yield Word(text, word.box, source=WordSource.OCR)


def _is_told(word: Word, told: Sequence[Word]) -> bool:
    return any(_meets(box_of(word), box_of(other)) for other in told)


def _doubtful(line: Line, words: Sequence[OpenWord]) -> list[int]:
    """Places of the words meant, of all where none is given; a number of odd looks stays odd."""
    return [
        place
        for place, word in enumerate(line.words)
        if not is_odd(word.text) and (not words or any(_meets(box_of(word), one.box) for one in words))
    ]


def _meets(one: Box, other: Box) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.3 * min(one.width, other.width)
