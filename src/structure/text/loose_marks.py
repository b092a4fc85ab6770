"""Marks of lists in text files that stand on a row of their own, as extractors of text layers leave them.

"1." and, after an empty line, "Nämnden godkänner taxan." are one entry of a list; so are "1" and "Upprop" of
an agenda's table, but only where the numbers of the page count up, as one alone may be a page's or a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from .rows import Cell, Row

_MARK = re.compile(r"\d{1,2}[.)]|[a-zåäö]\)|[•●▪◦·–-]")
_NUMBER = re.compile(r"\d{1,3}")

_HEADS = frozenset({"Nr", "Nummer", "Punkt", "Ärendenr"})

LEAST_COUNTED = 3
"""Numbers alone on their rows that count up by one before they are taken for marks."""


def joined(rows: Sequence[Row]) -> list[Row]:
    """The rows of one page, each lone mark with the row below it."""
    marks = {index for index in range(len(rows) - 1) if _is_mark(rows, index)} | _counted(rows)
    found: list[Row] = []
    for index, row in enumerate(rows):
        if index - 1 in marks:
            found[-1] = _together(found[-1], row)
        else:
            found.append(row)
    return found


def _is_mark(rows: Sequence[Row], index: int) -> bool:
    return _MARK.fullmatch(rows[index].text) is not None and _begins(rows, index + 1)


def _begins(rows: Sequence[Row], index: int) -> bool:
    """Whether a row may be what a mark stands for: words, and no mark itself."""
    text = rows[index].text if index < len(rows) else ""
    return any(map(str.isalpha, text)) and not _MARK.fullmatch(text)


def _counted(rows: Sequence[Row]) -> set[int]:
    """Indices of lone numbers that count up from one another, each with its words below it."""
    counted: list[int] = []
    for index, row in enumerate(rows):
        if _NUMBER.fullmatch(row.text) and _begins(rows, index + 1):
            follows = counted and int(row.text) == int(rows[counted[-1]].text) + 1
            if counted and not follows and len(counted) < LEAST_COUNTED:
                counted = []
            if follows or not counted:
                counted.append(index)
    return {*_heads(rows, counted[0]), *counted} if len(counted) >= LEAST_COUNTED else set()


def _heads(rows: Sequence[Row], first: int) -> Iterator[int]:
    """The nearest "Nr" above the numbers, which heads their column as the row below it heads the titles'."""
    above = (index for index in range(first - 1, -1, -1) if rows[index].text.rstrip(".") in _HEADS)
    yield from islice(above, 1)


def _together(mark: Row, row: Row) -> Row:
    cells = (Cell(mark.words + row.cells[0].words, mark.x0, row.cells[0].x1), *row.cells[1:])
    if mark.text.rstrip(".") in _HEADS:
        cells = (*mark.cells, *row.cells)
    return replace(row, cells=cells, top=mark.top, gap=mark.gap)
