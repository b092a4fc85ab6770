"""Agenda tables of summonses, and minutes kept as such a table: each entry's columns follow one another.

Read row by row, a title that runs over two lines meets its neighbour column's words. Here come the number
with the title, the case number, what else is said, and under its column's heading what was decided.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..landmarks import case_numbers, headings
from ..swedish import patterns
from ..text.fold import fold
from ..text.rows import Cell, Row

_HEADS = {name: frozenset(words) for name, words in patterns.table("agenda")["heads"].items()}
_NUMBER = re.compile(r"\d{1,3}[.)]?")

LEAST_COLUMNS = 3
"""With fewer, number and title stand in one row anyway."""


@dataclass(frozen=True, slots=True)
class _Column:
    kind: str
    x0: float
    head: Cell


def unrolled(pages: Iterable[Sequence[Row]]) -> Iterator[list[Row]]:
    """The rows of each page, entries of agenda tables one after another."""
    last = _Table([], 0)
    for rows in pages:
        found: list[Row] = []
        index = 0
        while index < len(rows):
            columns = _unheaded(rows[index:]) or last.goes_on(rows[index])
            if not columns:
                found.append(rows[index])
                columns = _columns(rows, index)
                index += 1
            if columns:
                below = [_numbered(row, columns) for row in rows[index:]]
                end = _end(below, columns)
                found += _entries(below[:end], columns)
                index += end
                last = _Table(columns, _last_number(below[:end]))
        yield found


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that has been read so far, down to a heading within it or the foot of a page."""

    columns: list[_Column]
    number: int
    """Of its last entry."""

    def goes_on(self, row: Row) -> list[_Column]:
        """Its columns, if a row is its next entry; none otherwise."""
        if not self.columns:
            return []
        first, *others = _numbered(row, self.columns).cells
        inside = others and _place(first, self.columns, row.height) == 0 and _NUMBER.fullmatch(first.text)
        return self.columns if inside and int(first.text.rstrip(".)")) == self.number + 1 else []


def _last_number(rows: Sequence[Row]) -> int:
    numbers = [row.cells[0].text for row in rows if _NUMBER.fullmatch(row.cells[0].text)]
    return int(numbers[-1].rstrip(".)")) if numbers else 0


def is_head(row: Row) -> bool:
    """Whether a row says nothing but what stands below it: "Paragraf | Ärende | Diarienummer"."""
    return all(any(fold(cell.text) in words for words in _HEADS.values()) for cell in row.cells)


def _columns(rows: Sequence[Row], at: int) -> list[_Column]:
    """The columns that a row heads: number and title among them; empty for other rows."""
    row = rows[at]
    if len(row.cells) < LEAST_COLUMNS:
        return []
    kinds = [
        next((kind for kind, words in _HEADS.items() if fold(cell.text) in words), "") for cell in row.cells
    ]
    if kinds[0] != "number" or "title" not in kinds or "" in kinds:
        return []
    starts = [_start(cell) for below in rows[at + 1 : at + 1 + MOST_ROWS] for cell in below.cells]
    edges = [-1.0, *(cell.x1 for cell in row.cells)]
    # Heads may stand in the middle of their columns.
    return [
        _Column(kind, max((x0 for x0 in starts if edge < x0 <= cell.x0 + row.height), default=cell.x0), cell)
        for kind, cell, edge in zip(kinds, row.cells, edges, strict=False)
    ]


def _start(cell: Cell) -> float:
    """Where a cell begins, behind the number of its entry: these may stand right of their head."""
    number, *rest = cell.words
    if _NUMBER.fullmatch(number.text) is None:
        return cell.x0
    return rest[0].box.x0 if rest and rest[0].box else -1.0


def _unheaded(rows: Sequence[Row]) -> list[_Column]:
    """The columns of an agenda without heads that begins here: numbers that count up, titles, text beside."""
    first = rows[0]
    if len(first.cells) < 2 or not _is_entry(first, first):
        return []
    entries = [row for row in rows if _is_entry(row, first)]
    numbers = [int(row.cells[0].text.rstrip(".)")) for row in entries]
    title = first.cells[1]
    aside = [cell for row in rows for cell in row.cells if cell.x0 > title.x0 + LEAST_INDENT * row.height]
    places = Counter(round(cell.x0) for cell in aside)
    if any(case_numbers.whole(row.cells[1].text) for row in entries):
        return []  # their column, not that of the titles
    if len(numbers) < 2 or numbers != list(range(numbers[0], numbers[0] + len(numbers))) or not places:
        return []
    edge, count = places.most_common(1)[0]
    across = any(cell.x0 < edge - first.height and cell.x1 > edge for row in rows for cell in row.cells[1:])
    told = any(round(cell.x0) == edge and len(cell.words) >= LEAST_TOLD for cell in aside)
    if count < 2 or across or not told:
        return []
    kinds = (("number", first.x0), ("title", title.x0), ("text", float(edge)))
    return [_Column(kind, x0, first.cells[0]) for kind, x0 in kinds]


def _is_entry(row: Row, first: Row) -> bool:
    """Whether a row begins with a number and a title where the first one does."""
    return (
        len(row.cells) > 1
        and _NUMBER.fullmatch(row.cells[0].text) is not None
        and row.cells[0].words[0].box is not None
        and all(
            abs(cell.x0 - other.x0) < row.height
            for cell, other in zip(row.cells[:2], first.cells[:2], strict=True)
        )
    )


LEAST_INDENT = 4.0
"""So many heights of letters right of the titles may begin what is said of them."""

LEAST_TOLD = 4
"""Words of a cell of running text; a case number or a name beside a title has fewer."""

MOST_ROWS = 12
"""Rows below the head that show where its columns begin: heads are often set in the middle."""


def _place(cell: Cell, columns: Sequence[_Column], height: float) -> int:
    """The column that a cell stands in."""
    return max((order for order, column in enumerate(columns) if column.x0 <= cell.x0 + height), default=0)


def _numbered(row: Row, columns: Sequence[_Column]) -> Row:
    """The row with its number as a cell of its own: between narrow columns there is hardly a space."""
    first, *others = row.cells
    number, *title = first.words
    inside = _place(first, columns, row.height) == 0 and _NUMBER.fullmatch(number.text)
    if not (title and inside and number.box and title[0].box):
        return row
    cells = (
        Cell((number,), number.box.x0, number.box.x1),
        Cell(tuple(title), max(title[0].box.x0, columns[1].x0), first.x1),
    )
    return replace(row, cells=(*cells, *others))


def _end(rows: Sequence[Row], columns: Sequence[_Column]) -> int:
    """Where the table ends: at a row that begins in the numbers' column and is no number."""
    for index, row in enumerate(rows):
        first = row.cells[0]
        if _place(first, columns, row.height) == 0 and not _NUMBER.fullmatch(first.text):
            return index
    return len(rows)


def _entries(rows: Sequence[Row], columns: Sequence[_Column]) -> Iterator[Row]:
    starts = [index for index in range(len(rows)) if not index or _starts(rows, index, columns)]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=False):
        yield from _entry(rows[start:end], columns)


def _starts(rows: Sequence[Row], index: int, columns: Sequence[_Column]) -> bool:
    """Whether an entry begins: at its number or, where this was not read, at a title with space above it."""
    row = rows[index]
    place = _place(row.cells[0], columns, row.height)
    apart = row.top - rows[index - 1].bottom > APART * row.height
    return place == 0 or (columns[place].kind == "title" and apart)


APART = 0.9
"""Space above an entry, in heights of its letters; lines of one cell are nearer."""


def _begins_section(row: Row) -> bool:
    """Whether a title has ended: "Kommunstyrelsens förslag: Motionen avslås"."""
    found = headings.match(row.text.partition(":")[0])
    return found is not None and found.exact


def _entry(rows: Sequence[Row], columns: Sequence[_Column]) -> Iterator[Row]:
    number = rows[0].cells[0] if _place(rows[0].cells[0], columns, rows[0].height) == 0 else None
    found: list[list[tuple[Row, Cell]]] = [[] for _ in columns]
    for row in rows:
        for cell in row.cells:
            if cell is not number:
                found[_place(cell, columns, row.height)].append((row, cell))
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


def _beside(columns: Sequence[tuple[_Column, Sequence[tuple[Row, Cell]]]], entry: Row) -> Iterator[Row]:
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
