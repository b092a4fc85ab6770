"""Crosses of a roll call, found in the image: no engine reads a lone X in a ruled row reliably.

Under the heads `Ja`, `Nej`, `Avstår` each row of a name is looked through for marks of a letter's size once
ruled lines are taken out. What has its ink along both diagonals is a cross, whatever letters it was read as;
all else stays as it was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..schema import Box, Word, WordSource
from .cells import box_of, typical_height
from .marks import CROSS, LOOKALIKES, is_head
from .plate import DARK, PADDING, Plate
from .tokens import bears_number

SURE = 0.95
"""Confidence of a cross: place and shape agree."""

ROWS_APART = 4.0
"""Distance of two rows of a list, in word heights, that ends it."""

WORD_GAP = 1.5
"""Width of a gap, in word heights, that ends a name."""

RULE = 1.6
"""Length in heights of a row from which on a level run of ink is a rule."""

LEAST = 2
"""Crosses of a list, at least."""

SIZES = (0.5, 1.5)
"""Least and greatest side of a mark, in heights of the row's letters; those below are specks and dots."""

SAME_LETTER = 0.12
"""White columns within a mark, in heights of the row."""

DIAGONAL = 0.5
"""Least difference of ink on the diagonals and in the middles of the sides, by which an X is told from
K, N, Z and digits."""

CAPITAL = 0.62
"""Height of a mark, in heights of the row's words, from which on it is a capital X."""

LEAST_SIDE = 6
"""Pixels; a smaller mark has no shape."""

REACH = 0.7
"""How far a cross may stand beside its head, in the head's width, or in word heights if that is more."""

Ink = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _List:
    """Rows of names under a row of heads."""

    heads: tuple[Box, ...]
    rows: tuple[Box, ...]
    """Of the words before the columns, from top to bottom."""
    right: float
    """Where the columns end, in points."""


def found(words: Sequence[Word], plate: Plate) -> tuple[Word, ...]:
    """The words with the crosses of roll calls, and without what engines made of them."""
    for one in _lists(words):
        crosses = [cross for row in one.rows for cross in _of_row(row, one, plate)]
        crosses = _in_columns(crosses, one)
        if len(crosses) >= LEAST:
            words = _replaced(words, crosses, one)
    return tuple(words)


def are_wanted(words: Sequence[Word]) -> bool:
    """True where there are rows of names under heads of such columns, whatever stands in the columns."""
    return bool(_lists(words))


def _lists(words: Sequence[Word]) -> list[_List]:
    heads = [word for word in words if is_head(word.text) and _stands_alone(word, words)]
    groups: list[list[Word]] = []
    for head in sorted(heads, key=lambda word: box_of(word).top):
        if groups and _on_one_row(box_of(groups[-1][-1]), box_of(head)):
            groups[-1].append(head)
        else:
            groups.append([head])
    found = (_list([box_of(head) for head in group], words) for group in groups)
    return [one for one in found if len(one.rows) > 1]


def _list(heads: list[Box], words: Sequence[Word]) -> _List:
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
    return _List(tuple(heads), tuple(rows), heads[-1].x1 + height)


def _names(head: Box, words: Sequence[Word], height: float) -> list[Box]:
    """For each row below the heads the words that begin it, up to the first wide gap."""
    boxes = [box for box in map(box_of, words) if box.top > head.bottom - 2 and box.height < 2 * height]
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: (box.top + box.bottom) / 2):
        if rows and _on_one_row(rows[-1][0], box):
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
        and _on_one_row(box, there)
        and -1.0 < max(there.x0 - box.x1, box.x0 - there.x1) < box.height
        for other in words
        for there in (box_of(other),)
    )


def _on_one_row(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.height, other.height)


def _of_row(row: Box, one: _List, plate: Plate) -> list[Word]:
    across, down = PADDING
    spare = max(down, 0.25 * row.height) - down
    left, right = row.x1 + 0.5 * row.height, one.right
    if right - left < row.height:
        return []
    part, frame = plate.cut(Box(left + across, row.top - spare, right - across, row.bottom + spare))
    height = row.height / frame.scale
    ink = _without_rules(np.asarray(part) < DARK, height)
    return [
        Word(_letter(bottom - top, height), box=frame.box(left, top, right - left, bottom - top),
             confidence=SURE, source=WordSource.OCR)
        for left, top, right, bottom in _marks(ink, height)
        if _is_cross(ink[top:bottom, left:right])
    ]  # fmt: skip


def _letter(size: float, height: float) -> str:
    return CROSS if size >= CAPITAL * height else CROSS.lower()


def _without_rules(ink: Ink, height: float) -> Ink:
    """The ink without level runs that are longer than letters, and without upright lines through the row."""
    length = max(3, int(RULE * height))
    if ink.shape[1] <= length or not ink.size:
        return ink
    sums = np.cumsum(np.pad(ink, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = (sums[:, length:] - sums[:, :-length]) >= 0.95 * length
    rule = np.zeros_like(ink)
    for row in np.flatnonzero(full.any(axis=1)):
        for start in np.flatnonzero(full[row]):
            rule[row, start : start + length] = True
    # A scanned line has a soft edge above and below.
    thick = rule | np.roll(rule, 1, axis=0) | np.roll(rule, -1, axis=0)
    cleaned: Ink = ink & ~thick
    cleaned[:, cleaned.mean(axis=0) > 0.9] = False
    return cleaned


def _marks(ink: Ink, height: float) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of what may be a letter, in pixels."""
    columns = np.flatnonzero(ink.any(axis=0))
    if not len(columns):
        return []
    cuts = np.flatnonzero(np.diff(columns) > max(1.0, SAME_LETTER * height)) + 1
    low, high = SIZES
    found = []
    for run in np.split(columns, cuts):
        left, right = int(run[0]), int(run[-1]) + 1
        top, bottom = _tallest(np.flatnonzero(ink[:, left:right].any(axis=1)))
        sides = (right - left, bottom - top)
        if all(low * 0.7 * height <= side <= high * height for side in sides):
            found.append((left, top, right, bottom))
    return found


def _tallest(places: NDArray[np.intp]) -> tuple[int, int]:
    """The longest run of rows with ink: what is left of a rule lies above or below it."""
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    best = max(runs, key=len)
    return int(best[0]), int(best[-1]) + 1


def _is_cross(ink: Ink) -> bool:
    """Ink along both diagonals and little of it in the middles of the four sides."""
    height, width = ink.shape
    if min(height, width) < LEAST_SIDE or not 0.55 <= width / height <= 1.8:
        return False
    steps = np.linspace(0.08, 0.92, 12)
    rows = (steps * height).astype(int)
    columns = (steps * width).astype(int)
    near = np.pad(ink, 1)
    thick = near[:-2, 1:-1] | near[2:, 1:-1] | near[1:-1, :-2] | near[1:-1, 2:] | ink
    falling, rising = thick[rows, columns].mean(), thick[rows[::-1], columns].mean()
    third_y, third_x = slice(height * 3 // 8, height * 5 // 8), slice(width * 3 // 8, width * 5 // 8)
    edge_y, edge_x = max(1, height // 5), max(1, width // 5)
    sides = (
        ink[:edge_y, third_x], ink[-edge_y:, third_x], ink[third_y, :edge_x], ink[third_y, -edge_x:],
    )  # fmt: skip
    return bool(min(falling, rising) - max(side.mean() for side in sides) > DIAGONAL)


def _in_columns(crosses: Sequence[Word], one: _List) -> list[Word]:
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


def _replaced(words: Sequence[Word], crosses: Sequence[Word], one: _List) -> tuple[Word, ...]:
    boxes = [box_of(cross) for cross in crosses]
    left = min(box.x0 for box in boxes) - boxes[0].height
    columns = Box(left, one.heads[0].bottom, one.right, one.rows[-1].bottom + one.rows[-1].height)
    kept = (word for word in words if not (_stands_for(word, boxes, columns) or _lost_head(word, boxes, one)))
    capital = 2 * sum(cross.text == CROSS for cross in crosses) >= len(crosses)
    return (*kept, *(replace(cross, text=CROSS if capital else CROSS.lower()) for cross in crosses))


def _lost_head(word: Word, crosses: Sequence[Box], one: _List) -> bool:
    """True for what was misread of the head of a column of crosses, so that its place is read again."""
    box = box_of(word)
    above = any(abs(_middle(box) - _middle(cross)) < cross.width for cross in crosses)
    return above and _on_one_row(one.heads[0], box) and len(word.text) < 3 and not is_head(word.text)


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
