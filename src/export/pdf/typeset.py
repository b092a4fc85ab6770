"""Words set invisibly, each exactly over its picture.

A line is set on a straight baseline that follows its skew; each word is stretched to its box and the
space between two words fills the gap, so that a reader that trusts positions and one that trusts the
characters find the same words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from statistics import median

from ...schema import Box, Line, Word, WordSource
from .place import Matrix

ADVANCE = 0.5
"""Width of the font's only glyph, as a share of its size (`tools/pdf_parts.py`)."""

LEAST_GAP = 0.2
"""Least space between two words, in sizes; poppler joins words that are closer than 0.1."""

Encode = Callable[[str], bytes]
"""Characters to the font's codes."""

_ASCENDING = re.compile(r"[A-ZÅÄÖÉÜ0-9bdfhkltåäöéü!?§%&/()\[\]\"'”’]")
_DESCENDING = re.compile(r"[gjpqyQ,;§()\[\]/]")

# Shares of the font size in a text face: x-height, what rises above it, what falls below the line.
_X_HEIGHT, _ASCENDER, _DESCENDER = 0.48, 0.22, 0.21


def layer(lines: Iterable[Line], height: float, matrix: Matrix, font: str, encode: Encode) -> bytes:
    """Drawing commands for the lines of a page, b"" where no word has a place.

    Args:
        lines: in reading order.
        height: of the upright page in points.
        matrix: takes the upright page to user space.
        font: the font's name in the page's resources, with its slash.
        encode: characters to codes.
    """
    body = b"".join(command for line in lines for command in _line(line, height, font, encode))
    if not body:
        return b""
    placed = " ".join(_number(value, 4) for value in matrix)
    return b"q %s cm BT 3 Tr\n%sET Q\n" % (placed.encode(), body)


def _line(line: Line, height: float, font: str, encode: Encode) -> Iterator[bytes]:
    words = [(word, word.box) for word in line.words if word.box is not None and word.box.width > 0]
    if not words:
        return
    size = max(1.0, round(median(_size(word, box) for word, box in words), 1))
    baseline = _baseline(words)
    ends = _ends([box for _, box in words], LEAST_GAP * size)
    yield f"{font} {_number(size)} Tf\n".encode()
    x, y = -1.0, -1.0
    for (word, box), end in zip(words, ends, strict=True):
        level = round(height - baseline(box), 2)
        if level == y and x < box.x0:
            x += yield from _show(encode(" "), 1, box.x0 - x, size)
        else:
            if y != -1.0:
                yield from _show(encode(" "), 1, 0.1, size)
            x, y = round(box.x0, 2), level
            yield f"1 0 0 1 {_number(x)} {_number(y)} Tm\n".encode()
        x += yield from _show(encode(word.text), len(word.text), end - x, size)


def _ends(boxes: Sequence[Box], gap: float) -> list[float]:
    """Where each word ends: at its box, but with a gap before the next word that every reader sees."""
    following = [box.x0 for box in boxes[1:]]
    ends = []
    for box, start in zip(boxes, [*following, boxes[-1].x1 + gap], strict=True):
        touches = box.x0 < start < box.x1 + gap
        ends.append(max(start - gap, box.x0 + box.width / 2) if touches else box.x1)
    return ends


def _show(codes: bytes, count: int, width: float, size: float) -> Generator[bytes, None, float]:
    """Show the codes stretched to `width`; gives the width that they really took."""
    natural = count * ADVANCE * size
    scale = max(0.1, round(100 * width / natural, 1))
    yield b"%s Tz%sTj\n" % (_number(scale).encode(), _string(codes))
    return natural * scale / 100


def _size(word: Word, box: Box) -> float:
    """Font size that a word's box speaks for."""
    return box.height / _extent(word)


def _foot(word: Word, box: Box) -> float:
    """Where the word stands, in points from the top."""
    if word.source is WordSource.TEXT_LAYER or _DESCENDING.search(word.text):
        return box.bottom - _DESCENDER * box.height / _extent(word)
    return box.bottom


def _extent(word: Word) -> float:
    """Height of a word's box in sizes: boxes of text layers are a size high, those of OCR hug the ink."""
    if word.source is WordSource.TEXT_LAYER:
        return 1.0
    rise = _ASCENDER if _ASCENDING.search(word.text) else 0
    return _X_HEIGHT + rise + (_DESCENDER if _DESCENDING.search(word.text) else 0)


def _baseline(words: Sequence[tuple[Word, Box]]) -> Callable[[Box], float]:
    """The line's straight baseline, as a function of where a word lies."""
    feet = [((box.x0 + box.x1) / 2, _foot(word, box)) for word, box in words]
    middle = median(x for x, _ in feet)
    # Theil and Sen's slope: a stamp or a quotation mark in the line does not tilt it.
    slopes = [
        (y2 - y1) / (x2 - x1)
        for index, (x1, y1) in enumerate(feet)
        for x2, y2 in feet[index + 1 :: max(1, len(feet) // 8)]
        if abs(x2 - x1) > 20
    ]
    slope = median(slopes) if len(slopes) > 2 else 0.0
    if abs(slope) * (feet[-1][0] - feet[0][0]) < 1:  # less than a point over the line is measuring noise
        slope = 0.0
    level = median(y - slope * (x - middle) for x, y in feet)
    return lambda box: level + slope * ((box.x0 + box.x1) / 2 - middle)


def _string(codes: bytes) -> bytes:
    """A PDF string: half as long as hexadecimal, and compresses better."""
    return b"(" + re.sub(rb"([()\\])", rb"\\\1", codes).replace(b"\r", b"\\r") + b")"


def _number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".") or "0"
