"""A margin beside the text: a narrow left column whose lines and those of the text come mixed, told apart.

It has a leading of its own. What stands in it without white space between its lines belongs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ...schema import Word
from ..landmarks import case_numbers, headings
from ..names.bodies import is_body
from ..text.rows import Cell, Row

LEAST_STARTS = 3
"""Cells that must begin at one place for it to be a column."""

INDENT = 2.5
"""How far right of the margin a text column lies at least, in heights of letters."""

MIDDLE = 0.5
"""Share of the page's width: a text beside a margin begins in its left half."""

SAME_EDGE = 0.35
"""How far apart, in heights of letters, words of one column begin at most: scans are not quite straight."""

WIDE, OVER = 0.4, -0.7
"""Space between margin and text, in heights of letters: where nothing but the edge tells them apart, and
where style or words do too; a long word of the margin may reach over the edge.
"""

LOOSE = 1.6
"""How much wider it is than the usual space of its row: typewriters leave wide spaces everywhere."""

LEAST_SPACES = 3
"""Spaces of a row that tell what is usual in it; with fewer the page's count."""

LEADING = 1.3
"""White space between two lines in the margin that belong together, in heights of letters, at most."""

OVERHANG = 2.5
"""How far a long word of the margin may reach over the text's edge, in heights of letters."""

MOST_ROWS = 8
"""Lines in the margin that belong together, at most."""


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows of one page with margin and text in cells of their own, where little space is between them."""
    if not rows or rows[0].cells[0].words[0].box is None:
        return list(rows)
    columns = _columns(rows)
    usual = median([space for row in rows for space in _spaces(row)] or [0.0])
    return [_part(row, columns, usual) for row in rows] if columns else list(rows)


def _spaces(row: Row) -> list[float]:
    """The spaces between the words of a row's first cell, in heights of letters."""
    words = row.cells[0].words
    return [
        (after.box.x0 - word.box.x1) / row.height for word, after in pairwise(words) if word.box and after.box
    ]


def _columns(rows: Sequence[Row]) -> list[float]:
    """Where several cells begin in the left half of the page, but not at its edge."""
    left = min(row.x0 for row in rows)
    height = sorted(row.height for row in rows)[len(rows) // 2]
    middle = left + MIDDLE * (max(row.x1 for row in rows) - left)
    starts = sorted(
        cell.x0 for row in rows for cell in row.cells if left + INDENT * height < cell.x0 < middle
    )
    groups: list[list[float]] = []
    for start in starts:
        if groups and start - groups[-1][0] < 2 * SAME_EDGE * height:
            groups[-1].append(start)
        else:
            groups.append([start])
    return [group[len(group) // 2] for group in groups if len(group) >= LEAST_STARTS]


def _part(row: Row, columns: Sequence[float], usual: float) -> Row:
    """Part the cell that runs from the margin over a column's edge, if a word begins just there."""
    first = row.cells[0]
    spaces = _spaces(row)
    wide = max(WIDE, LOOSE * (median(spaces) if len(spaces) >= LEAST_SPACES else usual))
    for index, (before, word) in enumerate(pairwise(first.words), 1):
        assert before.box and word.box
        space = (word.box.x0 - before.box.x1) / row.height
        if any(abs(word.box.x0 - column) < SAME_EDGE * row.height for column in columns) and (
            space > wide
            or (space > OVER and before.bold != word.bold)
            or (space > OVER and _is_known(" ".join(one.text for one in first.words[:index]), word.text))
        ):
            cells = (_cell(first.words[:index]), _cell(first.words[index:]), *row.cells[1:])
            return replace(row, cells=cells)
    return row


def cut(row: Row, edge: float) -> Row:
    """The row, its first cell in two where a word begins at a column's edge or behind it."""
    words = row.cells[0].words
    at = sum(word.box is not None and word.box.x0 < edge - SAME_EDGE * row.height for word in words)
    if not 0 < at < len(words):
        return row
    return replace(row, cells=(_cell(words[:at]), _cell(words[at:]), *row.cells[1:]))


def _is_known(text: str, following: str) -> bool:
    """Whether what stands left of a column's edge is a heading, a body or a case number, and no sentence."""
    if case_numbers.begins(text) and case_numbers.whole(text):
        return True
    if headings.goes_on(following):
        return False
    found = headings.match(text)
    return (found is not None and found.exact) or (is_body(text) and following.istitle())


def _cell(words: Sequence[Word]) -> Cell:
    first, last = words[0].box, words[-1].box
    assert first and last
    return Cell(tuple(words), first.x0, last.x1)


def column(rows: Sequence[Row], start: int) -> list[int]:
    """The rows whose first cells stand together in a margin, beside text; empty where none begins."""
    first = rows[start]
    edge = _text_edge(rows, start)
    if edge is None:
        return []
    found = [start]
    for index in range(start + 1, len(rows)):
        row, above = rows[index], rows[found[-1]]
        if row.page != first.page:
            break
        if row.x0 >= edge - first.height:
            continue  # text alone
        cell = row.cells[0]
        in_margin = cell.x1 < edge + OVERHANG * first.height and abs(cell.x0 - first.x0) < first.height
        if not in_margin or row.top - above.bottom > LEADING * first.height or len(found) == MOST_ROWS:
            break
        found.append(index)
    return found


def _text_edge(rows: Sequence[Row], start: int) -> float | None:
    """Where the text beside what stands in the margin begins; None where no text stands beside it."""
    first = rows[start]
    if len(first.cells) > 1:
        said = any(character.isalnum() for cell in first.cells[1:] for character in cell.text)
        return first.cells[1].x0 if said else None  # specks of dirt are no text
    below = rows[start + 1] if start + 1 < len(rows) else None
    if below is None or below.page != first.page or below.top > first.bottom + first.height:
        return None
    return below.x0 if below.x0 > max(first.x1, first.x0 + INDENT * first.height) else None
