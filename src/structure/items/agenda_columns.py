"""The columns of an agenda table: what their heads say, where they begin, what stands in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..landmarks import case_numbers
from ..swedish import patterns
from ..text.fold import fold
from ..text.rows import Cell, Row

_HEADS = {name: frozenset(words) for name, words in patterns.table("agenda")["heads"].items()}
NUMBER = re.compile(r"\d{1,3}[.)]?")
"""What stands in the column of the numbers."""

LEAST_COLUMNS = 3
"""With fewer, number and title stand in one row anyway."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an agenda: what its head says it holds, and where it begins."""

    kind: str
    x0: float
    head: Cell


def is_head(row: Row) -> bool:
    """Whether a row says nothing but what stands below it: "Paragraf | Ärende | Diarienummer"."""
    return all(any(fold(cell.text) in words for words in _HEADS.values()) for cell in row.cells)


def headed(rows: Sequence[Row], at: int) -> list[Column]:
    """The columns that a row heads: number and title among them; empty for other rows."""
    row = rows[at]
    if len(row.cells) < LEAST_COLUMNS:
        return []
    named = [
        next((kind for kind, words in _HEADS.items() if fold(cell.text) in words), "") for cell in row.cells
    ]
    if {"number", "title"} - set(named) or not _are_heads(row, named):
        return []
    kinds = [kind or "other" for kind in named]
    if set(kinds[: kinds.index("number")]) - {"other", "type"}:
        return []
    below = [cell for one in rows[at + 1 : at + 1 + MOST_ROWS] for cell in one.cells]
    starts = [_start(cell) for cell in below]
    numbers = [cell.x0 for cell in below if NUMBER.fullmatch(cell.text)]
    edges = [-1.0, *(cell.x1 for cell in row.cells)]
    # Heads may stand in the middle of their columns.
    return [
        Column(kind, max((x0 for x0 in own if edge < x0 <= cell.x0 + row.height), default=cell.x0), cell)
        for kind, cell, edge in zip(kinds, row.cells, edges, strict=False)
        for own in (numbers if kind == "number" and edge > 0 else starts,)
    ]


def _are_heads(row: Row, kinds: Sequence[str]) -> bool:
    """Whether all cells of a row head columns: one of which nobody knows what it holds may be among them."""
    unknown = [cell for cell, kind in zip(row.cells, kinds, strict=True) if not kind]
    return not unknown or (
        len(unknown) == 1
        and len(row.cells) > LEAST_COLUMNS
        and len(unknown[0].words) <= MOST_WORDS
        and unknown[0].text[0].isupper()
    )


MOST_WORDS = 3
"""Of the head of a column."""


def _start(cell: Cell) -> float:
    """Where a cell begins, behind the number of its entry: these may stand right of their head."""
    number, *rest = cell.words
    if NUMBER.fullmatch(number.text) is None:
        return cell.x0
    return rest[0].box.x0 if rest and rest[0].box else -1.0


def unheaded(rows: Sequence[Row]) -> list[Column]:
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
    return [Column(kind, x0, first.cells[0]) for kind, x0 in kinds]


def _is_entry(row: Row, first: Row) -> bool:
    """Whether a row begins with a number and a title where the first one does."""
    return (
        len(row.cells) > 1
        and NUMBER.fullmatch(row.cells[0].text) is not None
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


def place(cell: Cell, columns: Sequence[Column], height: float) -> int:
    """The column that a cell stands in."""
    return max((order for order, column in enumerate(columns) if column.x0 <= cell.x0 + height), default=0)


def begins(cell: Cell, columns: Sequence[Column], height: float) -> bool:
    """Whether a cell stands in the column of the numbers."""
    return columns[place(cell, columns, height)].kind == "number"


def is_number(cell: Cell) -> bool:
    """Whether a cell is the number of an entry."""
    return NUMBER.fullmatch(cell.text) is not None


def ordered(row: Row, columns: Sequence[Column]) -> Row:
    """The row with its number as a cell of its own, and behind all what stands left of it: when it is due.

    Between narrow columns there is hardly a space.
    """
    before, rest = _parted(row, columns)
    rest = [part for cell in rest for part in _cut(cell, columns, row.height)]
    if not rest:
        return row
    first, *others = rest
    number, *title = first.words
    inside = begins(first, columns, row.height) and NUMBER.fullmatch(number.text)
    if title and inside and number.box and title[0].box:
        left = max(title[0].box.x0, columns[_numbers(columns) + 1].x0)
        rest = [
            Cell((number,), number.box.x0, number.box.x1),
            Cell(tuple(title), left, first.x1),
            *others,
        ]
    return replace(row, cells=(*rest, *before))


def _parted(row: Row, columns: Sequence[Column]) -> tuple[list[Cell], list[Cell]]:
    """The cells left of the numbers' column and the others, one that runs on into that column in two."""
    count = len(before(row, columns))
    ahead, rest = list(row.cells[:count]), list(row.cells[count:])
    edge = columns[_numbers(columns)].x0 - row.height
    for cell in ahead[-1:]:
        beyond = [word for word in cell.words if word.box and word.box.x0 > edge]
        if beyond and beyond[0].box and len(beyond) < len(cell.words):
            end = cell.words[-len(beyond) - 1].box
            ahead[-1] = Cell(cell.words[: -len(beyond)], cell.x0, end.x1 if end else cell.x1)
            rest.insert(0, Cell(tuple(beyond), beyond[0].box.x0, cell.x1))
    return ahead, rest


def _cut(cell: Cell, columns: Sequence[Column], height: float) -> list[Cell]:
    """A cell of case numbers, without what begins in the next column: "KS 2011/212 B"."""
    at = place(cell, columns, height)
    if columns[at].kind != "case_number" or at + 1 == len(columns):
        return [cell]
    edge = columns[at + 1].x0 - height / 2
    count = next((index for index, word in enumerate(cell.words) if word.box and word.box.x0 > edge), 0)
    left, right = cell.words[:count], cell.words[count:]
    if not left or not (left[-1].box and right[0].box):
        return [cell]
    return [Cell(left, cell.x0, left[-1].box.x1), Cell(right, right[0].box.x0, cell.x1)]


def before(row: Row, columns: Sequence[Column]) -> list[Cell]:
    """The cells that stand left of the column of the numbers."""
    return [cell for cell in row.cells if place(cell, columns, row.height) < _numbers(columns)]


def _numbers(columns: Sequence[Column]) -> int:
    return next(index for index, column in enumerate(columns) if column.kind == "number")
