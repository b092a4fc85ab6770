"""Bullets of a list, told by their ink: the models have no filled disc and print a letter ("e", "o", "«")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ...schema import Box, Word
from ..image.plate import PADDING, Cuttable
from ..words.cells import box_of, typical_height

BULLET = "•"

_SEEN = "e o s a c © ® ¢ ¤ ° * « » · • . - ~ + ø 9 0 @ e. o."

LOOKALIKES = frozenset(_SEEN.split())
"""What readers make of a disc or a filled square."""

SIZES = (0.25, 0.8)
"""Least and greatest side, in heights of the page's words; a full stop is smaller."""

SOLID = 0.68
"""Share of its box that is dark: 0.79 of a disc, 0.6 and less of an e."""

THROUGH = 0.9
"""Share of the middle row and of the middle column that is dark: letters have white inside."""

ROUND = (0.75, 1.35)
"""Width to height."""

SURE = 0.95
"""Confidence of a bullet: place and shape agree."""

Ink = NDArray[np.bool_]


def found(words: Sequence[Word], plate: Cuttable) -> tuple[Word, ...]:
    """The words with bullets for what was read where a disc or a filled square begins a line."""
    if not any(word.text in LOOKALIKES for word in words):
        return tuple(words)
    height = typical_height(words)
    return tuple(
        replace(word, text=BULLET, confidence=SURE)
        if word.text in LOOKALIKES and _begins(word, words, height) and _is_disc(word, plate, height)
        else word
        for word in words
    )


def _begins(word: Word, words: Sequence[Word], height: float) -> bool:
    """True where text follows on the line and nothing stands close before it."""
    box = box_of(word)
    beside = [
        there
        for other in words
        if other is not word
        for there in (box_of(other),)
        if there.top - 0.5 * height < (box.top + box.bottom) / 2 < there.bottom + 0.5 * height
    ]
    before = any(there.x0 < box.x0 and box.x0 - there.x1 < 2 * height for there in beside)
    after = any(0 < there.x0 - box.x1 < 5 * height for there in beside)
    return after and not before


def _is_disc(word: Word, plate: Cuttable, height: float) -> bool:
    box = box_of(word)
    across, down = PADDING
    spare = 0.3 * height
    part, frame = plate.cut(
        Box(
            box.x0 + across - spare,
            box.top + down - spare,
            box.x1 - across + spare,
            box.bottom - down + spare,
        )
    )
    mark = _tight(_ink(np.asarray(part)))
    low, high = (side * height / frame.scale for side in SIZES)
    rows, columns = mark.shape
    if not (low <= rows <= high and low <= columns <= high and ROUND[0] <= columns / rows <= ROUND[1]):
        return False
    through = min(mark[rows // 2].mean(), mark[:, columns // 2].mean())
    return bool(mark.mean() >= SOLID and through >= THROUGH)


def _ink(grey: NDArray[np.uint8]) -> Ink:
    """What is darker than the middle between the part's paper and its ink."""
    low, high = float(grey.min()), float(grey.max())
    return grey < (low + high) / 2


def _tight(ink: Ink) -> Ink:
    """The mark with the fullest row, without the empty rows and columns around it and specks beyond them."""
    if not ink.any():
        return np.zeros((1, 1), dtype=np.bool_)
    rows = _around_fullest(ink.sum(axis=1))
    return ink[rows][:, _around_fullest(ink[rows].sum(axis=0))]


def _around_fullest(counts: NDArray[np.intp]) -> slice:
    """The rows or columns with ink next to the fullest one."""
    fullest = int(counts.argmax())
    empty = np.flatnonzero(counts == 0)
    before, after = empty[empty < fullest], empty[empty > fullest]
    return slice(int(before[-1]) + 1 if len(before) else 0, int(after[0]) if len(after) else len(counts))
