"""Minutes and excerpts: a head, items, a foot with signatures and posting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import attendance, contents, items, labels, lists, meeting
from .chain import Candidate
from .draft import Draft
from .fold import fold
from .items import Context
from .rows import Row

_FOOT = re.compile(
    r"(?:underskrift(?:er)?|vid protokollet|justeras|justerat|justerare|vid protokollets sammanställning|protokollet justeras|"
    r"utdragsbestyrkande|rätt utdraget(?: intygar)?|utdraget bestyrks|bestyrks|anslag\s?/\s?bevis|bevis om .*|"
    r"sekreterare|ordförande|protokollet är justerat.*|justeringen har tillkännagivits.*)\W*"
)
_NOT_HEAD = ("address", "page_number", "signature_strip", "template_code")


def draft(all_rows: Sequence[Row], text_rows: Sequence[Row], links: Sequence[Candidate], context: Context) -> Draft:
    """Everything that minutes say besides kind, authority and body.

    Args:
        all_rows: furniture with them.
        text_rows: without furniture.
        links: the rows of `text_rows` that begin items.
        context: what is known of the document.
    """
    first = text_rows[links[0].row]
    end = _foot(text_rows, links[-1].row)
    above = [row for row in all_rows[: _place(all_rows, first)] if row.furniture not in _NOT_HEAD]
    head_rows, entries = contents.split(above)
    head, _ = labels.fields(head_rows)
    foot, _ = labels.fields(text_rows[end:])
    people = attendance.drafts(head)
    body = text_rows[links[0].row : end]
    held = meeting.draft(head, head_rows, foot, people, body)
    signatures, _ = lists.signature(text_rows[end:])
    return {
        "date": held["date"] if held else None,
        "meeting": held,
        "attendance": people,
        "items": items.drafts(text_rows[:end], links, context),
        "signatures": signatures,
        "contents": entries,
    }


def _place(rows: Sequence[Row], row: Row) -> int:
    """Where a row stands among all rows."""
    return next(
        index for index, one in enumerate(rows) if one.page == row.page and one.top == row.top and one.cells == row.cells
    )


def _foot(rows: Sequence[Row], last: int) -> int:
    """Where signatures begin below the last item's heading."""
    for index in range(last + 1, len(rows)):
        cell = rows[index].cells[0].text
        if _FOOT.fullmatch(fold(cell)) and (rows[index].gap or len(rows[index].cells) > 1):
            return index
    return len(rows)
