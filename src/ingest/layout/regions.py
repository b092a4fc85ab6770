"""A page cut into parts that are read one after another: what stands above a table, its cells, what follows.

Cells come row by row, from left to right, each whole; tables within a cell where they stand in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...schema import Box, TablePlace, Word
from ..ruling.grid import Table, TableCell
from ..words.cells import box_of


@dataclass(frozen=True, slots=True)
class Region:
    """Words that no ruled line parts."""

    words: tuple[Word, ...]
    place: TablePlace | None = None
    """The innermost cell of a ruled table that they stand in."""
    box: Box | None = None
    """Of that cell."""


def regions(words: Sequence[Word], tables: Sequence[Table], numbers: Iterator[int]) -> Iterator[Region]:
    """The parts of a page in reading order; none is empty.

    Args:
        words: all with boxes.
        tables: from top to bottom.
        numbers: of the tables that are met.
    """
    yield from _read(list(words), tables, None, None, numbers)


def _read(
    words: list[Word],
    tables: Sequence[Table],
    place: TablePlace | None,
    box: Box | None,
    numbers: Iterator[int],
) -> Iterator[Region]:
    rest = words
    for table in tables:
        inside = [word for word in rest if any(_stands_in(word, cell.box) for cell in table.cells)]
        outside = [word for word in rest if not any(_stands_in(word, cell.box) for cell in table.cells)]
        if not inside:
            continue
        above = [word for word in outside if _middle(word) < table.box.top]
        left = [word for word in outside if _is_left(word, table.box)]
        rest = [word for word in outside if _middle(word) >= table.box.top and not _is_left(word, table.box)]
        yield from _part(above, place, box)
        yield from _part(left, place, box)
        yield from _cells(inside, table.cells, next(numbers), numbers)
    yield from _part(rest, place, box)


def _cells(
    words: list[Word], cells: Sequence[TableCell], number: int, numbers: Iterator[int]
) -> Iterator[Region]:
    row, column = -1, 0
    for cell in cells:
        row, column = (row, column + 1) if cell.row == row else (cell.row, 0)
        inside = [word for word in words if _stands_in(word, cell.box)]
        words = [word for word in words if not _stands_in(word, cell.box)]
        yield from _read(inside, cell.tables, TablePlace(number, row, column), cell.box, numbers)


def _part(words: Sequence[Word], place: TablePlace | None, box: Box | None) -> Iterator[Region]:
    if words:
        yield Region(tuple(words), place, box)


def _stands_in(word: Word, box: Box) -> bool:
    own = box_of(word)
    return box.x0 <= (own.x0 + own.x1) / 2 < box.x1 and box.top <= _middle(word) < box.bottom


def _is_left(word: Word, table: Box) -> bool:
    return table.top <= _middle(word) <= table.bottom and box_of(word).x1 <= table.x0 + 2


def _middle(word: Word) -> float:
    own = box_of(word)
    return (own.top + own.bottom) / 2
