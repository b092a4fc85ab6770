"""Voting lists whose names stand below the choices: a column under each, or one below the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from ..landmarks.choices import ballot, of_head
from ..names import people
from ..text.draft import Draft
from ..text.passage import of_cells
from ..text.rows import Cell, Row


def read(rows: Sequence[Row]) -> list[Draft]:
    """The ballots of such lists; none where it cannot be told below which choice a name stands.

    A text layer may give a table of marks column by column: below "Ja" stand its crosses, below the last
    choice the names of the next page, and nothing tells whose cross is whose.
    """
    found: list[Draft] = []
    heads: tuple[Cell, ...] = ()
    listed: list[tuple[Row, list[people.Mention]]] = []
    for row in rows:
        named = [one for cell in row.cells if (one := _named_in(cell, row))]
        if heads and not listed and _MARKS.fullmatch(row.text):
            return []
        if _is_head(row):
            found += _below(heads, listed)
            heads, listed = row.cells, []
        elif heads and len(named) == len(row.cells):
            listed.append((row, named))
        elif listed:
            break
    return found + _below(heads, listed)


def _below(heads: Sequence[Cell], listed: Sequence[tuple[Row, list[people.Mention]]]) -> list[Draft]:
    """The ballots of the names below one row of heads."""
    columns = _columns(heads, [row for row, _ in listed])
    found: list[Draft] = []
    for row, named in listed:
        under = [columns(cell) for cell in row.cells]
        if len(set(under)) < len(under) and len(heads) > 1:
            return []
        choices = [of_head(heads[index].text) for index in under]
        found += [ballot(one, choice) for one, choice in zip(named, choices, strict=True) if choice]
    return found


def are_counts(row: Row, number: int) -> bool:
    """Whether a row is nothing but a count below each of a number of columns: "4 | 2"."""
    return len(row.cells) == number and all(cell.text.isdecimal() for cell in row.cells)


def _is_head(row: Row) -> bool:
    return all(of_head(cell.text) for cell in row.cells)


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
    """Who stands in a cell with nothing else but an office: "Bo Ek (S), ordf."."""
    whole = of_cells([(cell, row.page)])
    if people.is_name(cell.text):
        return people.Mention(whole, None, None, 0, len(whole.text))
    told = people.with_party(whole)
    alone = len(told) == 1 and told[0].start == 0 and _OFFICE.fullmatch(whole.text, told[0].end)
    return told[0] if alone else None


_MARKS = re.compile(r"[xX×✓✗](?: [xX×✓✗])*")

_OFFICE = re.compile(r"(?:, .{3,20})?")
