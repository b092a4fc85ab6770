"""Dotted leaders of a table of contents: no reader reads them, so their dots are counted in the image."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ...schema import Box, Line, Word
from ..image.plate import PADDING, Plate
from ..words.cells import box_of
from ..words.tokens import is_known

_LEADER = re.compile(r"[^\w\s]?\.{4,}.*|[.…,]{3,}[\w.,]*|\W{0,2}[.esronti,…\"]{10,}")
"""A run of dots, and what a reader makes of it: `...essssseerssrr`."""

_GLUED = re.compile(r"(?P<word>[^\W_][\w/:-]*?)\.{4,}(?P<rest>[\w.:]*)")
"""A word with its leader, and what a reader makes of the dots: `reglemente.........s.seeseese`."""

LOWER_PART = 0.5
"""Share of the box's height, from the bottom, in which dots stand."""

DARK = 140

FLAT, LONG, LETTERS = 0.45, 4.0, 6
"""Greatest height and least width, in heights of the line, and least letters of dots read as a word."""

UNSURE = 0.3
"""Engine confidence below which what stands in a leader was read twice."""


RUN = "...."
"""Dots of a leader that a reader joined to its word."""


def is_leader(text: str) -> bool:
    """True for a run of dots, however the reader spelt it."""
    return _LEADER.fullmatch(text) is not None and not is_known(text)


def _is_heading(text: str) -> bool:
    return len(text) > 3 and is_known(text)


def counted(line: Line, plate: Plate) -> Line:
    """The line with each leader as its dots; its pieces become one word."""
    words: list[Word] = []
    last = len(line.words) - 1
    height = max((box_of(word).height for word in line.words), default=0.0)
    for index, word in enumerate(line.words):
        word = _without_glued(word)
        follows = bool(words) and (_is_dots(words[-1], height) or words[-1].text.endswith(RUN))
        if follows and (
            _is_dots(word, height)
            or _is_flat(word, height)
            or (index < last and not _is_heading(word.text))
            or _lies_in(words[-1], word)
        ):
            words[-1] = replace(words[-1], text=words[-1].text, box=_joined(words[-1], word))
        else:
            words.append(word)
    return replace(
        line, words=tuple(_dotted(word, plate) if _is_dots(word, height) else word for word in words)
    )


def _without_glued(word: Word) -> Word:
    """The word with its leader as dots, where a reader made one word of both."""
    match = _GLUED.fullmatch(word.text)
    if match is None or not _is_dotted(match["rest"]):
        return word
    return replace(word, text=match["word"] + RUN)


def _is_dotted(rest: str) -> bool:
    """Whether what follows dots is what readers make of dots, and no number of a page."""
    return not any(map(str.isdigit, rest))


def _is_dots(word: Word, height: float) -> bool:
    """A leader by its letters, or by its box: long, and as low as dots."""
    is_long = box_of(word).width > LONG * height and len(word.text) >= LETTERS
    return is_leader(word.text) or (is_long and _is_flat(word, height))


def _is_flat(word: Word, height: float) -> bool:
    return box_of(word).height < FLAT * height


def _lies_in(leader: Word, word: Word) -> bool:
    """True for what a reader saw a second time in a leader."""
    return box_of(word).x1 < box_of(leader).x1 and (word.confidence or 0.0) < UNSURE


def _joined(leader: Word, word: Word) -> Box:
    """The leader's box drawn out over the word, no higher than before."""
    own, other = box_of(leader), box_of(word)
    return replace(own, x0=min(own.x0, other.x0), x1=max(own.x1, other.x1))


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
    return [counted(line, plate) for line in lines]
