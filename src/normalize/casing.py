"""A repaired word in the casing that the reading shows."""

from __future__ import annotations

from enum import Enum


class Casing(Enum):
    """How a word is written."""

    LOWER = "lower"
    CAPITAL = "capital"
    """First letter large, inside a sentence: most likely a name."""
    START = "start"
    """First letter large where any word would have it."""
    UPPER = "upper"
    """All letters large in a line of such."""
    ACRONYM = "acronym"
    """All letters large among small ones."""


NAMELIKE = frozenset({Casing.CAPITAL, Casing.ACRONYM})
"""What names are written in, and plain words seldom."""

LONGEST_ACRONYM = 5
"""Letters; longer words in capitals are words in capitals."""


def casing_of(text: str, *, starts: bool, loud: bool = False) -> Casing:
    """The casing of a reading.

    Args:
        text: letters and digits.
        starts: it begins a sentence or a line of its own.
        loud: the line around it is in capitals.
    """
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return Casing.UPPER if loud or len(letters) > LONGEST_ACRONYM else Casing.ACRONYM
    if text[:1].isupper():
        return Casing.START if starts else Casing.CAPITAL
    if text in {"|", "1"}:
        return Casing.START if starts else Casing.UPPER if loud else Casing.LOWER
    return Casing.LOWER


def cased(word: str, casing: Casing, piece: str) -> str:
    """The lower-case word in a casing; large letters inside the reading stay where their letter does."""
    if casing in {Casing.UPPER, Casing.ACRONYM}:
        return word.upper()
    shown = word if casing is Casing.LOWER else word[:1].upper() + word[1:]
    if len(piece) != len(word) or piece[1:].islower():
        return shown
    return shown[:1] + "".join(
        read if read.lower() == letter else letter for read, letter in zip(piece[1:], shown[1:], strict=True)
    )
