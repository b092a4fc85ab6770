"""Ink over a capital A or O that no reader told: `ALN` for `ÄLN`, `Aldrenämnden`. The word is in doubt.

Readers drop the dots and the ring of capitals, and two of them may agree on it. On coarse scans dots run into
their letter, which is then higher than the tall letters behind it.
"""

from __future__ import annotations

import numpy as np

from ...schema import Reason, Word
from ..image.printed import levels
from ..words.cells import box_of
from ..words.tokens import core
from .inked import Inked

OVER = Reason("ink_over")

BARE, TALL = frozenset("AO"), frozenset("bdfhkl")

FIRST, OTHERS = 0.6, 0.95
"""Where the part of the letter that is looked at ends and where others begin, in heights of the word."""

ABOVE = 0.4
"""Heights of the word above its box within which dots or a ring stand."""

HIGHER = (0.12, 0.45)
"""The same by which the letter is higher than the others, at least and at most; an O by 0.02."""

INK = 0.35
"""Share of the way from paper to ink from which on a pixel belongs to dots."""

LEAST_WIDTH = 1.3
"""In heights of the word."""

LEAST_SIDE = 8
"""Pixels of a word's height, below which dots are too small to be told from specks."""


def sign(word: Word, page: Inked) -> Reason | None:
    """Whether there is ink over the first letter, see `inked.Sign`."""
    text = core(word.text)
    told = text[:1] in BARE and text == word.text[: len(text)] and len(text) > 1
    tall = text.isupper() or bool(set(text[1:]) & TALL)
    return OVER if told and tall and text.isalpha() and _is_higher(word, page) else None


def _is_higher(word: Word, page: Inked) -> bool:
    left, top, right, bottom = page.pixels(box_of(word))
    height = bottom - top
    if height < LEAST_SIDE or right - left < LEAST_WIDTH * height:
        return False
    above = max(0, top - round(ABOVE * height))
    grey = np.asarray(page.plate.image.crop((left, above, right, bottom)))
    paper, black = levels(grey)
    ink = grey < paper - INK * (paper - black)
    ink[: top - above] &= ~page.words[above:top, left:right]
    parts = ink[:, : round(FIRST * height)], ink[:, round(OTHERS * height) :]
    tops = [np.flatnonzero(part.sum(axis=1) > 1) for part in parts]
    if not all(map(len, tops)):
        return False
    least, most = (share * height for share in HIGHER)
    return bool(least <= tops[1][0] - tops[0][0] <= most)
