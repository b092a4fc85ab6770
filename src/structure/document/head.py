"""The head of a document: the rows of its first page above the first section or item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..landmarks import headings, labels
from ..text.fold import fold
from ..text.passage import Passage, of_row, of_rows
from ..text.rows import Row

MOST_ROWS = 30
"""No head is longer."""

_TITLES = frozenset(
    {"protokollsutdrag", "utdrag", "yttrande", "beslut", "anteckningar", "information", "ärenden"}
)
"""Headings of sections that also name a document, at its very top."""

TOP_ROWS = 6

_PARAGRAPH = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zåäö]{1,5} )?§")


def end(rows: Sequence[Row]) -> int:
    """How many rows the head has, furniture with them."""
    for index, row in enumerate(rows[:MOST_ROWS]):
        if row.page != rows[0].page or (
            index and _begins(row) and not (index < TOP_ROWS and fold(row.cells[0].text) in _TITLES)
        ):
            return index
    return min(len(rows), MOST_ROWS)


def _begins(row: Row) -> bool:
    """Whether a section or an item begins here."""
    if _PARAGRAPH.match(row.text):
        return True
    found = headings.match(row.cells[0].text)
    return found is not None and found.exact and labels.match(row.cells[0].text) is None and not row.furniture


LONG = 6
"""Words of a row that is of a sentence, as in "Protokoll, hållet vid sammanträde med kyrkorådet i Västra"."""


def wrapped(rows: Sequence[Row], index: int) -> Passage:
    """A row of a head, and the next one where it goes on: in small letters, or with a long row's sentence."""
    below = rows[index + 1 : index + 2]
    wraps = below and len(rows[index].cells) == len(below[0].cells) == 1
    long = (
        len(rows[index].words) >= LONG and not (below and below[0].gap) and rows[index].text[-1] not in ".:"
    )
    wraps = wraps and (below[0].text[0].islower() or long)
    return of_rows([rows[index], *below]) if wraps else of_row(rows[index])
