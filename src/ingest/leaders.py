"""Dotted leaders of a table of contents: no reader reads them, so their dots are counted in the image."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..schema import Box, Line, Word
from .cells import box_of
from .plate import PADDING, Plate
from .tokens import is_known

_LEADER = re.compile(r"[^\w\s]?\.{4,}.*|[.…,]{3,}[\w.,]*|\W{0,2}[.esronti,…\"]{10,}")
"""A run of dots, and what a reader makes of it: `...essssseerssrr`."""

LOWER_PART = 0.5
"""Share of the box's height, from the bottom, in which dots stand."""

DARK = 140


def is_leader(text: str) -> bool:
    """True for a run of dots, however the reader spelt it."""
    return _LEADER.fullmatch(text) is not None and not is_known(text)


def _is_heading(text: str) -> bool:
    return len(text) > 3 and is_known(text)


def counted(line: Line, plate: Plate) -> Line:
    """The line with each leader as its dots; its pieces become one word."""
    words: list[Word] = []
    last = len(line.words) - 1
    for index, word in enumerate(line.words):
        follows = bool(words) and is_leader(words[-1].text)
        if follows and (is_leader(word.text) or (index < last and not _is_heading(word.text))):
            words[-1] = replace(words[-1], box=box_of(words[-1]).union(box_of(word)))
        else:
            words.append(word)
    return replace(
        line, words=tuple(_dotted(word, plate) if is_leader(word.text) else word for word in words)
    )


def _dotted(word: Word, plate: Plate) -> Word:
    number = _dots(word, plate)
    return replace(word, text="." * number) if number >= 3 else word


def _dots(word: Word, plate: Plate) -> int:
    """Runs of dark columns in the lower part of the word's box."""
    box = box_of(word)
    margin, _ = PADDING  # the neighbours' edges are no dots
    lower = Box(box.x0 + margin, box.bottom - max(2.0, LOWER_PART * box.height), box.x1 - margin, box.bottom)
    part, _ = plate.cut(lower)
    columns = np.asarray((np.asarray(part) < DARK).any(axis=0))
    return int(np.count_nonzero(np.diff(columns.astype(np.int8), prepend=0) == 1))


def count_all(lines: Sequence[Line], plate: Plate) -> list[Line]:
    """Every line with its leaders counted."""
    return [
        counted(line, plate) if any(is_leader(word.text) for word in line.words) else line for line in lines
    ]
