"""Labels and their values: the head of minutes and letters, the box of the posting.

A label stands before its value on the row ("Datum: 2024-05-16"), in a column of its own beside it, or on a
row of its own above it. A value goes on until the next label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..names import people
from ..text.passage import Passage, of_cells, of_row, of_rows, together
from ..text.rows import Cell, Row
from . import centred, label_column, list_heads, running_labels, wrapped_labels
from .label_cells import OFFICES, PEOPLE, of_row_labels
from .label_cells import match as match
from .wrapped_labels import LISTS as LISTS


@dataclass
class Field:
    """A label with the rows of its value."""

    name: str
    """What the label names; "" for a label that no table has."""
    label: Passage
    rows: list[Row] = field(default_factory=list)
    first: Row | None = None
    """The row that the label stands in, from the label on."""
    lowest: Row | None = None
    """The last row of a label that runs over several."""

    @property
    def whole(self) -> list[Row]:
        """The label's row and the rows below it."""
        if self.first is None:
            return self.rows
        below = [row for row in self.rows if row.top != self.first.top or row.page != self.first.page]
        return [self.first, *below]

    @property
    def passage(self) -> Passage:
        """The value as one line."""
        return of_rows(self.rows)


def fields(rows: Iterable[Row]) -> tuple[list[Field], list[Row]]:
    """The labelled values, and the rows before the first label."""
    found: list[Field] = []
    loose: list[Row] = []
    heads: list[Field] = []
    listed: Row | None = None
    table: Row | None = None
    rows = list(centred.raised(wrapped_labels.unwrapped(list(running_labels.parted(rows)))))
    signed = list_heads.signed(rows)
    for index, row in enumerate(rows):
        if index in signed:
            heads = []
            loose.append(row)
            found.append(Field("", of_row(row)))  # what stands below is no value of the labels above either
            continue
        listed = row if list_heads.heads_list(row) else listed if list_heads.goes_on(row) else None
        table = listed or (None if row.gap else table)
        pieces = [] if listed else of_row_labels(row)
        if pieces and any(_is_beside(row, pieces[0][0], one) for one in (*found[-1:], *heads)):
            pieces = []
        if listed is row:
            named = match(row.cells[0].text)
            if named in PEOPLE or not (found and found[-1].name in PEOPLE):
                # a list that its columns' heads alone announce: "Ledamöter | Närv. | Ersättare"
                found.append(Field(named if named in PEOPLE else "members", Passage("")))
        if not pieces and heads and _below_heads(heads, row):
            continue
        own = label_column.cell(row, found[-1].first, found[-1].rows) if found and not pieces else None
        if own:
            _labelled(found, row, own)
        elif not pieces:
            goes_on = bool(found) and _reaches(found[-1], row)
            for one, part in _by_columns(found, row) if goes_on else ():
                one.rows.append(part)
            loose += [] if goes_on else [row]
        for name, label, rest, first in pieces:
            found.append(Field(name, label, [rest] if rest else [], first))
            if table and len(row.cells) == 1 and name in PEOPLE and not rest:
                found[-1].rows.append(table)  # the table goes on with others: "Ersättare" alone in a row
        if pieces:
            heads = found[-len(pieces) :] if len(pieces) > 1 else []
    return found, loose


def _labelled(found: list[Field], row: Row, cell: Cell) -> None:
    """Give a row its label: one of its own, or the rest of the one straight above it."""
    above, words = found[-1], of_cells([(cell, row.page)])
    value = [replace(row, cells=row.cells[1:])] if len(row.cells) > 1 else []
    reached = above.lowest or above.first
    ended = above.label.text.endswith(":")
    if row.gap or ended or reached is None or above.rows[-1].top > reached.top:
        found.append(Field(match(words.text) or "", words, value, row))
        return
    above.label = together([above.label, words])
    above.name = match(above.label.text) or above.name
    above.lowest = row
    above.rows += value


def _is_beside(row: Row, name: str, above: Field) -> bool:
    """Whether a row is of somebody named in a list to its left: "1:e vice ordförande," wrapped in a table."""
    if not above.rows or above.name not in PEOPLE:
        return False
    start = min(above.rows[0].x0, above.rows[-1].x0)
    if name == "items":  # "ersättare för Bo Ek, / §§ 20–22"
        return row.text.startswith("§") and row.x0 >= start - row.height
    return name in OFFICES and row.x0 > start + LIST_INDENT * row.height


LIST_INDENT = 3.0
"""So many heights of letters right of a list's names stands what is said of them."""


def _below_heads(heads: Sequence[Field], row: Row) -> bool:
    """Give the cells of a row to the labels side by side above it, each to the one that it stands under."""
    places = [one.first.x0 for one in heads if one.first is not None]
    names = {one.name for one in heads}
    listed = not row.gap or all(
        people.is_name(cell.text.split(",")[0]) or people.with_party(of_cells([(cell, row.page)]))
        for cell in row.cells
    )
    may_follow = names & {*(LISTS if listed else OFFICES)}  # white space stands above who signs
    if len(places) < len(heads) or (any(one.rows for one in heads) and not may_follow):
        return False
    cells: list[list[Cell]] = [[] for _ in heads]
    for cell in row.cells:
        under = [index for index, place in enumerate(places) if place <= cell.x0 + 2 * row.height]
        cells[under[-1] if under else 0].append(cell)
    for one, own in zip(heads, cells, strict=True):
        if own:
            one.rows.append(replace(row, cells=tuple(own)))
    return True


def _by_columns(found: Sequence[Field], row: Row) -> Iterator[tuple[Field, Row]]:
    """The lists in whose columns a row stands: the last, and one whose label stood further left."""
    last = found[-1]
    first = last.first
    if last.name not in PEOPLE or not first or (last.rows and last.rows[0].top == first.top):
        yield last, row
        return
    left = [cell for cell in row.cells if first.x0 - cell.x0 > LIST_INDENT * row.height]
    beside = [
        one
        for one in found[:-1]
        if left
        and one.name in PEOPLE
        and one.first
        and one.first.page == row.page
        and abs(one.first.x0 - row.x0) < row.height
    ]
    if not beside:
        yield last, row
        return
    yield beside[-1], replace(row, cells=tuple(left))
    if right := row.cells[len(left) :]:
        yield last, replace(row, cells=right)


def _reaches(one: Field, row: Row) -> bool:
    """Whether a label's value may go on with a row: one line of text never does so over a page's end."""
    overleaf = one.name in LISTS or (not one.rows and one.name not in ("signed", "adjusting"))
    return overleaf or one.first is None or one.first.page == row.page


def value(found: Sequence[Field], name: str) -> Passage | None:
    """The first value of a field, or None."""
    return next((one.passage for one in found if one.name == name and one.rows), None)
