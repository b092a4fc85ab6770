"""Rows: what stands side by side on a page, with its cells, its gap to what stands above, and its style.

Coordinates are points; for text input, which has no boxes, they are characters, so that all that follows can
measure both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ...schema import Word
from ...schema.record import SectionKind

CELL_GAP = 1.7
"""White space between two cells, in heights of the letters: justified print stays under 1.5."""


@dataclass(frozen=True)
class Cell:
    """Words that stand together, between two wide gaps."""

    words: tuple[Word, ...]
    x0: float
    x1: float

    @cached_property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def span(self) -> tuple[float, float]:
        """Top and bottom of the letters: the medians of the words, in points."""
        return span([self])


@dataclass(frozen=True)
class Row:
    """One height of a page."""

    page: int
    cells: tuple[Cell, ...]
    top: float
    bottom: float
    block: int
    gap: bool = False
    """White space stands above it, more than the page's usual leading."""
    first: bool = False
    """The first of its page."""
    furniture: str | None = None
    """What kind of page furniture it is; None for the text proper."""
    entry: bool = False
    """It begins an entry of an agenda's table."""
    joined: bool = False
    """It goes on with the row above it, for both were taken out of one narrow column."""
    aside: bool = False
    """It stood in a margin beside the text of an item, and is read behind it."""
    heading: SectionKind | None = None
    """What it heads, where it stood as a heading in the margin: each line of it is a cell."""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words from left to right."""
        return tuple(word for cell in self.cells for word in cell.words)

    @cached_property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for word in self.words)

    @cached_property
    def size(self) -> float | None:
        """Median size of the letters, in points; None for text input."""
        sizes = [word.size for word in self.words if word.size is not None]
        return _middle(sizes) if sizes else None

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.cells[-1].x1

    @property
    def height(self) -> float:
        """Height of the letters; 1 for text input."""
        return self.bottom - self.top


_FIGURES = re.compile(r"(?!\d{4}-\d\d-\d\d)[(+–−-]?\d[\d .,:)–-]*(?:%|t?kr|mn?kr|kronor)?|[–−-]")


def of_table(rows: Sequence[Row]) -> list[bool]:
    """For each row whether it is one of a table of figures, its head with it: "Skolan | 84 210 | 27 118"."""
    if all(len(row.cells) < 2 for row in rows):
        return [False] * len(rows)
    figures = [
        len(row.cells) > 1 and all(_FIGURES.fullmatch(cell.text) for cell in row.cells[1:]) for row in rows
    ]
    found: list[bool] = []
    for index, row in enumerate(rows):
        beside = any(figures[max(0, index - 1) : index]) or any(figures[index + 1 : index + 2])
        heads = len(row.cells) > 2 and any(figures[index + 1 : index + 2])
        found.append((figures[index] and (len(row.cells) > 2 or beside)) or heads)
    return found


def head(row: Row, count: int) -> Row:
    """The first words of a row."""
    cells = []
    for cell in row.cells:
        words = cell.words[:count]
        count -= len(words)
        if words:
            box = words[-1].box
            cells.append(Cell(words, cell.x0, box.x1 if box else cell.x1))
    return replace(row, cells=tuple(cells))


def tail(row: Row, count: int) -> Row:
    """The row without its first words."""
    cells = []
    for cell in row.cells:
        words = cell.words[count:]
        count = max(0, count - len(cell.words))
        if words:
            box = words[0].box
            cells.append(Cell(words, box.x0 if box else cell.x0, cell.x1))
    return replace(row, cells=tuple(cells), gap=False)


def span(cells: Sequence[Cell]) -> tuple[float, float]:
    """Top and bottom of the letters of cells with boxes: the medians of their words, in points."""
    boxes = [word.box for cell in cells for word in cell.words if word.box]
    if len(boxes) == 1:
        return boxes[0].top, boxes[0].bottom
    return _middle([box.top for box in boxes]), _middle([box.bottom for box in boxes])


def _middle(values: list[float]) -> float:
    """The median, without what `statistics` asks of its values: rows ask for it a hundred times a page."""
    values.sort()
    half = len(values) // 2
    return values[half] if len(values) % 2 else 0.5 * (values[half - 1] + values[half])


def boxed(words: Sequence[Word]) -> Cell:
    """Words with boxes as a cell."""
    boxes = [word.box for word in words if word.box]
    return Cell(tuple(words), min([box.x0 for box in boxes]), max([box.x1 for box in boxes]))
