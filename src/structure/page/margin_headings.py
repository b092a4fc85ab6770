"""Headings in the margin beside the text: each goes on a row above the text that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ...schema.record import SectionKind
from ..document import kind as kinds
from ..landmarks import headings, labels
from ..names.bodies import is_body
from ..text.passage import of_cells
from ..text.rows import Cell, Row
from .margins import column

_DECIDES = re.compile(
    r" (?:beslutar|beslutade|beslöt|har beslutat|föreslår)(?: att| följande)?:?$", re.IGNORECASE
)

_NO_HEADING = re.compile(r"^[^A-ZÅÄÖÉ]|[\d(]")
"""Headings in a margin have neither numbers nor parties: lists of people and tables beside text do."""


def lifted(rows: Sequence[Row]) -> list[Row]:
    """The rows of one page with every heading out of the margin, on a row above the text beside it."""
    found: list[Row] = []
    edges = _edges(rows)
    index = 0
    while index < len(rows):
        kind, taken = _heading(rows, index)
        if kind is None and len(edges) >= LEAST_KNOWN:
            kind, taken = _unknown(rows, index, edges)
        if kind is None:
            found.append(rows[index])
            index += 1
            continue
        inside = set(taken)
        cells = tuple(rows[at].cells[0] for at in taken)
        found.append(replace(rows[index], cells=cells, gap=True, heading=kind))
        for at, row in enumerate(rows[index : taken[-1] + 1], index):
            if at not in inside:
                found.append(row)
            elif len(row.cells) > 1:
                found.append(replace(row, cells=row.cells[1:], gap=row.gap and at > index, first=False))
        index = taken[-1] + 1
    return found


LEAST_KNOWN = 2
"""Known headings in bold in the margin of a page that make others in bold there headings."""


def _edges(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Where known headings in bold begin, and the text beside them that is not."""
    beside = [
        row for row in rows if len(row.cells) > 1 and _is_bold(row.cells[0]) and not _is_bold(row.cells[1])
    ]
    return [(row.x0, row.cells[1].x0) for row in beside if _kind(row.cells[0].text)]


def _unknown(
    rows: Sequence[Row], start: int, edges: Sequence[tuple[float, float]]
) -> tuple[SectionKind | None, list[int]]:
    """An unknown heading in the margin among known ones: in bold as these, beside text that is not."""
    first = rows[start]
    if len(first.cells) != 2 or _NO_HEADING.search(first.cells[0].text) or not _is_bold(first.cells[0]):
        return None, []
    if _is_bold(first.cells[1]) or not any(
        abs(first.x0 - x0) < 2 and abs(first.cells[1].x0 - text) < 2 for x0, text in edges
    ):
        return None, []
    lines = [(at, rows[at].cells[0]) for at in column(rows, start)[1:]]
    more = takewhile(lambda line: _is_bold(line[1]) and not line[1].text[0].isupper(), lines)
    block = [start, *(at for at, _ in more)]
    text = of_cells([(rows[at].cells[0], rows[at].page) for at in block]).text
    found = headings.match(text)
    return found.kind if found else headings.told_by_words(text), block


def _is_bold(cell: Cell) -> bool:
    return all(word.bold for word in cell.words)


def _heading(rows: Sequence[Row], start: int) -> tuple[SectionKind | None, list[int]]:
    """The kind of the heading in the margin that begins at a row, and the rows that it stands in."""
    best: tuple[SectionKind | None, list[int]] = None, []
    if _NO_HEADING.search(rows[start].cells[0].text):
        return best
    block = column(rows, start)
    for count, at in enumerate(block, 1):
        line = rows[at].cells[0].text
        if count > 1 and line[0].isupper() and (best[0] or _kind(line)):
            break  # the next heading
        text = of_cells([(rows[one].cells[0], rows[one].page) for one in block[:count]]).text
        kind = _kind(text, misread=count == len(block))
        if kind:
            best = kind, block[:count]
    return best


def _kind(text: str, *, misread: bool = False) -> SectionKind | None:
    """What a text in the margin heads; None for labels of the head and names of kinds of documents.

    Args:
        text: of one line or several.
        misread: whether errors of reading are allowed for.
    """
    found = headings.match(text)
    kind = found.kind if found and (found.exact or misread) else None
    if kind is None and (verb := _DECIDES.search(text)) and is_body(text[: verb.start()]):
        kind = SectionKind.BESLUT  # "Kommunstyrelsen beslutar"
    return None if kind is None or labels.match(text) or kinds.names(text) else kind
