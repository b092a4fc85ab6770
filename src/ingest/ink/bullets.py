"""Bullets of a list and dots between words, told by their ink: the models have none and print `e`, `«`, `-`.

`Box 12 · 930 00 Ort` of a letterhead is read as `Box 12 - 930 00 Ort`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ...schema import Box, Word
from ..image.plate import PADDING, Cuttable
from ..words.cells import box_of, typical_height

BULLET, MIDDLE_DOT = "•", "·"

_SEEN = "e o s a c © ® ¢ ¤ ° * « » · • . - ~ + ø 9 0 @ e. o."

LOOKALIKES = frozenset(_SEEN.split())
"""What readers make of a disc or a filled square."""

DOT_LOOKALIKES = frozenset("-–·•.+*°")
"""What readers make of a dot between two words."""

SIZES = (0.25, 0.8)
"""Least and greatest side, in heights of the page's words; a full stop is smaller."""

DOT_SIZES = (0.06, 0.25)
"""The same of a dot between words, which stands in small print as well; a hyphen is wider."""

SOLID = 0.68
"""Share of its box that is dark: 0.79 of a disc, 0.6 and less of an e."""

THROUGH = 0.9
"""Share of the middle row and of the middle column that is dark: letters have white inside."""

ROUND = (0.75, 1.35)
"""Width to height."""

FLAT = 0.6
"""Height to width of a dot, at least."""

SURE = 0.95
"""Confidence of a bullet: place and shape agree."""

Ink = NDArray[np.bool_]


def found(words: Sequence[Word], plate: Cuttable) -> tuple[Word, ...]:
    """The words with bullets where a disc or a filled square begins a line, and dots between words."""
    if not any(word.text in LOOKALIKES | DOT_LOOKALIKES for word in words):
        return tuple(words)
    height = typical_height(words)
    return tuple(
        replace(word, text=mark, confidence=SURE) if (mark := _mark(word, words, plate, height)) else word
        for word in words
    )


def _mark(word: Word, words: Sequence[Word], plate: Cuttable, height: float) -> str | None:
    """The bullet or dot that a word is."""
    if word.text not in LOOKALIKES | DOT_LOOKALIKES:
        return None
    before, after = _neighbours(word, words, height)
    if word.text in LOOKALIKES and after and not before and _is_disc(*_inked(word, plate, height)):
        return BULLET
    if word.text in DOT_LOOKALIKES and after and before and _is_dot(*_inked(word, plate, height)):
        return MIDDLE_DOT
    return None


def _neighbours(word: Word, words: Sequence[Word], height: float) -> tuple[bool, bool]:
    """Whether something stands close before a word, and text follows on its line."""
    box = box_of(word)
    beside = [
        there
        for other in words
        if other is not word
        for there in (box_of(other),)
        if there.top - 0.5 * height < (box.top + box.bottom) / 2 < there.bottom + 0.5 * height
    ]
    before = any(there.x0 < box.x0 and box.x0 - there.x1 < 2 * height for there in beside)
    return before, any(0 < there.x0 - box.x1 < 5 * height for there in beside)


def _inked(word: Word, plate: Cuttable, height: float) -> tuple[Ink, float]:
    """A word's mark, and the height of the page's words in its pixels."""
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
    return _tight(_ink(np.asarray(part))), height / frame.scale


def _is_disc(mark: Ink, height: float) -> bool:
    if not _is_sized(mark, height, SIZES) or not ROUND[0] <= mark.shape[1] / len(mark) <= ROUND[1]:
        return False
    rows, columns = mark.shape
    through = min(mark[rows // 2].mean(), mark[:, columns // 2].mean())
    return bool(mark.mean() >= SOLID and through >= THROUGH)


def _is_dot(mark: Ink, height: float) -> bool:
    """Too small on coarse scans to tell a disc from a square; what is flat is a hyphen's rest."""
    rows, columns = mark.shape
    return _is_sized(mark, height, DOT_SIZES) and rows >= FLAT * columns and bool(mark.mean() >= SOLID)


def _is_sized(mark: Ink, height: float, sizes: tuple[float, float]) -> bool:
    low, high = (side * height for side in sizes)
    return all(low <= side <= high for side in mark.shape)


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
