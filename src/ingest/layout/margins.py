"""Titles in a margin beside running text: each title whole, then the text that stands beside it.

Set smaller than the text, a title's lines stand at other heights, so that row by row they come
out in the middle of its sentences. `prose` asks for long lines on both sides; here the left ones are short.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..words.cells import Cell
from .prose import is_long

GUTTER = 0.5
"""White between the margin and the text, in word heights, at least."""

SAME_EDGE = 0.7
"""Word heights by which lines of the text begin apart; hyphens and brackets hang a little."""

WHITE = 0.7
"""White above a title, in word heights, at least: within it its lines stand closer."""

RAISED = 0.7
"""Word heights by which a text may begin above its title."""

TITLES, LINES = 2, 2
"""Titles of a margin, and lines of one of them and of the text beside it, at least."""

SHARE = 0.4
"""Of the lines beside a margin, those of running text, at least."""

WIDEST = 0.6
"""Width of the margin, as a share of the text's, at most."""


@dataclass(frozen=True, slots=True)
class _Margin:
    """A stretch of a page with titles at the left of a text."""

    left: tuple[Cell, ...]
    right: tuple[Cell, ...]

    @property
    def top(self) -> float:
        return min(cell.box.top for cell in (*self.left, *self.right))

    def titles(self, height: float) -> list[list[Cell]]:
        """The margin's cells, those of one title together."""
        cells = sorted(self.left, key=lambda cell: cell.box.top)
        titles = [cells[:1]]
        for above, cell in pairwise(cells):
            if cell.box.top - above.box.bottom >= WHITE * height:
                titles.append([])
            titles[-1].append(cell)
        return titles

    def entries(self, height: float) -> Iterator[tuple[list[Cell], list[Cell]]]:
        """Each title with the text beside it; text above the first has none."""
        titles = self.titles(height)
        starts = [min(cell.box.top for cell in title) - RAISED * height for title in titles]
        for title, top, bottom in zip(
            [[], *titles], [float("-inf"), *starts], [*starts, float("inf")], strict=True
        ):
            yield title, [cell for cell in self.right if top <= cell.box.top < bottom]

    def is_one(self, height: float) -> bool:
        """Whether these are titles beside running text, and would be torn if read row by row."""
        long = sum(is_long(cell, height) for cell in self.right)
        width = max(cell.box.x1 for cell in self.right) - min(cell.box.x0 for cell in self.right)
        narrow = max(cell.box.x1 for cell in self.left) - min(cell.box.x0 for cell in self.left)
        entries = list(self.entries(height))
        torn = any(len(title) >= LINES and len(text) >= LINES for title, text in entries)
        labels = sum(cell.text.endswith(":") for cell in self.left)
        return (
            torn
            and len(entries) > TITLES
            and long >= SHARE * len(self.right)
            and narrow <= WIDEST * width
            and 2 * labels < len(self.left)
            and not any(is_long(cell, height) for cell in self.left)
            and any(cell.text[0].islower() for cell in self.right)
        )


def parts(cells: Sequence[Cell], height: float) -> list[list[Cell]]:
    """The cells in parts that are read one after another: a title, its text, the next title.

    Args:
        cells: of a part of a page without columns.
        height: of a typical word, in points.
    """
    for x in _edges(cells, height):
        for margin in _margins(cells, x, height):
            if margin.is_one(height):
                inside = {id(cell) for cell in (*margin.left, *margin.right)}
                rest = [cell for cell in cells if id(cell) not in inside]
                above = [cell for cell in rest if cell.box.top < margin.top]
                below = [cell for cell in rest if cell.box.top >= margin.top]
                found = [part for entry in margin.entries(height) for part in entry]
                return [part for part in (above, *found, *parts(below, height)) if part]
    return [list(cells)]


def _edges(cells: Sequence[Cell], height: float) -> list[float]:
    """Where many long lines begin, those of most lines first."""
    starts = sorted(cell.box.x0 for cell in cells if is_long(cell, height))
    groups: list[list[float]] = []
    for start in starts:
        if groups and start - groups[-1][-1] < SAME_EDGE * height:
            groups[-1].append(start)
        else:
            groups.append([start])
    found = sorted(groups, key=len, reverse=True)
    return [group[0] for group in found if len(group) > LINES]


def _margins(cells: Sequence[Cell], x: float, height: float) -> Iterator[_Margin]:
    """Stretches in which nothing crosses the white before `x`, and something stands on both sides."""
    edge = x - GUTTER * height
    crossing = sorted(cell.box.top for cell in cells if cell.box.x0 < edge < cell.box.x1)
    for top, bottom in pairwise([float("-inf"), *crossing, float("inf")]):
        inside = [cell for cell in cells if top < cell.box.top < bottom]
        left = tuple(cell for cell in inside if cell.box.x1 <= edge)
        right = tuple(cell for cell in inside if cell.box.x0 > edge)
        if left and right:
            yield _Margin(left, right)
