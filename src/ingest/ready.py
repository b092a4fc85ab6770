"""A page's image made ready to be read, and what a reading of it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from ..schema import Box, Line, PageOrigin, Reason, Word
from .engine import tsv
from .files.sheets import Picture
from .image import erasing
from .image.plate import DARK, Plate
from .image.prepare import Prepared, prepare
from .layout import ghosts, layout
from .ruling import ruled_image
from .ruling.ruling import Rule

TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""Degrees clockwise to the transposition that turns an image so."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A page's image, prepared."""

    prepared: Prepared
    picture: Picture
    """Its image is dropped: only resolution and place are used."""
    size: tuple[float, float]
    """Width and height of the page in points."""
    turn: int = 0
    """Degrees clockwise that the image was turned beyond what the file says."""
    rules: tuple[Rule, ...] = ()
    """Ruled lines, which are no longer in the image."""
    kept: tuple[Word, ...] = ()
    """Of the page's text layer, where only a part of the image is to be read; placed as in the image."""

    def cut_to(self, top: float, bottom: float, *, keeping: tuple[Word, ...]) -> Ready:
        """The page with nothing in its image but what lies between two heights, in points."""
        image, frame = self.prepared.image.copy(), self.picture.frame
        start, end = (round((height - frame.top) / frame.scale) for height in (top, bottom))
        image.paste(255, (0, 0, image.width, max(0, start)))
        image.paste(255, (0, min(end, image.height), image.width, image.height))
        return replace(self, prepared=replace(self.prepared, image=image), kept=keeping)

    @property
    def plate(self) -> Plate:
        """The image to cut from."""
        return Plate(self.prepared.image, self.picture.dpi, self.picture.frame)

    def placed_back(self, line: Line) -> Line:
        """The line with its boxes where the words stand on the page as it was scanned."""
        return replace(
            line,
            words=tuple(
                word if word.box is None else replace(word, box=self.back(word.box)) for word in line.words
            ),
        )

    def back(self, box: Box) -> Box:
        """Where a box lies on the page as it was scanned."""
        return self.prepared.back(box, self.picture.frame)


NOTHING = Reason("nothing_read")


@dataclass(frozen=True, slots=True)
class Read:
    """A page as read."""

    lines: tuple[Line, ...]
    ready: Ready
    empty: Reason = NOTHING
    """Why there are no lines, where there are none."""
    ink: float | None = None
    """Share of the page inside its margins that is dark, where there are no lines."""
    unread: tuple[Box, ...] = ()
    """Where print or handwriting is that no reader told; boxes as those of the lines."""

    @property
    def origin(self) -> PageOrigin:
        """Where the lines come from."""
        if not self.lines:
            return PageOrigin.EMPTY
        return PageOrigin.MIXED if self.ready.kept else PageOrigin.OCR


def make_ready(
    picture: Picture, size: tuple[float, float], turn: int = 0, known: tuple[Rule, ...] = ()
) -> Ready:
    """Prepare a page's image, turned clockwise by `turn` degrees first; `known` rules are no longer in it."""
    image = picture.image.transpose(TURNS[turn]) if turn else picture.image
    if turn in (90, 270):
        size = size[1], size[0]
    bare = replace(picture, image=_NOTHING, x0=0.0 if turn else picture.x0, top=0.0 if turn else picture.top)
    prepared = prepare(image, picture.dpi)
    rules = ruled_image.rules(prepared.image, picture.dpi, bare.frame)
    prepared = replace(prepared, image=erasing.without(prepared.image, rules, bare.frame))
    return Ready(prepared, bare, size, turn, (*known, *rules))


MARGIN = 0.08
"""Share of each side of a page in which punch holes, staples and the lid's shadow are."""


def _ink(image: Image.Image) -> float:
    across, down = (round(MARGIN * side) for side in image.size)
    inner = np.asarray(image)[down : image.height - down, across : image.width - across]
    return float((inner < DARK).mean()) if inner.size else 0.0


_NOTHING = Image.new("1", (1, 1))


def words_of(table: str, page: Ready) -> tuple[Word, ...]:
    """The words of a table that Tesseract wrote about the page."""
    return tuple(ghosts.without(tsv.lines(table, page.picture.frame)))


def laid_out(words: Sequence[Word], page: Ready) -> Read:
    """The page with these words in reading order."""
    if not words:
        return Read((), page, ink=_ink(page.prepared.image))
    return Read(layout.arrange(words, *page.size, page.rules, ruled_image.REACH), page)
