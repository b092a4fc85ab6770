"""Heads of the columns of lists of people, and rows that only look like the values of labels."""

from __future__ import annotations

from collections.abc import Sequence

from ..names import people
from ..swedish import patterns
from ..text.fold import fold
from ..text.rows import Row
from .label_cells import OFFICES, PEOPLE, exact, match

_TABLE = patterns.table("roles")
_HEADS = frozenset(_TABLE["column_heads"]).union(*_TABLE["table_heads"].values())
_PLACES = frozenset(_TABLE["place_heads"])
_LISTED = frozenset().union(*_TABLE["list_heads"].values())

LIST_COLUMNS = 4
"""A row of so many cells may head the columns of a list."""

LEAST_COLUMNS = 3
"""So few may, where the first is a label of people: "Ledamöter | Närvaro | Anm"."""

LEAST_SIGNERS = 2


def heads_list(row: Row) -> bool:
    """Whether a row heads the columns of a list of people, of several places too: "Kommun | Ledamot"."""
    first, *others = (fold(cell.text) for cell in row.cells)
    if first in _PLACES and any(map(_names_people, others)):
        return True
    known = sum(text in _HEADS for text in (first, *others))
    if len(row.cells) >= LEAST_COLUMNS and _names_people(first) and known >= len(others):
        return True
    return len(row.cells) >= LIST_COLUMNS and known > 1


def _names_people(head: str) -> bool:
    return head in _LISTED or match(head) in PEOPLE


def goes_on(row: Row) -> bool:
    """Whether a row below the heads of a list names somebody in one of the first two columns."""
    if exact(fold(row.cells[0].text)) in ("others", "union", "absent"):
        return False  # "Övriga närvarande | Bo Ek, chef": a label below the table
    return len(row.cells) > 1 and any(people.is_name(cell.text.split(",")[0]) for cell in row.cells[:2])


def signed(rows: Sequence[Row]) -> frozenset[int]:
    """Which rows name those who signed, and their offices below them: no labels' value."""
    beside = [at for at in range(len(rows) - 1) if _signs_beside(rows[at : at + 2])]
    below = [at for at in range(len(rows) - 1) if _signs_alone(rows[at : at + 3])]
    told = [*beside, *(below if len(below) >= LEAST_SIGNERS else [])]
    return frozenset(one for at in told for one in (at, at + 1))


def _signs_alone(rows: Sequence[Row]) -> bool:
    """Whether a name stands apart with its office right below, where columns are read one by one."""
    name, office, *after = rows
    apart = name.gap and not office.gap and all(row.gap or row.top < office.top for row in after)
    alone = len(name.cells) == len(office.cells) == 1 and people.is_name(name.text)
    return apart and alone and match(office.text) in (*OFFICES, "adjusters")


def _signs_beside(rows: Sequence[Row]) -> bool:
    """Whether the first of two rows names those who signed, the other their offices: no labels' value."""
    if len(rows) < 2 or not len(rows[0].cells) == len(rows[1].cells) >= LEAST_SIGNERS:
        return False
    offices = {match(cell.text) for cell in rows[1].cells}
    return offices <= {*OFFICES, "adjusters"} and all(people.is_name(cell.text) for cell in rows[0].cells)
