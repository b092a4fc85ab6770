"""An image of a page ready to be cut into stretches."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from PIL import Image

from ...schema import Box
from ..engine import tsv

PADDING = (4.0, 2.5)
"""Points of paper left around a stretch, across and down; Tesseract misses letters at the very edge."""


DARK = 150
"""Grey level below which a pixel of an evened image is ink."""


class Cuttable(Protocol):
    """What stretches of a page can be cut from."""

    def cut(self, box: Box, padding: tuple[float, float] = PADDING) -> tuple[Image.Image, tsv.Frame]:
        """The part of the image around a box in points, with its own frame."""
        ...


@dataclass(frozen=True, slots=True)
class Plate:
    """An image ready to read, and where it lies on its page."""

    image: Image.Image
    dpi: float
    frame: tsv.Frame

    def cut(self, box: Box, padding: tuple[float, float] = PADDING) -> tuple[Image.Image, tsv.Frame]:
        """The part of the image around a box in points, with its own frame."""
        across, down = padding
        scale = self.frame.scale
        left = max(0, int((box.x0 - across - self.frame.x0) / scale))
        top = max(0, int((box.top - down - self.frame.top) / scale))
        right = min(self.image.width, int((box.x1 + across - self.frame.x0) / scale) + 1)
        bottom = min(self.image.height, int((box.bottom + down - self.frame.top) / scale) + 1)
        part = self.image.crop((left, top, max(left + 1, right), max(top + 1, bottom)))
        return part, tsv.Frame(scale, self.frame.x0 + left * scale, self.frame.top + top * scale)

    def strips(self, boxes: Iterable[Box]) -> Strips:
        """Only what lies around these boxes, so that the page's image need not be kept."""
        found = []
        for box in boxes:
            part, frame = self.cut(box)
            found.append((box, Plate(part.copy(), self.dpi, frame)))
        return Strips(tuple(found))


@dataclass(frozen=True, slots=True)
class Strips:
    """Parts of a page's image: a twentieth of it where only a few lines matter."""

    parts: tuple[tuple[Box, Plate], ...]

    def cut(self, box: Box, padding: tuple[float, float] = PADDING) -> tuple[Image.Image, tsv.Frame]:
        """The part of the image around a box in points, with its own frame.

        Raises:
            ValueError: there are no strips.
        """
        _, nearest = min(self.parts, key=lambda part: _outside(box, part[0]))
        return nearest.cut(box, padding)


def _outside(box: Box, strip: Box) -> float:
    """How far the box reaches beyond the strip, in points."""
    return (
        max(0.0, strip.x0 - box.x0)
        + max(0.0, box.x1 - strip.x1)
        + max(0.0, strip.top - box.top)
        + max(0.0, box.bottom - strip.bottom)
    )
