"""Rows to bands: stretches of a page that share a gutter, and how each is read.

Names in two columns, a letterhead's two halves and signatures side by side are read column by column;
labels with values, agenda points with case numbers and tables row by row. Geometry is nearly the same, so
what stands in the cells decides too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from .cells import Cell

PITCH = 2.3
"""Distance of two baselines, in word heights, up to which a lone cell continues a column."""

BREAK = 6.0
"""Distance of two baselines, in word heights, that ends a band: signatures leave about five."""

HALFWAY = 0.42
"""Where the right column starts, as a share of the text's width, for columns rather than labels and values."""

ALIGNED = 4.0
"""Points by which left edges of one column differ, at most, in word heights of 8 points and more."""

_PERSON = re.compile(r".*\([A-ZÅÄÖ]{1,4}\)[\w ,.-]*|[A-ZÅÄÖ][\w-]+( (von|af|de|[A-ZÅÄÖ][\w-]*\.?))+")
_FIGURE = re.compile(r"[^\w]*\d[\d\s.,:/–-]*.*|.*\d{2,}[-/:.]\d+.*")

Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Band:
    """Consecutive rows; with a gutter where the rows are two columns."""

    rows: tuple[Row, ...]
    gutter: float | None = None
    """Where the right column starts, in points, if the band is read column by column."""


def bands(rows: Sequence[Row], height: float) -> list[Band]:
    """Cut the page's rows into bands, from top to bottom."""
    result: list[Band] = []
    index = 0
    while index < len(rows):
        end, gutter = _stretch(rows, index, height)
        if gutter is None or not _is_columns(rows[index:end], gutter, rows):
            end, gutter = index + 1, None
        result.append(Band(tuple(rows[index:end]), gutter))
        index = end
    return result


def _stretch(rows: Sequence[Row], start: int, height: float) -> tuple[int, float | None]:
    """End of the rows from `start` that leave one gutter free, and where the right column starts."""
    if len(rows[start]) != 2:
        return start + 1, None
    left_end, right_start = rows[start][0].box.x1, rows[start][1].box.x0
    end, last_right = start + 1, start
    for index in range(start + 1, len(rows)):
        limits = _narrowed(rows[index], left_end, right_start)
        alone = len(rows[index]) == 1
        pitch = rows[index][0].box.bottom - rows[index - 1][0].box.bottom
        if limits is None or pitch > (PITCH if alone else BREAK) * height:
            break
        left_end, right_start = limits
        end = index + 1
        last_right = index if rows[index][-1].box.x0 >= right_start - 1 else last_right
    # A left cell alone after the right column's end may be the next heading as well; close ones are kept.
    return max(end, last_right + 1), right_start


def _narrowed(row: Row, left_end: float, right_start: float) -> tuple[float, float] | None:
    """The gutter that is left free by this row too; None where the row crosses it."""
    if len(row) > 2:
        return None
    for cell in row:
        if cell.box.x1 < right_start and cell.box.x0 < left_end:
            left_end = max(left_end, cell.box.x1)
        elif cell.box.x0 > left_end:
            right_start = min(right_start, cell.box.x0)
        else:
            return None
    return (left_end, right_start) if right_start - left_end > 6 else None


def _is_columns(band: Sequence[Row], gutter: float, page: Sequence[Row]) -> bool:
    left = [cell for row in band for cell in row if cell.box.x0 < gutter - 1]
    right = [cell for row in band for cell in row if cell.box.x0 >= gutter - 1]
    if len(right) < 2 or len(left) < 2 or not _aligned(right):
        return False
    people = (_share(left, _PERSON), _share(right, _PERSON))
    if min(people) >= 0.6:
        return True
    if _share(right, _FIGURE) > 0.5 or sum(cell.text.endswith(":") for cell in left) > len(left) / 2:
        return False
    edges = [(row[0].box.x0, row[-1].box.x1) for row in page]
    start, stop = min(edge[0] for edge in edges), max(edge[1] for edge in edges)
    return (gutter - start) / max(1.0, stop - start) > HALFWAY


def _aligned(column: Sequence[Cell]) -> bool:
    edge = median(cell.box.x0 for cell in column)
    return sum(abs(cell.box.x0 - edge) < ALIGNED for cell in column) > 0.6 * len(column)


def _share(column: Sequence[Cell], pattern: re.Pattern[str]) -> float:
    return sum(pattern.fullmatch(cell.text) is not None for cell in column) / len(column)
