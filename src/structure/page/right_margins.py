"""A margin right of the text, with each item's number beside its title: "Bidrag år 1995 | KDN § 32".

Below the number stand the case number and whom the decision is sent to, with a leading of their own. The
number is lifted above the title; what else stands there is marked as beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..landmarks import case_numbers, labels
from ..landmarks.openings import is_number
from ..text.leading import spaced
from ..text.rows import Cell, Row

RIGHT = 0.6
"""Share of the text's width behind which a margin begins."""

_CONTINUED = re.compile(r".{0,8}§ ?\d{1,4}\w? ?\(?forts\b.{0,12}", re.IGNORECASE)


def lifted(rows: Sequence[Row]) -> list[Row]:
    """The rows of one page, those of a right margin with numbers in the order in which they are read."""
    rows = _labelled(rows)
    first = next((index for index, row in enumerate(rows) if _is_marked(row, rows)), None)
    if first is None or any(is_number(row.cells[0].text) and not _is_right(row, rows) for row in rows):
        return list(rows)
    edge = rows[first].cells[-1].x0
    if not all(_is_parted(row, edge) for row in rows[first:]):
        return list(rows)
    text, marks = _sides(rows[first:], edge)
    groups = _groups(marks)
    found = list(rows[:first])
    for row in text:
        while groups and groups[0][0].top < row.bottom:
            found += groups.pop(0)
        found.append(row)
    return [*found, *(row for group in groups for row in group)]


def _labelled(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, a column of labels over their values right of a title before what stands beside it."""
    heads = [index for index, row in enumerate(rows) if _is_label(row) and _is_right(row, rows)]
    if len(heads) < LEAST_LABELS:
        return rows
    edge = rows[heads[0]].cells[-1].x0
    heads = [index for index in heads if abs(rows[index].cells[-1].x0 - edge) < rows[index].height]
    last = heads[-1]
    end = next((at for at in range(last + 1, len(rows)) if _is_in(rows[at].cells[-1], edge, rows[at])), 0) + 1
    part = rows[heads[0] : end]
    text, beside = _sides(part, edge)
    if len(heads) < LEAST_LABELS or not text or not all(_is_parted(row, edge) for row in part):
        return rows
    own = {id(rows[index].cells[-1]) for index in heads}
    beside = [replace(row, gap=id(row.cells[0]) in own) for row in beside]
    apart = [replace(row, first=False) for row in spaced(text)]
    return [*rows[: heads[0]], *beside, *apart, *rows[end:]]


LEAST_LABELS = 3
"""Of a column that is told by its labels; one or two stand beside a title anywhere."""


def _is_label(row: Row) -> bool:
    last = row.cells[-1].text
    return last.isupper() and labels.match(last) is not None


def _groups(marks: Sequence[Row]) -> list[list[Row]]:
    """The margin's rows by the items whose numbers they begin with; below a number its case numbers."""
    groups: list[list[Row]] = []
    for row in marks:
        if not groups or is_number(row.text):
            groups.append([])
        above = groups[-1][-1] if groups[-1] else None
        of_head = is_number(row.text) or _CONTINUED.fullmatch(row.text) or case_numbers.whole(row.text)
        apart = above is None or row.top - above.bottom > row.height
        groups[-1].append(replace(row, gap=apart, aside=not of_head))
    return groups


def _is_marked(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row ends in an item's number right of the text, or in that of one that goes on."""
    last = row.cells[-1].text
    return bool(is_number(last) or _CONTINUED.fullmatch(last)) and _is_right(row, rows)


def _is_right(row: Row, rows: Sequence[Row]) -> bool:
    if row.cells[-1].words[0].box is None:
        return False
    left, right = min(one.x0 for one in rows), max(one.x1 for one in rows)
    return row.cells[-1].x0 > left + RIGHT * (right - left)


def _is_in(cell: Cell, edge: float, row: Row) -> bool:
    return cell.x0 > edge - row.height


def _is_parted(row: Row, edge: float) -> bool:
    """Whether what a row has of the text ends left of the margin, and of the margin begins at its edge."""
    return all(
        abs(cell.x0 - edge) < row.height if _is_in(cell, edge, row) else cell.x1 < edge for cell in row.cells
    )


def _sides(rows: Sequence[Row], edge: float) -> tuple[list[Row], list[Row]]:
    """What rows have of the text, and what of the margin."""
    text, beside = [], []
    for row in rows:
        own = tuple(cell for cell in row.cells if not _is_in(cell, edge, row))
        other = tuple(cell for cell in row.cells if _is_in(cell, edge, row))
        text += [replace(row, cells=own)] if own else []
        beside += [replace(row, cells=other)] if other else []
    return text, beside
