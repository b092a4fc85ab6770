"""Where a page has print or handwriting that nobody told: the page says so, and a person may look.

Of six typed names under signatures that could not be read, on four invented scans, all six places are told;
nineteen scans without such had six places, half of them emblems.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...schema import Box
from ..image.plate import Plate
from .missed import DARK, HEIGHTS

LEAST_LEFT = 2.0
"""In word heights: width of a patch that says something, a name or a number, read or not."""

LONG, EDGE = 1.3, 0.03
"""Width of such a patch in its own heights, and share of the page above and below in which there is none."""

LOW, INKED = 0.4, 0.02
"""Height of leaders, at most, in word heights, and dark share of their rows."""


def left_over(patches: Sequence[Box], plate: Plate, height: float) -> list[Box]:
    """Those patches in which nothing was seen that are shaped as a word or a line, for a person to look at.

    Punch holes are as high as wide, the lid's shadow lies at the page's edge, and leaders are low.

    Args:
        patches: of ink outside all words.
        plate: the page's image.
        height: typical height of the page's words, in points.
    """
    low, high = (limit * height for limit in HEIGHTS)
    deep = plate.image.height * plate.frame.scale
    inner = plate.frame.top + EDGE * deep, plate.frame.top + (1 - EDGE) * deep
    return [
        box
        for box in patches
        if low <= box.height <= high
        and box.width >= max(LEAST_LEFT * height, LONG * box.height)
        and inner[0] <= (box.top + box.bottom) / 2 <= inner[1]
        and not _is_leader(box, plate, height)
    ]


def _is_leader(box: Box, plate: Plate, height: float) -> bool:
    """Whether all ink of the patch lies in a band as low as dots."""
    part, frame = plate.cut(box, (0.0, 0.0))
    inked = np.flatnonzero((np.asarray(part.convert("L")) < DARK).mean(axis=1) > INKED)
    return len(inked) > 0 and (inked[-1] - inked[0] + 1) * frame.scale < LOW * height


def uncovered(boxes: Sequence[Box], others: Sequence[Box]) -> list[Box]:
    """Those boxes that hold the middle of none of the others."""
    return [box for box in boxes if not any(box.holds_middle_of(other) for other in others)]
