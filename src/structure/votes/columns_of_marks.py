"""Marks in the columns of a voting list, by their boxes: their column and the name beside them.

A reader takes a cross for all sorts of letters ("I", "K", "x<"), and a column of crosses for one line as
tall as the column. What the mark was read as says nothing; its box says all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ...schema.record import VoteChoice
from ..names.people import Mention
from ..text.rows import Row

Column = TypeVar("Column")
"""Whatever names a column: a choice, a § with a choice."""

MOST_LETTERS = 3
"""A longer word is no mark."""

BESIDE = 0.3
"""How far a mark's box may miss the middle of the name's letters, in heights of these."""

IN_COLUMN = 0.45
"""How far a mark may stand from the middle of its column, in distances to the next column on that side."""


@dataclass(frozen=True, slots=True)
class _Mark:
    x: float
    top: float
    bottom: float
    page: int


def read(
    rows: Sequence[Row],
    columns: Callable[[Row], Mapping[VoteChoice, float]],
    persons: Callable[[Row], Sequence[Mention]],
) -> dict[int, VoteChoice]:
    """The choice for each row with a name that has marks of one column only beside it.

    Args:
        rows: of the list, with its head.
        columns: where the middle of each choice's column is, for a row that heads them.
        persons: the people in a row.
    """
    head, heads = next(((at, places) for at, row in enumerate(rows) if (places := columns(row))), (0, None))
    if not heads:
        return {}
    listed = [(index, row) for index, row in enumerate(rows) if index > head and not columns(row)]
    marks = [mark for _, row in listed for mark in _marks(row, persons(row))]
    told = {index: _beside(row, one, marks) for index, row in listed for one in list(persons(row))[:1]}
    column = _right_of if _stand_left([mark for own in told.values() for mark in own], heads) else column_of
    found: dict[int, VoteChoice] = {}
    for index, beside in told.items():
        choices = {choice for mark in beside if (choice := column(mark.x, heads)) is not None}
        if len(choices) == 1:
            found[index] = choices.pop()
    return found


def column_of(x: float, heads: Mapping[Column, float]) -> Column | None:
    """The column that a place lies in; None between two.

    Args:
        x: of the mark's middle.
        heads: the middle of each column's head; two at least.
    """
    nearest = min(heads, key=lambda one: abs(heads[one] - x))
    middle = heads[nearest]
    beside = [abs(other - middle) for other in heads.values() if (other - middle) * (x - middle) > 0]
    gap = min(beside or [abs(other - middle) for other in heads.values() if other != middle])
    return nearest if abs(middle - x) <= IN_COLUMN * gap else None


SET_LEFT = (0.15, 0.75)
"""How far left of its column's middle a mark that begins it stands, in distances to the column before."""


def _stand_left(marks: Sequence[_Mark], heads: Mapping[Column, float]) -> bool:
    """Whether marks begin their columns, whose heads are centred: some are too far from any head."""
    if all(column_of(mark.x, heads) is not None for mark in marks):
        return False
    places = sorted(heads.values())
    for mark in marks:
        right = next((at for at, place in enumerate(places) if place >= mark.x), None)
        if right is None:
            return False
        gap = places[right] - places[right - 1] if right else places[1] - places[0]
        if not SET_LEFT[0] <= (places[right] - mark.x) / gap <= SET_LEFT[1]:
            return False
    return True


def _right_of(x: float, heads: Mapping[Column, float]) -> Column | None:
    """The column whose head's middle is the first to the right of a place."""
    return min((one for one in heads if heads[one] >= x), key=lambda one: heads[one], default=None)


def _marks(row: Row, named: Sequence[Mention]) -> Iterator[_Mark]:
    """Short words right of the name, that are neither of another person nor of a sentence."""
    own = [[span.word for part in (one.name, one.party) if part for span in part.spans] for one in named]
    edge = max((word.box.x1 for word in (own[0] if own else ()) if word.box), default=0.0)
    others = {id(word) for words in own[1:] for word in words}
    for cell in row.cells:
        behind = [word for word in cell.words if word.box and word.box.x0 > edge]
        if any(len(word.text) > MOST_LETTERS for word in behind):
            continue
        for word in behind:
            counts = word.text.isdecimal() and word.text != "1"
            if word.box and not counts and id(word) not in others:
                yield _Mark((word.box.x0 + word.box.x1) / 2, word.box.top, word.box.bottom, row.page)


def _beside(row: Row, one: Mention, marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks of the row's page at the height of a name."""
    boxes = [span.word.box for span in one.name.spans if span.word.box] if one.name else []
    if not boxes:
        return []
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    middle, reach = (top + bottom) / 2, BESIDE * (bottom - top)
    return [
        mark for mark in marks if mark.page == row.page and mark.top - reach <= middle <= mark.bottom + reach
    ]
