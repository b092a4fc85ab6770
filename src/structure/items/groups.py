"""Headings that gather items: what stands between two items and belongs to neither, "Beslutsärenden"."""

from __future__ import annotations

from collections.abc import Sequence

from ..landmarks import headings
from ..swedish import patterns
from ..text.fold import fold
from ..text.lines import LIST_MARK
from ..text.rows import Row

_NAMES = patterns.compiled("titles", "groups")
MOST_WORDS = 5


def without_heading(rows: Sequence[Row], *, numbered: bool) -> Sequence[Row]:
    """An item's rows without the heading of the items below it.

    Args:
        rows: the item's, the one with its number first.
        numbered: whether nothing but the number stands in the first row, so that the second is the title.
    """
    last = rows[-1]
    alone = last.gap and len(last.cells) == 1 and len(rows) > 1 + numbered and not last.heading
    return rows[:-1] if alone and _gathers(last, rows[-2]) else rows


def _gathers(row: Row, above: Row) -> bool:
    """Whether a row that nothing stands under heads the items below it."""
    if _NAMES.fullmatch(fold(row.text)):
        return True
    stands_out = row.bold and not above.bold and len(row.words) <= MOST_WORDS
    plain = row.text[0].isupper() and row.text[-1].isalpha() and not LIST_MARK.match(row.text)
    return stands_out and plain and headings.match(row.text) is None
