"""Columns with little white space between: names in two or three, label and value twice on a row.

A wide gap parts cells anywhere. A narrow one, still much wider than the line's other gaps, parts them only
where the page says so otherwise: entries below one another begin at the same place, two people or two dates
stand side by side, a line of dots to sign on ends. Running text fills its gaps evenly and is never parted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ...schema import Box
from ..words import wording
from ..words.cells import Cell, box_of, cell_of, is_list_label, rows
from . import figures
from .leaders import is_leader

TIGHT = 0.7
"""Least white space between columns, in heights of the words; these are 1.1 of the font size in PDFs."""

LEAST = 0.2
"""The same where several rows show the same two columns."""

WIDER = 1.4
"""And how much wider than the line's usual gaps it is then, at least."""

SURE = 3
"""Rows that show two columns for sure."""

OUTLIER = 2.0
"""And in usual gaps of the same line; justified print is wide all along."""

USUAL = 0.35
"""A word space in heights of the words, for pages with too few to tell."""

LINE = 4
"""Words of a line from which on its gaps tell the page's usual word space, which a quarter of them do not
exceed: typewriters leave twice that of print."""

SPREAD = 1.0
"""Gaps, in heights, that are all at least this wide in the head of narrow columns: "Ja   Nej   Avstår"."""

NEAR = 8.0
"""Distance of two entries of a column, in heights of the words, from one baseline to the next."""

LONGEST = 8
"""Words of an entry; a line of running text has more."""

_LEADER = re.compile(r"[._…·]{4,}")


@dataclass(frozen=True, slots=True)
class _Gap:
    """A gap of a cell that may part two columns."""

    cell: Cell
    index: int
    """Of the word after it."""
    usual: float
    """A word space of the page, in points."""

    @property
    def x(self) -> float:
        return box_of(self.cell.words[self.index]).x0

    def is_wide(self, height: float, least: float = TIGHT, ratio: float = OUTLIER) -> bool:
        """Whether it is much wider than the line's other gaps, or the line is spread all along."""
        widths = _widths(self.cell)
        width = widths.pop(self.index - 1)
        usual = median(widths) if len(widths) > 1 else self.usual
        spread = len(widths) < 5 and min([width, *widths]) >= max(SPREAD * height, WIDER * self.usual)
        return width >= least * height and (spread or width >= ratio * max(usual, 0.5 * USUAL * height))

    @property
    def left(self) -> str:
        return " ".join(word.text for word in self.cell.words[: self.index])

    @property
    def right(self) -> str:
        return " ".join(word.text for word in self.cell.words[self.index :])


def parted(regions: Sequence[Sequence[Cell]], height: float) -> list[list[Cell]]:
    """The cells of each region, those that hold two columns parted.

    Args:
        regions: cells of each part of a page.
        height: of a typical word, in points.
    """
    for parts in (_parts, _continues_table):
        page = _Page.of([cell for region in regions for cell in region], height)
        regions = [[piece for cell in region for piece in _pieces(cell, page, parts)] for region in regions]
    return figures.parted(regions, height, page.space)


@dataclass(frozen=True, slots=True)
class _Page:
    """What columns show by: all cells, where they and entries within them begin."""

    cells: tuple[Cell, ...]
    height: float
    starts: tuple[tuple[Box, float], ...]
    """Box of the row's cell, and where an entry begins in it."""
    pairs: tuple[tuple[Box, float], ...]
    """Box of a row's left cell, and where the cell at its right begins."""
    space: float
    """A word space, in points."""
    usual: float
    """The same, at least what words are mostly apart."""

    @classmethod
    def of(cls, cells: Sequence[Cell], height: float) -> _Page:
        """Look at a page's cells."""
        gaps = sorted(width for cell in cells if len(cell.words) >= LINE for width in _widths(cell))
        space = gaps[len(gaps) // 4] if gaps else USUAL * height
        usual = max(USUAL * height, space)
        starts = [(cell.box, cell.box.x0) for cell in cells]
        starts += [(cell.box, gap.x) for cell in cells for gap in _wide(cell, height, usual)]
        pairs = [(left.box, right.box.x0) for row in rows(cells) for left, right in pairwise(row)]
        return cls(tuple(cells), height, tuple(starts), tuple(pairs), space, usual)


def _widths(cell: Cell) -> list[float]:
    return [box_of(after).x0 - box_of(before).x1 for before, after in pairwise(cell.words)]


def _wide(cell: Cell, height: float, usual: float) -> list[_Gap]:
    """The gaps that are much wider than the others of the line."""
    widths = _widths(cell)
    if not widths or max(widths) < TIGHT * height:
        return []
    gaps = [_Gap(cell, index, usual) for index, width in enumerate(widths, 1) if width >= TIGHT * height]
    return [gap for gap in gaps if gap.is_wide(height)]


def _parts(gap: _Gap, page: _Page) -> bool:
    """Whether what stands before and after the gap are entries side by side."""
    if _ends_leader(gap):
        return True
    if not gap.is_wide(page.height) or is_list_label(gap.left):
        return False
    if wording.MEMBER.fullmatch(gap.left) and wording.MEMBER.fullmatch(gap.right):
        return True
    if wording.VALUE_END.fullmatch(gap.left) and wording.LABEL_VALUE.fullmatch(gap.right):
        return True
    if wording.DATE_END.fullmatch(gap.left) and wording.PLAIN.fullmatch(gap.right):
        return True
    if max(len(gap.left.split()), len(gap.right.split())) > LONGEST:
        return False
    if not wording.ENTRY.fullmatch(gap.left) or not wording.ENTRY.fullmatch(gap.right):
        return False
    return any(_supports(gap, box, x, page.height) and _is_free(gap, box, page) for box, x in page.starts)


def _continues_table(gap: _Gap, page: _Page) -> bool:
    """Whether rows around begin at the same two places, so that even a word's space parts columns."""
    after = box_of(gap.cell.words[gap.index])
    if not (gap.right[0].isupper() or gap.right[0].isdigit()) or is_list_label(gap.left):
        return False
    sure = gap.left.endswith(":") or (
        wording.MEMBER.fullmatch(gap.left) and wording.MEMBER.fullmatch(gap.right)
    )
    if not gap.is_wide(page.height, least=LEAST, ratio=1.0 if sure else WIDER):
        return False
    own = gap.cell.box
    alike = [
        left
        for left, x in page.pairs
        if abs(left.x0 - own.x0) < 1.0 and abs(x - after.x0) < 1.0 and left.x1 < after.x0
    ]
    return len(alike) >= SURE


def _supports(gap: _Gap, box: Box, x: float, height: float) -> bool:
    """Whether an entry begins at the same place in a row near by, or is set below the word's middle."""
    distance = abs(box.bottom - gap.cell.box.bottom)
    if not 0.6 * height < distance < NEAR * height:
        return False
    head = box_of(gap.cell.words[gap.index])
    centred = box.width < 2 * height and abs((box.x0 + box.x1) - (head.x0 + head.x1)) < height
    return abs(x - gap.x) < max(1.5, 0.2 * height) or centred


def _is_free(gap: _Gap, box: Box, page: _Page) -> bool:
    """Whether no word stands in the gap's strip from the one row to the other."""
    low, high = sorted((box.top, gap.cell.box.top))
    left, right = gap.x - TIGHT * page.height + 1, gap.x - 1
    return not any(
        low - 1 <= cell.box.top <= high + 1
        and cell.box.x0 < right
        and cell.box.x1 > left
        and any(box_of(word).x0 < right and box_of(word).x1 > left for word in cell.words)
        for cell in page.cells
    )


def _ends_leader(gap: _Gap) -> bool:
    """Whether a label begins after a line of dots to sign on: "Sekreterare ........ Paragrafer 8-19"."""
    last = gap.cell.words[gap.index - 1].text
    return gap.right[:1].isupper() and (_LEADER.fullmatch(last) is not None or is_leader(last))


def _pieces(cell: Cell, page: _Page, parts: Callable[[_Gap, _Page], bool]) -> list[Cell]:
    widths = _widths(cell)
    least = LEAST * page.height
    gaps = [_Gap(cell, index, page.usual) for index, width in enumerate(widths, 1) if width >= least]
    edges = [0, *(gap.index for gap in gaps if parts(gap, page)), len(cell.words)]
    return [cell_of(cell.words[start:end]) for start, end in pairwise(edges)] if len(edges) > 2 else [cell]
