"""A word cut from its page: its ink, or its picture, without what stands around it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ...schema import Box
from ..engine import tsv
from ..ruling.dark_runs import Run, stretches
from .plate import Cuttable

DARK, FAINT = 0.45, 0.25
"""Shares of full ink: from which on a pixel is print, and up to which there is nothing."""

PADDING = (1.0, 1.0, 0.3)
"""Points across, points down, and share of the height: rings reach out of some readers' boxes."""

PAPER = 0.9
"""Share of a word's pixels that are no lighter than paper."""

LEAST_CONTRAST = 60
"""Grey levels between paper and ink."""

SPACE = 0.25
"""Paper between two words at least, in heights of a word's box; letters stand closer."""

Ink = NDArray[np.float32]
"""Shares of full ink, from 0 to 1."""


def ink(box: Box, plate: Cuttable) -> Ink | None:
    """Of the word in this box and around it; None where it is too faint."""
    across, down, share = PADDING
    part, frame = plate.cut(box, (across, down + share * box.height))
    grey = np.asarray(part, dtype=np.float32)
    paper, black = levels(grey)
    if paper - black < LEAST_CONTRAST:
        return None
    found: Ink = np.clip((paper - grey) / (paper - black), 0, 1)
    # Tails of the lines above and below come in from the edge; readers' boxes are of all heights.
    reach = min(len(found) // 2, round((down + share * box.height) / frame.scale))
    for level in (DARK, FAINT):
        for edge in (found[:reach], found[::-1][:reach]):
            edge[_hanging(edge > level)] = 0
    return found


def levels(grey: NDArray[np.generic]) -> tuple[int, int]:
    """Grey of the paper, which nine of ten pixels are no lighter than, and of full ink."""
    place = round(PAPER * (grey.size - 1))
    return int(np.partition(grey, place, axis=None)[place]), int(grey.min())


def alone(box: Box, plate: Cuttable) -> tuple[Image.Image, tsv.Frame]:
    """The picture of the words in this box on paper of its own, and its frame.

    Readers see bars, colons and ones in the edges of neighbouring words. What stands closer than a word does
    is kept: it may be a letter that the box has left out.
    """
    part, frame = plate.cut(box)
    grey = np.array(part)
    paper, black = levels(grey)
    top, bottom = (round((edge - frame.top) / frame.scale) for edge in (box.top, box.bottom))
    dark = grey[max(0, top) : bottom + 1] < paper - DARK * (paper - black)
    left, right = (round((edge - frame.x0) / frame.scale) for edge in (box.x0, box.x1))
    space = max(2, round(SPACE * box.height / frame.scale))
    start, stop = max(0, left + 1), min(grey.shape[1], max(0, right))
    before, behind = (slice(None), slice(start)), (slice(None), slice(stop, None))
    for ink, side in ((dark[before][:, ::-1], grey[before][:, ::-1]), (dark[behind], grey[behind])):
        off = _clear(ink, space)
        side[:, off:] = np.maximum(side[:, off:], paper)
    return Image.fromarray(grey), frame


def _clear(dark: NDArray[np.bool_], space: int) -> int:
    """Where the first paper begins that is as wide as a space, or reaches the edge."""
    place = 0
    for start, stop in [*runs(dark, 0), (dark.shape[1], dark.shape[1])]:
        if start - place >= space:
            break
        place = stop
    return place


def runs(dark: NDArray[np.bool_], axis: int) -> list[Run]:
    """Columns that hold print, side by side, where `axis` is 0; rows where it is 1."""
    return stretches(np.asarray(dark.any(axis=axis)))


def _hanging(dark: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What of the ink hangs down from the first row."""
    found = np.zeros_like(dark)
    before = np.ones(dark.shape[1], dtype=np.bool_)
    for row in range(len(dark)):
        wide = before.copy()
        wide[1:] |= before[:-1]
        wide[:-1] |= before[1:]
        before = found[row] = dark[row] & wide
        if not before.any():
            break
    return found
