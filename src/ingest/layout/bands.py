"""Rows to bands: stretches of a page that share columns, and the order in which their cells are read.

Names in columns, a letterhead's two halves and signatures side by side are read column by column; labels
with values, agenda points with case numbers and tables row by row, a label that runs over several rows
before its value. Geometry is nearly the same, so what stands in the cells decides too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ..words import wording
from ..words.cells import Cell

PITCH = 2.3
"""Distance of two baselines, in word heights, up to which a lone cell continues a column."""

BREAK = 6.0
"""Distance of two baselines, in word heights, that ends a band: signatures leave about five."""

LEAP = 2.5
"""A distance that is so many times the widest one above it ends a band: a head is over, text begins."""

WRAP = 1.8
"""Distance of two baselines, in word heights, of one label's rows."""

GUTTER = 0.25
"""White space between two columns, in word heights, at least."""

HALFWAY = 0.42
"""Where the right column starts, as a share of the text's width, for columns rather than values."""

ALIGNED = 4.0
"""Points by which left edges of one column differ, at most, in word heights of 8 points and more."""

PEOPLE = 0.6
"""Share of a column's cells that are people, from which on it is a list of names."""

HEAD_ROWS = 3
"""Rows of a running head at most; a letterhead with more is two blocks side by side."""

Row = list[Cell]
Gutter = tuple[float, float]
"""Where the column at its left ends and the one at its right begins, in points."""


@dataclass(frozen=True, slots=True)
class Band:
    """Cells that are read one after another."""

    cells: tuple[Cell, ...]


def bands(rows: Sequence[Row], height: float, extent: tuple[float, float]) -> list[Band]:
    """The rows' cells in reading order, cut where one kind of order ends.

    Args:
        rows: from top to bottom.
        height: of a typical word, in points.
        extent: left and right edge of the text, in points.
    """
    result: list[Band] = []
    index = 0
    while index < len(rows):
        end, gutters = _stretch(rows, index, height)
        columns = [_column(rows[index:end], gutters, number) for number in range(len(gutters) + 1)]
        if not index and _is_running_head(rows[:end]):
            result.append(Band(tuple(cell for row in rows[:end] for cell in row)))
        elif gutters and (_is_columns(columns, gutters, extent) or _is_address(columns)):
            result.append(Band(tuple(cell for column in columns for cell in column)))
        else:
            end = _entry_end(rows, index, end, height)
            result.append(Band(_entry(rows[index:end], gutters)))
        index = end
    return result


def _stretch(rows: Sequence[Row], start: int, height: float) -> tuple[int, list[Gutter]]:
    """End of the rows from `start` that leave the first one's gutters free, and what is left of these."""
    first = rows[start]
    gutters = [(left.box.x1, right.box.x0) for left, right in pairwise(first)]
    if not gutters:
        return start + 1, []
    end, widest = start + 1, BREAK * height
    for index in range(start + 1, len(rows)):
        limits = _narrowed(rows[index], gutters, GUTTER * height)
        alone = len(rows[index]) == 1
        pitch = rows[index][0].box.bottom - rows[index - 1][0].box.bottom
        farthest = PITCH * height if alone else min(BREAK * height, max(PITCH * height, LEAP * widest))
        if limits is None or pitch > farthest:
            break
        widest = pitch if index == start + 1 else max(widest, pitch)
        if not alone and not all(_in_column(first, cell, limits) for cell in rows[index]):
            break
        if alone and _heads_next(rows[start:index], rows[index]):
            break
        gutters = limits
        end = index + 1
    return end, gutters


def _heads_next(names: Sequence[Row], row: Row) -> bool:
    """Whether a lone cell below columns of names is the next list's label."""
    if sum(map(_goes_on, names)) < PEOPLE * len(names) or row[0].box.x0 > names[0][0].box.x1:
        return False
    return not _goes_on(row) or _is_bold(row) != _is_bold(names[0])


def _goes_on(row: Row) -> bool:
    """Whether the first cell is a person or goes on with one."""
    text = row[0].text
    return (
        text[:1].islower()
        or text[:1].isdigit()
        or text[:1] in "(§"
        or wording.PERSON.fullmatch(text) is not None
    )


def _is_bold(row: Row) -> bool:
    return all(word.bold for word in row[0].words)


def _narrowed(row: Row, gutters: Sequence[Gutter], least: float) -> list[Gutter] | None:
    """The gutters that are left free by this row too; None where the row crosses one."""
    found = list(gutters)
    for cell in row:
        place = _place(cell, gutters)
        if place < len(found):
            left, right = found[place]
            found[place] = (max(left, cell.box.x1), right)
        if place:
            left, right = found[place - 1]
            found[place - 1] = (left, min(right, cell.box.x0))
    return found if all(right - left > max(2.0, least) for left, right in found) else None


def _place(cell: Cell, gutters: Sequence[Gutter]) -> int:
    """The number of the cell's column."""
    return sum(cell.box.x0 > left for left, _ in gutters)


def _in_column(first: Row, cell: Cell, gutters: Sequence[Gutter]) -> bool:
    """Whether the cell begins or ends where its column does; wrapped lines and the first column are free."""
    place = _place(cell, gutters)
    one, other = first[place].box, cell.box
    if cell.text[:1].islower() and one.x0 < other.x0:
        return True
    middles = abs((one.x0 + one.x1) - (other.x0 + other.x1)) / 2
    return place == 0 or min(abs(one.x0 - other.x0), abs(one.x1 - other.x1), middles) < ALIGNED


def _column(rows: Sequence[Row], gutters: Sequence[Gutter], number: int) -> list[Cell]:
    return [cell for row in rows for cell in row if _place(cell, gutters) == number]


def _is_columns(
    columns: Sequence[Sequence[Cell]], gutters: Sequence[Gutter], extent: tuple[float, float]
) -> bool:
    """Whether the columns are read one after another."""
    left, right = columns[0], columns[-1]
    if len(left) < 2 or any(_share(column, wording.MARK) > 0.5 for column in columns[1:]):
        return False
    if all(_share(column, wording.PERSON) >= PEOPLE for column in columns):
        return all(_aligned(column) for column in columns[1:])
    if len(columns) > 2 or len(right) < 2 or not _aligned(right):
        return False
    if sum(wording.NUMBERED.fullmatch(cell.text) is not None for cell in left) >= len(right):
        return False
    if _share(right, wording.FIGURE) > 0.5 or sum(cell.text.endswith(":") for cell in left) > len(left) / 2:
        return False
    if _share(left, wording.PERSON) >= PEOPLE and _share(right, wording.ROLE) > 0.5:
        return False
    if 0.5 <= _share(left, wording.LABEL, re.Pattern.match) > _share(right, wording.LABEL, re.Pattern.match):
        return False
    start, stop = extent
    return (gutters[0][1] - start) / max(1.0, stop - start) > HALFWAY


def _is_running_head(rows: Sequence[Row]) -> bool:
    """Whether a page's first rows go across, as "Norrby kommun PROTOKOLL 1 (2)"; a letterhead's do not."""
    return 1 < len(rows) <= HEAD_ROWS and wording.PAGE.search(rows[0][-1].text) is not None


def _is_address(columns: Sequence[Sequence[Cell]]) -> bool:
    """Whether each column is a label of an address with what it labels below: a page's foot."""
    labelled = sum(bool(column) and wording.ADDRESS.match(column[0].text) is not None for column in columns)
    return len(columns) > 1 and 2 * labelled > len(columns) and all(len(column) > 1 for column in columns)


def _entry_end(rows: Sequence[Row], start: int, stop: int, height: float) -> int:
    """End of the entry that begins in row `start`: up to the next row with something in the first column."""
    if stop - start < 2:
        return start + 1
    label = rows[start][0].box
    end = wrapped = start + 1
    for index in range(start + 1, stop):
        cell, above = rows[index][0], rows[index - 1][0]
        if cell.box.x0 - label.x0 > ALIGNED:
            end = index + 1
            continue
        if label.x0 - cell.box.x0 > ALIGNED:
            break
        close = cell.box.bottom - label.bottom < (index - start) * WRAP * height
        goes_on = (cell.text[:1].islower() or above.text.endswith("-")) and not _is_of_figures(rows[index])
        if not close or not goes_on or wrapped != index:
            break
        end = wrapped = index + 1
    return end


def _is_of_figures(row: Row) -> bool:
    """Whether a row is one of a table of its own, a label and figures: "antal | 118 | 28"."""
    return len(row) > 2 and all(wording.FIGURE.fullmatch(cell.text) for cell in row[1:])


def _entry(rows: Sequence[Row], gutters: Sequence[Gutter]) -> tuple[Cell, ...]:
    """A label, all its rows, before its value; what stands beside it column by column if it is people."""
    labels = _column(rows, gutters, 0)
    others = [_column(rows, gutters, number) for number in range(1, len(gutters) + 1)]
    if all(_share(column, wording.PERSON) >= PEOPLE for column in others) or _are_wrapped(others):
        return (*labels, *(cell for column in others for cell in column))
    return (*labels, *(cell for row in rows for cell in row if _place(cell, gutters)))


def _are_wrapped(columns: Sequence[Sequence[Cell]]) -> bool:
    """Whether these are cells of one row of a table, some of more lines than others."""
    counts = [len(column) for column in columns if column]
    return len(counts) > 1 and min(counts) == 1 < max(counts) and _share(columns[0], wording.PERSON) < PEOPLE


def _aligned(column: Sequence[Cell]) -> bool:
    if not column:
        return False
    edge = median(cell.box.x0 for cell in column)
    return sum(abs(cell.box.x0 - edge) < ALIGNED for cell in column) > 0.6 * len(column)


def _share(
    column: Sequence[Cell], pattern: re.Pattern[str], fits: Callable[..., object] = re.Pattern.fullmatch
) -> float:
    """Of the cells that do not go on with the one above."""
    own = [cell for cell in column if not cell.text[:1].islower() or pattern is not wording.PERSON] or list(
        column
    )
    return sum(fits(pattern, cell.text) is not None for cell in own) / max(1, len(own))
