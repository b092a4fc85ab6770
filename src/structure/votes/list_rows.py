"""The rows of voting lists as they were printed: without seat numbers, parted at rules read as letters."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from ..landmarks import party_column
from ..landmarks.choices import WORDS
from ..names import parties, people
from ..text.fold import fold
from ..text.rows import Cell, Row, boxed


def joined(rows: Sequence[Row]) -> list[Row]:
    """The rows, a choice in words that a reader put below its person's row back behind it.

    It stands where the choices of other people stand, and its person has none.
    """
    places = [row.cells[-1].x0 for row in rows if len(row.cells) > 1 and _chosen(row)]
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found else None
        alone = len(row.cells) == 1 and _chosen(row) and any(abs(row.x0 - x) < row.height for x in places)
        if alone and above and people.is_name(above.cells[0].text) and not _chosen(above):
            near = above.page == row.page and row.top - above.bottom < row.height and above.x1 < row.x0
            found[-1:] = [replace(above, cells=(*above.cells, *row.cells))] if near else [above, row]
        else:
            found.append(row)
    return found


def _chosen(row: Row) -> bool:
    return fold(row.cells[-1].text) in WORDS


def cleaned(row: Row) -> Row:
    """The row as cells of names, parties and votes."""
    return _unnumbered(_parted(row))


def _parted(row: Row) -> Row:
    """The row with its cells parted where a rule between columns was read as a letter: "Ek (S) | Öst (M)"."""
    cells: list[Cell] = []
    for cell in row.cells:
        for rule, group in itertools.groupby(cell.words, lambda word: word.text == "|"):
            words = tuple(group)
            if not rule:
                cells.append(boxed(words) if words[0].box else cell)
    return row if len(cells) <= len(row.cells) else replace(row, cells=tuple(cells))


def _unnumbered(row: Row) -> Row:
    """The row without the number of the seat, or what was read for it: "12 | Åsa Öhrn | S | X"."""
    if len(row.cells) < 3:
        return row
    first, second = row.cells[0].text, row.cells[1].text
    rest = replace(row, cells=row.cells[1:])
    named = people.is_name(first) or people.WITH_PARTY.search(first)
    follows = party_column.mention(rest) if parties.is_bare(first) else people.is_name(second)
    return rest if first.rstrip(".").isdecimal() or (follows and not named) else row
