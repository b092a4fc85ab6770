"""What in the ink of a row is a mark of a letter's size, and which of them are crosses."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RULE = 1.6
"""Length in heights of a row from which on a level run of ink is a rule."""

SIZES = (0.5, 1.5)
"""Least and greatest side of a mark, in heights of the row's letters; those below are specks and dots."""

SAME_LETTER = 0.12
"""White columns within a mark, in heights of the row."""

DIAGONAL = 0.5
"""Least difference of ink on the diagonals and in the middles of the sides, by which an X is told from
K, N, Z and digits."""

LEAST_SIDE = 6
"""Pixels; a smaller mark has no shape."""

Ink = NDArray[np.bool_]


def without_rules(ink: Ink, height: float) -> Ink:
    """The ink without level runs that are longer than letters, and without upright lines through the row."""
    length = max(3, int(RULE * height))
    if ink.shape[1] <= length or not ink.size:
        return ink
    sums = np.cumsum(np.pad(ink, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = (sums[:, length:] - sums[:, :-length]) >= 0.95 * length
    rule = np.zeros_like(ink)
    for row in np.flatnonzero(full.any(axis=1)):
        for start in np.flatnonzero(full[row]):
            rule[row, start : start + length] = True
    # A scanned line has a soft edge above and below.
    thick = rule | np.roll(rule, 1, axis=0) | np.roll(rule, -1, axis=0)
    cleaned: Ink = ink & ~thick
    cleaned[:, cleaned.mean(axis=0) > 0.9] = False
    return cleaned


def marks(ink: Ink, height: float) -> list[tuple[int, int, int, int]]:
    """Left, top, right and bottom of what may be a letter, in pixels."""
    columns = np.flatnonzero(ink.any(axis=0))
    if not len(columns):
        return []
    cuts = np.flatnonzero(np.diff(columns) > max(1.0, SAME_LETTER * height)) + 1
    low, high = SIZES
    found = []
    for run in np.split(columns, cuts):
        left, right = int(run[0]), int(run[-1]) + 1
        top, bottom = _tallest(np.flatnonzero(ink[:, left:right].any(axis=1)))
        sides = (right - left, bottom - top)
        if all(low * 0.7 * height <= side <= high * height for side in sides):
            found.append((left, top, right, bottom))
    return found


def _tallest(places: NDArray[np.intp]) -> tuple[int, int]:
    """The longest run of rows with ink: what is left of a rule lies above or below it."""
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    best = max(runs, key=len)
    return int(best[0]), int(best[-1]) + 1


def is_cross(ink: Ink) -> bool:
    """Ink along both diagonals and little of it in the middles of the four sides."""
    height, width = ink.shape
    if min(height, width) < LEAST_SIDE or not 0.55 <= width / height <= 1.8:
        return False
    steps = np.linspace(0.08, 0.92, 12)
    rows = (steps * height).astype(int)
    columns = (steps * width).astype(int)
    near = np.pad(ink, 1)
    thick = near[:-2, 1:-1] | near[2:, 1:-1] | near[1:-1, :-2] | near[1:-1, 2:] | ink
    falling, rising = thick[rows, columns].mean(), thick[rows[::-1], columns].mean()
    third_y, third_x = slice(height * 3 // 8, height * 5 // 8), slice(width * 3 // 8, width * 5 // 8)
    edge_y, edge_x = max(1, height // 5), max(1, width // 5)
    sides = (
        ink[:edge_y, third_x], ink[-edge_y:, third_x], ink[third_y, :edge_x], ink[third_y, -edge_x:],
    )  # fmt: skip
    return bool(min(falling, rising) - max(side.mean() for side in sides) > DIAGONAL)
