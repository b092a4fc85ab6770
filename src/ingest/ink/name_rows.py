"""Rows of names under the heads of a roll call, `Ja`, `Nej`, `Avstår`, wherever its marks stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...schema import Box, Word
from ..words.cells import box_of, typical_height
from .marks import is_head

ROWS_APART = 4.0
"""Distance of two rows of a list, in word heights, that ends it."""

WORD_GAP = 1.5
"""Width of a gap, in word heights, that ends a name."""


@dataclass(frozen=True, slots=True)
class NameRows:
    """Rows of names under a row of heads."""

    heads: tuple[Box, ...]
    rows: tuple[Box, ...]
    """Of the words before the columns, from top to bottom."""
    right: float
    """Where the columns end, in points."""


def found(words: Sequence[Word]) -> list[NameRows]:
    """All lists of a page that hold two names or more."""
    heads = [word for word in words if is_head(word.text) and _stands_alone(word, words)]
    groups: list[list[Word]] = []
    for head in sorted(heads, key=lambda word: box_of(word).top):
        if groups and on_one_row(box_of(groups[-1][-1]), box_of(head)):
            groups[-1].append(head)
        else:
            groups.append([head])
    lists = (_list([box_of(head) for head in group], words) for group in groups)
    return [one for one in lists if len(one.rows) > 1]


def _list(heads: list[Box], words: Sequence[Word]) -> NameRows:
    heads.sort(key=lambda box: box.x0)
    height = typical_height(words)
    rows: list[Box] = []
    last = heads[0]
    for name in _names(heads[0], words, height):
        # A sentence ends the list, and so does white space.
        if name.top - last.bottom > ROWS_APART * height or name.x1 > heads[-1].x0:
            break
        rows.append(name)
        last = name
    return NameRows(tuple(heads), tuple(rows), heads[-1].x1 + height)


def _names(head: Box, words: Sequence[Word], height: float) -> list[Box]:
    """For each row below the heads the words that begin it, up to the first wide gap."""
    boxes = [box for box in map(box_of, words) if box.top > head.bottom - 2 and box.height < 2 * height]
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: (box.top + box.bottom) / 2):
        if rows and on_one_row(rows[-1][0], box):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [_begin(sorted(row, key=lambda box: box.x0), height) for row in rows]


def _begin(row: Sequence[Box], height: float) -> Box:
    begin = row[0]
    for box in row[1:]:
        if box.x0 - begin.x1 > WORD_GAP * height:
            break
        begin = begin.union(box)
    return begin


def _stands_alone(word: Word, words: Sequence[Word]) -> bool:
    """True for a head, not for a "nej" in a sentence."""
    box = box_of(word)
    return not any(
        other is not word
        and on_one_row(box, there)
        and -1.0 < max(there.x0 - box.x1, box.x0 - there.x1) < box.height
        for other in words
        for there in (box_of(other),)
    )


def on_one_row(one: Box, other: Box) -> bool:
    """True where half of the lower of the two is beside the other."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.height, other.height)
