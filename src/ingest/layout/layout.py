"""Words with boxes to lines in reading order, with numbered blocks.

One line per visual row of a column or cell. Cells side by side are lines of their own, in blocks of their
own, at the same height: a label comes before its value, a left column before the right one. A block is what
has no wide gap within: a paragraph, a column's names, a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from ...schema import Line, Word
from ..ruling.grid import REACH, Table, tables
from ..ruling.ruling import Rule
from ..words.cells import Cell, around, box_of, cells, rows, typical_height
from . import bars, margins, prose, spread
from .bands import bands
from .columns import parted
from .regions import Region, regions

PARAGRAPH_GAP = 0.9
"""White space between two lines, in word heights, that starts a new block."""

RESIZED = 1.35
"""Ratio of two lines' heights from which on they are heading and text."""


@dataclass(frozen=True, slots=True)
class _Entry:
    cell: Cell
    region: Region
    """Cells of different regions are never in one block."""
    column: int
    """Of the line, see `Line`."""


def arrange(
    words: Sequence[Word],
    width: float = 0.0,
    page_height: float = 0.0,
    rules: Sequence[Rule] = (),
    reach: float = REACH,
) -> tuple[Line, ...]:
    """The words as lines in reading order.

    Args:
        words: all with boxes, of an upright page.
        width: of the page in points, to find two pages side by side; 0 where unknown.
        page_height: of the page in points; 0 where unknown.
        rules: ruled lines of the page.
        reach: how far lines that meet may lie apart, in points.
    """
    words = bars.without(words, rules)
    if not words:
        return ()
    height = typical_height(words)
    numbers, columns = count(), count()
    entries = [
        entry
        for half in spread.halves(words, (width, page_height), rules)
        for entry in _entries(half, height, _tables(half, rules, reach), numbers, columns)
    ]
    return tuple(_lines(entries, height))


def _tables(words: Sequence[Word], rules: Sequence[Rule], reach: float) -> tuple[Table, ...]:
    return tables(rules, [box_of(word) for word in words], reach) if rules else ()


def _entries(
    words: Sequence[Word],
    height: float,
    found: Sequence[Table],
    numbers: Iterator[int],
    columns: Iterator[int],
) -> Iterator[_Entry]:
    whole = next(columns)
    parts = list(regions(words, found, numbers))
    box = around(words)
    # Columns show over the whole page, as every row of a table may be a region of its own.
    found_in = parted([cells(part.words, height) for part in parts], height)
    for part, inside in zip(parts, found_in, strict=True):
        extent = part.box or box
        pieces = prose.columns(inside, height)
        for piece in pieces:
            number = whole if len(pieces) == 1 else next(columns)
            for side in margins.parts(piece, height):
                own = next(columns) if side.is_apart else number
                for band in bands(rows(side.cells), height, (extent.x0, extent.x1)):
                    for cell in band.cells:
                        yield _Entry(cell, part, own)
        if len(pieces) > 1:
            whole = next(columns)


def _lines(entries: Sequence[_Entry], height: float) -> Iterator[Line]:
    block = 0
    yield Line(entries[0].cell.words, block, entries[0].region.place, entries[0].column)
    for last, entry in pairwise(entries):
        block += not _continues(last, entry, height)
        yield Line(entry.cell.words, block, entry.region.place, entry.column)


def _continues(last: _Entry, entry: _Entry, height: float) -> bool:
    """True where the two lines stand below each other like lines of one paragraph."""
    above, below = last.cell.box, entry.cell.box
    gap = below.top - above.bottom
    overlaps = min(above.x1, below.x1) > max(above.x0, below.x0)
    ratio = max(above.height, below.height) / max(1.0, min(above.height, below.height))
    near = -0.5 * height < gap < PARAGRAPH_GAP * height
    return last.region is entry.region and near and overlaps and ratio < RESIZED
