"""Voting lists with each choice at the left, its voters beside and below it, perhaps a count at the right.

"Ja | Åsa Ek (S) | 2 röster", "   | Bo Öst (M)", "Nej | Ida Lund (V) | 1 röst".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...schema.record import VoteChoice
from ..landmarks.choices import COUNTS, ballot, of_head
from ..names import people
from ..names.mentions import Mention
from ..text.draft import Draft, Found
from ..text.passage import of_cells, of_rows
from ..text.rows import Cell, Row

_COUNT = re.compile(
    r"(?:(?:summa|totalt|antal)\W*)?\(?(?P<n>\d{1,3})\)?(?: (?:röst(?:er)?|st))?", re.IGNORECASE
)
_HEADED = re.compile(r"\((?P<n>\d{1,3})\)\W*$")
""" "Ja (4)"."""

_VOTES = re.compile(r" (?:röstar|röstade|har röstat|från att rösta)\W*$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:[\s,;.]|\b(?:och|samt)\b)*")


@dataclass(slots=True)
class _Group:
    """A choice with the cells beside and below it."""

    choice: VoteChoice
    label: tuple[Row, Cell]
    x0: float
    """Where its voters begin."""
    names: list[tuple[Row, Cell]] = field(default_factory=list)
    counts: list[tuple[Row, Cell]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LabelledList:
    """The ballots of the list, the counts beside them, and the rows that they stand in."""

    roll: list[Draft]
    sums: dict[str, Found]
    rows: Sequence[Row]

    def outside(self, rows: Sequence[Row]) -> list[Row]:
        """Those of the rows that are not the list's."""
        own = {id(row) for row in self.rows}
        return [row for row in rows if id(row) not in own]


def find(rows: Sequence[Row]) -> LabelledList | None:
    """The list among rows; None where no two choices have voters, or anything else stands there."""
    groups = list(_groups(rows))
    voters = [_voters(group) for group in groups]
    if len({group.choice for group in groups}) < 2 or len(groups) > len(VoteChoice):
        return None
    if None in voters or not any(voters):
        return None
    roll = [
        ballot(one, group.choice) for group, named in zip(groups, voters, strict=True) for one in named or ()
    ]
    sums = {COUNTS[group.choice]: count for group in groups if (count := _count(group))}
    return LabelledList(roll, sums, [row for group in groups for row in group.rows])


def _groups(rows: Sequence[Row]) -> Iterator[_Group]:
    """The choices at the left of rows, each with the cells at its right, down to the next one."""
    group: _Group | None = None
    for row in rows:
        first, *others = row.cells
        choice = of_head(_VOTES.sub("", first.text)) if others else None
        if choice:
            if group:
                yield group
            group = _Group(choice, (row, first), others[0].x0)
            _enter(group, row, others)
        elif group and first.x0 >= group.x0 - row.height:
            _enter(group, row, row.cells)
        elif group:
            yield group
            group = None
    if group:
        yield group


def _enter(group: _Group, row: Row, cells: Sequence[Cell]) -> None:
    group.rows.append(row)
    for cell in cells:
        (group.counts if _COUNT.fullmatch(cell.text) else group.names).append((row, cell))


def _voters(group: _Group) -> list[Mention] | None:
    """Who stands in the cells, one in each or with commas between; None where anything else does."""
    if all(people.is_name(cell.text) for _, cell in group.names):
        names = [of_cells([(cell, row.page)]) for row, cell in group.names]
        return [Mention(name, None, None, 0, len(name.text)) for name in names]
    whole = of_rows([replace(row, cells=(cell,)) for row, cell in group.names])
    named = people.named(whole)
    ends = [0, *(one.end for one in named)]
    starts = [*(one.start for one in named), len(whole.text)]
    clean = all(_BETWEEN.fullmatch(whole.text, *span) for span in zip(ends, starts, strict=True))
    return named if clean else None


def _count(group: _Group) -> Found | None:
    """The count beside the voters, or behind the choice: "Ja (4)"."""
    row, label = group.label
    for (place, cell), form in [*((one, _COUNT) for one in group.counts), ((row, label), _HEADED)]:
        passage = of_cells([(cell, place.page)])
        if match := form.search(passage.text):
            return Found(int(match["n"]), passage.group(match, "n"))
    return None
