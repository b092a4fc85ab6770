"""Characters of numbers compared by their looks: a shape that was confirmed once need not be read again.

A document prints its digits in a few typefaces. Where two readers agree on a number, its characters' pictures
are kept; a later number whose every character looks like kept ones of the same name, and like no other, is as
sure as those. A misread digit looks like another one, a lost or an added one leaves the count wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..image import printed

SIZE = (12, 18)
"""Width and height in pixels to which characters are brought; their true proportions are compared too."""

ALIKE = 0.06
"""Greatest mean difference, in shares of full ink, of two pictures of one character. On clean and office
scans 95 % of characters have one that is more alike, on poor ones half; other characters differ by 0.067."""

MARGIN = 0.75
"""And at most so much of the difference to the most similar character of another name."""

MOST = 3000
"""Characters kept of a document."""

ENOUGH = 12
"""Pictures of one name after which only new looks are kept."""

Picture = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its picture."""

    name: str
    picture: Picture
    """`SIZE` of ink from 0 to 1, then width, height and place of the box in heights of the number."""


class Gallery:
    """Confirmed characters of a document."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._pictures: list[Picture] = []
        self._stack: tuple[NDArray[np.str_], Picture] | None = None

    @property
    def is_filled(self) -> bool:
        """True where there is something to compare with."""
        return bool(self._names)

    @property
    def names(self) -> tuple[str, ...]:
        """Of all that is kept."""
        return tuple(self._names)

    def add(self, glyphs: Sequence[Glyph]) -> None:
        """Keep what was confirmed."""
        for glyph in glyphs:
            if len(self._names) >= MOST:
                return
            if self._names.count(glyph.name) < ENOUGH or not self.knows([glyph]):
                self._names.append(glyph.name)
                self._pictures.append(glyph.picture)
                self._stack = None

    def knows(self, glyphs: Sequence[Glyph]) -> bool:
        """True where every character looks like a kept one of its name, and clearly less like any other."""
        if not glyphs or not self._names:
            return False
        if self._stack is None:
            self._stack = np.array(self._names), np.stack(self._pictures)
        names, pictures = self._stack
        for glyph in glyphs:
            # In place: memory for a second such array costs more than all else here.
            apart = pictures - glyph.picture
            apart = np.abs(apart, out=apart) @ np.full_like(glyph.picture, 1 / glyph.picture.size)
            same = names == glyph.name
            own = float(apart[same].min(initial=1.0))
            other = float(apart[~same].min(initial=1.0))
            if own > ALIKE or own > MARGIN * other:
                return False
        return True


def cut(part: Image.Image, text: str) -> tuple[Glyph, ...]:
    """The characters of a number in its picture; none where they touch or do not match in number."""
    grey = np.asarray(part, dtype=np.float32)
    paper, black = printed.levels(grey)
    if paper - black < printed.LEAST_CONTRAST:
        return ()
    ink: Picture = np.clip((paper - grey) / (paper - black), 0, 1)
    dark = ink > 0.45
    rows = np.flatnonzero(dark.any(axis=1))
    if not len(rows):
        return ()
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    runs = printed.runs(dark, 0)
    if len(runs) != len(text):
        return ()
    height = bottom - top
    return tuple(_glyph(name, ink, dark, run, (top, height)) for name, run in zip(text, runs, strict=True))


def _glyph(
    name: str, ink: Picture, dark: NDArray[np.bool_], run: tuple[int, int], extent: tuple[int, int]
) -> Glyph:
    left, right = run
    rows = np.flatnonzero(dark[:, left:right].any(axis=1))
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    image = Image.fromarray((ink[top:bottom, left:right] * 255).astype(np.uint8))
    small = np.asarray(image.resize(SIZE, Image.Resampling.BILINEAR), dtype=np.float32).ravel() / 255
    start, height = extent
    # Proportions weigh as much as a tenth of the picture each.
    shape = np.array([right - left, bottom - top, top - start], dtype=np.float32) / height
    return Glyph(name, np.concatenate([small, np.repeat(shape, small.size // 10)]))
