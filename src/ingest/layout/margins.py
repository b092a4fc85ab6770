"""Titles in a margin, left or right of running text: each title whole, then the text that stands beside it.

Set smaller than the text, a title's lines stand at other heights, so that row by row they come
out in the middle of its sentences. `prose` asks for long lines on both sides; here those of one are short.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...schema import Word
from ..words.cells import Cell, around, box_of
from .prose import is_long

GUTTER = 0.5
"""White between the margin and the text, in word heights, at least."""

SAME_EDGE = 0.7
"""Word heights by which lines of the text begin apart; hyphens and brackets hang a little."""

NOTES_EDGE = 0.15
"""The same for titles at the right, which may stand in one row with the text."""

WHITE = 0.7
"""White above a title, in word heights, at least: within it its lines stand closer."""

RAISED = 0.7
"""Word heights by which a text may begin above its title."""

TITLES, LINES = 2, 2
"""Titles of a margin, and lines of one of them and of the text beside it, at least."""

SHARE = 0.4
"""Of the lines beside a margin, those of running text, at least."""

RIGHT_SHARE = 0.5
"""The same where the margin is at the right: who signs stands there too."""

ACROSS = 1 / 3
"""Long lines that reach into a margin at the right, at most, as the first ones of minutes do."""

LABELS = 0.4
"""Of a margin's lines, those that are labels of a form, less than."""

WIDEST = 0.6
"""Width of the margin, as a share of the text's, at most."""


@dataclass(frozen=True, slots=True)
class _Margin:
    """A stretch of a page with titles at one side of a text."""

    notes: tuple[Cell, ...]
    text: tuple[Cell, ...]
    is_right: bool = False

    @property
    def top(self) -> float:
        return min(cell.box.top for cell in (*self.notes, *self.text))

    def titles(self, height: float) -> list[list[Cell]]:
        """The margin's cells, those of one title together."""
        cells = sorted(self.notes, key=lambda cell: cell.box.top)
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
            yield title, [cell for cell in self.text if top <= cell.box.top < bottom]

    def is_one(self, height: float) -> bool:
        """Whether these are titles beside running text, and would be torn if read row by row."""
        long = sum(is_long(cell, height) for cell in self.text)
        entries = list(self.entries(height))
        torn = any(len(title) >= LINES and len(text) >= LINES for title, text in entries)
        labels = sum(cell.text.endswith(":") or _is_capitals(cell) for cell in self.notes)
        return (
            torn
            and len(entries) > TITLES
            and long >= (RIGHT_SHARE if self.is_right else SHARE) * len(self.text)
            and _width(self.notes) <= WIDEST * _width(self.text)
            and labels < LABELS * len(self.notes)
            and not any(is_long(cell, height) for cell in self.notes)
            and any(cell.text[0].islower() for cell in self.text)
        )


def _is_capitals(cell: Cell) -> bool:
    """Whether a cell is one word in capitals, as labels of a box beside a letter's head are."""
    return cell.text.isalpha() and cell.text.isupper()


def _width(cells: Sequence[Cell]) -> float:
    return max(cell.box.x1 for cell in cells) - min(cell.box.x0 for cell in cells)


@dataclass(frozen=True, slots=True)
class Part:
    """Cells of a page that are read before the next ones."""

    cells: list[Cell]
    is_apart: bool = False
    """Whether what stands beside it is no part of its rows: titles at the right follow nothing."""


def parts(cells: Sequence[Cell], height: float) -> list[Part]:
    """The cells in parts that are read one after another: a title, its text, the next title.

    Args:
        cells: of a part of a page without columns.
        height: of a typical word, in points.
    """
    for margin in _margins(cells, height):
        if margin.is_one(height):
            inside = {id(word) for cell in (*margin.notes, *margin.text) for word in cell.words}
            rest = [cell for cell in cells if id(cell.words[0]) not in inside]
            above = [cell for cell in rest if cell.box.top < margin.top]
            below = [cell for cell in rest if cell.box.top >= margin.top]
            found = [Part(part, margin.is_right) for entry in margin.entries(height) for part in entry]
            return [part for part in (Part(above), *found, *parts(below, height)) if part.cells]
    return [Part(list(cells))]


def _margins(cells: Sequence[Cell], height: float) -> Iterator[_Margin]:
    """What may be a margin, at the left of where long lines begin or at the right of where they end."""
    long = [cell for cell in cells if is_long(cell, height)]
    for x in _edges([cell.box.x0 for cell in long], height):
        for before, behind in _stretches(cells, x, height):
            yield _Margin(before, behind)
    # Justified lines have wide spaces anywhere: only notes begin at one place, and most lines end before it.
    for x in _edges([box_of(word).x0 for word in _after_white(cells, height)], height, NOTES_EDGE):
        parted = [part for cell in cells for part in _cut(cell, x, height)]
        across = sum(cell.box.x0 < x < cell.box.x1 for cell in parted if is_long(cell, height))
        if across <= ACROSS * len(long):
            for before, behind in _stretches(parted, x, height):
                yield _Margin(behind, before, is_right=True)


def _edges(starts: Iterable[float], height: float, apart: float = SAME_EDGE) -> list[float]:
    """Where many lines begin, those of most lines first."""
    groups: list[list[float]] = []
    for start in sorted(starts):
        if groups and start - groups[-1][-1] < apart * height:
            groups[-1].append(start)
        else:
            groups.append([start])
    found = sorted(groups, key=len, reverse=True)
    return [group[0] for group in found if len(group) > LINES]


def _after_white(cells: Sequence[Cell], height: float) -> Iterator[Word]:
    """Words that may begin a margin's lines: those that head a cell, or stand off from the word before."""
    for cell in cells:
        yield cell.words[0]
        for word, behind in pairwise(cell.words):
            if box_of(behind).x0 - box_of(word).x1 >= GUTTER * height:
                yield behind


def _cut(cell: Cell, x: float, height: float) -> list[Cell]:
    """A cell's words before and behind `x`, if there is white; the cell as it is otherwise."""
    words = [word for word in cell.words if box_of(word).x1 <= x - GUTTER * height]
    rest = cell.words[len(words) :]
    if not words or not rest or box_of(rest[0]).x0 < x - GUTTER * height:
        return [cell]
    return [Cell(tuple(part), around(part)) for part in (words, rest)]


def _stretches(
    cells: Sequence[Cell], x: float, height: float
) -> Iterator[tuple[tuple[Cell, ...], tuple[Cell, ...]]]:
    """What stands before and behind `x` where nothing crosses the white before it."""
    edge = x - GUTTER * height
    crossing = sorted(cell.box.top for cell in cells if cell.box.x0 < edge < cell.box.x1)
    for top, bottom in pairwise([float("-inf"), *crossing, float("inf")]):
        inside = [cell for cell in cells if top < cell.box.top < bottom]
        before = tuple(cell for cell in inside if cell.box.x1 <= edge)
        behind = tuple(cell for cell in inside if cell.box.x0 > edge)
        if before and behind:
            yield before, behind
