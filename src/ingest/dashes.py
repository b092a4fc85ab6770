"""Dashes as printed: Swedish sets the short one, `–`, and the first model prints the long one, `—`."""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import median

from ..schema import Line, Word
from .cells import box_of

LONG, SHORT = "—", "–"

EM = 0.8
"""Width, in heights of the line's words, below which a dash is half an em: 0.6 to 0.7 where an em is 1.2."""

_RANGE = re.compile(rf"(?<=\d){LONG}(?=\d)")
"""Between two numbers there is never a long one."""


def measured(line: Line) -> Line:
    """The line with each long dash that is printed short made short."""
    if LONG not in line.text:
        return line
    heights = [box_of(word).height for word in line.words if word.text != LONG]
    height = median(heights) if heights else 0.0
    return replace(line, words=tuple(_measured(word, height) for word in line.words))


def _measured(word: Word, height: float) -> Word:
    if word.text == LONG:
        return replace(word, text=SHORT) if box_of(word).width < EM * height else word
    return replace(word, text=_RANGE.sub(SHORT, word.text))
