"""Agenda tables of summonses, and minutes kept as such a table: each entry's columns follow one another.

Read row by row, a title that runs over two lines meets its neighbour column's words. Here come the number
with the title, the case number, what else is said, and under its column's heading what was decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..landmarks import headings
from ..text.rows import Cell, Row
from .agenda_columns import NUMBER, Column, before, begins, headed, is_number, ordered, place, unheaded

_TIME = re.compile(r"(?:kl\.? ?)?(?:ca\.? )?\d{1,2}[.:]\d\d(?: ?[-–] ?(?:\d{1,2}[.:]\d\d)?)?", re.IGNORECASE)
"""When a matter is due, in a column left of its number."""


def unrolled(pages: Iterable[Sequence[Row]]) -> Iterator[list[Row]]:
    """The rows of each page, entries of agenda tables one after another."""
    last = _Table([], 0)
    for rows in pages:
        found: list[Row] = []
        index = 0
        while index < len(rows):
            if last.heads_again(rows[index]):
                index += 1
                continue
            columns = unheaded(rows[index:]) or last.goes_on(rows[index])
            if not columns:
                found.append(rows[index])
                columns = headed(rows, index)
                index += 1
            if columns:
                below = [ordered(row, columns) for row in _level(rows[index:], columns)]
                end = _end(below, columns)
                found += _entries(below[:end], columns)
                index += end
                last = _Table(columns, _last_number(below[:end]))
        yield found


def _level(rows: Sequence[Row], columns: Sequence[Column]) -> list[Row]:
    """The rows, those of the right columns with the entry that they stand beside, a little higher.

    Scans are not straight: the end of a row may be half a line above its number.
    """
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found else None
        if above and _stands_higher(above, row, columns):
            found[-1] = replace(row, cells=(*row.cells, *above.cells), gap=above.gap or row.gap)
        else:
            found.append(row)
    return found


def _stands_higher(above: Row, row: Row, columns: Sequence[Column]) -> bool:
    """Whether a row without number and title lies over an entry's first row, which ends left of it."""
    first = row.words[0]
    if first.box is None or NUMBER.fullmatch(first.text) is None:
        return False
    shared = above.bottom - row.top
    aside = columns[place(above.cells[0], columns, above.height)].kind not in ("number", "title")
    return aside and shared > HIGHER * row.height and row.x1 < above.x0


HIGHER = 0.3
"""How much of a row's height the end of it lies over that stands higher; rows of text share none."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that has been read so far, down to a heading within it or the foot of a page."""

    columns: list[Column]
    number: int
    """Of its last entry."""

    def heads_again(self, row: Row) -> bool:
        """Whether a row repeats its head overleaf."""
        return bool(self.columns) and row.text == " ".join(column.head.text for column in self.columns)

    def goes_on(self, row: Row) -> list[Column]:
        """Its columns, if a row is its next entry; none otherwise."""
        if not self.columns:
            return []
        first, *others = ordered(row, self.columns).cells
        inside = others and begins(first, self.columns, row.height) and is_number(first)
        return self.columns if inside and int(first.text.rstrip(".)")) == self.number + 1 else []


def _last_number(rows: Sequence[Row]) -> int:
    numbers = [row.cells[0].text for row in rows if is_number(row.cells[0])]
    return int(numbers[-1].rstrip(".)")) if numbers else 0


def _end(rows: Sequence[Row], columns: Sequence[Column]) -> int:
    """Where the table ends: at a row that begins in the numbers' column, or left of it, and is no entry."""
    for index, row in enumerate(rows):
        entry = begins(row.cells[0], columns, row.height) and is_number(row.cells[0])
        ahead = before(row, columns)
        told = all(_TIME.fullmatch(cell.text) for cell in ahead)
        if not entry and (not told if ahead else begins(row.cells[0], columns, row.height)):
            return index
    return len(rows)


def _entries(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[Row]:
    starts = [index for index in range(len(rows)) if not index or _starts(rows, index, columns)]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=False):
        yield from _entry(rows[start:end], columns)


def _starts(rows: Sequence[Row], index: int, columns: Sequence[Column]) -> bool:
    """Whether an entry begins: at its number or, where this was not read, at a title with space above it.

    A break has a time and no number.
    """
    row = rows[index]
    kind = columns[place(row.cells[0], columns, row.height)].kind
    apart = row.top - rows[index - 1].bottom > APART * row.height and not row.text[0].islower()
    return kind == "number" or (kind == "title" and apart) or bool(before(row, columns))


APART = 0.9
"""Space above an entry, in heights of its letters; lines of one cell are nearer."""


def _begins_section(row: Row) -> bool:
    """Whether a title has ended: "Kommunstyrelsens förslag: Motionen avslås"."""
    found = headings.match(row.text.partition(":")[0])
    return found is not None and found.exact


def _entry(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[Row]:
    number = rows[0].cells[0] if begins(rows[0].cells[0], columns, rows[0].height) else None
    found: list[list[tuple[Row, Cell]]] = [[] for _ in columns]
    for row in rows:
        for cell in row.cells:
            if cell is not number:
                found[place(cell, columns, row.height)].append((row, cell))
    titles = [
        one for column, cells in zip(columns, found, strict=True) if column.kind == "title" for one in cells
    ]
    first = tuple(cell for row, cell in titles if row is rows[0])
    if number or first:
        cells = (number, *first) if number else first
        yield replace(rows[0], cells=cells, gap=True, entry=number is not None)
    title, below = _title(titles, rows[1:])
    yield from (replace(row, gap=False, joined=bool(number or first)) for row in title)
    aside = [one for one in zip(columns, found, strict=True) if one[0].kind != "title"]
    yield from _beside([one for one in aside if one[0].kind in ("case_number", "other")], rows[0])
    yield from below
    yield from _beside([one for one in aside if one[0].kind in ("decision", "text")], rows[0])


def _title(cells: Sequence[tuple[Row, Cell]], rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of the titles' column that go on with the title, and those of sections below it."""
    column = [
        replace(row, cells=own)
        for row in rows
        if (own := tuple(cell for other, cell in cells if other is row))
    ]
    starts = [_begins_section(row) for row in column]
    end = starts.index(True) if True in starts else len(column)
    return column[:end], [
        replace(row, gap=start) for row, start in zip(column[end:], starts[end:], strict=True)
    ]


def _beside(columns: Sequence[tuple[Column, Sequence[tuple[Row, Cell]]]], entry: Row) -> Iterator[Row]:
    """What stands in an entry's other columns; the decision last: what stands beside it is no part of it."""
    for column, placed in sorted(columns, key=lambda one: one[0].kind == "decision"):
        if placed and column.kind in ("decision", "text"):
            if column.kind == "decision":
                yield replace(entry, cells=(column.head,), gap=True)
            yield from (replace(row, cells=(cell,), gap=row is entry or row.gap) for row, cell in placed)
        elif placed:
            words = tuple(word for _, cell in placed for word in cell.words)
            left, right = min(cell.x0 for _, cell in placed), max(cell.x1 for _, cell in placed)
            # A lone letter, of an appendix, is no heading.
            apart = sum(len(word.text) for word in words) > 1
            yield replace(placed[0][0], cells=(Cell(words, left, right),), gap=apart)
