"""Tables of figures without lines: their columns stand close, but below one another.

A gap not much wider than a word's space parts two numbers ("84 210   27 118") where what follows it begins,
ends or has its middle where numbers of other rows do, and so has all else behind it. Running text never has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...schema import Box, Word
from ..words.cells import Cell, around, box_of, cell_of

WIDE = 1.8
"""Least white between columns, in word spaces; groups of a sum are one apart."""

ALIGNED = 0.2
"""Distance of edges or middles of one column, in heights of the words."""

REACH = 40.0
"""Distance of two rows of one table, in the same measure."""

ROWS = 2
"""Other rows that stand at the same place, at least."""

_FIGURE = re.compile(r"[(+–−-]?\d[\d.,:]*\)?%?|%")


def parted(regions: Sequence[Sequence[Cell]], height: float, space: float) -> list[list[Cell]]:
    """The cells of each region, those that hold several columns of figures parted.

    Args:
        regions: cells of each part of a page.
        height: of a typical word, in points.
        space: between two words of the page, in points.
    """
    least = WIDE * space
    numbers = [box for region in regions for cell in region for box in _numbers(cell, least)]
    return [
        [
            part
            for cell in region
            for part in _parts(cell, least, [box for box in numbers if _is_near(box, cell, height)], height)
        ]
        for region in regions
    ]


def _numbers(cell: Cell, least: float) -> Iterator[Box]:
    """The box of each number that white parts from the rest of its row."""
    for words in _pieces(cell, least):
        if all(_FIGURE.fullmatch(word.text) for word in words):
            yield around(words)


def _is_near(number: Box, cell: Cell, height: float) -> bool:
    """Whether a number is of another row of the same table."""
    return 0.6 * height < abs(number.bottom - cell.box.bottom) < REACH * height


def _pieces(cell: Cell, least: float) -> list[tuple[Word, ...]]:
    """The words between gaps of some width."""
    edges = [
        place
        for place, (left, right) in enumerate(pairwise(cell.words), 1)
        if box_of(right).x0 - box_of(left).x1 >= least
    ]
    return [cell.words[start:end] for start, end in pairwise([0, *edges, len(cell.words)])]


def _parts(cell: Cell, least: float, numbers: Sequence[Box], height: float) -> list[Cell]:
    pieces = _pieces(cell, least)
    if len(pieces) < 2 or not all(_is_column(words, numbers, height) for words in pieces[1:]):
        return [cell]
    return [cell_of(words) for words in pieces]


def _is_column(words: Sequence[Word], numbers: Sequence[Box], height: float) -> bool:
    """Whether words stand where numbers of other rows do."""
    own = around(words)
    for place in (_left, _right, _middle):
        if sum(abs(place(box) - place(own)) <= ALIGNED * height for box in numbers) >= ROWS:
            return True
    return False


def _left(box: Box) -> float:
    return box.x0


def _right(box: Box) -> float:
    return box.x1


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2
