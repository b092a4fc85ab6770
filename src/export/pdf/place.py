"""From the upright page to the coordinates that a PDF page is drawn in."""

from __future__ import annotations

from dataclasses import dataclass

import pikepdf

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """How a page lies in its user space."""

    x0: float
    y0: float
    x1: float
    y1: float
    """The crop box: what a reader shows, and what pixels and boxes were measured on."""
    turn: int
    """Degrees clockwise from user space to the upright page: 0, 90, 180 or 270."""

    @property
    def height(self) -> float:
        """Height of the upright page in points."""
        return self.y1 - self.y0 if self.turn in (0, 180) else self.x1 - self.x0

    @property
    def matrix(self) -> Matrix:
        """Takes the upright page, origin at its lower left corner, to user space."""
        return {
            0: (1, 0, 0, 1, self.x0, self.y0),
            90: (0, 1, -1, 0, self.x1, self.y0),
            180: (-1, 0, 0, -1, self.x1, self.y1),
            270: (0, -1, 1, 0, self.x0, self.y1),
        }[self.turn]

    def point(self, x: float, top: float) -> tuple[float, float]:
        """User space for a point given from the top left of the upright page."""
        a, b, c, d, e, f = self.matrix
        y = self.height - top
        return a * x + c * y + e, b * x + d * y + f


def place(page: pikepdf.Page, turn: int) -> Place:
    """Where the page lies; `turn` as in `Place`."""
    crop = _box(page.cropbox)
    media = _box(page.mediabox)
    x0, y0 = max(crop[0], media[0]), max(crop[1], media[1])
    x1, y1 = min(crop[2], media[2]), min(crop[3], media[3])
    if x1 <= x0 or y1 <= y0:
        x0, y0, x1, y1 = media
    return Place(x0, y0, x1, y1, turn % 360)


def _box(array: pikepdf.Array) -> tuple[float, float, float, float]:
    """Left, bottom, right, top, whichever corners the file gives."""
    a, b, c, d = (float(edge) for edge in array)
    return min(a, c), min(b, d), max(a, c), max(b, d)
