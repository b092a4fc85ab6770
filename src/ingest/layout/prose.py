"""Running text in two or more columns, as in a newspaper: each column is read from its top to its foot.

Told by long lines on both sides of a strip of white that none of them crosses. Labels, numbers and names
beside text are no columns of this kind; `bands` decides about them row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..words import wording
from ..words.cells import Cell
from .bands import PITCH

WORDS, WIDTH = 3, 12.0
"""Words of a line of running text, and its width in word heights, at least."""

LINES = 3
"""Such lines of a column, at least; some line goes on with a sentence, as labels and values seldom do."""

SHARE = 0.5
"""And their share of the column's lines."""

GUTTER = 0.5
"""White space between two columns, in word heights, at least, beside `SAME_EDGE`."""

SAME_EDGE = 0.5
"""Word heights by which lines of one column begin apart."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Part of a page with a gutter that no line crosses, in points."""

    top: float
    bottom: float
    x: float
    """Where the column at the right begins."""

    def holds(self, cell: Cell) -> bool:
        """Whether the cell stands at its height."""
        return self.top <= (cell.box.top + cell.box.bottom) / 2 <= self.bottom

    def is_left(self, cell: Cell) -> bool:
        """Whether the cell stands before the gutter."""
        return cell.box.x0 < self.x


def columns(cells: Sequence[Cell], height: float) -> list[list[Cell]]:
    """The cells in parts that are read one after another: above the columns, each of them, below.

    Args:
        cells: of a part of a page.
        height: of a typical word, in points.
    """
    edges = _edges(cells, height)
    found = next((stretch for x in edges for stretch in _stretches(cells, x, height)), None)
    if found is None:
        return [list(cells)]
    inside = [cell for cell in cells if found.holds(cell)]
    middle = (found.top + found.bottom) / 2
    rest = [cell for cell in cells if not found.holds(cell)]
    parts = (
        [cell for cell in rest if cell.box.top < middle],
        [cell for cell in inside if found.is_left(cell)],
        [cell for cell in inside if not found.is_left(cell)],
        [cell for cell in rest if cell.box.top >= middle],
    )
    return [piece for part in parts if part for piece in columns(part, height)]


def is_long(cell: Cell, height: float) -> bool:
    """Whether a cell is a line of running text by its length, and no person."""
    long = len(cell.words) >= WORDS and cell.box.width >= WIDTH * height
    return long and wording.PERSON.fullmatch(cell.text) is None


def _edges(cells: Sequence[Cell], height: float) -> list[float]:
    """Where a column of long lines begins, beyond the first, from left to right."""
    groups: list[list[float]] = []
    for start in sorted(cell.box.x0 for cell in cells if is_long(cell, height)):
        if groups and start - groups[-1][-1] < SAME_EDGE * height:
            groups[-1].append(start)
        else:
            groups.append([start])
    return [group[0] - SAME_EDGE * height for group in groups if len(group) >= LINES][1:]


def _stretches(cells: Sequence[Cell], x: float, height: float) -> Iterator[_Stretch]:
    """Where text stands on both sides of the white before `x`."""
    crossing = sorted(cell.box.top for cell in cells if cell.box.x0 < x and cell.box.x1 > x - GUTTER * height)
    for top, bottom in pairwise([float("-inf"), *crossing, float("inf")]):
        inside = [cell for cell in cells if top < cell.box.top < bottom]
        sides = [cell for cell in inside if cell.box.x0 < x], [cell for cell in inside if cell.box.x0 >= x]
        extents = [_extent(side, height) for side in sides if any(is_long(cell, height) for cell in side)]
        if len(extents) == 2:
            found = _Stretch(min(low for low, _ in extents), max(high for _, high in extents), x)
            if _are_prose([[cell for cell in side if found.holds(cell)] for side in sides], height):
                yield found


def _are_prose(sides: Sequence[Sequence[Cell]], height: float) -> bool:
    lines = [[cell for cell in side if is_long(cell, height)] for side in sides]
    enough = all(len(own) >= max(LINES, SHARE * len(side)) for own, side in zip(lines, sides, strict=True))
    return enough and any(cell.text[0].islower() for side in sides for cell in side)


def _extent(side: Sequence[Cell], height: float) -> tuple[float, float]:
    """Top and bottom of the long lines, with what stands close above and below them."""
    top = min(cell.box.top for cell in side if is_long(cell, height))
    bottom = max(cell.box.bottom for cell in side if is_long(cell, height))
    for cell in sorted(side, key=lambda cell: -cell.box.bottom):
        if top - (PITCH - 1) * height < cell.box.bottom <= top:
            top = cell.box.top
    for cell in sorted(side, key=lambda cell: cell.box.top):
        if bottom <= cell.box.top < bottom + (PITCH - 1) * height:
            bottom = cell.box.bottom
    return top, bottom
