"""Phrases: cells put together again that only a column's edge has parted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .rows import CELL_GAP, Cell, Row


def rejoined(row: Row) -> Row:
    """The row with its cells as printed: a name that runs over the edge of a margin is one."""
    cells: list[Cell] = []
    for cell in row.cells:
        if cells and cell.words[0].box and cell.x0 - cells[-1].x1 <= CELL_GAP * max(row.height, 4.0):
            cells[-1] = Cell((*cells[-1].words, *cell.words), cells[-1].x0, cell.x1)
        else:
            cells.append(cell)
    return row if len(cells) == len(row.cells) else replace(row, cells=tuple(cells))


def cell_below(cell: Cell, row: Row, below: Sequence[Row]) -> tuple[Cell, int] | None:
    """The cell that stands right below another, with its page."""
    for other in below:
        for under in other.cells:
            if other.page == row.page and abs(under.x0 - cell.x0) <= 0.5 * row.height:
                return under, other.page
    return None
