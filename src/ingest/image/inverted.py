"""Light print on dark bars, as headings and heads of tables have it, made dark on light for the engines.

A bar is told by its margins: rows of ink without a gap, above and below what is printed in it. Letters have
none, a thick line has no height, a picture no such margin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image, ImageStat

from ..ruling.dark_runs import Mask, connected, covered

DPI = 100
"""Resolution at which bars are looked for."""

DARKER = 60
"""Grey levels by which a bar is darker than the paper."""

SHORTEST, LOWEST, HIGHEST = 0.3, 0.11, 1.6
"""Length of a bar's margin, and least and greatest height of a bar, in inches: from one line to a
page's head of several, with a large title."""

DARK, PRINTED = 0.45, 0.01
"""Least share of a bar that is dark, and least share that is not, or there is nothing to read."""

EDGE = 0.9
"""Share of a bar's first and last columns that is dark."""

SIDE = 0.8
"""The same of a part of it, whose outermost rows are cut where it lies a little askew."""

ASKEW = 300
"""Length of a straightened bar over which it climbs by a pixel at most: a fifth of a degree."""

Area = tuple[int, int, int, int]
"""Top, bottom, left and right, in pixels; bottom and right outside."""


def light_print_darkened(grey: Image.Image, dpi: float) -> tuple[Image.Image, int]:
    """The image with dark bars turned light and their print dark, and how many there were.

    Args:
        grey: straightened.
        dpi: its pixels per inch.
    """
    factor = max(1, round(dpi / DPI))
    small = grey.reduce(factor)
    paper = int(ImageStat.Stat(small).median[0])
    areas = list(_bars(np.asarray(small) < paper - DARKER, dpi / factor))
    if not areas:
        return grey, 0
    pixels = np.array(grey)
    for area in areas:
        top, bottom, left, right = (edge * factor for edge in area)
        part = pixels[top:bottom, left:right]
        ground = int(np.median(part))
        # A pixel of the bar's edge that stays dark would be a line.
        part[:] = np.clip(ground + paper - part.astype(np.int16), 0, paper)
    return Image.fromarray(pixels), len(areas)


def _bars(dark: Mask, scale: float) -> Iterator[Area]:
    """Bars among the stretches of dark rows; `scale` in pixels per inch."""
    if dark.shape[1] <= SHORTEST * scale:
        return
    pieces = sorted(connected(covered(dark, round(SHORTEST * scale), 1.0)))
    while pieces:
        group = [pieces.pop(0)]
        for piece in list(pieces):
            if _stands_below(piece, group, dark, scale):
                group.append(piece)
                pieces.remove(piece)
        top, bottom = group[0][0], max(piece[1] for piece in group) + 1
        left, right = min(piece[2] for piece in group), max(piece[3] for piece in group)
        if _is_bar(dark[top:bottom, left:right], scale):
            yield top, bottom, left, right


def _stands_below(piece: Area, group: Sequence[Area], dark: Mask, scale: float) -> bool:
    """Whether a dark stretch is of the same bar: its lower margin, or what is dark beside its print."""
    top, left, right = (
        group[0][0],
        min(one[2] for one in group),
        max(one[3] for one in group),
    )
    shared = min(piece[3], right) - max(piece[2], left)
    between = dark[top : piece[1] + 1, max(left, piece[2]) : min(right, piece[3])]
    inside = piece[1] - top <= HIGHEST * scale and shared > 0.9 * (piece[3] - piece[2])
    sides = between[:, 1:2], between[:, -2:-1]  # they are paper above a line that stands below the bar
    return inside and float(between.mean()) >= DARK and min(float(side.mean()) for side in sides) >= SIDE


def _is_bar(part: Mask, scale: float) -> bool:
    height, width = part.shape
    if not LOWEST * scale <= height <= HIGHEST * scale or width < height:
        return False
    # The outermost rows are soft, and cut where the bar lies a little askew.
    slack = 1 + width // ASKEW
    inner = part[slack:-slack, 1:-1]
    edges = inner[:, :1], inner[:, -1:], inner[:1], inner[-1:]
    share = float(part.mean())
    return DARK <= share <= 1 - PRINTED and min(float(edge.mean()) for edge in edges) >= EDGE
