"""A member's row in a list that is a roll call too: who sat there, who served in the member's place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ...schema.record import Role
from ..attendance import attendance_table, attendee
from ..names import parties, people
from ..text.draft import Draft
from ..text.fold import fold
from ..text.passage import Passage, of_row, together
from ..text.rows import Cell, Row

_PARTY = re.compile(r"(?![xX]\b)\(?([A-ZÅÄÖ]{1,5}|[a-zåäö]{1,4}|ÖrP)\)?")
_GROUPS = {
    "ersättare": Role.ERSATTARE,
    "suppleanter": Role.ERSATTARE,
    "ledamöter": Role.LEDAMOT,
    "ordinarie ledamöter": Role.LEDAMOT,
}
"""Rows that head those of members, or of deputies, folded."""

_NOT_SERVING = re.compile(r"(?:ej|icke|inte) tj(?:g|änstg)\S*|närv\S*|när", re.IGNORECASE)
_SERVING = re.compile(r"tj(?:g|änstg)\S*", re.IGNORECASE)
_MARK = re.compile(r"(?:x|\d+)(?!\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seat:
    """A row: who attended, nobody where the member was absent and nobody served; and who voted."""

    attendees: Sequence[Draft]
    member: people.Mention
    deputy: people.Mention | None = None
    served: tuple[int, int] | None = None
    """The items for which the deputy served, where the member was there for others."""

    def voter(self, item: str) -> people.Mention:
        """Who voted in an item, by its number: who served in it."""
        number = int(item.rstrip(_SUFFIXES))
        if self.deputy is None or (self.served and not self.served[0] <= number <= self.served[1]):
            return self.member
        return self.deputy


_SUFFIXES = "abcdefgh "


def group(row: Row) -> Role | None:
    """What those below a row that heads a group of them are: "Ersättare"."""
    return _GROUPS.get(fold(row.cells[0].text).rstrip(":"))


def with_items(rows: Sequence[Row]) -> list[Row]:
    """The rows of a list, each with the items that stand below its marks: "X | X" over "§ 14 | §§ 12-13"."""
    return [
        _below(row, below) if below and _told(below) and not are_items(row) else row
        for row, below in zip_longest(rows, rows[1:])
    ]


def are_items(row: Row) -> bool:
    """Whether a row is nothing but the items of the row above it."""
    return _told(row) or (any(map(_is_told, row.cells)) and all(map(_may_be_told, row.cells)))


def _told(row: Row) -> bool:
    return all(map(_is_told, row.cells))


def _is_told(cell: Cell) -> bool:
    return attendee.ITEMS.fullmatch(cell.text) is not None


def _may_be_told(cell: Cell) -> bool:
    return _is_told(cell) or _SIGN_MISREAD.fullmatch(cell.text) is not None


_SIGN_MISREAD = re.compile(r"[8S5$&] ?\d{1,3}(?:\s?[-–,]\s?\d{1,3})*")
""" "8 14" beside "§§ 12–13": a reader took the sign for a figure, so that nobody is given either."""


def _below(row: Row, items: Row) -> Row:
    cells = list(row.cells)
    for cell in items.cells:
        at = min(range(len(cells)), key=lambda index: abs(_middle(cells[index]) - _middle(cell)))
        cells[at] = Cell((*cells[at].words, *cell.words), cells[at].x0, cells[at].x1)
    return replace(row, cells=tuple(cells))


def _middle(cell: Cell) -> float:
    return (cell.x0 + cell.x1) / 2


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a list says of presence."""

    presence: Mapping[float, bool]
    """The middles of its columns, each with whether a mark in it says that a deputy served."""
    starred: bool
    """Whether a star before a name marks a deputy who served."""


_LEGEND = re.compile(r"\*+\W*(?:tj|ers)", re.IGNORECASE)
""" "* tjänstgörande ersättare": below the list."""


def is_legend(row: Row) -> bool:
    """Whether a row says that stars mark deputies who served."""
    return _LEGEND.match(row.text) is not None


def head(rows: Sequence[Row], below: Sequence[Row]) -> Head:
    """What the rows of a head, and those below it, say of presence."""
    presence = {
        (cell.x0 + cell.x1) / 2: serves is not None
        for row in rows
        for cell in row.cells
        if (serves := _SERVING.fullmatch(cell.text)) or _NOT_SERVING.fullmatch(cell.text)
    }
    return Head(presence, any(map(is_legend, below)))


def seat(row: Row, edge: float, role: Role, head: Head) -> Seat | None:
    """What a row's cells left of the votes say; None where it is of nobody.

    Args:
        row: below the head.
        edge: where the votes begin.
        role: what the heading of the row's group says.
        head: of the list.
    """
    whole = of_row(row)
    cells: list[Passage] = []
    marks: list[float] = []
    at = 0
    for one in row.cells:
        if one.x0 < edge:
            cells.append(whole.part(at, at + len(one.text)))
            if _MARK.match(one.text):
                marks.append((one.words[0].box.x0 + one.words[0].box.x1) / 2 if one.words[0].box else one.x0)
        at += len(one.text) + 1
    if cells and cells[0].text.rstrip(".").isdecimal():
        cells = cells[1:]  # the number of the seat
    if cells and cells[0].text.startswith("*"):
        role = Role.ERSATTARE if head.starred else role
        cells[0] = cells[0].part(1, len(cells[0].text))
    own = _person(cells)
    if own is None:
        return None
    member, tail = own
    absent = any(cell.text.casefold() in attendance_table.ABSENT for cell in cells[1:])
    for cell in cells[1:]:
        name = cell.part(0, len(cell.text.split(",")[0]))
        told = people.with_party(cell)
        if told or people.is_name(name.text):
            deputy = told[0] if told else people.Mention(name, None, None, 0, 0)
            behind = cell.part(deputy.end if told else len(name.text), len(cell.text))
            serving = attendee.draft(deputy, Role.LEDAMOT, tail=behind, replaced=member)
            served = _range(behind.text) if marks and not absent else None
            own_part = [attendee.draft(member, role, tail=tail)] if served else []
            return Seat([*own_part, serving], member, deputy, served)
    voted = any(cell.x0 >= edge for cell in row.cells)
    if absent or not (voted or marks):
        return Seat([], member)
    if role is Role.ERSATTARE and (voted or any(_serves(mark, head.presence) for mark in marks)):
        role = Role.TJANSTGORANDE_ERSATTARE
    words = together([tail, *(cell for cell in cells[1:] if _MARK.match(cell.text))])
    return Seat([attendee.draft(member, role, tail=words)], member)


_ITEMS = re.compile(
    r"[\s,;(]*(?P<edge>t\.?\s?o\.?\s?m\.?|till och med|fr\.?\s?o\.?\s?m\.?|från och med|från)?\s*"
    r"§+\s?(?P<first>\d{1,4})(?:\s?[-–—]\s?(?P<last>\d{1,4}))?[\s,;.)]*"
)
""" ", §§ 57–59", " t.o.m. § 59": behind a deputy's name."""


def _range(words: str) -> tuple[int, int] | None:
    """The first and the last of the items that words name; None where they name none, or several ranges."""
    found = _ITEMS.fullmatch(words)
    if found is None:
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    if found["edge"]:
        return (0, last) if found["edge"].startswith("t") else (first, MOST_NUMBER)
    return first, last


MOST_NUMBER = 9999
"""No § of a year is higher."""


def _serves(mark: float, presence: Mapping[float, bool]) -> bool:
    """Whether a mark stands in the column of those who served."""
    return bool(presence) and presence[min(presence, key=lambda middle: abs(middle - mark))]


def _person(cells: Sequence[Passage]) -> tuple[people.Mention, Passage] | None:
    """The member that a row begins with, and what stands behind the name in its cell."""
    if not cells:
        return None
    first = cells[0]
    told = people.with_party(first)
    if told and told[0].name and told[0].start == 0:  # not "Åsa Ek, tjg. ers. för Bo Hed, C"
        return told[0], first.part(told[0].end, len(first.text))
    length = len(first.text.split(",")[0])
    if not people.is_name(first.text[:length]):
        return None
    party = next(
        (cell.group(match, 1) for cell in cells[1:3] if (match := _PARTY.fullmatch(cell.text))), None
    )
    code = parties.code(party.text) if party else None
    one = people.Mention(first.part(0, length), party, code, 0, length)
    return one, first.part(length, len(first.text))
