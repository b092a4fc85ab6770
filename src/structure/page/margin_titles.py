"""Titles in the margin: number, title and case number in a narrow column, the text beside them.

The margin has a leading of its own, so its lines and the text's come mixed. Here those of one § follow each
other, and the text comes after them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ...schema.record import SectionKind
from ..landmarks import case_numbers, headings, labels, openings
from ..names.bodies import is_body
from ..text.leading import spaced
from ..text.rows import Row
from . import margins

_LETTERS = re.compile(r"[^\W\d_]{3,}")


def above(rows: Sequence[Row]) -> list[Row]:
    """The rows of one page, each title in the margin above the text beside it."""
    found: list[Row] = []
    rows = _numbered(_cut(_downwards(rows)))
    index = 0
    while index < len(rows):
        block = _block(rows, index)
        if not block:
            found.append(rows[index])
            index += 1
            continue
        end = block[-1] + 1
        inside = set(block)
        found += [
            replace(rows[at], cells=rows[at].cells[:1], gap=not order, joined=order > 1)
            for order, at in enumerate(block)
        ]
        text = [
            replace(row, cells=row.cells[1:]) if at in inside else row
            for at, row in enumerate(rows[index:end], index)
            if at not in inside or len(row.cells) > 1
        ]
        found += [replace(row, gap=row.gap or not order) for order, row in enumerate(text)]
        index = end
    return found


def _downwards(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of one page by height, where a reader took the text beside numbers after all of these."""
    lowest = 0.0
    for row in rows:
        if openings.is_number(row.cells[0].text):
            lowest = max(lowest, row.top)
        elif row.top < lowest - row.height:
            return spaced(sorted(rows, key=lambda one: one.top))
    return rows


def _numbered(rows: Sequence[Row]) -> list[Row]:
    """The rows of one page; a number in a column left of those of title and text goes on a row above them."""
    found: list[Row] = []
    for index, row in enumerate(rows):
        listed = index + 1 < len(rows) and openings.is_number(rows[index + 1].cells[0].text)
        numbered = len(row.cells) > 1 and openings.is_number(row.cells[0].text) and _has_boxes(row)
        if numbered and not listed:
            two = [replace(row, cells=row.cells[:1]), replace(row, cells=row.cells[1:], gap=False)]
            found += two if _in_columns([*two, *rows[index + 1 : index + 1 + MOST_BESIDE]]) else [row]
        else:
            found.append(row)
    return found


MOST_BESIDE = 2 * margins.MOST_ROWS
"""Rows below a number among which its title's and those of the text beside this stand."""


def _in_columns(rows: Sequence[Row]) -> bool:
    """Whether a title of several rows stands below a number, with text between or beside these rows."""
    block = _below(rows, 0)
    if len(block) < 3:
        return False
    between = len(block) <= block[-1] or any(len(rows[at].cells) > 1 for at in block[2:])
    edge = rows[1].cells[1].x0 if len(rows[1].cells) > 1 else None
    return between or (edge is not None and any(abs(row.x0 - edge) < row.height for row in rows[2:]))


def _cut(rows: Sequence[Row]) -> list[Row]:
    """The rows of one page, cut where the text beside a number begins if no word below it stands across.

    A typewriter leaves one space between a full row of the margin and the text.
    """
    numbers = [at for at, row in enumerate(rows) if openings.is_number(row.cells[0].text) and _has_boxes(row)]
    found = list(rows)
    for start, end in pairwise([*numbers, len(rows)]):
        first, below = rows[start], rows[start + 1 : end]
        edge = first.cells[1].x0 if len(first.cells) > 1 else None
        lower = bool(below) and below[0].x0 > first.x1 and below[0].top < first.bottom
        if lower or (edge is not None and below and below[0].x0 > first.x1):
            edge = below[0].x0  # the text's column, right of number and title
        if edge is not None and len(below) >= LEAST_BELOW and not any(_across(row, edge) for row in below):
            found[start + 1 : end] = [margins.cut(row, edge) for row in below]
    return found


LEAST_BELOW = 3
"""Rows below a number among which a word of running text would stand across the edge."""


def _across(row: Row, edge: float) -> bool:
    slack = margins.SAME_EDGE * row.height
    return any(word.box and word.box.x0 < edge - slack and word.box.x1 > edge + slack for word in row.words)


def _block(rows: Sequence[Row], start: int) -> list[int]:
    """The rows whose first cells are the number and title of one § in the margin; empty where none begins."""
    first = rows[start]
    if len(first.cells) == 1 and openings.is_number(first.text) and _has_boxes(first):
        return _below(rows, start) or _lower(rows, start)
    if len(first.cells) < 2 or not openings.is_number(first.cells[0].text) or not _has_boxes(first):
        return []
    edge = first.cells[1].x0
    beside = first.cells[1].text
    is_case = case_numbers.whole(beside) or case_numbers.may_be(beside)
    if is_case and edge > margins.MIDDLE * max(row.x1 for row in rows):
        return []  # a case number at the right margin: title and text stand below both
    first_row, *others = margins.column(rows, start)
    block = _of_one(rows, first_row, others)
    titled = any(_is_title(rows[index].cells[0].text) for index in block[1:])
    is_heading = titled and headings.match(beside) is not None
    own = all(word.bold for word in first.cells[1].words) and not is_heading
    if own or not titled:  # the title stands beside the number
        numbers = list(takewhile(lambda index: _is_numbered(rows, start, index), others))
        return [first_row, *numbers] if numbers else []
    return block if _runs_beside(rows[start : block[-1] + 2], edge) else []


def _of_one(rows: Sequence[Row], first: int, others: Sequence[int]) -> list[int]:
    """The rows in a margin up to the next number or heading of a section there."""
    own = takewhile(lambda at: not _begins_other(rows[at].cells[0].text, first=at == others[0]), others)
    return [first, *own]


def _lower(rows: Sequence[Row], start: int) -> list[int]:
    """The rows of a title in the margin below its number, the text beside begins half a row lower."""
    following = rows[start + 1] if start + 1 < len(rows) else None
    beside = following is not None and following.x0 > rows[start].x1 and following.top < rows[start].bottom
    block = margins.column(rows, start) if beside else []
    block = _of_one(rows, block[0], block[1:]) if block else []
    return block if any(_is_title(rows[index].cells[0].text) for index in block[1:]) else []


def _runs_beside(rows: Sequence[Row], edge: float) -> bool:
    """Whether text runs beside what stands in the margin: more than a title beside the number."""
    first, *below = rows
    margin = first.cells[0].x1  # a paragraph's first row may be indented
    goes_on = any(margin < cell.x0 < edge + row.height for row in below for cell in row.cells)
    return goes_on or first.cells[1].text.endswith((".", "-"))


def _below(rows: Sequence[Row], start: int) -> list[int]:
    """The rows of a title in the margin that begins on the row below its number; empty where none does."""
    following = rows[start + 1] if start + 1 < len(rows) else None
    if following is None:
        return []
    parted = following.top == rows[start].top  # the number's column is its own
    aligned = len(following.cells) > 1 and abs(following.x0 - rows[start].x0) <= following.height
    if not (parted or aligned):
        return []
    if _begins_other(following.cells[0].text, first=True) or labels.match(following.cells[0].text):
        return []
    beside = following.cells[1] if len(following.cells) > 1 else None
    if beside and (case_numbers.whole(beside.text) or len(beside.words) < LEAST_WORDS):
        return []
    block = [start, *margins.column(rows, start + 1)]
    return block if any(_is_title(rows[index].cells[0].text) for index in block[1:]) else []


LEAST_WORDS = 3
"""Words of a row of running text beside a title; a table's cells have fewer."""


def _begins_other(text: str, *, first: bool) -> bool:
    """Whether the next number, or the heading of a section, stands in the margin.

    Args:
        text: of a line in the margin.
        first: whether it is straight below the number: "Remisser." is the title there.
    """
    found = headings.match(text)
    heads = found is not None and found.exact and text[:1].isupper()
    heads = heads and found is not None and (not first or found.kind is SectionKind.BESLUT)
    return openings.is_number(text) or heads or is_body(text)


def _is_title(text: str) -> bool:
    return bool(_LETTERS.search(text)) and not case_numbers.whole(text) and not case_numbers.labelled(text)


def _is_numbered(rows: Sequence[Row], start: int, index: int) -> bool:
    """Whether a line below an item's number is its case number, or its number in another organ: "Au § 87"."""
    text = rows[index].cells[0].text
    if openings.is_number(text) and openings.of_organ(text) == openings.of_organ(rows[start].cells[0].text):
        return False  # the next entry of a list of contents
    number = case_numbers.whole(text) or case_numbers.labelled(text) or case_numbers.may_be(text)
    return number or openings.is_number(text)


def _has_boxes(row: Row) -> bool:
    return row.cells[0].words[0].box is not None
