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


def casing_of(text: str, *, starts: bool) -> Casing:
    """The casing of a reading; `starts` where it begins a sentence or a line of its own."""
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return Casing.UPPER
    if text[:1].isupper():
        return Casing.START if starts else Casing.CAPITAL
    return Casing.LOWER


def cased(word: str, casing: Casing) -> str:
    """The lower-case word in a casing."""
    if casing is Casing.UPPER:
        return word.upper()
    return word if casing is Casing.LOWER else word[:1].upper() + word[1:]
