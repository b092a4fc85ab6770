"""Rows of ruled tables: what stands in one row of the table, whatever its heights in the cells.

A label of several rows meets its value on the first of them, also where one is set in the middle of the
other; cells that begin with labels of their own are read one after another; labels in one row of a table and
their values in the next are paired column by column.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from ...schema import Line, Page
from ..landmarks import labels
from ..text import heights, unruled
from ..text.leading import spaced
from ..text.rows import Cell, Row

_SPECK = re.compile(r"['`´’‘\".,_|~^]")
"""What a rule's end or dirt reads as: in a cell of its own it would push the others down."""

Column = list[Row]
"""The rows within one cell of a table."""


def page_rows(page: Page) -> list[Row]:
    """The rows of one page, from the top down, tables row by row."""
    lines = _unframed([line for line in page.lines if line.words and not _is_speck(line)])
    if not any(line.place for line in lines) or not all(map(unruled.has_box, lines)):
        return unruled.page_rows(page)
    columns = groupby(lines, key=lambda line: line.column)
    return spaced([row for _, own in columns for row in _of_column(page.number, list(own))])


def _is_speck(line: Line) -> bool:
    return len(line.words) == 1 and _SPECK.fullmatch(line.words[0].text) is not None


def _of_column(number: int, lines: Sequence[Line]) -> list[Row]:
    """The rows of a column of the page, which is the whole page as a rule."""
    found: list[Row] = []
    heads: list[Column] = []
    for key, group in groupby(lines, key=_row_of):
        columns = _columns(number, list(group))
        if heads and (key is None or len(columns) != len(heads) or any(_is_labelled(one) for one in columns)):
            found += _zipped(heads)
            heads = []
        if heads:
            found += [row for pair in zip(heads, columns, strict=True) for column in pair for row in column]
            heads = []
        elif (
            key is not None
            and len(columns) > 1
            and all(len(one) == 1 and _is_labelled(one) for one in columns)
        ):
            heads = columns
        else:
            found += _table_row(columns)
    return [*found, *_zipped(heads)]


def _unframed(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of tables with one column and one line in each row without their place.

    Rules under the names of signatures make no table: the labels stand outside, at the names' heights.
    """
    columns: dict[int, set[int]] = defaultdict(set)
    rows_of: Counter[tuple[int, int]] = Counter()
    for line in lines:
        if line.place:
            columns[line.place.table].add(line.place.column)
            rows_of[(line.place.table, line.place.row)] += 1
    crowded = {table for (table, _), count in rows_of.items() if count > 1}
    bare = {table for table, found in columns.items() if len(found) == 1} - crowded
    return [replace(line, place=None) if line.place and line.place.table in bare else line for line in lines]


def _row_of(line: Line) -> tuple[int, int] | None:
    return (line.place.table, line.place.row) if line.place else None


def _columns(number: int, lines: Sequence[Line]) -> list[Column]:
    """The cells of one row of a table, each with its rows; all in one where nothing is ruled."""
    if lines[0].place is None:
        return [heights.of_lines(number, lines)]
    groups = groupby(lines, key=lambda line: line.place.column if line.place else 0)
    return [_unwrapped(heights.of_lines(number, list(group))) for _, group in groups]


def _unwrapped(column: Column) -> Column:
    """A label of several rows as one, where the cell holds nothing else."""
    if len(column) < 2 or len(column) > 4 or any(len(row.cells) > 1 for row in column):
        return column
    joined = _as_one(column)
    return [joined] if labels.match(joined.text) else column


def _is_labelled(column: Column) -> bool:
    return labels.match(column[0].text) is not None


def _table_row(columns: Sequence[Column]) -> list[Row]:
    if len(columns) > 1 and any(len(one) > 1 for one in columns) and all(map(_is_labelled, columns)):
        return [row for column in columns for row in column]
    if len(columns) == ITEM_COLUMNS and len(columns[0]) == 1 and _NUMBER.fullmatch(columns[0][0].text):
        _, text, notes = columns
        return [*_zipped([one[:1] for one in columns]), *text[1:], *notes[1:]]
    return list(_zipped(_closed(columns)))


_NUMBER = re.compile(r"(?:§ ?)?\d{1,4}[.:]?")
ITEM_COLUMNS = 3
"""Minutes set as a table: the number, the text, and beside it the case number and who is told."""


LIST_COLUMNS = 4
"""A table of so many columns is a list, whose cells hold one value each, on one row or wrapped."""


def _closed(columns: Sequence[Column]) -> Sequence[Column]:
    """The columns of one row of a list, a value that runs over several rows of its cell as one."""
    single = sum(len(one) == 1 for one in columns)
    if len(columns) < LIST_COLUMNS or single < 0.5 * len(columns) or max(map(len, columns)) > 3:
        return columns
    return [[_as_one(one)] for one in columns]


def _as_one(column: Column) -> Row:
    cells = [cell for row in column for cell in row.cells]
    words = tuple(word for cell in cells for word in cell.words)
    joined = Cell(words, min(cell.x0 for cell in cells), max(cell.x1 for cell in cells))
    return column[0] if len(cells) == 1 else replace(column[0], cells=(joined,))


def _zipped(columns: Sequence[Column]) -> Iterator[Row]:
    """First rows of all cells side by side, then the second ones."""
    for level in zip_longest(*columns):
        beside = [row for row in level if row is not None]
        if len(beside) == 1:
            yield beside[0]
            continue
        yield replace(beside[0], cells=tuple(cell for row in beside for cell in row.cells))
