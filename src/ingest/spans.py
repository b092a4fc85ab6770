"""Stretches of lines cut out of the page and read again, many in one start of Tesseract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from ..schema import Box, Line, Word
from . import tesseract, tsv
from .cells import box_of
from .leaders import is_leader

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


def box_around(words: Sequence[Word]) -> Box:
    """The box around words."""
    box = box_of(words[0])
    for word in words[1:]:
        box = box.union(box_of(word))
    return box


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
