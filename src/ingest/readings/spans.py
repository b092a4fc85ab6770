"""Stretches of lines cut out of the page and read again, many in one start of Tesseract."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from PIL import Image

from ...schema import Box, Line, Word
from ..engine import tesseract, tsv
from ..image import printed
from ..image.plate import DARK, Cuttable
from ..layout.leaders import is_leader
from ..words.cells import box_of

LINE_PSM = 7
"""Page segmentation: one text line."""

DEFAULT_DPI = 300


@dataclass(frozen=True, slots=True)
class Span:
    """Words `start` to `stop` of a line."""

    plate: int
    line: int
    start: int
    stop: int


def around(line: Line, wanted: Sequence[int], plate: int, index: int) -> list[Span]:
    """Stretches that hold the wanted words and a neighbour on each side; those that touch are one."""
    spans: list[Span] = []
    for place in wanted:
        start = place - (place > 0 and not is_leader(line.words[place - 1].text))
        after = place + 1
        stop = after + (after < len(line.words) and not is_leader(line.words[after].text))
        if spans and start <= spans[-1].stop:
            spans[-1] = Span(plate, index, spans[-1].start, stop)
        else:
            spans.append(Span(plate, index, start, stop))
    return spans


def alone(wanted: Sequence[int], plate: int, index: int) -> list[Span]:
    """Stretches of the wanted words of a line, those side by side together."""
    spans: list[Span] = []
    for place in wanted:
        if spans and place == spans[-1].stop:
            spans[-1] = Span(plate, index, spans[-1].start, place + 1)
        else:
            spans.append(Span(plate, index, place, place + 1))
    return spans


def box_around(words: Sequence[Word]) -> Box:
    """The box around words."""
    box = box_of(words[0])
    for word in words[1:]:
        box = box.union(box_of(word))
    return box


CLIPPED = 1.5
"""A letter or two, in heights of the line, that a reader may have left out at the end of a line."""

TOUCHING = 0.15
"""Space between two letters of a word, in the same measure."""


LETTER = 0.2
"""Ink of this width is a letter, in the same measure."""

SEAM = 0.1
"""Space between words that is none, in the same measure."""

CUT_SHORT = 0.5
"""Confidence at most of a word that the image goes on behind."""


def with_clipped(box: Box, plate: Cuttable) -> Box:
    """The box of a line's last words with the ink that goes on behind it.

    Readers take a letter that touches the line below for that line's, and leave it out (`Voterin`).
    """
    reach = CLIPPED * box.height
    part, frame = plate.cut(Box(box.x1, box.top, box.x1 + reach, box.bottom), (0.0, 0.0))
    dark = (np.asarray(part, dtype=np.int16) < DARK).sum(axis=0) > 1
    end = 0.0
    for column in np.flatnonzero(dark) * frame.scale:
        if column - end > TOUCHING * box.height:
            break
        end = float(column)
    return box if end > reach - TOUCHING * box.height else replace(box, x1=box.x1 + end)


def doubting_ends(line: Line, plate: Cuttable) -> Line:
    """The line with its last word in doubt where the image goes on behind it."""
    if not line.words or is_leader(line.words[-1].text):
        return line
    *others, last = line.words
    box = box_of(last)
    if with_clipped(box, plate).x1 - box.x1 < LETTER * box.height:
        return line
    unsure = replace(last, confidence=min(CUT_SHORT, last.confidence or CUT_SHORT))
    return replace(line, words=(*others, unsure))


_LETTERS = re.compile(r"[^\W\d]-?$")
"""What ends in a letter, or in a letter and its hyphen."""


def doubting_seams(line: Line) -> Line:
    """The line with words in doubt that no space parts from the next, letter to letter (`pre li minär`)."""
    words = list(line.words)
    least = SEAM * box_around(words).height if words else 0.0
    for place, (left, right) in enumerate(pairwise(line.words)):
        gap = box_of(right).x0 - box_of(left).x1
        if gap < least and _LETTERS.search(left.text) and right.text[0].isalpha():
            for at in (place, place + 1):
                words[at] = replace(words[at], confidence=min(CUT_SHORT, words[at].confidence or CUT_SHORT))
    return replace(line, words=tuple(words))


def everywhere(lines: Sequence[Sequence[Line]], wanted: Callable[[Word], bool]) -> list[Span]:
    """Stretches around the wanted words of all pages."""
    return [
        span
        for plate, page in enumerate(lines)
        for index, line in enumerate(page)
        for span in around(
            line,
            [place for place, word in enumerate(line.words) if wanted(word)],
            plate,
            index,
        )
    ]


def parts(
    lines: list[list[Line]], plates: Sequence[Cuttable], wanted: Sequence[Span]
) -> list[tuple[Image.Image, tsv.Frame]]:
    """The stretches cut out of their pages."""
    found = []
    for span in wanted:
        box, plate = box_around(words(lines, span)), plates[span.plate]
        last = span.stop == len(lines[span.plate][span.line].words)
        found.append(printed.alone(with_clipped(box, plate) if last else box, plate))
    return found


def words(lines: list[list[Line]], span: Span) -> tuple[Word, ...]:
    """The words of a stretch."""
    return lines[span.plate][span.line].words[span.start : span.stop]


def put(lines: list[list[Line]], span: Span, words: tuple[Word, ...]) -> None:
    """Put words in place of a stretch; later ones of a line first, so that places of earlier ones stay."""
    line = lines[span.plate][span.line]
    kept = (*line.words[: span.start], *words, *line.words[span.stop :])
    lines[span.plate][span.line] = replace(line, words=kept)


def read(
    parts: Sequence[tuple[Image.Image, tsv.Frame]],
    reader: tesseract.Reader,
    *,
    seconds: float,
    enlarge: float = 1.0,
) -> list[tuple[Word, ...]]:
    """The words seen in each part, from left to right.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    if not parts:
        return []
    images = [_enlarged(image, enlarge) for image, _ in parts]
    tables = tesseract.read(images, reader, dpi=DEFAULT_DPI, seconds=seconds)
    return [
        tuple(word for line in tsv.lines(table, frame.finer(enlarge)) for word in line)
        for table, (_, frame) in zip(tables, parts, strict=True)
    ]


def _enlarged(image: Image.Image, factor: float) -> Image.Image:
    if factor == 1.0:
        return image
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    return image.resize(size, Image.Resampling.BICUBIC)
