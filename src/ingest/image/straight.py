"""A page straightened: turned by a small angle, as two shears, across and then down.

A shear moves whole rows by a part of a pixel each, which is a few operations on arrays: 23 ms a page where a
turn pixel by pixel takes 105. For a page's few degrees the two differ in scale only, by 0.4 % at five.
"""

from __future__ import annotations

from itertools import pairwise
from math import radians, tan

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

SKEW_DPI = 100
STEEPEST = 5.0
"""Degrees; more than this is not skew but a photograph."""

LEAST_SKEW = 0.3
"""Degrees; below, turning costs more sharpness than it straightens."""

DARKER = 24
"""Grey levels by which ink is darker than what is around it."""

Pixels = NDArray[np.uint8]


def skew(grey: Image.Image, dpi: float) -> float:
    """Degrees counter-clockwise by which to turn the image so that its lines lie level; 0 where in doubt.

    Lines lie level where the sums over rows of pixels change most from row to row.
    """
    factor = max(1, round(dpi / SKEW_DPI))
    small = grey.reduce(factor)
    background = small.filter(ImageFilter.BoxBlur(12))
    ink = np.asarray(ImageChops.subtract(background, small)) > DARKER
    margin_y, margin_x = (size // 40 for size in ink.shape)
    inner = ink[margin_y : ink.shape[0] - margin_y, margin_x : ink.shape[1] - margin_x]
    places = np.flatnonzero(inner)
    if len(places) < 300:
        return 0.0
    if len(places) > 20_000:
        places = places[:: len(places) // 20_000 + 1]
    rows, columns = (places.astype(np.float64) for places in np.divmod(places, inner.shape[1]))
    coarse = max(
        np.arange(-STEEPEST, STEEPEST + 0.1, 0.25), key=lambda angle: _levelness(rows, columns, angle)
    )
    fine = np.arange(coarse - 0.2, coarse + 0.21, 0.05)
    return float(max(fine, key=lambda angle: _levelness(rows, columns, angle)))


def turned(grey: Image.Image, angle: float, paper: int) -> Image.Image:
    """The image turned counter-clockwise around its middle by a few degrees; what comes in is paper."""
    slope = tan(radians(angle))
    across = _sheared(np.asarray(grey), -slope, paper)
    return Image.fromarray(_sheared(across.T, slope, paper).T)


def before(x: float, y: float, angle: float) -> tuple[float, float]:
    """Where a place was before the image was turned, both as seen from its middle."""
    slope = tan(radians(angle))
    down = y + slope * x
    return x - slope * down, down


def after(x: float, y: float, angle: float) -> tuple[float, float]:
    """Where a place came to lie."""
    slope = tan(radians(angle))
    across = x + slope * y
    return across, y - slope * across


def _levelness(rows: NDArray[np.float64], columns: NDArray[np.float64], angle: float) -> float:
    moved = rows - columns * tan(radians(angle))
    moved -= moved.min()
    sums = np.bincount(moved.round(out=moved).astype(np.intp)).astype(np.float64)
    change = np.diff(sums)
    return float(change @ change)


def _sheared(pixels: Pixels, slope: float, paper: int) -> Pixels:
    """Each row moved to the left by `slope` times its distance from the middle row."""
    height, width = pixels.shape
    moves = slope * (np.arange(height) - (height - 1) / 2)
    whole = np.floor(moves).astype(np.intp)
    parts = np.round((moves - whole) * 256).astype(np.uint16)[:, None]
    reach = int(np.abs(whole).max()) + 1
    wide = np.pad(pixels, ((0, 0), (reach, reach)), constant_values=paper)
    moved = np.empty_like(pixels)
    for top, bottom in pairwise((0, *(np.flatnonzero(np.diff(whole)) + 1), height)):
        left = reach + int(whole[top])
        rows, part = wide[top:bottom, left : left + width + 1].astype(np.uint16), parts[top:bottom]
        mixed = rows[:, :-1] * (256 - part)
        mixed += rows[:, 1:] * part
        moved[top:bottom] = (mixed + 128) >> 8
    return moved
