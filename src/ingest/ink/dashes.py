"""Dashes as printed: readers confuse hyphens with dashes of half an em and of an em; the image does not.

In eight faces, serif and sans, the ink of a hyphen is 0.28 to 0.42 times as wide as the digits beside it are
high, that of an en dash 0.59 to 0.86, that of an em dash 1.4 (146 tokens of six office scans).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from ...schema import Line, Word
from ..image.plate import Cuttable
from ..words.cells import box_of

HYPHEN, EN, EM = "-", "–", "—"

HYPHEN_WIDTH = 0.5
"""Width of a dash, in heights of the figures beside it, below which it is a hyphen."""

EN_WIDTH = 1.1
"""Width above which it is an em dash."""

LEAST_WIDTH = 0.22
"""Width of a bar, in the same measure, that can be a dash; points and serifs are narrower."""

FLAT = 0.25
"""Height of a dash at most, in the same measure."""

ASIDE = (1.0, 2.5)
"""Points of paper around the word that are looked at: not the letters of its neighbours."""

SAME_PITCH = 0.035
"""Median distance of a word's width for each letter from that of all words of a page, as a share of it, up to
which the face has one width for all: there a hyphen is as wide as an en dash elsewhere, and no typewriter has
the dash. On forty invented scans ten typed ones had .022 and less, all others .056 and more."""

SIDES = 0.3
"""White beside the outer letters of a word, together, in widths of a letter."""

LEAST_WORDS = 10
"""Words of four letters and more that show what face it is."""

_DASHES = re.compile(rf"[{EM}{EN}-]+")
_MEASURED = re.compile(rf"(?<![^\W\d_])[{EM}{EN}-]|[{EM}{EN}-](?=\d)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def measured(lines: Sequence[Line], plate: Cuttable) -> list[Line]:
    """The lines of one page or part with their dashes as wide as in the image."""
    if _one_pitch(lines):
        return list(lines)
    return [_of_line(line, plate) if any(map(_is_wanted, line.words)) else line for line in lines]


def _of_line(line: Line, plate: Cuttable) -> Line:
    heights = [box_of(word).height for word in line.words if any(map(str.isalnum, word.text))]
    height = median(heights) if heights else 0.0
    words = (_measured(word, height, plate) if _is_wanted(word) else word for word in line.words)
    return replace(line, words=tuple(words))


def _is_wanted(word: Word) -> bool:
    """Whether a word has a dash, as `maj–30` has; dates have hyphens, and so have `an-` and `Eva-Lo`."""
    return _MEASURED.search(word.text) is not None and not _DATE.fullmatch(word.text)


def _one_pitch(lines: Sequence[Line]) -> bool:
    """Whether all letters are as wide as each other, or there are too few words to tell."""
    long = [word for line in lines for word in line.words if len(word.text) > 3]
    pitches = [box_of(word).width / (len(word.text) - SIDES) for word in long]
    if len(pitches) < LEAST_WORDS:
        return True
    usual = median(pitches)
    return median(abs(pitch - usual) for pitch in pitches) < SAME_PITCH * usual


def _measured(word: Word, height: float, plate: Cuttable) -> Word:
    bars, count = list(_bars(word, height, plate)), len(_DASHES.findall(word.text))
    if len(bars) < count:
        return word
    least = sorted(bars)[-count]  # arms of letters are shorter
    bars = [bar for bar in bars if bar >= least][:count]
    dashes = iter(HYPHEN if bar < HYPHEN_WIDTH else EN if bar < EN_WIDTH else EM for bar in bars)
    return replace(word, text=_DASHES.sub(lambda _: next(dashes), word.text))


def _bars(word: Word, height: float, plate: Cuttable) -> Iterator[float]:
    """Widths of what may be dashes in a word's ink, in heights of its figures, or of the line's words."""
    part, frame = plate.cut(box_of(word), ASIDE)
    grey = np.asarray(part, dtype=np.float32)
    ink = grey < (np.percentile(grey, 1) + np.percentile(grey, 90)) / 2
    # Letters before the last dash may hang, as in `maj–30`; figures do not.
    behind = len(_DASHES.split(word.text)[-1])
    figures = ink[:, -round(behind / len(word.text) * ink.shape[1]) :] if behind else ink
    rows = np.flatnonzero(figures.any(axis=1))
    if not len(rows) or not height:
        return
    tall = len(word.text) > 1
    high = rows[-1] - rows[0] + 1.0 if tall else height / frame.scale
    ink = ink[rows[0] : rows[-1] + 1]
    tops, bottoms = ink.argmax(axis=0), len(ink) - 1 - ink[::-1].argmax(axis=0)
    middle = (tops + bottoms) / 2 / high
    flat = ink.any(axis=0) & (bottoms - tops < FLAT * high)
    flat &= ((middle > 0.3) & (middle < 0.8)) if tall else True
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flat.astype(np.int8), [0]))))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start > LEAST_WIDTH * high:
            yield float((end - start) / high)
