"""Lists of members that are roll calls too: a row a member, under each § columns for Ja, Nej and Avstår.

Councils keep one such list for a whole meeting: before the first item or behind the last, with or without a
column of presence and one for the deputy who served ("Sigrid Holm | M | – | Rune Asp | | X | |").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from ...schema.record import Role, VoteChoice
from ..attendance import attendance_table
from ..landmarks.choices import COUNTS, WORDS, ballot
from ..names import people, surname_first
from ..text.draft import Draft, Found
from ..text.fold import fold
from ..text.passage import Passage, of_row
from ..text.rows import Cell, Row
from . import columns_of_marks, seats, voting_lists

_NUMBER = re.compile(
    r"(?:(?:[Oo]mr(?:östning\w*|\b)|[Vv]ot(?:ering\w*|\b))\.?(?:\s+(?:nr\s+)?\d{1,2})?\W{0,2}\s)?"
    r"§\s*(\d{1,4}(?: ?[a-h]\b)?)"
)
""" "§ 7", "Omröstning § 7", "Votering nr 2, § 7"."""

_TITLE = re.compile(
    r"(?:bilaga \w{1,3}\W+)?(?:närvaro|omröstning|votering|upprop|rösträkning)\w*\b.{0,40}", re.IGNORECASE
)

HEAD_ROWS = 3
"""A head has at most so many rows above the one that names the choices: titles of columns, the §§."""

Column = tuple[str, int, VoteChoice | None]
"""The § with its suffix, which of its votes, from 0, and the choice ("141", 0, ja); None where cells tell."""


@dataclass(frozen=True, slots=True)
class Roll:
    """What one § of the grid says: who voted what, and the sums under the columns."""

    ballots: list[Draft] = field(default_factory=list)
    sums: dict[str, Found] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid: the rows that it takes up, who attended, and the votes under each §."""

    rows: Sequence[Row]
    members: list[Draft]
    rolls: Mapping[tuple[str, int], Roll]
    """By § and by which of its votes."""

    def outside(self, rows: Sequence[Row]) -> list[Row]:
        """Those of the rows that are not the grid's."""
        own = {id(row) for row in self.rows}
        return [row for row in rows if id(row) not in own]


def find(rows: Sequence[Row]) -> Grid | None:
    """The first grid whose head names the § of each group of columns.

    Args:
        rows: without furniture.
    """
    for index in range(len(rows)):
        columns = _columns(rows, index)
        if columns:
            below = seats.with_items(surname_first.turned(rows[index + 1 : index + 1 + MOST_SEATS]))
            grid = _read(rows, [*rows[: index + 1], *below], index, columns)
            if len(grid.members) > 1 and any(roll.ballots or roll.sums for roll in grid.rolls.values()):
                return grid
    return None


MOST_SEATS = 200
"""No body has more members; the grid is searched for no further rows."""


def _columns(rows: Sequence[Row], index: int) -> dict[Column, float]:
    """The middles of the columns that a row heads; none where no § is named for each group of them."""
    groups: list[list[tuple[VoteChoice, float]]] = []
    if named := _named(rows[index]):
        return named
    if any(map(voting_lists.is_said, rows[index].cells)):
        return {}
    for choice, x in voting_lists.choices(rows[index]):
        if not groups or choice is groups[0][0][0]:
            groups.append([])
        groups[-1].append((choice, x))
    if not groups or people.WITH_PARTY.search(rows[index].text):
        return {}
    above = [row for row in rows[max(0, index - HEAD_ROWS) : index + 1] if row.page == rows[index].page]
    heads = [[_head(row, group) for row in above] for group in groups]
    read = {match[1] for head in heads for text in head if (match := _NUMBER.match(text))}
    found: dict[Column, float] = {}
    for group, head in zip(groups, heads, strict=True):
        over = {number.replace(" ", "") for text in head if (number := _number(text, read))}
        if len(over) != 1 or len(group) == 1:
            return {}
        (own,) = over
        nth = len({vote for number, vote, _ in found if number == own})
        found |= {(own, nth, choice): x for choice, x in group}
    return found


def _named(row: Row) -> dict[Column, float]:
    """The columns of a head that names nothing but each §: "Ledamot | Parti | § 48 | § 50"."""
    cells = [
        (match[1].replace(" ", ""), cell) for cell in row.cells if (match := _NUMBER.fullmatch(cell.text))
    ]
    first = row.cells.index(cells[0][1]) if cells else 0
    return {(number, 0, None): _middle(cell) for number, cell in cells} if first > 0 else {}


def _middle(cell: Cell) -> float:
    return (cell.x0 + cell.x1) / 2


def _head(row: Row, group: Sequence[tuple[VoteChoice, float]]) -> str:
    """What stands over a group of columns in a row."""
    return " ".join(cell.text for cell in row.cells if _is_over(cell, group))


_MISREAD = re.compile(r"(?:[Oo]mröstning|[Vv]otering)\w*\s(?:.*[\s,])?[8S5$&](?P<number>\d{1,4})")


def _number(text: str, read: AbstractSet[str]) -> str | None:
    """The § of a head; one whose sign was misread, "Omröstning 2, 861", where another head has the same."""
    if match := _NUMBER.match(text):
        return match[1]
    misread = _MISREAD.fullmatch(text)
    return misread["number"] if misread and misread["number"] in read else None


def _is_over(cell: Cell, group: Sequence[tuple[VoteChoice, float]]) -> bool:
    """Whether a cell stands over a group of columns, or beside it by half of what these are apart."""
    places = [x for _, x in group]
    aside = (places[-1] - places[0]) / max(1, len(places) - 1) / 2
    return places[0] - aside < (cell.x0 + cell.x1) / 2 < places[-1] + aside


def _read(printed: Sequence[Row], rows: Sequence[Row], head: int, columns: Mapping[Column, float]) -> Grid:
    """The grid below a head; `rows` are the printed ones with every given name first."""
    start = _start(rows, head)
    rolls = {(number, nth): Roll() for number, nth, _ in columns}
    members: list[Draft] = []
    role = Role.LEDAMOT
    heading = seats.head(rows[start : head + 1], rows[head + 1 :])
    end = head + 1
    for index in range(head + 1, len(rows)):
        row = rows[index]
        if any(row.text == one.text for one in rows[start : head + 1]):
            continue  # the head again, overleaf
        if group := seats.group(row):
            role = group
            continue
        if seats.are_items(row):
            end = index + 1
            continue
        if voting_lists.is_sum(row):
            for (number, nth, choice), told in _marked(row, columns, sums=True):
                if choice:
                    rolls[number, nth].sums[COUNTS[choice]] = Found(int(told.text), told)
            end = index + 1
            break
        worded = any(choice is None for _, _, choice in columns)  # words begin left of the middle
        edge = min(columns.values()) - (UNDER * row.height if worded else 0.0)
        seat = seats.seat(row, edge, role, heading)
        if seat is None:
            break
        members += seat.attendees
        for (number, nth, choice), told in _marked(row, columns, sums=False):
            chosen = choice or WORDS.get(fold(told.text))
            if chosen:
                rolls[number, nth].ballots.append(ballot(seat.voter(number), chosen))
        end = index + 1
    return Grid(printed[start:end], members, rolls)


def _start(rows: Sequence[Row], head: int) -> int:
    """Where the rows above the one that names the choices begin: the list's title, the §§, other heads."""
    start = head
    while start > max(0, head - HEAD_ROWS) and rows[start - 1].page == rows[head].page:
        above = rows[start - 1]
        if not (_NUMBER.search(above.text) or _TITLE.fullmatch(above.text) or len(above.cells) > 2):
            break
        start -= 1
    return start


def _marked(row: Row, columns: Mapping[Column, float], *, sums: bool) -> Iterator[tuple[Column, Passage]]:
    """The columns in which a row has a mark, or a number."""
    whole = of_row(row)
    for span, (text, x0, x1) in zip(whole.spans, voting_lists.words(row), strict=True):
        if fold(text) in WORDS and (under := _under((x0 + x1) / 2, row, columns)):
            yield under, whole.part(span.start, span.end)
            continue
        absent = not sums and text.casefold() in attendance_table.ABSENT
        mark = len(text) <= columns_of_marks.MOST_LETTERS and not absent
        column = columns_of_marks.column_of((x0 + x1) / 2, columns) if mark and len(columns) > 1 else None
        if column is not None and text.isdecimal() is sums:
            yield column, whole.part(span.start, span.end)


def _under(x: float, row: Row, columns: Mapping[Column, float]) -> Column | None:
    """The column without a choice of its own that a word stands under."""
    near = [one for one in columns if one[2] is None and abs(columns[one] - x) <= UNDER * row.height]
    return near[0] if len(near) == 1 else None


UNDER = 2.0
"""How far, in heights of letters, the middle of a word may stand from that of its column's head."""
