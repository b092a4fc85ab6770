"""An image of a page ready to be cut into stretches."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from ..schema import Box
from . import tsv

PADDING = (4.0, 2.5)
"""Points of paper left around a stretch, across and down; Tesseract misses letters at the very edge."""


@dataclass(frozen=True, slots=True)
class Plate:
    """An image ready to read, and where it lies on its page."""

    image: Image.Image
    dpi: float
    frame: tsv.Frame

    def cut(self, box: Box) -> tuple[Image.Image, tsv.Frame]:
        """The part of the image around a box in points, with its own frame."""
        across, down = PADDING
        scale = self.frame.scale
        left = max(0, int((box.x0 - across - self.frame.x0) / scale))
        top = max(0, int((box.top - down - self.frame.top) / scale))
        right = min(self.image.width, int((box.x1 + across - self.frame.x0) / scale) + 1)
        bottom = min(self.image.height, int((box.bottom + down - self.frame.top) / scale) + 1)
        part = self.image.crop((left, top, max(left + 1, right), max(top + 1, bottom)))
        return part, tsv.Frame(scale, self.frame.x0 + left * scale, self.frame.top + top * scale)
