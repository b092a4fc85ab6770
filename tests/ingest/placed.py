"""Words on a page as data: text at a place, every letter half a font size wide."""

from __future__ import annotations

from collections.abc import Sequence

from justera.ingest.ruling.ruling import Rule
from justera.schema import Box, Line, Word, WordSource

SIZE = 10.0
SPACE = 2.8


def text(
    x: float, y: float, line: str, *, source: WordSource = WordSource.TEXT_LAYER, space: float = SPACE
) -> list[Word]:
    """The line's words from x on, upper edge at y."""
    words: list[Word] = []
    for part in line.split():
        width = SIZE / 2 * len(part)
        words.append(Word(part, Box(x, y, x + width, y + SIZE), source=source))
        x += width + space
    return words


def column(x: float, y: float, lines: Sequence[str], *, pitch: float = 13.0) -> list[Word]:
    """Lines below one another."""
    return [word for index, line in enumerate(lines) for word in text(x, y + index * pitch, line)]


def width(line: str) -> float:
    """How wide the line is."""
    words = text(0, 0, line)
    return words[-1].box.x1 if words[-1].box else 0.0


def level(y: float, start: float, end: float) -> Rule:
    """A level rule."""
    return Rule(False, y, start, end)


def upright(x: float, start: float, end: float) -> Rule:
    """An upright rule."""
    return Rule(True, x, start, end)


def ruled(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """A table with all its rules."""
    return [level(y, xs[0], xs[-1]) for y in ys] + [upright(x, ys[0], ys[-1]) for x in xs]


def texts(lines: Sequence[Line]) -> list[str]:
    """What the lines say, in reading order."""
    return [line.text for line in lines]
