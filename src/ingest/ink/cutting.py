"""Patches of ink cut to lines of print: a column of numbers into its rows, a leader's dots off its number.

Ink is joined over gaps as wide as spaces, so that rows close below one another come as one patch, and a row
of dots takes the page's number behind it along.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...schema import Box
from ..image.plate import DARK, Plate
from ..ruling.dark_runs import Run

WHITE = 0.2
"""White between two lines at least, in word heights; the dots of an Ö stand closer."""

ROW = (0.5, 1.9)
"""Least and greatest height of a row of a column, in word heights."""

LONG = 6.0
"""Width in word heights from which on a patch may be a leader."""

DOT = 0.4
"""Height of a dot at most, in word heights."""

SPACE = 0.6
"""White within what stands behind a leader, in word heights, at most."""

PRINTED = 0.3
"""Share of a leader's width, at most, that is no dots."""


def rows(box: Box, plate: Plate, height: float) -> list[Box]:
    """The rows of a narrow column; none where they are not as high as rows.

    Args:
        box: of a patch higher than a line.
        plate: the page's image.
        height: typical height of the page's words, in points.
    """
    part, frame = plate.cut(box, (0.0, 0.0))
    bands = _rows(np.asarray(part) < DARK, WHITE * height / frame.scale)
    low, high = (limit * height / frame.scale for limit in ROW)
    if len(bands) < 2 or any(stop - start > high for start, stop in bands):
        return []
    return [frame.box(0, start, part.width, stop - start) for start, stop in bands if stop - start >= low]


def without_leader_above(box: Box, plate: Plate, height: float) -> Box:
    """The tallest part of a patch between rows of white: the name, without the row of dots over it."""
    part, frame = plate.cut(box, (0.0, 0.0))
    bands = _rows(np.asarray(part) < DARK, WHITE * height / frame.scale)
    if not bands:
        return box
    start, stop = max(bands, key=lambda band: band[1] - band[0])
    return frame.box(0, start, part.width, stop - start)


def without_dots(box: Box, plate: Plate, height: float) -> list[Box]:
    """What stands in a leader, a page's number as a rule; the patch itself where it is none."""
    if box.width < LONG * height:
        return [box]
    part, frame = plate.cut(box, (0.0, 0.0))
    dark = np.asarray(part) < DARK
    tops, bottoms = dark.argmax(axis=0), len(dark) - 1 - dark[::-1].argmax(axis=0)
    tall = dark.any(axis=0) & (bottoms - tops >= DOT * height / frame.scale)
    found = _bands(tall, SPACE * height / frame.scale)
    width = sum(stop - start for start, stop in found)
    if width > PRINTED * part.width or not dark.any():
        return [box]
    return [frame.box(start, 0, stop - start, part.height) for start, stop in found] or [box]


def _rows(dark: NDArray[np.bool_], white: float) -> list[Run]:
    return _bands(np.asarray(dark.any(axis=1)), white)


def _bands(dark: NDArray[np.bool_], white: float) -> list[Run]:
    """Start and end of the places that are dark, parted by more white than this."""
    places = np.flatnonzero(dark)
    if not len(places):
        return []
    pieces = np.split(places, np.flatnonzero(np.diff(places) > white) + 1)
    return [(int(piece[0]), int(piece[-1]) + 1) for piece in pieces]
