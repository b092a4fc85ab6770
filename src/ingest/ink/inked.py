"""Where a page has ink, and where its words stand: to find ink that is none of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from ...schema import Box, Line
from ..image.plate import Plate
from ..words.cells import box_of

DARK = 140

Ink = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Inked:
    """A page's ink, pixel by pixel."""

    ink: Ink
    words: Ink
    """Where words stand."""
    plate: Plate

    @classmethod
    def of(cls, lines: Sequence[Line], plate: Plate) -> Self:
        """Of a page, with lines that have the boxes of the plate."""
        ink = np.asarray(plate.image) < DARK
        page = cls(ink, np.zeros_like(ink), plate)
        for word in (word for line in lines for word in line.words):
            left, top, right, bottom = page.pixels(box_of(word))
            page.words[top:bottom, left:right] = True
        return page

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """Left, top, right and bottom, inside the image."""
        frame, (height, width) = self.plate.frame, self.ink.shape
        left, right = (round((x - frame.x0) / frame.scale) for x in (box.x0, box.x1))
        top, bottom = (round((y - frame.top) / frame.scale) for y in (box.top, box.bottom))
        return max(0, left), max(0, top), min(width, right), min(height, bottom)
