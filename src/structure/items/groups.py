"""What stands between two items and belongs to neither.

Headings that gather items, "Beslutsärenden", and the heads of columns above an item in a table,
"Paragraf | Ärende | Diarienummer".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ..landmarks import headings
from ..swedish import patterns
from ..text.fold import fold
from ..text.lines import LIST_MARK
from ..text.rows import Row
from . import agenda_columns

_NAMES = patterns.compiled("titles", "groups")
MOST_WORDS = 5


def without_heading(rows: Sequence[Row], *, numbered: bool) -> Sequence[Row]:
    """An item's rows without the heading of the items below it.

    Args:
        rows: the item's, the one with its number first.
        numbered: whether nothing but the number stands in the first row, so that the second is the title.
    """
    rows = _without_heads(rows)
    last = rows[-1]
    alone = (last.gap or last.bold) and len(last.cells) == 1 and len(rows) > 1 + numbered and not last.heading
    return rows[:-1] if alone and _gathers(last, rows[-2]) else rows


def without_first(rows: Sequence[Row]) -> Sequence[Row]:
    """What stands above the first item, without the heads of its columns and the heading of its group."""
    ends = next((index for index, row in enumerate(reversed(rows)) if not _leads(row)), len(rows))
    return rows[: len(rows) - ends]


def _leads(row: Row) -> bool:
    heads = agenda_columns.is_head(row) and len(row.cells) > 1
    return heads or (row.gap and len(row.cells) == 1 and _NAMES.fullmatch(fold(row.text)) is not None)


def _without_heads(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without the heads of columns at their end, side by side or one below the other."""
    heads = list(takewhile(agenda_columns.is_head, reversed(rows[1:])))
    return rows[: -len(heads)] if sum(len(row.cells) for row in heads) > 1 else rows


def _gathers(row: Row, above: Row) -> bool:
    """Whether a row that nothing stands under heads the items below it."""
    if _NAMES.fullmatch(fold(row.text)):
        return True
    # Without white space above it, a bold row goes on with a bold title beside a plain case number.
    bold = above.bold if row.gap else any(word.bold for word in above.words)
    stands_out = row.bold and not bold and len(row.words) <= MOST_WORDS
    plain = row.text[0].isupper() and row.text[-1].isalpha() and not LIST_MARK.match(row.text)
    return stands_out and plain and headings.match(row.text) is None
