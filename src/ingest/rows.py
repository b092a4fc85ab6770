"""Words to lines, from boxes alone: first version, one line per baseline and gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..schema import Box, Line, Word

CELL_GAP = 2.5
"""Gap within a line that starts a new cell, in line heights."""


def arrange(words: Sequence[Word]) -> tuple[Line, ...]:
    """Lines from top to bottom, cells of one row from left to right, a block per paragraph or cell."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (_middle(_box(word)), _box(word).x0)):
        for row in rows[-3:]:
            if _same_row(row, word):
                row.append(word)
                break
        else:
            rows.append([word])
    lines, block, last_bottom = [], -1, None
    for row in rows:
        cells = list(_cells(sorted(row, key=lambda word: _box(word).x0)))
        top, height = _box(cells[0][0]).top, _box(cells[0][0]).height
        if len(cells) > 1 or last_bottom is None or top - last_bottom > 0.8 * height:
            block += 1
        for index, cell in enumerate(cells):
            block += bool(index)
            lines.append(Line(tuple(cell), block))
        last_bottom = max(_box(word).bottom for word in row)
        block += len(cells) > 1
    return tuple(lines)


def _box(word: Word) -> Box:
    if word.box is None:
        raise ValueError("a word without a box cannot be placed")
    return word.box


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _same_row(row: Sequence[Word], word: Word) -> bool:
    nearest = _box(min(row, key=lambda other: abs(_box(other).x0 - _box(word).x0)))
    box = _box(word)
    overlap = min(nearest.bottom, box.bottom) - max(nearest.top, box.top)
    return overlap > 0.5 * min(nearest.height, box.height)


def _cells(row: Sequence[Word]) -> Iterable[list[Word]]:
    cell: list[Word] = []
    for word in row:
        if cell and _box(word).x0 - _box(cell[-1]).x1 > CELL_GAP * max(_box(word).height, 8.0):
            yield cell
            cell = []
        cell.append(word)
    yield cell
