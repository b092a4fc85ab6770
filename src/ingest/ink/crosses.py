"""Crosses of a roll call, found in the image: no engine reads a lone X in a ruled row reliably.

Under the heads `Ja`, `Nej`, `Avstår` each row of a name is looked through for marks of a letter's size once
ruled lines are taken out. What has its ink along both diagonals is a cross, whatever letters it was read as;
all else stays as it was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ...schema import Box, Word, WordSource
from ..image.plate import DARK, PADDING, Plate
from ..words.cells import box_of
from ..words.tokens import bears_number
from . import cross_ink, name_rows
from .marks import CROSS, LOOKALIKES, is_head
from .name_rows import NameRows, on_one_row

SURE = 0.95
"""Confidence of a cross: place and shape agree."""

LEAST = 2
"""Crosses of a list, at least."""

CAPITAL = 0.62
"""Height of a mark, in heights of the row's words, from which on it is a capital X."""

REACH = 0.7
"""How far a cross may stand beside its head, in the head's width, or in word heights if that is more."""


def found(words: Sequence[Word], plate: Plate) -> tuple[Word, ...]:
    """The words with the crosses of roll calls, and without what engines made of them."""
    for one in name_rows.found(words):
        crosses = [cross for row in one.rows for cross in _of_row(row, one, plate)]
        crosses = _in_columns(crosses, one)
        if len(crosses) >= LEAST:
            words = _replaced(words, crosses, one)
    return tuple(words)


def _of_row(row: Box, one: NameRows, plate: Plate) -> list[Word]:
    across, down = PADDING
    spare = max(down, 0.25 * row.height) - down
    left, right = row.x1 + 0.5 * row.height, one.right
    if right - left < row.height:
        return []
    part, frame = plate.cut(Box(left + across, row.top - spare, right - across, row.bottom + spare))
    height = row.height / frame.scale
    ink = cross_ink.without_rules(np.asarray(part) < DARK, height)
    return [
        Word(_letter(bottom - top, height), box=frame.box(left, top, right - left, bottom - top),
             confidence=SURE, source=WordSource.OCR)
        for left, top, right, bottom in cross_ink.marks(ink, height)
        if cross_ink.is_cross(ink[top:bottom, left:right])
    ]  # fmt: skip


def _letter(size: float, height: float) -> str:
    return CROSS if size >= CAPITAL * height else CROSS.lower()


def _in_columns(crosses: Sequence[Word], one: NameRows) -> list[Word]:
    """Crosses under a head; those under none stay where two or more stand below one another."""
    kept = []
    for cross in crosses:
        box = box_of(cross)
        under = any(_middle(box) - head.x0 > -_reach(head) and _middle(box) - head.x1 < _reach(head)
                    for head in one.heads)  # fmt: skip
        alike = sum(abs(_middle(box_of(other)) - _middle(box)) < box.width for other in crosses)
        if under or alike > 1:
            kept.append(cross)
    return kept


def _reach(head: Box) -> float:
    return max(REACH * head.width, head.height)


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2


def _replaced(words: Sequence[Word], crosses: Sequence[Word], one: NameRows) -> tuple[Word, ...]:
    boxes = [box_of(cross) for cross in crosses]
    left = min(box.x0 for box in boxes) - boxes[0].height
    columns = Box(left, one.heads[0].bottom, one.right, one.rows[-1].bottom + one.rows[-1].height)
    kept = (word for word in words if not (_stands_for(word, boxes, columns) or _lost_head(word, boxes, one)))
    capital = 2 * sum(cross.text == CROSS for cross in crosses) >= len(crosses)
    return (*kept, *(replace(cross, text=CROSS if capital else CROSS.lower()) for cross in crosses))


def _lost_head(word: Word, crosses: Sequence[Box], one: NameRows) -> bool:
    """True for what was misread of the head of a column of crosses, so that its place is read again."""
    box = box_of(word)
    above = any(abs(_middle(box) - _middle(cross)) < cross.width for cross in crosses)
    return above and on_one_row(one.heads[0], box) and len(word.text) < 3 and not is_head(word.text)


def _stands_for(word: Word, crosses: Sequence[Box], columns: Box) -> bool:
    """True for what an engine made of a cross, or of several below one another, or of the lines between."""
    box = box_of(word)
    middle_x, middle_y = _middle(box), (box.top + box.bottom) / 2
    if not (columns.x0 <= middle_x <= columns.x1 and columns.top < middle_y < columns.bottom):
        # A column of crosses read as one tall word may reach up into the head.
        return box.height > 2 * box.width and sum(_covers(box, cross) for cross in crosses) > 1
    if any(_covers(box, cross) or _covers(cross, box) for cross in crosses):
        return True
    near = any(abs(_middle(cross) - middle_x) < cross.width for cross in crosses)
    letters = word.text in LOOKALIKES or not any(map(str.isalnum, word.text))
    return near and (letters or (word.confidence or 0.0) < 0.5) and not bears_number(word.text)


def _covers(box: Box, other: Box) -> bool:
    """Whether the middle of the other lies in the box."""
    return box.x0 <= _middle(other) <= box.x1 and box.top <= (other.top + other.bottom) / 2 <= box.bottom
