"""Rows: what stands side by side on a page, with its cells, its gap to what stands above, and its style.

A reader gives lines in the order it found them, and two columns of a label table may come one after the
other. Here lines on one height become one row again, so that a label meets its value. Coordinates are
points; for text input, which has no boxes, they are characters, so that all that follows can measure both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import fmean, median

from ...schema import Line, Word
from ...schema.record import SectionKind

CELL_GAP = 1.7
"""White space between two cells, in heights of the letters: justified print stays under 1.5."""

BESIDE = 0.6
"""Share of the lower of two cells, in height, that the other stands beside where both are in one row."""


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
        return _span([self])


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
        return median(sizes) if sizes else None

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


def of_lines(number: int, lines: Sequence[Line]) -> list[Row]:
    """Lines with boxes as rows: what stands on one height is one row.

    Args:
        number: of the page.
        lines: of the page or of a part of it.
    """
    cells = [cell for line in lines for cell in _box_cells(line)]
    return [Row(number, tuple(row), *_span(row), block) for row, block in _heights(cells, slope(lines))]


def slope(lines: Sequence[Line]) -> float:
    """How far the print of a page falls for each point to the right: scans do not lie straight.

    Zero where fewer than `LEAST_LINES` long lines tell, and for prints that are straight.
    """
    found = [_fall(line) for line in lines if len(line.words) >= 6 and all(word.box for word in line.words)]
    usual = median(found) if len(found) >= LEAST_LINES else 0.0
    return usual if abs(usual) >= STRAIGHT else 0.0


LEAST_LINES = 6
STRAIGHT = 0.0015
"""A fall of less than a point over a page's width is none."""


def _fall(line: Line) -> float:
    """The fall of one line, by the middles of the words at its ends."""
    boxes = [word.box for word in line.words if word.box]
    third = max(2, len(boxes) // 3)
    left, right = boxes[:third], boxes[-third:]
    run = fmean(box.x0 for box in right) - fmean(box.x0 for box in left)
    rise = fmean(box.top + box.bottom for box in right) - fmean(box.top + box.bottom for box in left)
    return 0.5 * rise / run if run > 0 else 0.0


def _span(cells: Sequence[Cell]) -> tuple[float, float]:
    boxes = [word.box for cell in cells for word in cell.words if word.box]
    if len(boxes) == 1:
        return boxes[0].top, boxes[0].bottom
    return _middle([box.top for box in boxes]), _middle([box.bottom for box in boxes])


def _middle(values: list[float]) -> float:
    """The median, without what `statistics` asks of its values: rows ask for it a hundred times a page."""
    values.sort()
    half = len(values) // 2
    return values[half] if len(values) % 2 else 0.5 * (values[half - 1] + values[half])


def _box_cells(line: Line) -> Iterable[tuple[Cell, int]]:
    words: list[Word] = []
    ordered = sorted(line.words, key=lambda word: word.box.x0 if word.box else 0.0)
    for word in ordered:
        if words and _apart(words[-1], word):
            yield boxed(words), line.block
            words = []
        words.append(word)
    if words:
        yield boxed(words), line.block


def _apart(left: Word, right: Word) -> bool:
    assert left.box and right.box
    height = min(left.box.height, right.box.height)
    return right.box.x0 - left.box.x1 > CELL_GAP * max(height, 4.0)


def boxed(words: Sequence[Word]) -> Cell:
    """Words with boxes as a cell."""
    boxes = [word.box for word in words if word.box]
    return Cell(tuple(words), min(box.x0 for box in boxes), max(box.x1 for box in boxes))


def _heights(cells: Sequence[tuple[Cell, int]], fall: float) -> Iterable[tuple[list[Cell], int]]:
    """Gather cells that stand beside each other, without laying one cell over another."""
    placed = sorted(
        ((*cell.span, order, cell, block) for order, (cell, block) in enumerate(cells)),
        key=lambda entry: ((entry[0] + entry[1]) / 2 - fall * entry[3].x0, entry[2]),
    )
    group: list[Cell] = []
    group_block = 0
    for _, _, _, cell, block in placed:
        if group and _beside(_nearest(group, cell), cell, fall) and _free(group, cell):
            group.append(cell)
            continue
        if group:
            yield sorted(group, key=lambda one: one.x0), group_block
        group, group_block = [cell], block
    if group:
        yield sorted(group, key=lambda one: one.x0), group_block


def _nearest(group: Sequence[Cell], cell: Cell) -> Cell:
    """The neighbour to compare with: where a page is not quite straight, a row's ends differ in height."""
    return min(group, key=lambda other: max(other.x0 - cell.x1, cell.x0 - other.x1))


def _beside(one: Cell, other: Cell, fall: float) -> bool:
    """Whether two cells share most of the lower one's height: capitals stand beside letters that descend."""
    (top, bottom), (other_top, other_bottom) = one.span, other.span
    lower = fall * (other.x0 - one.x0)
    top, bottom = top + lower, bottom + lower
    shared = min(bottom, other_bottom) - max(top, other_top)
    return shared >= BESIDE * min(bottom - top, other_bottom - other_top)


def _free(group: Sequence[Cell], cell: Cell) -> bool:
    top, bottom = cell.span
    over = max(2.0, OVERLAP * (bottom - top))
    return all(cell.x0 >= other.x1 - over or cell.x1 <= other.x0 + over for other in group)


OVERLAP = 0.4
"""How far, in heights of letters, the boxes of two words on one line may lie over each other in a scan."""
