"""Where a page has ink, and where its words stand: to find ink that is none of theirs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from ...schema import Box, Line, Reason, Word
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


Sign = Callable[[Word, Inked], Reason | None]
"""Why a word is in doubt for the ink around it; None where it is not."""


def flagged(lines: Sequence[Line], page: Inked, signs: Sequence[Sign]) -> tuple[Line, ...]:
    """The lines with words in doubt that one of the signs speaks against.

    Args:
        lines: of one page, with the boxes of its image.
        page: its ink.
        signs: asked in turn, of words that nothing speaks against yet.
    """
    return tuple(
        replace(line, words=tuple(_flagged(word, page, signs) for word in line.words)) if line.words else line
        for line in lines
    )


def _flagged(word: Word, page: Inked, signs: Sequence[Sign]) -> Word:
    if word.doubt or not any(map(str.isalnum, word.text)):
        return word
    why = next(filter(None, (sign(word, page) for sign in signs)), None)
    return replace(word, doubt=why) if why else word
