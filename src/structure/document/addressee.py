"""The addressee of a letter, who is not the one who writes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..text.rows import Row

HEAD_ROWS = 36
"""Rows of the first page among which an address may stand."""

_POSTAL = re.compile(r"(?:SE?[- ])?\d{3} ?\d{2} +[A-ZÅÄÖ][\wåäöÅÄÖ -]+")


def rows_of(rows: Sequence[Row]) -> set[int]:
    """The rows that name the addressee: above a postal town, or in the stamp by which it took the letter in.

    An address stands to the right in the head, or at the left below the letterhead.
    """
    found = {
        index + 1
        for index, (row, below) in enumerate(pairwise(rows))
        if row.furniture == "stamp" and below.furniture is None and below.page == row.page
    }
    for index, row in enumerate(rows[:HEAD_ROWS]):
        place = row.cells[-1].x0
        if row.furniture or not _POSTAL.fullmatch(row.cells[-1].text):
            continue
        block: set[int] = set()
        for above in range(index, max(-1, index - 6), -1):
            aligned = any(abs(cell.x0 - place) <= row.height for cell in rows[above].cells)
            if not aligned or rows[above].page != row.page:
                break
            block.add(above)
        if place >= RIGHT_HALF * _width(rows) or min(block) >= LETTERHEAD_ROWS:
            found |= block
    return found


LETTERHEAD_ROWS = 4
"""An address that begins among the first rows is the sender's."""


RIGHT_HALF = 0.45
"""Swedish letters are addressed in the right half of the sheet, where the envelope has its window."""


def _width(rows: Sequence[Row]) -> float:
    return max(row.x1 for row in rows)
