"""Spaces that readers drop inside numbers, found in the image: `1(11)` is printed `1 (11)`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np

from ..schema import Line, Word
from .cells import box_of
from .plate import DARK, Cuttable

_JOINED = re.compile(
    r"(\d+(?:[.,]\d+(?=%))?|§|[^\W\d_]+)"
    r"((?<=\d)(?:\(\d+\)\W?|%\W?|kr\b.*)|(?<=§)\d+\W?|(?<=[^\W\d_])§ ?\d+\W?)"
)
"""A number, and what is printed with a space before it as a rule; a body, its § and its number."""

_GROUPED = re.compile(r"(\d{1,3})((?:\d{3})+(?!\d)\W*)")
"""A sum of thousands: `1 750`, or a year, which has no gap."""

WIDE = 0.24
"""Width of a gap that is a space, in heights of the word; letters stand 0.15 apart, spaces are 0.3 wide."""

GROUP = 0.45
"""The same between digits, as a 1 has 0.3 of white at its side."""

ALIKE = 0.7
"""Width of another space of the same word, as a share of the widest, at least."""

CLEAR = 1.35
"""How much wider it is than any other gap of the number, at least: a year in spaced type has none such."""


def widened(line: Line, plate: Cuttable) -> Line:
    """The line with such words split where the image has a space."""
    if not any(_JOINED.fullmatch(word.text) or _GROUPED.fullmatch(word.text) for word in line.words):
        return line
    return replace(line, words=tuple(part for word in line.words for part in _parts(word, plate)))


def _parts(word: Word, plate: Cuttable) -> tuple[Word, ...]:
    grouped = _GROUPED.fullmatch(word.text)
    match = grouped or _JOINED.fullmatch(word.text)
    place = (
        _gap(word, plate, len(match[1]) / len(word.text), groups=_groups(grouped[2]) if grouped else 0)
        if match
        else None
    )
    if match is None or place is None:
        return (word,)
    box = box_of(word)
    left, right = replace(box, x1=place[0]), replace(box, x0=place[1])
    return replace(word, text=match[1], box=left), *_parts(replace(word, text=match[2], box=right), plate)


def _groups(digits: str) -> int:
    """How many groups of thousands these are."""
    return sum(map(str.isdigit, digits)) // 3


def _gap(word: Word, plate: Cuttable, expected: float, *, groups: int) -> tuple[float, float] | None:
    """Where the word's space begins and ends, in points; None where none is at about the place expected.

    Args:
        word: with a box.
        plate: the image.
        expected: place of the space as a share of the word's width.
        groups: of thousands behind it; 0 where it is not between digits.
    """
    box = box_of(word)
    part, frame = plate.cut(box)
    columns = np.flatnonzero((np.asarray(part) < DARK).any(axis=0))
    # The part is cut with paper around it, on which neighbours may stand.
    places = frame.x0 + columns * frame.scale
    columns = columns[(places > box.x0 - 1) & (places < box.x1 + 1)]
    if len(columns) < 2:
        return None
    found = sorted(pairwise(columns.tolist()), key=lambda pair: pair[1] - pair[0], reverse=True)
    widths = [(last - first - 1) * frame.scale / box.height for first, last in found]
    others = max(widths[groups:], default=0.0) if groups else 0.0
    if widths[0] <= (GROUP if groups else WIDE) or widths[0] < CLEAR * others:
        return None
    # Of two spaces that are about as wide, as in `SN § 14`, the one that is looked for.
    alike = [pair for pair, width in zip(found, widths, strict=True) if width > max(WIDE, ALIKE * widths[0])]
    shares = {
        (first, last): (frame.x0 + (first + last) / 2 * frame.scale - box.x0) / max(1.0, box.width)
        for first, last in alike
    }
    gap = min(shares, key=lambda gap: abs(shares[gap] - expected))
    if abs(shares[gap] - expected) >= 0.25:
        return None
    first, last = gap
    return frame.x0 + (first + 1) * frame.scale, frame.x0 + last * frame.scale
