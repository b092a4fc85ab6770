"""The size of the paper that a scan lay on, where its file does not know it."""

from __future__ import annotations

A4_INCHES = 11.69
"""The longer side of A4."""

COARSE_DPI = 100.0
"""Nobody scans minutes for reading so coarsely: 72 and 96 are what programs write that know no size."""

SLACK = 1.02
"""Scans are a few millimetres longer than their paper."""


def dpi(longest: float, stated: float) -> float:
    """Pixels per inch of paper of a scan whose longer side has so many pixels.

    What the file states, but where that makes a coarse scan of a sheet longer than A4: programs that know no
    size put pixels down as points, or as the pixels of a screen. The sheet is taken to be A4 then.
    """
    guess = longest / A4_INCHES
    return guess if stated <= COARSE_DPI and guess > SLACK * stated else stated
