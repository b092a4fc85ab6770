"""The ink of a word, cut from its page without what reaches in from the lines above and below."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..schema import Box
from .plate import Cuttable

DARK, FAINT = 0.45, 0.25
"""Shares of full ink: from which on a pixel is print, and up to which there is nothing."""

PADDING = (1.0, 1.0, 0.3)
"""Points across, points down, and share of the height: rings reach out of some readers' boxes."""

LEAST_CONTRAST = 60
"""Grey levels between paper and ink."""

Ink = NDArray[np.float32]
"""Shares of full ink, from 0 to 1."""

Run = tuple[int, int]
"""A first place, and the one behind the last."""


def ink(box: Box, plate: Cuttable) -> Ink | None:
    """Of the word in this box and around it; None where it is too faint."""
    across, down, share = PADDING
    part, frame = plate.cut(box, (across, down + share * box.height))
    grey = np.asarray(part, dtype=np.float32)
    paper, black = float(np.percentile(grey, 90)), float(grey.min())
    if paper - black < LEAST_CONTRAST:
        return None
    found: Ink = np.clip((paper - grey) / (paper - black), 0, 1)
    # Tails of the lines above and below come in from the edge; readers' boxes are of all heights.
    reach = min(len(found) // 2, round((down + share * box.height) / frame.scale))
    for level in (DARK, FAINT):
        for edge in (found[:reach], found[::-1][:reach]):
            edge[_hanging(edge > level)] = 0
    return found


def runs(dark: NDArray[np.bool_], axis: int) -> list[Run]:
    """Columns that hold print, side by side, where `axis` is 0; rows where it is 1."""
    edges = np.flatnonzero(np.diff(np.asarray(dark.any(axis=axis)), prepend=False, append=False))
    return [(int(start), int(stop)) for start, stop in edges.reshape(-1, 2)]


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
