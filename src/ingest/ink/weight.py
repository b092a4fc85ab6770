"""Which words are bold: their strokes are half as wide again as those of the page's other words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from ...schema import Box, Line, Word
from ..words.cells import box_of
from .inked import Inked

FEWEST = 20
"""Words of a page, at least, that tell how wide its strokes are."""

PLAIN, BOLD = (1.0, 0.1), (1.6, 0.25)
"""Mean and standard deviation of a word's stroke width in those of the page's median word. Of 30,000 words of
office scans in fifty typefaces and sizes, plain ones have 0.96 to 1.04 and 0.08 to 0.11, bold ones 1.5 to 1.7
and 0.25, as typefaces differ."""

SHORT = 0.14
"""Standard deviation of plain words of one or two letters, and of figures."""

FIRST, ON, OFF = -2.2, -4.6, -3.0
"""Natural logarithms of how likely it is that a line begins in bold, that a bold word follows a plain one,
and a plain one a bold one."""


def told(lines: Sequence[Line], page: Inked) -> tuple[Line, ...]:
    """The lines with their bold words told; as they are where the page has too few words to compare.

    Args:
        lines: of one page, with the boxes of its image.
        page: its ink.
    """
    widths = [[stroke_width(box_of(word), page) for word in line.words] for line in lines]
    telling = [
        width
        for line, found in zip(lines, widths, strict=True)
        for word, width in zip(line.words, found, strict=True)
        if _letters(word) > 2 and width
    ]
    if len(telling) < FEWEST:
        return tuple(lines)
    usual = median(telling)
    return tuple(
        _line(line, [width / usual for width in found]) for line, found in zip(lines, widths, strict=True)
    )


def stroke_width(box: Box, page: Inked) -> float:
    """Mean width of the strokes in a box, in pixels: ink to its edges; 0 where there is none."""
    left, top, right, bottom = page.pixels(box)
    ink = page.ink[top:bottom, left:right]
    across, down = ink[:, 1:] != ink[:, :-1], ink[1:] != ink[:-1]
    edges = int(np.count_nonzero(across)) + int(np.count_nonzero(down))
    return 2 * int(np.count_nonzero(ink)) / edges if edges else 0.0


def _line(line: Line, widths: Sequence[float]) -> Line:
    """The line with the likeliest of its words bold: neighbours are mostly alike."""
    if not line.words:
        return line
    gains = [_gain(word, width) for word, width in zip(line.words, widths, strict=True)]
    # The best way to each word, if it is plain and if it is bold.
    plain, bold = 0.0, FIRST + gains[0]
    from_bold: list[tuple[bool, bool]] = []
    for gain in gains[1:]:
        from_bold.append((bold + OFF > plain, bold > plain + ON))
        plain, bold = max(plain, bold + OFF), max(plain + ON, bold) + gain
    is_bold = [bold > plain]
    for came in reversed(from_bold):
        is_bold.append(came[is_bold[-1]])
    if not any(is_bold):
        return line
    told = zip(line.words, reversed(is_bold), strict=True)
    return replace(line, words=tuple(replace(word, bold=True) if heavy else word for word, heavy in told))


def _gain(word: Word, width: float) -> float:
    """Natural logarithm of how much likelier a stroke is in bold; 0 for what tells nothing."""
    letters = _letters(word)
    if not (letters or "§" in word.text) or not width or word.text in _UNTELLING:
        return 0.0
    mean, spread = PLAIN[0], PLAIN[1] if letters > 2 else SHORT
    heavy, wide = BOLD
    seen = min(max(width, mean), heavy)
    return ((seen - mean) / spread) ** 2 / 2 - ((seen - heavy) / wide) ** 2 / 2 + math.log(spread / wide)


_UNTELLING = frozenset("1Ilij")
"""Characters of one stroke, whose width without serifs is all their ink."""


def _letters(word: Word) -> int:
    return sum(map(str.isalnum, word.text))
