"""Columns with little white space between: names in two or three, label and value twice on a row.

A wide gap parts cells anywhere. A narrow one, still much wider than the line's other gaps, parts them only
where the page says so otherwise: entries below one another begin at the same place, two people or two dates
stand side by side, a line of dots to sign on ends. Running text fills its gaps evenly and is never parted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ..schema import Box, Word
from .cells import Cell, box_of, cell_of

TIGHT = 0.8
"""Least white space between columns, in heights of the words."""

OUTLIER = 2.0
"""And in usual gaps of the same line; justified print is wide all along."""

USUAL = 0.35
"""A word space in heights of the words, for lines with too few to tell."""

SPREAD = 1.0
"""Gaps, in heights, that are all at least this wide in the head of narrow columns: "Ja   Nej   Avstår"."""

NEAR = 5.0
"""Distance of two entries of a column, in heights of the words, from one baseline to the next."""

LONGEST = 8
"""Words of an entry; a line of running text has more."""

PERSON = re.compile(r"[A-ZÅÄÖÉ][^()]{2,45} \([\w–-]{1,5}\)[\w ,.:;§–*/()-]*")
"""Someone with a party, and what is said of them: "Åke Örnhäll (C), ordförande", "Sara Ek (S) §§ 3–14"."""

_VALUE_END = re.compile(r".*\d[).]?")
_LABEL_VALUE = re.compile(r"[A-ZÅÄÖ][^\d]{3,45}\d\S*( [\d.:–-]+)*")
_ENTRY = re.compile(r"[A-ZÅÄÖÉ§(\d*].*")
_LEADER = re.compile(r"[._…·]{4,}")


@dataclass(frozen=True, slots=True)
class _Gap:
    """A gap of a cell that may part two columns."""

    cell: Cell
    index: int
    """Of the word after it."""

    @property
    def x(self) -> float:
        return box_of(self.cell.words[self.index]).x0

    @property
    def left(self) -> str:
        return " ".join(word.text for word in self.cell.words[: self.index])

    @property
    def right(self) -> str:
        return " ".join(word.text for word in self.cell.words[self.index :])


def parted(found: Sequence[Cell], height: float) -> list[Cell]:
    """The cells, those that hold two columns parted.

    Args:
        found: cells of one part of a page.
        height: of a typical word, in points.
    """
    gaps = {id(cell): list(_gaps(cell, height)) for cell in found}
    starts = [(cell.box, cell.box.x0) for cell in found]
    starts += [(cell.box, gap.x) for cell in found for gap in gaps[id(cell)]]
    result: list[Cell] = []
    for cell in found:
        cuts = [gap.index for gap in gaps[id(cell)] if _parts(gap, starts, found, height)]
        cuts += [cut for cut in _after_leaders(cell) if cut not in cuts]
        result += _pieces(cell, sorted(cuts))
    return result


def _gaps(cell: Cell, height: float) -> Iterator[_Gap]:
    widths = [box_of(b).x0 - box_of(a).x1 for a, b in pairwise(cell.words)]
    if not widths:
        return
    spread = len(cell.words) <= 6 and min(widths) >= SPREAD * height
    for index, width in enumerate(widths, 1):
        others = widths[: index - 1] + widths[index:]
        usual = median(others) if len(others) > 1 else USUAL * height
        if width >= TIGHT * height and (spread or width >= OUTLIER * max(usual, 0.5 * USUAL * height)):
            yield _Gap(cell, index)


def _parts(gap: _Gap, starts: Sequence[tuple[Box, float]], found: Sequence[Cell], height: float) -> bool:
    if PERSON.fullmatch(gap.left) and PERSON.fullmatch(gap.right):
        return True
    if _VALUE_END.fullmatch(gap.left) and _LABEL_VALUE.fullmatch(gap.right):
        return True
    if max(len(gap.left.split()), len(gap.right.split())) > LONGEST:
        return False
    if not _ENTRY.fullmatch(gap.left) or not _ENTRY.fullmatch(gap.right):
        return False
    return any(_supports(gap, box, x, height) and _is_free(gap, box, found, height) for box, x in starts)


def _supports(gap: _Gap, box: Box, x: float, height: float) -> bool:
    """Whether an entry begins at the same place in a row near by, or is set below the word's middle."""
    distance = abs(box.bottom - gap.cell.box.bottom)
    if not 0.6 * height < distance < NEAR * height:
        return False
    head = box_of(gap.cell.words[gap.index])
    centred = box.width < 2 * height and abs((box.x0 + box.x1) - (head.x0 + head.x1)) < height
    return abs(x - gap.x) < max(1.5, 0.2 * height) or centred


def _is_free(gap: _Gap, box: Box, found: Sequence[Cell], height: float) -> bool:
    """Whether no word stands in the gap's strip from the one row to the other."""
    low, high = sorted((box.top, gap.cell.box.top))
    left, right = gap.x - TIGHT * height + 1, gap.x - 1
    return not any(
        low - 1 <= cell.box.top <= high + 1
        and cell.box.x0 < right
        and cell.box.x1 > left
        and any(box_of(word).x0 < right and box_of(word).x1 > left for word in cell.words)
        for cell in found
    )


def _after_leaders(cell: Cell) -> Iterator[int]:
    """Where a label begins after a line of dots to sign on: "Sekreterare ........ Paragrafer 8-19"."""
    for index in range(1, len(cell.words)):
        if _LEADER.fullmatch(cell.words[index - 1].text) and cell.words[index].text[:1].isupper():
            yield index


def _pieces(cell: Cell, cuts: Sequence[int]) -> list[Cell]:
    if not cuts:
        return [cell]
    edges = [0, *cuts, len(cell.words)]
    pieces: list[tuple[Word, ...]] = [cell.words[a:b] for a, b in pairwise(edges)]
    return [cell_of(piece) for piece in pieces]
