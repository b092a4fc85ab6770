"""Labels that run over two rows: "Datum för anslags / nedtagande"."""

from __future__ import annotations

import re
from dataclasses import replace

from ..text.fold import fold
from ..text.rows import Cell, Row
from .label_cells import PEOPLE, exact

LISTS = (*PEOPLE, "signatures", "secretary", "chair", "adjusters")
"""Fields whose values may go on overleaf; others end with their page."""


def unwrapped(rows: list[Row]) -> list[Row]:
    """Rows with labels put together that run over two rows: "Datum för anslags / nedtagande"."""
    for index in range(len(rows) - 1):
        row, below = rows[index], rows[index + 1]
        if _ends_first(row, below):
            joined = Cell((*row.cells[0].words, *below.cells[0].words), row.cells[0].x0, row.cells[0].x1)
            rows[index], rows[index + 1] = (
                replace(below, cells=()),
                replace(row, cells=(joined, *row.cells[1:])),
            )
            continue
        for cell in row.cells:
            place = _below(cell, row, below)
            if place is not None and not (_ends_label(cell) and len(row.cells) > 1 and place > 0):
                joined = Cell((*cell.words, *below.cells[place].words), cell.x0, cell.x1)
                row = replace(row, cells=tuple(joined if one is cell else one for one in row.cells))
                below = replace(below, cells=below.cells[:place] + below.cells[place + 1 :])
        if not below.cells:
            row, below = below, row  # the label may go on with a third row
        rows[index], rows[index + 1] = row, below
    return [row for row in rows if row.cells]


def _ends_first(row: Row, below: Row) -> bool:
    """Whether the row below ends what the first cell of a table's row says: "Bo Ek, | Ja / ordförande"."""
    return (
        len(row.cells) > 2
        and len(below.cells) == 1
        and not below.gap
        and row.cells[0].text.endswith(",")
        and below.text[0].islower()
        and abs(below.x0 - row.x0) < row.height
    )


def _below(cell: Cell, row: Row, below: Row) -> int | None:
    """Which cell of the next row makes a label of this one, if any; two labels with values are two."""
    if not any(map(str.isalnum, cell.text)):
        return None  # "—": a seat that is vacant
    if below.page != row.page or (below.gap and below.top - row.bottom > 1.5 * row.height):
        return None
    valued = exact(fold(cell.text)) if cell is not row.cells[-1] else None
    for place, other in enumerate(below.cells):
        itself = exact(fold(other.text)) if valued and other is not below.cells[-1] else None
        near = abs(other.x0 - cell.x0) < row.height and cell.text != other.text
        if {fold(cell.text), fold(other.text)} <= _MARKS:
            continue
        if near and _BROKEN.search(cell.text) and other.text[0].isdecimal():
            return place
        hyphened = cell.text.endswith("-") and exact(fold(cell.text[:-1] + other.text))
        repeated = {*fold(cell.text).split()} & {*fold(other.text).split()} - {"och"}
        whole = hyphened or (None if repeated else exact(fold(f"{cell.text} {other.text}")))
        if (
            near
            and whole
            and (not itself or (whole in LISTS and not below.gap and not _two(valued, itself, other.text)))
        ):
            return place
    return None


def _two(label: str | None, below: str | None, text: str) -> bool:
    """Whether two labels with values are of two lists: "Beslutande | Åsa Ek" above "Ersättare | Bo Ek".

    "Övriga närvarande" above "Ersättare" is one label, and so is what goes on with a small letter.
    """
    return label not in (below, "others") and text[0].isupper()


_MARKS = frozenset({"närvarande", "frånvarande", "tjänstgörande", "ej tjänstgörande", "förhinder"})
"""What stands in a column of presence, row by row."""

_BROKEN = re.compile(r"\b\d{4}-(?:\d\d-)?$")
"""A date that a narrow cell broke: "2006-06- / 27"."""


def _ends_label(cell: Cell) -> bool:
    """Whether the cell is a label already, so that what is below may be its value."""
    return cell.text.rstrip().endswith(":")
