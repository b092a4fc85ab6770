"""Prepared images kept for a later look at a few lines: evening and straightening take 0.2 s a page."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

from PIL import Image

from .ready import Ready

EFFORT = zlib.Z_RLE
"""Of zlib: even paper is runs of white, 0.3 MB and 23 ms a page; to search for more gains nothing."""

MOST = 64
"""Pages of a document that are kept; those after them are prepared again."""


@dataclass(frozen=True, slots=True)
class _Packed:
    """A page's image, small."""

    bare: Ready
    """Without its pixels."""
    size: tuple[int, int]
    pixels: bytes


class Shelf:
    """The first pages of a document."""

    def __init__(self) -> None:
        self._kept: dict[int, _Packed] = {}

    def put(self, number: int, ready: Ready) -> None:
        """Keep a page, while there is room."""
        if len(self._kept) < MOST:
            image = ready.prepared.image
            bare = replace(ready, prepared=replace(ready.prepared, image=Image.new("1", (1, 1))))
            packer = zlib.compressobj(level=1, strategy=EFFORT)
            pixels = packer.compress(image.tobytes()) + packer.flush()
            self._kept[number] = _Packed(bare, image.size, pixels)

    def get(self, number: int) -> Ready | None:
        """The page as it was; None where it was not kept."""
        kept = self._kept.get(number)
        if kept is None:
            return None
        image = Image.frombytes("L", kept.size, zlib.decompress(kept.pixels))
        return replace(kept.bare, prepared=replace(kept.bare.prepared, image=image))
