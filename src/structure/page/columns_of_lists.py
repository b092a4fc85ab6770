"""Two columns of lists side by side, each with labels of its own: read one after the other.

"Ledamöter" over names at the left, "Övriga närvarande" over others at the right: row by row the labels of one
column would head the names of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..landmarks import labels, list_heads
from ..names import people
from ..text.passage import of_cells
from ..text.rows import Cell, Row

LEAST_PEOPLE = 2
"""So many names with a party in the left column make it a list; labels of a table are none."""


def unzipped(rows: Sequence[Row]) -> list[Row]:
    """The rows, those of two columns of lists with the left column first.

    Args:
        rows: of a head, from the top down.
    """
    start = next((index for index, row in enumerate(rows) if _right_label(row) is not None), None)
    if start is None:
        return list(rows)
    place = _right_label(rows[start])
    assert place is not None
    end = _end(rows, start, place)
    run = rows[start:end]
    left = [_some(row, [cell for cell in row.cells if cell.x0 < place - row.height]) for row in run]
    right = [_some(row, [cell for cell in row.cells if cell.x0 >= place - row.height]) for row in run]
    both = labels.match(rows[start].cells[0].text) in labels.LISTS[:5]
    if sum(_names_people(row) for row in left if row) < (1 if both else LEAST_PEOPLE):
        return list(rows)
    return [*rows[:start], *(row for row in (*left, *right) if row), *unzipped(rows[end:])]


def _right_label(row: Row) -> float | None:
    """Where a list's label stands right of something else in its row."""
    for cell in () if list_heads.heads_list(row) else row.cells[1:]:
        if cell.text[0].isupper() and labels.match(cell.text) in labels.LISTS[:5]:
            return cell.x0
    return None


def _end(rows: Sequence[Row], start: int, place: float) -> int:
    """Where the columns end: behind the last row with a cell in the right one, and the left one's rest."""
    page = rows[start].page
    last = start
    for index in range(start, len(rows)):
        row = rows[index]
        if row.page != page or (index > start and row.gap and labels.match(row.text.split(":")[0])):
            break
        if any(abs(cell.x0 - place) <= row.height for cell in row.cells):
            last = index
    while last + 1 < len(rows) and not rows[last + 1].gap and rows[last + 1].page == page:
        last += 1
    return last + 1


def _some(row: Row, cells: Sequence[Cell]) -> Row | None:
    return replace(row, cells=tuple(cells)) if cells else None


def _names_people(row: Row) -> bool:
    return bool(people.with_party(of_cells((cell, row.page) for cell in row.cells)))
