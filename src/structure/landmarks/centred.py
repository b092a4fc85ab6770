"""Labels set at half the height of their values, as tables centre them: each is raised to its first value.

Plats            Rådhuset                        Plats        Rådhuset
                 Åsa Öhrn, ordförande      ->    Närvarande   Åsa Öhrn, ordförande
Närvarande                                                    Nils Ek
                 Nils Ek
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..text.rows import Row
from .label_cells import match

WIDER = 1.12
"""Distance between two cells' rows over that between the rows of one; tables pad their cells."""


def raised(rows: Sequence[Row]) -> list[Row]:
    """The rows, with every centred label beside the first row of its value."""
    found = list(rows)
    for row in rows:
        if match(row.cells[0].text) is None or row not in found:
            continue
        at = found.index(row)
        top = _top(found, at)
        if top is not None:
            label, *values = row.cells
            found[top] = replace(found[top], cells=(label, *found[top].cells))
            found[at : at + 1] = [replace(row, cells=tuple(values))] if values else []
    return found


def _top(rows: Sequence[Row], at: int) -> int | None:
    """Where the value begins whose middle a label stands beside; None for one beside its first row."""
    label = rows[at]
    alone = len(label.cells) == 1
    if not 0 < at < len(rows) - 1 or (alone and not _straddles(rows, at)):
        return None
    place = rows[at + 1].x0 if alone else label.cells[1].x0
    leading = rows[at + 1].top - rows[at - 1].top if alone else rows[at + 1].top - label.top
    if leading <= 0 or (not alone and label.top - rows[at - 1].top > WIDER * leading):
        return None
    above = _run(rows, at - 1, -1, place, leading)
    below = _run(rows, at + 1, 1, place, leading)
    if not above or above != below:
        return None
    first = at - above
    apart = first == 0 or rows[first].top - rows[first - 1].top > WIDER * leading
    return first if apart else None


def _straddles(rows: Sequence[Row], at: int) -> bool:
    """Whether a label alone reaches over the end of the row above it and the beginning of the one below."""
    above, label, below = rows[at - 1 : at + 2]
    return above.page == below.page and above.bottom > label.top and below.top < label.bottom


def _run(rows: Sequence[Row], start: int, step: int, place: float, leading: float) -> int:
    """How many rows of one cell at `place` follow each other, no farther apart than `leading`."""
    count = 0
    while 0 <= start + step * count < len(rows):
        row = rows[start + step * count]
        if len(row.cells) > 1 or abs(row.x0 - place) > row.height or row.page != rows[start].page:
            break
        if count and abs(row.top - rows[start + step * (count - 1)].top) > WIDER * leading:
            break
        count += 1
    return count
