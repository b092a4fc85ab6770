"""First letters that differ from their capitals in height alone: typed `wikström`, `Just. Sign.`.

A typewriter's capitals are hardly taller than its small letters, and models take the case they expect. The
ink tells: where letters stand apart, small ones show how high these are; where they touch, what is nearly as
tall as the tall letters of its word is a capital.
"""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import median

import numpy as np

from ...language import load
from ...schema import Line, Word
from ..image import printed
from ..image.plate import DARK, Cuttable
from ..ink.marks import SAME_SHAPE
from ..words.cells import box_of
from ..words.tokens import core, is_known

CAPITAL = 0.84
"""Height of a capital at least, in heights of its word's tall letters; small letters have 0.75 and less."""

SMALL, LARGE = 1.1, 1.2
"""The same in heights of its word's small letters: of a small letter at most, of a capital at least. Capitals
of Courier have 1.3, of other faces up to 1.6; what lies between tells nothing."""

LEAST, MOST = 0.85, 2.0
"""And between what they lie where only letters were measured."""

LOW = frozenset("aceigjmnopqrsuvwxyzåäöé")
"""Letters whose body is as high as small letters are; dots and rings are ink of their own above it."""

DESCENDING = frozenset("gjpqy,;")

NAMED = 0.9
"""Share of a word's places in Swedish text in which it begins with a capital, from which on it is a name."""

COMMON = 0.5
"""The same up to which a word inside a line is none."""

FIRST = 0.8
"""Share of a letter's usual width that is looked at, for the next one not to count."""

_EITHER = "".join(sorted(SAME_SHAPE))

_NAME = re.compile(rf"(?:[A-ZÅÄÖ][a-zåäöé]+-)?([{_EITHER}][a-zåäöé]{{2,}}[.,;:)]*)")
"""A word, or the second half of a double name, that may begin with a capital."""

_COMMON = re.compile(rf"([{_EITHER.upper()}][a-zåäöé]{{2,}}[.,;:)]*)")
"""A word inside a line that may begin with a small letter."""

_TALL = re.compile(r"[bdfhkl]")


def capital(line: Line, plate: Cuttable) -> Line:
    """The line with what may be names, or none, begun as printed."""
    words = [_as_printed(word, plate, inside=place > 0) for place, word in enumerate(line.words)]
    return replace(line, words=tuple(words))


def _as_printed(word: Word, plate: Cuttable, *, inside: bool) -> Word:
    if name := _NAME.fullmatch(word.text):
        if _may_be_name(core(name[1])) and _is_capital(word, name.start(1), plate):
            return _begun(word, name.start(1), word.text[name.start(1)].upper())
    elif inside and _COMMON.fullmatch(word.text) and _may_be_common(core(word.text).lower()):
        size = _size(word, 0, plate)
        if size is not None and size <= SMALL:
            return _begun(word, 0, word.text[0].lower())
    return word


def _begun(word: Word, place: int, letter: str) -> Word:
    text = word.text[:place] + letter + word.text[place + 1 :]
    return replace(word, text=text, alternatives=(word.text, *word.alternatives))


def _may_be_name(text: str) -> bool:
    """Whether no list has the word, or nearly always with a capital."""
    found = load().lexicon.word(text)
    return not is_known(text) if found is None else found.capital >= NAMED


def _may_be_common(text: str) -> bool:
    """Whether a list has the word, and hardly ever with a capital."""
    found = load().lexicon.word(text)
    return found is not None and found.capital <= COMMON


def _is_capital(word: Word, place: int, plate: Cuttable) -> bool:
    size = _size(word, place, plate)
    if size is not None:
        return size >= LARGE
    if not _TALL.search(word.text, place):
        return False
    part, frame = plate.cut(box_of(word), (0.0, 0.0))
    ink = np.asarray(part) < DARK
    letter = box_of(word).width / len(word.text) / frame.scale
    begun = ink[:, round(place * letter) : max(1, round((place + FIRST) * letter))]
    tops, first = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(begun.any(axis=1))
    return bool(len(first)) and first[-1] - first[0] >= CAPITAL * (first[-1] - tops[0])


def _size(word: Word, place: int, plate: Cuttable) -> float | None:
    """Height of a letter in heights of the word's small ones; None where letters touch, or none is small."""
    part, _ = plate.cut(box_of(word), (0.5, 0.5))
    ink = np.asarray(part) < DARK
    letters = printed.runs(ink, 0)
    if len(letters) != len(word.text):
        return None
    # The lowest ink of a column is the letter's body, what stands apart above it dots.
    bodies = [printed.runs(ink[:, left:right], 1)[-1] for left, right in letters]
    base = median(
        bottom for (_, bottom), letter in zip(bodies, word.text, strict=True) if letter not in DESCENDING
    )
    small = [
        base - top
        for at, ((top, _), letter) in enumerate(zip(bodies, word.text, strict=True))
        if at != place and letter in LOW
    ]
    if not small or median(small) <= 0:
        return None
    size = (base - bodies[place][0]) / median(small)
    # Specks below a word, or the feet of the line above, are none of its letters.
    return size if LEAST <= size <= MOST else None
