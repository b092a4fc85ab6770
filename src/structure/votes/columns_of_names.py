"""Voting lists whose names stand below the choices: "Ja | Nej", a column of names under each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from ..landmarks.choices import ballot, of_head
from ..names import people
from ..text.draft import Draft
from ..text.passage import of_cells
from ..text.rows import Cell, Row


def read(rows: Sequence[Row]) -> list[Draft]:
    """The ballots of the first such list; none where it cannot be told below which choice a name stands."""
    head = next((index for index, row in enumerate(rows) if _is_head(row)), None)
    if head is None:
        return []
    listed: list[tuple[Row, list[people.Mention]]] = []
    for row in rows[head + 1 :]:
        named = [_named_in(cell, row) for cell in row.cells]
        told = [one for one in named if one]
        if len(told) == len(named):
            listed.append((row, told))
        elif listed:
            break
    heads = rows[head].cells
    columns = _columns(heads, [row for row, _ in listed])
    found: list[Draft] = []
    for row, persons in listed:
        under = [columns(cell) for cell in row.cells]
        if len(set(under)) < len(under):
            return []
        choices = [of_head(heads[index].text) for index in under]
        found += [ballot(one, choice) for one, choice in zip(persons, choices, strict=True) if choice]
    return found


def are_counts(row: Row, number: int) -> bool:
    """Whether a row is nothing but a count below each of a number of columns: "4 | 2"."""
    return len(row.cells) == number and all(cell.text.isdecimal() for cell in row.cells)


def _is_head(row: Row) -> bool:
    return len(row.cells) > 1 and all(of_head(cell.text) for cell in row.cells)


def _columns(heads: Sequence[Cell], rows: Sequence[Row]) -> Callable[[Cell], int]:
    """Which head a cell stands under: heads may be centred over their columns, or begin them.

    Where as many columns of names begin as there are heads, they are theirs in order.
    """
    begins: list[float] = []
    for row in rows:
        for cell in row.cells:
            if all(abs(cell.x0 - x) > ALIGNED * max(row.height, 1.0) for x in begins):
                begins.append(cell.x0)
    if len(begins) == len(heads):
        ordered = sorted(begins)
        return lambda cell: min(range(len(ordered)), key=lambda index: abs(ordered[index] - cell.x0))
    middles = [(head.x0 + head.x1) / 2 for head in heads]
    edges = [(left + right) / 2 for left, right in pairwise(middles)]
    return lambda cell: sum(cell.x0 >= edge for edge in edges)


ALIGNED = 3.0
"""How far, in heights of letters, names of one column may begin from each other."""


def _named_in(cell: Cell, row: Row) -> people.Mention | None:
    whole = of_cells([(cell, row.page)])
    if people.is_name(cell.text):
        return people.Mention(whole, None, None, 0, len(whole.text))
    return next(iter(people.with_party(whole)), None)
