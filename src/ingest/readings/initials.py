"""First letters of names that differ from their capitals in height alone: `wikström`, `Röhs-wallin` if typed.

A typewriter's capitals are hardly taller than its small letters, and models that know no such name take the
small one. The ink tells: what is nearly as tall as the tall letters of its word is a capital.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from ...language import load
from ...schema import Line, Word
from ..image.plate import DARK, Cuttable
from ..ink.marks import SAME_SHAPE
from ..words.cells import box_of
from ..words.tokens import core, is_known

CAPITAL = 0.84
"""Height of a capital at least, in heights of its word's tall letters; small letters have 0.75 and less."""

NAMED = 0.9
"""Share of a word's places in Swedish text in which it begins with a capital, from which on it is a name."""

FIRST = 0.8
"""Share of a letter's usual width that is looked at, for the next one not to count."""

_NAME = re.compile(
    rf"(?:[A-ZÅÄÖ][a-zåäöé]+-)?([{''.join(sorted(SAME_SHAPE))}](?=[a-zåäöé]*[bdfhkl])[a-zåäöé]{{3,}}[.,;:)]*)"
)
"""A word, or the second half of a double name, that may begin with a capital and has a tall letter."""


def capital(line: Line, plate: Cuttable) -> Line:
    """The line with what may be names begun as printed."""
    if not any(_NAME.fullmatch(word.text) for word in line.words):
        return line
    return replace(line, words=tuple(_capital(word, plate) for word in line.words))


def _may_be_name(text: str) -> bool:
    """Whether no list has the word, or nearly always with a capital."""
    found = load().lexicon.word(text)
    return not is_known(text) if found is None else found.capital >= NAMED


def _capital(word: Word, plate: Cuttable) -> Word:
    name = _NAME.fullmatch(word.text)
    if name is None or not _may_be_name(core(name[1])):
        return word
    start = name.start(1)
    part, frame = plate.cut(box_of(word), (0.0, 0.0))
    ink = np.asarray(part) < DARK
    letter = box_of(word).width / len(word.text) / frame.scale
    begun = ink[:, round(start * letter) : max(1, round((start + FIRST) * letter))]
    tops, first = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(begun.any(axis=1))
    if not len(first) or first[-1] - first[0] < CAPITAL * (first[-1] - tops[0]):
        return word
    text = word.text[:start] + word.text[start].upper() + word.text[start + 1 :]
    return replace(word, text=text, alternatives=(word.text, *word.alternatives))
