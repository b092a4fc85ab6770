"""Rows of pages without ruled tables, and of text input, whose cells are parted by runs of spaces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from ...schema import Line, Page, Word, WordSource
from . import loose_marks
from .heights import of_lines
from .leading import spaced
from .rows import Cell, Row

_RULES = frozenset({"|", "||", "¦"})
"""What a reader makes of the rule between two cells."""

CELL_SPACES = 3
"""White space between two cells of text input, in characters."""


def page_rows(page: Page) -> list[Row]:
    """The rows of one page, from the top down."""
    lines = [line for line in page.lines if line.words]
    if lines and all(map(has_box, lines)):
        columns = groupby(lines, key=lambda line: line.column)
        return spaced([row for _, own in columns for row in of_lines(page.number, list(own))])
    found = loose_marks.joined(_from_text(page))
    if found:
        found[0] = replace(found[0], first=True, gap=True)
    return found


def has_box(line: Line) -> bool:
    """Whether a line's words have places on the page."""
    return any(word.box is not None for word in line.words)


def _from_text(page: Page) -> list[Row]:
    found: list[Row] = []
    empty = True
    for height, line in enumerate(page.lines):
        if not line.words:
            empty = True
            continue
        cells = tuple(_text_cells(line))
        if cells:
            found.append(Row(page.number, cells, float(height), height + 1.0, line.block, gap=empty))
        empty = False
    return found


def _text_cells(line: Line) -> Iterable[Cell]:
    column = 0
    start = 0
    words: list[Word] = []
    for index, word in enumerate(line.words):
        space = word.space if index or word.source is WordSource.TEXT_FILE else ""
        width = len(space.expandtabs(8))
        behind = line.words[index + 1].space if index + 1 < len(line.words) else ""
        ruled = word.text in _RULES and max(width, len(behind.expandtabs(8))) >= CELL_SPACES
        if words and (width >= CELL_SPACES or "\t" in space or ruled):
            yield Cell(tuple(words), start, column)
            words = []
        column += width
        if ruled:
            column += len(word.text)
            continue
        if not words:
            start = column
        words.append(word)
        column += len(word.text)
    if words:
        yield Cell(tuple(words), start, column)
