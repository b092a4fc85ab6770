"""The column of labels beside the column of values: what stands in it is a label, known or not.

Beslutande och            Åsa Öhrn (C)        one label over two rows
tjänstgörande ersättare   Nils Ek (S)
Närvarorätt               -                   a label that no table has
"""

from __future__ import annotations

from collections.abc import Sequence

from ..names import people
from ..text.passage import of_cells
from ..text.rows import Cell, Row


def cell(row: Row, label: Row | None, values: Sequence[Row]) -> Cell | None:
    """The cell of a row that stands in the column of labels; None where it has none there.

    Args:
        row: below a label with its value.
        label: the row of that label, from the label on.
        values: the rows of its value so far.
    """
    if label is None or not values or row.page != label.page:
        return None
    value = values[0]
    if (value.page, value.top) != (label.page, label.top) or value.x0 <= label.cells[0].x1:
        return None  # the value stands below its label, or in one cell with it
    first, *others = row.cells
    if abs(first.x0 - label.x0) >= row.height or first.x1 >= value.x0:
        return None
    if others and abs(others[0].x0 - value.x0) > row.height:
        return None
    named = people.is_name(first.text) or people.with_party(of_cells([(first, row.page)]))
    return None if named else first
