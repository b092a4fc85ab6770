"""Spaces that readers drop inside numbers, found in the image: `1(11)` is printed `1 (11)`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np

from ..schema import Box, Line, Word
from .cells import box_of
from .plate import DARK, Cuttable

_JOINED = re.compile(r"(\d+|§)((?<=\d)(?:\(\d+\)\W?|%\W?|kr\b.*)|(?<=§)\d+\W?)")
"""A number, and what is printed with a space before it as a rule; a § and its number."""

WIDE = 0.24
"""Width of a gap that is a space, in heights of the word; letters stand 0.15 apart, spaces are 0.3 wide."""


def widened(line: Line, plate: Cuttable) -> Line:
    """The line with such words split where the image has a space."""
    if not any(_JOINED.fullmatch(word.text) for word in line.words):
        return line
    return replace(line, words=tuple(part for word in line.words for part in _parts(word, plate)))


def _parts(word: Word, plate: Cuttable) -> tuple[Word, ...]:
    match = _JOINED.fullmatch(word.text)
    place = _gap(word, plate, len(match[1]) / len(word.text)) if match else None
    if match is None or place is None:
        return (word,)
    box = box_of(word)
    left, right = Box(box.x0, box.top, place, box.bottom), Box(place, box.top, box.x1, box.bottom)
    return replace(word, text=match[1], box=left), replace(word, text=match[2], box=right)


def _gap(word: Word, plate: Cuttable, expected: float) -> float | None:
    """Where the word's widest white gap ends, in points; None where none is a space at about that place."""
    box = box_of(word)
    part, frame = plate.cut(box)
    columns = np.flatnonzero((np.asarray(part) < DARK).any(axis=0))
    if len(columns) < 2:
        return None
    first, last = max(pairwise(columns.tolist()), key=lambda pair: pair[1] - pair[0])
    width, middle = (last - first - 1) * frame.scale, frame.x0 + (first + last) / 2 * frame.scale
    near = abs((middle - box.x0) / max(1.0, box.width) - expected) < 0.25
    return frame.x0 + last * frame.scale if near and width > WIDE * box.height else None
