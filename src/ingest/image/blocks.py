"""Solid bars beside headings, an ornament: readers take them for letters, and misread what follows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PIL import Image

from ..ruling.dark_runs import Mask, connected, covered

DPI = 100
"""Resolution at which bars are looked for."""

INK = 130
"""Grey below which a pixel of an evened image is of a bar."""

LOWEST, HIGHEST, NARROWEST, SLIM = 0.15, 1.2, 0.04, 0.6
"""Least and greatest height and least width of a bar in inches, and greatest width in heights: thinner ones
are ruled lines or letters, wider ones squares, higher ones a margin's line or the edge of the scan."""

LEFT, GAP, RIGHT = 0.3, 0.07, 1.5
"""Inches of white left of a bar and right of it, and inches right of it in which its text begins."""

BLANK = 0.15
"""Least share of a bar's height without ink at its right: letters are as high as their neighbours."""


def without(grey: Image.Image, dpi: float) -> tuple[Image.Image, int]:
    """The image without such bars, and how many there were.

    Args:
        grey: straightened, evened if it can be.
        dpi: its pixels per inch.
    """
    factor = max(1, round(dpi / DPI))
    bars = list(_bars(np.asarray(grey.reduce(factor)) < INK, dpi / factor))
    if not bars:
        return grey, 0
    clean = grey.copy()
    for top, bottom, left, right in bars:
        outer = (left - 1) * factor, (top - 1) * factor, (right + 1) * factor, (bottom + 1) * factor
        clean.paste(255, outer)
    return clean, len(bars)


def _bars(dark: Mask, scale: float) -> Iterator[tuple[int, int, int, int]]:
    """Top, bottom, left and right of each bar, the ends outside; `scale` in pixels per inch."""
    low, narrow = round(LOWEST * scale), round(NARROWEST * scale)
    if dark.shape[0] <= low or dark.shape[1] <= narrow:
        return
    upright = covered(np.ascontiguousarray(dark.T), low, 1.0).T
    for top, last, left, right in connected(covered(np.ascontiguousarray(upright), narrow, 1.0)):
        bottom = last + 1
        height, width = bottom - top, right - left
        if (
            height <= HIGHEST * scale
            and width <= SLIM * height
            and _is_ornament(dark, (top, bottom, left, right), scale)
        ):
            yield top, bottom, left, right


def _is_ornament(dark: Mask, bar: tuple[int, int, int, int], scale: float) -> bool:
    """Whether a solid block stands alone, with lower text behind the white at its right."""
    top, bottom, left, right = bar
    start, end = right + 1, right + round(GAP * scale)
    rows = slice(max(0, top - 1), bottom + 1)
    around = (dark[rows, max(0, left - round(LEFT * scale)) : max(0, left - 1)], dark[rows, start:end])
    if any(part.any() for part in around):
        return False
    inked = dark[top:bottom, end : right + round(RIGHT * scale)].any(axis=1)
    return bool(inked.any()) and float(inked.mean()) <= 1 - BLANK
