"""Headings in a margin of their own: a narrow column at the left, the text in a wider one beside it.

The text's column shows in the many rows that begin at one place, to the right of others. Words of the margin
are parted from the text beside them even where little space is between, and a heading that runs over
several rows of the margin is put together and set above its text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import headings
from .bodies import is_body
from .rows import Cell, Row

_DECIDES = re.compile(r" (?:beslutar|beslutade|har beslutat)(?: följande)?:?$")

LEAST_ROWS = 3
"""Rows that must begin at one place for it to be a column."""

INDENT = 2.5
"""How far right of the margin a text column lies at least, in heights of letters."""

NARROWEST = 0.2
"""Space between margin and text, in heights of letters, below which words are one phrase."""


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows of one page with margin and text in cells of their own."""
    column = _text_column(rows)
    return list(rows) if column is None else [_part(row, column) for row in rows]


def _text_column(rows: Sequence[Row]) -> float | None:
    """Where the text's column begins, if the page has a margin beside one."""
    if not rows or rows[0].cells[0].words[0].box is None:
        return None
    left = min(row.x0 for row in rows)
    height = sorted(row.height for row in rows)[len(rows) // 2]
    starts = Counter(round(row.x0) for row in rows if row.x0 > left + INDENT * height)
    if not starts:
        return None
    place, count = starts.most_common(1)[0]
    return float(place) if count >= LEAST_ROWS else None


def _part(row: Row, column: float) -> Row:
    """Part the cell that runs from the margin over the column's edge, if a word begins just there."""
    cells: list[Cell] = []
    for cell in row.cells:
        at = _edge(cell, column, row.height)
        if at is None:
            cells.append(cell)
        else:
            cells += [_cell(cell, 0, at), _cell(cell, at, len(cell.words))]
    return row if len(cells) == len(row.cells) else replace(row, cells=tuple(cells))


def _edge(cell: Cell, column: float, height: float) -> int | None:
    if cell.x0 > column - INDENT * height:
        return None
    for index in range(1, len(cell.words)):
        before, word = cell.words[index - 1].box, cell.words[index].box
        if before and word and abs(word.x0 - column) < 1.2:
            space = word.x0 - before.x1
            styled = cell.words[index].bold != cell.words[index - 1].bold
            return (
                index if space > NARROWEST * height and (styled or space > 2 * NARROWEST * height) else None
            )
    return None


def _cell(cell: Cell, start: int, end: int) -> Cell:
    words = cell.words[start:end]
    first, last = words[0].box, words[-1].box
    assert first and last
    return Cell(words, first.x0, last.x1)


def lifted(rows: Sequence[Row]) -> list[Row]:
    """Rows with each margin heading on a row of its own above its text."""
    found: list[Row] = []
    index = 0
    while index < len(rows):
        run = _margin_run(rows, index)
        if run:
            heading = tuple(row.cells[0] for row in rows[index : index + run])
            found.append(replace(rows[index], cells=heading, gap=True))
            found += _beside(rows[index : index + run])
        else:
            found.append(rows[index])
        index += max(1, run)
    return found


def _beside(rows: Sequence[Row]) -> Iterator[Row]:
    for order, row in enumerate(rows):
        if len(row.cells) > 1:
            yield replace(row, cells=row.cells[1:], gap=row.gap and order > 0)


def _margin_run(rows: Sequence[Row], start: int) -> int:
    """How many rows' first cells together are a heading with text beside it; 0 for none."""
    first = rows[start]
    if not any(len(row.cells) > 1 for row in rows[start : start + 3]):
        return 0
    goes_on = any(row.cells[0].text[0].islower() for row in rows[start + 1 : start + 2])
    if len(first.cells) == 1 and headings.match(first.text) and not goes_on:
        return 0  # a heading above its text
    text, best = "", 0
    for count, row in enumerate(rows[start : start + 4], 1):
        cell = row.cells[0]
        if (
            row.page != first.page
            or abs(cell.x0 - first.x0) > 0.5 * row.height
            or (count > 1 and not _has_text(row) and cell.text[0].isupper() and headings.match(cell.text))
            or (count > 1 and row.cells[0].x1 > _text_edge(rows, start))
        ):
            break
        text = f"{text.removesuffix('-')}{cell.text}" if text.endswith("-") else f"{text} {cell.text}".strip()
        match = headings.match(text)
        if (match and match.exact and cell.text[:1].isalpha()) or _decides(text):
            best = count
    return best if any(_has_text(row) for row in rows[start : start + best]) else 0


def _has_text(row: Row) -> bool:
    """Whether words, not specks of dirt, stand beside a row's first cell."""
    return any(character.isalnum() for cell in row.cells[1:] for character in cell.text)


def _decides(text: str) -> bool:
    """Whether a margin says that a body decides: "Kommunstyrelsen beslutar"."""
    verb = _DECIDES.search(text)
    return verb is not None and is_body(text[: verb.start()])


def _text_edge(rows: Sequence[Row], start: int) -> float:
    """Where the text beside a margin heading begins."""
    return min((row.cells[1].x0 for row in rows[start : start + 3] if len(row.cells) > 1), default=0.0)
