"""Stand-alone postings: the notice that minutes have been adjusted. It has a meeting and no items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
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
    fields, _ = labels.fields(_labels_first(rows))
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


def _labels_first(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows with labels above their values, where a form has them below the lines that are filled in."""
    places = [at for at, row in enumerate(rows) if at and all(labels.match(cell.text) for cell in row.cells)]
    under = [at for at in places if at - 1 not in places and _stand_alike(rows[at - 1], rows[at])]
    above, below = (
        sum(_fits(rows[at], rows[at + side : at + side + 1]) for at in places) for side in (-1, 1)
    )
    if above <= below or len(under) < LEAST_LABELS:
        return rows
    found = list(rows)
    for at in under:
        label, value = replace(rows[at], gap=True), replace(rows[at - 1], gap=False)
        found[at - 1], found[at] = (
            replace(label, top=value.top, bottom=value.bottom),
            replace(value, top=label.top, bottom=label.bottom),
        )
    return found


LEAST_LABELS = 3
"""Rows of labels of such a form."""

_FORMS = {"items": re.compile(r"\D*\d+\s*[-–—]\s*\d+\D*"), "storage": re.compile(r"\D{6,}.*")}
"""What the values of some labels look like; those of most are dates."""


def _stand_alike(one: Row, other: Row) -> bool:
    """Whether the cells of two rows begin at the same places."""
    return len(one.cells) == len(other.cells) and all(
        abs(cell.x0 - beside.x0) < other.height for cell, beside in zip(one.cells, other.cells, strict=True)
    )


def _fits(label: Row, values: Sequence[Row]) -> int:
    """How many of a row's labels stand over, or under, what their values look like."""
    return sum(
        form.fullmatch(value.text) is not None and not labels.match(value.text)
        for row in values
        if _stand_alike(row, label)
        for cell, value in zip(label.cells, row.cells, strict=True)
        if (form := _FORMS.get(labels.match(cell.text) or ""))
    )
