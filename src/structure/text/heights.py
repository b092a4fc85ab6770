"""Rows of a page from its lines: what stands on one height is one row.

A reader gives lines in the order it found them, and two columns of a label table may come one after the
other. Here they become one row again, so that a label meets its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import fmean, median

from ...schema import Line, Word
from .rows import CELL_GAP, Cell, Row, boxed, span

BESIDE = 0.6
"""Share of the lower of two cells, in height, that the other stands beside where both are in one row."""


def of_lines(number: int, lines: Sequence[Line]) -> list[Row]:
    """Lines with boxes as rows: what stands on one height is one row.

    Args:
        number: of the page.
        lines: of the page or of a part of it.
    """
    lines = _unlaid(lines)
    cells = [cell for line in lines for cell in _box_cells(line)]
    return [Row(number, tuple(row), *span(row), block) for row, block in _heights(cells, slope(lines))]


def _unlaid(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, the last word of one cut where its box lies over the whole of the next line beside it.

    A reader that parts a line in two may give the word before the break the box of all that follows.
    """
    over = [_lies_over(line, below) for line, below in pairwise(lines)]
    if not any(over):
        return lines
    return [
        _cut(line, below) if laid else line
        for line, below, laid in zip(lines, [*lines[1:], lines[-1]], [*over, False], strict=True)
    ]


def _lies_over(line: Line, below: Line) -> bool:
    """Whether the box of a line's last word holds all the words of the next line."""
    box, first, last = line.words[-1].box, below.words[0].box, below.words[-1].box
    if not (box and first and last) or not box.x0 < first.x0 < last.x1 <= box.x1 + 1:
        return False
    return min(box.bottom, first.bottom) - max(box.top, first.top) >= BESIDE * (box.bottom - box.top)


def _cut(line: Line, below: Line) -> Line:
    *words, last = line.words
    first = below.words[0].box
    assert last.box and first
    width = min(last.box.x1, first.x0 - 0.1)
    return replace(line, words=(*words, replace(last, box=replace(last.box, x1=width))))


def slope(lines: Sequence[Line]) -> float:
    """How far the print of a page falls for each point to the right: scans do not lie straight.

    Zero where fewer than `LEAST_LINES` long lines tell, and for prints that are straight.
    """
    if len(lines) < LEAST_LINES:
        return 0.0
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
    space = right.box.x0 - left.box.x1
    if space <= CELL_GAP * LOWEST:
        return False
    return space > CELL_GAP * max(min(left.box.height, right.box.height), LOWEST)


LOWEST = 4.0
"""Height of letters, in points, that no print goes below."""


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
