"""What stands above the number of an item: its title or its case number, in documents that set them there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..landmarks import case_numbers, headings
from ..landmarks.openings import Candidate, is_number
from ..text.passage import Passage, of_row, of_rows
from ..text.rows import Row
from . import title_numbers, titles
from .narrative import Manner

SHARE = 0.6
"""Of its items so many have such rows above their numbers in a document that sets them there."""


def crowned(rows: Sequence[Row], links: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The items, each from the first row above its number that belongs to it.

    Args:
        rows: of the document.
        links: the items by their numbers.
    """
    found = tuple(links)
    for rows_above in (_title_rows, _case_rows):
        # What stands above a table's entry is the entry before.
        counts = [0 if rows[one.row].entry else rows_above(rows, one) for one in found]
        if rows_above is _case_rows and _follow_titles(rows, found, counts):
            counts = [0] * len(found)
        usual = sum(count > 0 for count in counts) >= _least(rows, found, rows_above is _case_rows)
        found = tuple(
            replace(one, row=one.row - count, title_rows=one.title_rows + count)
            if usual or _beside(rows, one) or (count and _prepared(rows, one))
            else one
            for one, count in zip(found, counts, strict=True)
        )
    return found


def _least(rows: Sequence[Row], links: Sequence[Candidate], of_cases: bool) -> float:
    """How many items must have rows above their numbers; of case numbers, of those that have one at all."""
    if not of_cases:
        return max(2, SHARE * len(links))
    below = sum(not _case_rows(rows, one) and _has_case(rows, one) for one in links)
    above = sum(_case_rows(rows, one) for one in links)
    return max(min(2, len(links)), SHARE * (above + below))


def _follow_titles(rows: Sequence[Row], links: Sequence[Candidate], counts: Sequence[int]) -> bool:
    """Whether rows between the entries of a list, no nearer to the next, are of the one before.

    Then none stands above the first.
    """
    straight = [
        rows[later.row].gap and later.row - count - one.row <= MOST_TITLE_ROWS
        for one, later, count in zip(links, links[1:], counts[1:], strict=False)
        if count
    ]
    return bool(straight) and not counts[0] and 2 * sum(straight) > len(straight)


MOST_TITLE_ROWS = 3
"""From an item's number to the row behind its title."""


def _has_case(rows: Sequence[Row], one: Candidate) -> bool:
    """Whether an item gives its case number beside or straight below its own."""
    beside = rows[one.row].text[one.rest_at :]
    below = rows[one.row + 1 : one.row + 3]
    return bool(case_numbers.find(Passage(beside))) or any(bool(_numbers(row)) for row in below)


def _beside(rows: Sequence[Row], one: Candidate) -> bool:
    """Whether the row above stands beside that of the number, a little higher: scans are not straight."""
    return one.row > 0 and rows[one.row - 1].bottom > rows[one.row].top + 0.25 * rows[one.row].height


def of_item(
    above: Sequence[Row], rows: Sequence[Row], rest: Passage, margin: float, manner: Manner
) -> tuple[Passage | None, list[Passage], int]:
    """The title, the case numbers and how many rows they take from the number's row on.

    Args:
        above: the item's rows above its number.
        rows: those from its number on.
        rest: what stands behind the number.
        margin: where full rows end.
        manner: how the document heads its items.
    """
    own = [number for row in above for number in _numbers(row)]
    title = [row for row in above if not _is_crown(row)]
    if not title:
        below, numbers, used = titles.of_item(rows, rest, margin, manner)
        return below, own + numbers, used
    numbers, _ = title_numbers.without_numbers(rest, manner.series)
    used = 1
    while used < len(rows) and (
        case_numbers.whole(rows[used].text) or (manner.series and manner.series.fullmatch(rows[used].text))
    ):
        numbers += case_numbers.find(of_row(rows[used])) or [of_row(rows[used])]
        used += 1
    return of_rows(title), own + numbers, used


def _numbers(row: Row) -> list[Passage]:
    """The case numbers of a row that holds nothing else."""
    if case_numbers.whole(row.text):
        return case_numbers.find(of_row(row))
    return [of_row(row)] if case_numbers.may_be(row.text) else []


def _case_rows(rows: Sequence[Row], one: Candidate) -> int:
    """How many rows straight above an item tell its case number or place, set apart from the text above."""
    at = one.row - 1
    return int(at >= 0 and rows[at].gap and rows[at].page == rows[one.row].page and _is_crown(rows[at]))


def _prepared(rows: Sequence[Row], one: Candidate) -> bool:
    """Whether straight above an item's number stands that of the organ that prepared the matter."""
    return bool(_case_rows(rows, one)) and is_number(rows[one.row - 1].text)


_COUNT = re.compile(r"(?:Ärende|Punkt)(?: nr)? \d{1,3}\.?")
"""The place of a matter on the agenda."""


def _is_crown(row: Row) -> bool:
    """Whether a row above an item's number says no more than its case number or place on the agenda.

    Or the number that another organ gave it.
    """
    return bool(_numbers(row)) or _COUNT.fullmatch(row.text) is not None or is_number(row.text)


def _title_rows(rows: Sequence[Row], one: Candidate) -> int:
    """How many rows straight above a number's row are its title: 0 where it has its own, or none."""
    at = one.row
    behind = rows[at].text[one.rest_at :]
    if rows[at].gap or (behind and not case_numbers.whole(behind)):
        return 0
    first = at
    while first > 0 and at - first < 3 and not rows[first].gap and rows[first - 1].page == rows[at].page:
        first -= 1
    title = rows[first:at]
    below = rows[at + 1] if at + 1 < len(rows) else None
    told = title and rows[first].gap and title[0].text[0].isupper() and title[-1].text[-1] not in ".:,;"
    told = told and not any(_numbers(row) or headings.match(row.text) for row in title)
    own = below is not None and below.bold and not below.gap and not (title and title[0].bold)
    return len(title) if told and not own and all(len(row.cells) == 1 for row in title) else 0
