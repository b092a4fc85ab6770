"""The dots and rings over a word's letters, told from its ink: är or år, Kustvatten or Kustvätten.

Most doubts about a layer that lost its å ä ö are of this kind, and a reader takes forty times as long.
A word is told only where everything agrees: its ink falls into as many pieces side by side as the word has
letters, small ones are low and tall ones tall, nothing touches the letters from above, and what stands over
them is clearly two dots, a ring, or nothing. All else is for the reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...schema import Box
from ..image import printed
from ..image.plate import Cuttable
from ..ruling.dark_runs import Run
from ..words.tokens import folded

FULL = 0.65
"""Share of full ink that each of two dots reaches."""

LEVEL, STEP = 0.12, 0.12
"""Of the word's height: how far the tops of letters of one kind lie apart at most, of two kinds at least."""

CAPITAL = 0.55
"""Part of a capital above the small letters, in heights of those; with a ring that touches it has more."""

HIGHER = 0.06
"""What a capital rises above other tall letters at most, in heights of the word: less than a ring does."""

NEAR = 0.5
"""Space between a letter and its mark at most, in heights of the letter."""

LEAST_MARK = 2
"""Pixels; lower ones are dirt."""

WIDEST = 1.75
"""Width of a ring or of a dot, at most, in its heights: two dots that run together are wider."""

HOLLOW, PLAIN = 0.25, 0.1
"""What the middle of a ring lacks of the ink around it at least, and of a dot at most."""

SMALL = frozenset("acemnopqrsuvwxyz")
TALL = frozenset("bdfhklABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
HANGING = frozenset("pqy")
DOTTED = {"a": "ä", "o": "ö", "A": "Ä", "O": "Ö"}
RINGED = {"a": "å", "A": "Å"}


@dataclass(frozen=True, slots=True)
class _Letter:
    """A piece of the word's ink, and what stands over it."""

    name: str
    """As the word is spelt, without dots or ring."""
    columns: Run
    rows: tuple[Run, ...]
    """Of ink, the letter's own last."""

    @property
    def top(self) -> int:
        """First row of the letter itself."""
        return self.rows[-1][0]

    @property
    def foot(self) -> int:
        """Row below the letter."""
        return self.rows[-1][1]


def told(box: Box, spellings: Sequence[str], plate: Cuttable) -> str | None:
    """Which of these spellings is printed there; None where the ink does not tell.

    Args:
        box: around the word.
        spellings: that differ in dots, rings and capitals only; the letters of the first are taken.
        plate: the page's image.
    """
    if len({folded(spelling).casefold() for spelling in spellings}) != 1:
        return None
    ink = printed.ink(box, plate)
    seen = None if ink is None else _read(ink, spellings[0])
    return seen if seen is not None and seen.casefold() in map(str.casefold, spellings) else None


def _read(ink: printed.Ink, text: str) -> str | None:
    letters = _letters(ink, text)
    if letters is None or not _are_level(letters):
        return None
    read = [_marked(letter, accented, ink) for letter, accented in zip(letters, text, strict=True)]
    return "".join(character for character in read if character) if all(read) else None


def _letters(ink: printed.Ink, text: str) -> list[_Letter] | None:
    """The letters side by side; None where they touch, or are of another number."""
    dark = ink > printed.DARK
    columns = printed.runs(dark, 0)
    if len(columns) != len(text):
        return None
    found = []
    for character, (left, right) in zip(text, columns, strict=True):
        rows = printed.runs(dark[:, left:right], 1)
        # What stands below is the next line's.
        last = max(range(len(rows)), key=lambda place: rows[place][1] - rows[place][0])
        found.append(_Letter(folded(character), (left, right), tuple(rows[: last + 1])))
    return found


def _are_level(letters: Sequence[_Letter]) -> bool:
    """True where each letter is as tall as its kind: none of them has grown together with its mark."""
    height = _height(letters)
    small = [letter.top for letter in letters if letter.name in SMALL]
    tall = [letter.top for letter in letters if letter.name in TALL]
    line = float(np.median(small)) if small else None
    if line is not None and any(abs(top - line) > LEVEL * height for top in small):
        return False
    if line is not None and any(line - top < STEP * height for top in tall):
        return False
    if tall and any(abs(top - float(np.median(tall))) > LEVEL * height for top in tall):
        return False
    if len(small) == 1 and not tall:
        return False
    return all(_is_bare(letter, letters, line) for letter in letters if letter.name in RINGED | DOTTED)


def _is_bare(letter: _Letter, letters: Sequence[_Letter], line: float | None) -> bool:
    """True for a small letter, and for a capital that is no taller than others: a ring may touch it."""
    if letter.name in SMALL:
        return True
    others = [other.top for other in letters if other.name in TALL and other.name not in DOTTED]
    if others:
        return letter.top >= min(others) - HIGHER * _height(letters)
    feet = [other.foot for other in letters if other.name in SMALL | TALL and other.name not in HANGING]
    return line is not None and line - letter.top <= CAPITAL * (float(np.median(feet)) - line)


def _height(letters: Sequence[_Letter]) -> int:
    return max(letter.foot - letter.top for letter in letters)


def _marked(letter: _Letter, accented: str, ink: printed.Ink) -> str | None:
    """The letter with what stands over it; None where that is not clear."""
    over = _over(letter, ink)
    if letter.name in "ij":
        return letter.name if over == "dot" else None
    if letter.name == "e" and over == "dot":
        return accented if accented == "é" else None  # the layer's own accent
    if over == "nothing":
        return letter.name if letter.name in DOTTED or letter.name == accented else None
    return {"dots": DOTTED, "ring": RINGED}.get(over, {}).get(letter.name)


def _over(letter: _Letter, ink: printed.Ink) -> str:
    """What stands over a letter: "nothing", "dot", "dots", "ring" or "unclear"."""
    left, right = letter.columns
    *above, own = letter.rows
    if not above:
        room = ink[: max(0, own[0] - 1), left:right]
        is_clean = not letter.name.isalpha() or not room.size or float(room.max()) <= printed.FAINT
        return "nothing" if is_clean else "unclear"
    if not letter.name.isalpha():
        return "nothing"  # a colon has two parts of its own
    (top, bottom), *more = above
    if more or own[0] - bottom > NEAR * (own[1] - own[0]) or bottom - top < LEAST_MARK:
        return "unclear"
    return _mark(ink[top:bottom, left:right])


def _mark(ink: printed.Ink) -> str:
    parts = printed.runs(ink > printed.DARK, 0)
    if len(parts) == 2:
        widths = sorted(stop - start for start, stop in parts)
        is_full = all(float(ink[:, start:stop].max()) > FULL for start, stop in parts)
        return "dots" if widths[1] <= 2 * widths[0] + 1 and is_full else "unclear"
    if len(parts) != 1:
        return "unclear"
    piece = ink[:, parts[0][0] : parts[0][1]]
    height, width = piece.shape
    if width > WIDEST * height:
        return "unclear"
    hollow = _hollow(piece)
    if hollow > HOLLOW:
        return "ring"
    return "dot" if hollow < PLAIN else "unclear"


def _hollow(piece: printed.Ink) -> float:
    """What the middle lacks of the weakest side around it; 0 where it is too small to have a middle."""
    height, width = piece.shape
    if min(height, width) < 4:
        return 0.0
    down, across = height // 3, width // 3
    middle = slice(down, height - down), slice(across, width - across)
    sides = (
        piece[: down + 1].max(axis=0)[middle[1]],
        piece[height - down - 1 :].max(axis=0)[middle[1]],
        piece[:, : across + 1].max(axis=1)[middle[0]],
        piece[:, width - across - 1 :].max(axis=1)[middle[0]],
    )
    return float(min(side.min() for side in sides) - piece[middle].min())
