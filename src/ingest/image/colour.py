"""Coloured ink over black print: signatures in blue and stamps in red would take the typed words with them.

Coloured ink goes only where it lies over or beside black print; a letterhead, a heading or a stamp that
stands alone keeps its words. Looked for in cells of a tenth of an inch.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

from . import touching

CELL = 0.1
"""Inches."""

COLOURED = 30
"""Difference of the strongest and the weakest channel of a coloured pixel: 37 to 65 in a pen's stroke."""

TINGED = 12
"""The same at the edges of a stroke, next to a coloured pixel."""

DARK = 80
"""Black ink reflects less than this in its strongest channel, also where a pen crosses it."""

FRINGED = 0.4
"""Share of the cells with print that have colour too, from which on letters have fringes of the scanner's."""

LEAST_COLOUR = 0.012
"""Share of a cell's pixels that a pen's stroke colours, at least."""

LEAST_PRINT = 0.03
"""Share of a cell's pixels that letters blacken, at least."""

OVER_PRINT = 0.15
"""Share of a mark's cells that have print in them too: a stamp alone has none, a signature a third."""

Cells = NDArray[np.bool_]


def without_marks(image: Image.Image, dpi: float) -> tuple[Image.Image, bool]:
    """The image in grey, without coloured marks that lie over print, and whether there were any."""
    grey = image.convert("L")
    if image.mode != "RGB" or not _has_colour(image.reduce(4)):
        return grey, False
    side = max(4, round(CELL * dpi))
    strongest, difference = _channels(image)
    coloured = difference.point(_from(COLOURED))
    black = ImageChops.subtract(strongest.point(_below(DARK)), coloured)
    print_, colour = _share(black, side) > LEAST_PRINT, _share(coloured, side) > LEAST_COLOUR
    over = _over_print(colour, print_)
    if not over.any() or (colour & print_).sum() > FRINGED * print_.sum():
        return grey, False
    rows, columns = np.flatnonzero(over.any(axis=1)), np.flatnonzero(over.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    over = over[top : int(rows[-1]) + 1, left : int(columns[-1]) + 1]
    corner = left * side, top * side
    box = (*corner, corner[0] + over.shape[1] * side, corner[1] + over.shape[0] * side)
    marks = ImageChops.multiply(
        coloured.crop(box).filter(ImageFilter.MaxFilter(5)), difference.crop(box).point(_from(TINGED))
    )
    marks = ImageChops.multiply(marks, strongest.crop(box).point(_from(DARK)))
    here = Image.fromarray(over.astype(np.uint8) * 255).resize(marks.size, Image.Resampling.NEAREST)
    grey.paste(255, corner, ImageChops.multiply(marks, here))
    return grey, True


def _channels(image: Image.Image) -> tuple[Image.Image, Image.Image]:
    """The strongest channel of each pixel, and by how much it exceeds the weakest."""
    red, green, blue = image.split()
    strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return strongest, ImageChops.subtract(strongest, ImageChops.darker(ImageChops.darker(red, green), blue))


def _from(level: int) -> list[int]:
    return [255 if value >= level else 0 for value in range(256)]


def _below(level: int) -> list[int]:
    return [255 if value < level else 0 for value in range(256)]


def _has_colour(small: Image.Image) -> bool:
    _, difference = _channels(small)
    return sum(difference.histogram()[COLOURED:]) > LEAST_PIXELS


LEAST_PIXELS = 20
"""Coloured pixels, at a quarter of the resolution, below which a page is black and white."""


def _share(mask: Image.Image, side: int) -> NDArray[np.float64]:
    """Share of the pixels of each whole cell."""
    width, height = (size // side for size in mask.size)
    cells = mask.reduce(side, box=(0, 0, width * side, height * side))
    return np.asarray(cells, dtype=np.float64) / 255


def _over_print(colour: Cells, print_: Cells) -> Cells:
    """The cells of coloured marks that lie over print."""
    found = np.zeros_like(colour)
    for mark in touching.groups((int(row), int(column)) for row, column in np.argwhere(colour)):
        if sum(bool(print_[place]) for place in mark) >= OVER_PRINT * len(mark):
            for place in mark:
                found[place] = True
    return found
