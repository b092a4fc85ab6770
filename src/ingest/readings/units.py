"""Square and cubic metres: readers take the small raised figure for a quotation mark, a letter, a plain 2.

Which of the two it is shows in the image alone: the figure's ink is weighed with what sets a 2 apart from a
3 (at its foot the one has it at the left, the other at the right). Where that is not clear the unit is in
doubt, as a wrong one would look right.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ...schema import Line, Reason, Word
from ..image.plate import DARK, Cuttable
from ..words.cells import box_of

_PER = re.compile(r".*\d|per|/|(kr|kronor)/")
"""What stands before a unit: `12 m²`, `525 kr per m²`."""

_MISREAD = re.compile(r"nr[.,;:)]*")
"""What is read of `m²` too: `17.887 nr och`, not `12 nr 3`."""

_RAISED = re.compile(r"([ckd]?m)([23å’'?*“”\"°²³])((?:sk|fub|to)?[.,;:)]*)")
"""After a number: the unit, what was read of its figure, what follows."""

RAISED = 0.25
"""Height of the figure's foot over the line, as a share of the unit's height, from which on it is raised."""

TWO = (
    (-0.1, -0.1, 0.0, 0.2),
    (0.3, -0.1, -0.5, 0.5),
    (0.0, -1.2, -0.9, 0.8),
    (0.1, 0.7, 0.0, -1.8),
    (0.4, 1.6, -0.8, -2.3),
    (1.1, 0.8, 0.3, 0.9),
)
"""Mean ink of a raised 2 less that of a 3, in deviations, in four columns of six rows: fifteen typefaces in
three sizes, scanned at 150 to 300 dpi. In a typeface left out 98 % are told right; italics are not."""

CLEAR = 0.2
"""Likeness to either, 0 to 1, from which on it is told: of 720 upright ones 26 are not, and none is wrong."""

ASIDE = (1.0, 2.5)
"""Points of paper around the unit that are looked at: not the letters of its neighbours."""

LEAST = 5
"""Pixels; a lower figure is not told."""

UNCLEAR = Reason("unit_unclear")


def raised(line: Line, plate: Cuttable) -> Line:
    """The line with the raised figure of each unit after a number as printed, or in doubt."""
    behind = [*(word.text for word in line.words[2:]), ""]
    later = tuple(
        _raised(word, before.text, after, plate)
        for (before, word), after in zip(pairwise(line.words), behind, strict=False)
    )
    return replace(line, words=(*line.words[:1], *later))


def _raised(word: Word, before: str, after: str, plate: Cuttable) -> Word:
    match = _RAISED.fullmatch(word.text)
    if _MISREAD.fullmatch(word.text) and before[-1].isdigit() and not after[:1].isdigit():
        return replace(word, doubt=word.doubt or UNCLEAR)
    if match is None or not _PER.fullmatch(before):
        return word
    grey = np.asarray(plate.cut(box_of(word), ASIDE)[0], dtype=np.int16)
    figure = _figure(grey, marks=len(match[3]))
    if figure is None and match[2].isdigit():
        return word  # it may be printed so
    told = None if figure is None else _told(figure)
    text = f"{match[1]}{told or '²'}{match[3]}"
    alternatives = word.alternatives if text == word.text else (word.text, *word.alternatives)
    doubt = word.doubt if told else word.doubt or UNCLEAR
    return replace(word, text=text, alternatives=alternatives, doubt=doubt)


def _figure(grey: NDArray[np.int16], marks: int) -> NDArray[np.int16] | None:
    """The darkness of the raised figure, before so many marks; None where no figure is raised."""
    ink = grey < DARK
    columns = np.flatnonzero(ink.any(axis=0))
    if not len(columns):
        return None
    runs = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    if len(runs) < 2 + marks:
        return None
    letters, run = runs[: -1 - marks], runs[-1 - marks]
    unit = np.flatnonzero(ink[:, letters[0][0] : letters[-1][-1] + 1].any(axis=1))
    rows = np.flatnonzero(ink[:, run[0] : run[-1] + 1].any(axis=1))
    height = rows[-1] - rows[0] + 1
    if unit[-1] - rows[-1] < RAISED * (unit[-1] - unit[0] + 1) or height < LEAST:
        return None
    return 255 - grey[rows[0] : rows[-1] + 1, run[0] : run[-1] + 1]


def _told(figure: NDArray[np.int16]) -> str | None:
    """² or ³; None where it might be either."""
    pattern = np.array(TWO)
    small = Image.fromarray(figure.clip(0, 255).astype(np.uint8)).resize(
        pattern.shape[::-1], Image.Resampling.BOX
    )
    ink = np.asarray(small, np.float64)
    likeness = float((pattern * (ink - ink.mean())).sum() / (np.abs(pattern).sum() * max(1.0, ink.std())))
    if abs(likeness) < CLEAR:
        return None
    return "²" if likeness > 0 else "³"
