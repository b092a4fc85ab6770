"""Stand-alone postings: the notice that minutes have been adjusted. It has a meeting and no items."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ..landmarks import labels, lists
from ..text.draft import Draft
from ..text.leading import spaced
from ..text.rows import Row
from . import hands, meeting, signatures

_SIGNED = ("signatures", "secretary", "chair")


def draft(rows: Sequence[Row]) -> Draft:
    """The meeting that is told of, when its minutes were adjusted and posted, and who signs that.

    Args:
        rows: without furniture.
    """
    fields, _ = labels.fields(rows)
    held = meeting.draft(fields, rows, (), (), (), ())
    pages = groupby(signatures.without_lines(rows), key=lambda row: row.page)
    rows = [row for _, own in pages for row in spaced(list(own))]
    block = [row for field in fields if field.name in _SIGNED for row in field.whole]
    return {
        "title": None,
        "date": held["date"] if held else None,
        "case_numbers": [],
        "meeting": held and held | {"chair": None, "secretary": None, "adjusters": []},
        "items": [],
        "signatures": [one.draft for one in hands.known(signatures.signers(block), ())]
        or lists.signature(rows)[0],
    }
