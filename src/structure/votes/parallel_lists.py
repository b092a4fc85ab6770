"""Several voting lists of one text: below each other or side by side; people in columns without a head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile

from ...schema.record import VoteChoice
from ..attendance import logical_lines
from ..names import people
from ..text.draft import Draft
from ..text.rows import Cell, Row, boxed
from . import ballots
from .voting_lists import choice_columns, choices, is_sum, words

_ENDS = re.compile(r"\b(?:ja|nej|avst\w+|frånv\w*)\b", re.IGNORECASE)
_GOES_ON = "(abcdefghijklmnopqrstuvwxyzåäö"
LEAST_TOLD = 0.8
"""Share of the lines of such a list that tell somebody's choice."""


def each(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """The rows of each list, those below each other with the text above them."""
    return [part for one in below_each_other(rows) for part in side_by_side(one)]


def side_by_side(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """A list for each group of choices in its head: "Namn | Ja | Nej | Avstår | Ja | Nej | Avstår"."""
    head = next((row for row in rows if choice_columns(row)), None)
    groups: list[list[float]] = []
    first: VoteChoice | None = None
    for choice, x in choices(head) if head else ():
        first = first or choice
        if choice is first:
            groups.append([])
        groups[-1].append(x)
    if len(groups) < 2 or any(len(group) < 2 for group in groups):
        return [rows]
    aside = (groups[0][1] - groups[0][0]) / 2
    spans = [(group[0] - aside, group[-1] + aside) for group in groups]
    edge = spans[0][0]
    return [[part for row in rows if (part := _within(row, edge, span)) is not None] for span in spans]


def _within(row: Row, edge: float, span: tuple[float, float]) -> Row | None:
    """The words of a row left of the votes and within a group of columns."""
    cells: list[Cell] = []
    for cell in row.cells:
        own = [
            word
            for word, (_, x0, x1) in zip(cell.words, words(replace(row, cells=(cell,))), strict=True)
            if (x0 + x1) / 2 < edge or span[0] <= (x0 + x1) / 2 <= span[1]
        ]
        if own:
            cells.append(boxed(own) if own[0].box else cell)
    return replace(row, cells=tuple(cells)) if cells else None


def below_each_other(rows: Sequence[Row]) -> list[Sequence[Row]]:
    """The rows up to the sums of each list that another one follows, and the rest."""
    heads = [index for index, row in enumerate(rows) if choice_columns(row)]
    sums = [index for index, row in enumerate(rows) if is_sum(row) and heads and heads[0] < index < heads[-1]]
    starts = [0, *(index + 1 for index in sums)]
    return [rows[start:end] for start, end in zip(starts, [*starts[1:], len(rows)], strict=True)]


def _goes_on(row: Row, first: Row) -> bool:
    """Whether a row below a list of several columns is of it: a line that goes on, or the last one's end."""
    last = abs(row.x0 - first.x0) < row.height and _CHOSEN.search(row.text) is not None
    return row.text[0] in _GOES_ON or (last and len(row.words) <= MOST_WORDS)


_CHOSEN = re.compile(rf"{_ENDS.pattern}\W*$", re.IGNORECASE)

MOST_WORDS = 8
"""Of a row with one person's choice; a sentence has more."""


def _opens(row: Row) -> bool:
    """Whether a row may be the first of people side by side with their choices."""
    return people.begins(row.text) and _ENDS.search(row.text) is not None


def beside(rows: Sequence[Row]) -> tuple[Sequence[Row], list[Draft]]:
    """The ballots of people side by side, each with the choice behind the name, and the other rows."""
    wide = [index for index, row in enumerate(rows) if len(row.cells) > 1]
    wide = list(dropwhile(lambda index: not _opens(rows[index]), wide))  # a justified line is parted too
    if len(wide) < 2:
        return rows, []
    start, end = wide[0], wide[-1] + 1
    while end < len(rows) and not rows[end].gap and _goes_on(rows[end], rows[start]):
        end += 1
    told = [ballots.listed(line) for line in logical_lines.entries(rows[start:end])]
    if sum(map(bool, told)) < LEAST_TOLD * len(told):
        return rows, []
    return [*rows[:start], *rows[end:]], [one for line in told for one in line]
