"""Dashes in cells that are otherwise empty, found in the image: no reader sees a lone one.

Such a dash is flat ink of a dash's width, halfway up a row of words, with nothing beside it and something of
its column above or below it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...schema import Box, Word, WordSource
from ..image.plate import Plate
from ..words.cells import box_of
from .dashes import EN, EN_WIDTH, FLAT, HYPHEN, HYPHEN_WIDTH, LEAST_WIDTH

HALFWAY = (0.3, 0.75)
"""Part of a row's height, from the top, in which its dashes lie."""

ASIDE = 0.9
"""Heights of the row within which nothing stands beside it: there it is a minus."""

COLUMN = 5.0
"""Heights of the row within which a word or a dash of its column stands above or below."""

FAINT = 200
"""Grey below which a dash is ink: at 200 dpi it is two pixels high and never dark."""

SOLID = 0.6
"""Share of the box around it that is dark, at least."""

_DASHES = ("-", "–", "—", "_", "~", "=")

SURE = 0.9
"""Confidence of such a dash: place and shape agree."""


def dashed(words: Sequence[Word], patches: Sequence[Box], plate: Plate) -> tuple[Word, ...]:
    """The words with such dashes.

    Args:
        words: as read, all with boxes.
        patches: of ink that no reader saw, in points.
        plate: the image.
    """
    unsure = [word for word in words if word.text in _DASHES and (word.confidence or 0.0) < SURE]
    others = [word for word in words if word not in unsure]
    boxes = [box_of(word) for word in others]
    found = {
        patch: dash
        for patch in (*patches, *map(box_of, unsure))
        for dash in [_dash(patch, boxes, plate)]
        if dash is not None
    }
    placed = [*boxes, *map(box_of, found.values())]
    kept = {patch: dash for patch, dash in found.items() if _has_column(box_of(dash), placed)}
    return (*(word for word in words if box_of(word) not in kept), *kept.values())


def _dash(patch: Box, boxes: Sequence[Box], plate: Plate) -> Word | None:
    middle = (patch.top + patch.bottom) / 2
    row = [box for box in boxes if box.top < middle < box.bottom]
    if not row:
        return None
    nearest = min(row, key=lambda box: max(box.x0 - patch.x1, patch.x0 - box.x1))
    height = nearest.height
    ink = _tight(patch, plate, height)
    if ink is None or max(nearest.x0 - ink.x1, ink.x0 - nearest.x1) < ASIDE * height:
        return None
    low, high = HALFWAY
    level = ((ink.top + ink.bottom) / 2 - nearest.top) / height
    flat = ink.height < FLAT * height and LEAST_WIDTH < ink.width / height < EN_WIDTH
    if not (flat and low < level < high):
        return None
    text = HYPHEN if ink.width < HYPHEN_WIDTH * height else EN
    place = Box(ink.x0, nearest.top, ink.x1, nearest.bottom)
    return Word(text, box=place, confidence=SURE, source=WordSource.OCR)


def _tight(patch: Box, plate: Plate, height: float) -> Box | None:
    """The box around the ink of a patch; None where it does not fill it as a bar does."""
    part, frame = plate.cut(patch, (0.2 * height, 0.2 * height))
    ink = np.asarray(part) < FAINT
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    bar = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if bar.mean() < SOLID:
        return None
    return frame.box(int(columns[0]), int(rows[0]), bar.shape[1], bar.shape[0])


def _has_column(dash: Box, boxes: Sequence[Box]) -> bool:
    """Whether something stands above or below it, and not on its row."""
    middle = (dash.x0 + dash.x1) / 2
    return any(
        box.x0 - dash.height < middle < box.x1 + dash.height
        and 0.0 < max(box.top - dash.bottom, dash.top - box.bottom) + 0.5 * dash.height < COLUMN * dash.height
        for box in boxes
    )
