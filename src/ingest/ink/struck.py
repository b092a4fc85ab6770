"""Print that a pen or a stamp runs over: it may be misread and look right, so it is in doubt.

The box of a printed word is tight. Ink that goes on beyond it, above, below or at a side, farther than any
part of a letter does and not at once into another word, is a stroke of something else.
"""

from __future__ import annotations

from ...schema import Box, Reason, Word
from ..words.cells import box_of
from .inked import Inked

STRUCK = Reason("struck")

BEYOND = 0.45
"""Heights of the word by which a stroke goes on beyond its box, at least: the ring of an Å does by 0.25."""

TOUCHING = 0.12
"""The same within which there is no other word: letters of tight lines touch."""

INSIDE = 0.08
"""The same by which boxes may be too small."""

LEVEL_PART = 0.75
"""Share of the height, from the top, in which a stroke at a side counts: below it runs an underlining."""

LEAST_SIDE = 4
"""Pixels; a lower word is a dash or a dot, whose height says nothing."""


def sign(word: Word, page: Inked) -> Reason | None:
    """Whether a stroke goes on beyond one of the sides of a word's box, see `inked.Sign`."""
    return STRUCK if _is_struck(box_of(word), page) else None


def _is_struck(box: Box, page: Inked) -> bool:
    left, top, right, bottom = page.pixels(box)
    height = bottom - top
    if height < LEAST_SIDE or right - left < LEAST_SIDE:
        return False
    reach, slack = round(BEYOND * height), max(1, round(INSIDE * height))
    upper, lower = slice(max(0, top - reach), top + slack), slice(bottom - slack, bottom + reach)
    across = slice(max(0, left - reach), right + reach)
    level = slice(top, top + round(LEVEL_PART * height))
    before, after = slice(max(0, left - reach), left + slack), slice(right - slack, right + reach)
    return (
        _goes_on(page, upper, across, reach, turned=False, flipped=True)
        or _goes_on(page, lower, across, reach, turned=False, flipped=False)
        or _goes_on(page, level, before, reach, turned=True, flipped=True)
        or _goes_on(page, level, after, reach, turned=True, flipped=False)
    )


def _goes_on(page: Inked, rows: slice, columns: slice, reach: int, *, turned: bool, flipped: bool) -> bool:
    """Whether ink runs from the inner edge of this strip to its outer one, through no word at first."""
    ink, words = page.ink[rows, columns], page.words[rows, columns]
    if turned:
        ink, words = ink.T, words.T
    if flipped:
        ink, words = ink[::-1], words[::-1]
    if len(ink) <= reach or not ink[-1].any():
        return False
    start = len(ink) - reach
    # At its beginning the stroke lies in the word's box, at its sides beyond it nothing does.
    path = ink[start - 1] & words[start - 1]
    free = round(TOUCHING / BEYOND * reach)
    for place, (row, other) in enumerate(zip(ink[start:], words[start:], strict=True)):
        wide = path.copy()
        wide[1:] |= path[:-1]
        wide[:-1] |= path[1:]
        path = row & wide & ~other if place < free else row & wide
        if not path.any():
            return False
    return True
