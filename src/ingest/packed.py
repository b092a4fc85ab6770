"""Prepared images kept for a later look at a few lines: evening and straightening take 0.2 s a page.

Even paper is white for the most part: only what is not is kept, eight pixels at a time, a tenth of a page
(0.9 MB, 5 ms; zlib makes 0.5 MB of it in 25).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .ready import Ready

EIGHT, WHITE = 8, np.uint64(2**64 - 1)
"""Pixels at a time, and what eight white ones are."""

MOST = 64
"""Pages of a document that are kept; those after them are prepared again."""


@dataclass(frozen=True, slots=True)
class _Packed:
    """A page's image, small."""

    bare: Ready
    """Without its pixels."""
    size: tuple[int, int]
    places: NDArray[np.uint8]
    """A bit for each eight pixels of the image: whether one of them is not white."""
    pixels: NDArray[np.uint64]
    """Those that are not."""

    @property
    def image(self) -> Image.Image:
        """With its pixels."""
        width, height = self.size
        eights = np.full(-(-width * height // EIGHT), WHITE)
        eights[np.unpackbits(self.places, count=len(eights)).view(np.bool_)] = self.pixels
        return Image.frombytes("L", self.size, eights.tobytes()[: width * height])


class Shelf:
    """The first pages of a document."""

    def __init__(self) -> None:
        self._kept: dict[int, _Packed] = {}

    def put(self, number: int, ready: Ready) -> None:
        """Keep a page, while there is room."""
        if len(self._kept) < MOST:
            image = ready.prepared.image
            bare = replace(ready, prepared=replace(ready.prepared, image=Image.new("1", (1, 1))))
            pixels = image.tobytes()
            eights = np.frombuffer(pixels + b"\xff" * (-len(pixels) % EIGHT), np.uint64)
            marked = eights != WHITE
            self._kept[number] = _Packed(bare, image.size, np.packbits(marked), eights[marked])

    def get(self, number: int) -> Ready | None:
        """The page as it was; None where it was not kept."""
        kept = self._kept.get(number)
        if kept is None:
            return None
        return replace(kept.bare, prepared=replace(kept.bare.prepared, image=kept.image))
