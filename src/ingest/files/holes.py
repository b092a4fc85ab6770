"""Glyphs of a text layer without a meaning: `Bri -Mari` for `Britt-Mari`, `V stermark` for `Västermark`."""

from __future__ import annotations

from statistics import median
from typing import Any

from ...schema import Reason

WIDE = 1.5
"""Width of a space, in that of the font's usual one, from which on it is none."""

LEAST_SPACES = 5
"""Spaces of a font that tell what is usual."""

NO_MEANING = "\ufffd"

LOST = Reason("letters_lost")

Char = dict[str, Any]
"""A character: text, x0, x1, top, bottom, size, upright, fontname."""


def marked(chars: list[Char]) -> list[Char]:
    """The characters of a page that was set in type, with spaces that are wider than their font's as holes.

    Word spacing does not count in a character's own width. An earlier reader of a scan stretches its spaces.
    """
    widths: dict[str, list[float]] = {}
    for char in chars:
        if char["text"] == " ":
            widths.setdefault(char["fontname"], []).append(_relative_width(char))
    usual = {font: median(found) for font, found in widths.items() if len(found) >= LEAST_SPACES}
    return [
        char | {"text": NO_MEANING}
        if char["text"] == " " and _relative_width(char) > WIDE * usual.get(char["fontname"], 1.0)
        else char
        for char in chars
    ]


def _relative_width(char: Char) -> float:
    return float(char["x1"] - char["x0"]) / max(float(char["size"]), 0.1)
