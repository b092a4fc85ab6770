"""Ink beside a word that no reader saw: a lost minus or digit, the rest of a name. The word is in doubt.

Readers that look at the same box agree on what is in it, whatever they leave out: `21` of `211`, `4,6` of
`-4,6`, `Käll` of `Källman`.
"""

from __future__ import annotations

import re

import numpy as np

from ...schema import Reason, Word
from ..image import printed
from ..words.cells import box_of
from ..words.tokens import bears_number
from .dashes import FLAT
from .empty_cells import HALFWAY
from .inked import Ink, Inked

BESIDE = Reason("ink_beside")

REACH = {True: 0.8, False: 0.4}
"""Heights of the word within which ink beside it is a part of it: of a number (a minus too), of a word."""

SLACK, FIGURE = 0.12, 0.7
"""The same by which boxes may be too narrow, and the width of a figure: a 1 may have a box of its stem."""

FAINT = 215
"""Grey below which a minus may be, in a page whose paper is white: a stroke of two pixels is never dark."""

MINUS = (0.12, 0.75)
"""Least and greatest width of such a stroke, in heights of the number."""

MINUS_HIGH = 0.35
"""Its height at most, in the same measure."""

LOW, HIGH = 0.05, 0.9
"""Part of the height, from the top, in which such ink counts: below it runs an underlining."""

LEAST_DASH = 0.2
"""Width of a dash, in heights of the word, at least."""

LEAST_LETTER = (0.06, 0.5)
"""Least width and height of a letter or a digit, in the same measure; points and specks are lower."""

BEYOND = 0.3
"""Heights of the word above and below, through which an upright rule goes on and a letter does not."""

LOW_MARK = 0.6
"""Part of the height, from the top, below which a comma or a point stands."""

APART = 0.16
"""White above a mark between two figures, in heights of the number, at least: without one it is narrower."""

SMALL = 20
"""Pixels of a number's height up to which its marks run into its figures."""

MARKED = 190
"""Grey below which such white has a mark at its foot."""

_FIGURES = re.compile(r"[02-9]{2,}([.,:/-][02-9]+)*\W?")
"""Numbers in which such a mark may be lost."""

THROUGH = 0.95
"""Share of the strip's height that such a rule fills."""

LEAST_SIDE = 6
"""Pixels; beside a lower word a speck is as large as a letter."""


def sign(word: Word, page: Inked) -> Reason | None:
    """Whether there is print beside a word that is none of another's, see `inked.Sign`."""
    return BESIDE if _has_ink_beside(word, page) else None


def _has_ink_beside(word: Word, page: Inked) -> bool:
    left, top, right, bottom = page.pixels(box_of(word))
    height = bottom - top
    if height < LEAST_SIDE:
        return False
    slack = max(SLACK * height, (FIGURE * height - (right - left)) / 2)
    own = page.ink[top:bottom, left:right]
    if word.text[0].isdigit() and (_begins_with_bar(own) or (word.text.isdigit() and _has_comma(own))):
        return True
    if _has_point(word, page):
        return True
    if word.text[0].isdigit() and _has_minus(left, top, bottom, page):
        return True
    reach, spare = round(REACH[bears_number(word.text)] * height), round(BEYOND * height)
    rows = slice(max(0, top - spare), bottom + spare)
    before, after = slice(max(0, left - reach - height), left), slice(right, right + reach + height)
    outwards = (page.ink[rows, before][:, ::-1], page.words[rows, before][:, ::-1])
    return any(
        _is_print(ink, words, reach, height, slack)
        for ink, words in (outwards, (page.ink[rows, after], page.words[rows, after]))
    )


def _has_comma(ink: Ink) -> bool:
    """Whether there is a low mark between the figures of a number, which no reader told: `435` for `4,35`."""
    inner = printed.runs(ink, 0)[1:-1]
    tops = (int(np.flatnonzero(ink[:, start:stop].any(axis=1))[0]) for start, stop in inner)
    return any(top > LOW_MARK * len(ink) for top in tops)


def _has_point(word: Word, page: Inked) -> bool:
    """The same where the mark has run into the figures, as in small print: `38` for `3.8`, `261` for `2:61`.

    Then the figures stand further apart above it than others do. A 1 has white of its own, and feet.
    """
    left, top, right, bottom = page.pixels(box_of(word))
    if not _FIGURES.fullmatch(word.text) or bottom - top > SMALL:
        return False
    grey = np.asarray(page.plate.image.crop((left, top, right, bottom)))
    height = len(grey)
    head, waist, foot = (round(share * height) for share in (0.35, 0.55, 0.78))
    white = np.concatenate((grey[:head], grey[waist:foot])).min(axis=0, keepdims=True) >= FAINT
    gaps = [(start, stop) for start, stop in printed.runs(white, 0) if start and stop < white.shape[1]]
    return any(
        stop - start >= APART * height and (grey[foot:, start + 1 : stop - 1] < MARKED).any()
        for start, stop in gaps
    )


def _begins_with_bar(ink: Ink) -> bool:
    """Whether a number's own ink begins with a minus, which no reader told; it may touch the figure."""
    columns = np.flatnonzero(ink.any(axis=0))
    if not len(columns):
        return False
    bar = ink[:, columns[0] : columns[0] + round(LEAST_DASH * len(ink))]
    rows = np.flatnonzero(bar.any(axis=1))
    low, high = (part * len(ink) for part in HALFWAY)
    return bool(np.ptp(rows) + 1 < FLAT * len(ink) and low < rows.mean() < high)


def _has_minus(left: int, top: int, bottom: int, page: Inked) -> bool:
    """Whether a stroke halfway up stands before a number, however faint, and nothing above or below it."""
    height = bottom - top
    start = max(0, left - round(REACH[True] * height))
    free = ~page.words[top:bottom, start:left]
    grey = np.asarray(page.plate.image.crop((start, top, left, bottom)))
    marks = (grey < FAINT) & free
    low, high = (round(part * height) for part in HALFWAY)
    least, most = (share * height for share in MINUS)
    if not marks[low:high].any() or not free.all():
        return False
    # The last run may be the edge of the figure itself.
    return any(
        least <= stop - start <= most and _is_halfway(marks[:, start:stop], low, high)
        for start, stop in printed.runs(marks, 0)[-2:]
    )


def _is_halfway(mark: Ink, low: int, high: int) -> bool:
    rows = np.flatnonzero(mark.any(axis=1))
    return bool(low <= rows[0] and rows[-1] < high and np.ptp(rows) + 1 <= MINUS_HIGH * len(mark))


def _is_print(ink: Ink, words: Ink, reach: int, height: int, slack: float) -> bool:
    """Whether a strip, read outwards from the word to the next, has ink as large as a letter or a dash."""
    spare = (len(ink) - height) // 2
    inner = slice(spare + round(LOW * height), spare + round(HIGH * height))
    taken = np.flatnonzero(words[inner].any(axis=0))
    free = int(taken[0]) if len(taken) else ink.shape[1]
    for start, stop in printed.runs(ink[inner], 0):
        # What reaches the next word is its own, as boxes may be narrow; what goes on is no letter.
        if start >= reach or stop >= free:
            return False
        tall = int(np.ptp(np.flatnonzero(ink[inner, start:stop].any(axis=1)))) + 1
        width = stop - (start or slack)
        is_rule = ink[:, start:stop].mean(axis=0).max() > THROUGH
        is_dash = width >= LEAST_DASH * height
        is_letter = all(
            side >= least * height for side, least in zip((width, tall), LEAST_LETTER, strict=True)
        )
        if not is_rule and (is_dash or is_letter):
            return True
    return False
