"""How likely a string of letters is as a Swedish word, or as a name, that no list has.

Letter n-grams of up to five, learnt on the rare words and the names of the lexicon, which unknown ones
resemble.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path

from .quantity import LOGARITHMS
from .store import read

ORDER = 5
"""Letters in the longest n-gram."""

START = "^"
"""Stands before the first letter."""

END = "$"
"""Stands after the last letter."""

BUCKET_BITS = 15

UNSEEN = -9.0
"""Natural logarithm of a letter that was never seen."""

CACHED = 1 << 15


def letters_place(letters: str) -> tuple[int, int]:
    """Bucket and 16-bit fingerprint of an n-gram of letters."""
    value = zlib.crc32(letters.encode("utf-8", "surrogatepass"))
    return value >> (32 - BUCKET_BITS), value & 0xFFFF


class Spelling:
    """Letter n-grams of one kind of words, "word" or "name"."""

    def __init__(self, path: Path, kind: str) -> None:
        arrays = read(path)
        self._starts = arrays[f"{kind}_starts"]
        self._fingerprints = arrays[f"{kind}_fingerprints"]
        self._logarithms = arrays[f"{kind}_logarithms"]
        self._backoffs = arrays[f"{kind}_backoffs"]
        self.context = lru_cache(maxsize=CACHED)(self._context)
        self.after = lru_cache(maxsize=CACHED)(self._after)

    def logarithm(self, word: str) -> float:
        """Natural logarithm of the probability of a whole lower-case word, its end included."""
        before, total = START, 0.0
        for letter in word + END:
            total += self.after(before, letter)
            before = self.context(before + letter)
        return total

    def _context(self, letters: str) -> str:
        """The longest end of some letters, four at most, that anything is known to follow."""
        known = letters[1 - ORDER :]
        while known and self._find(known) < 0:
            known = known[1:]
        return known

    def _after(self, before: str, letter: str) -> float:
        """Natural logarithm of the probability of a letter after a `context`."""
        left_over = 0.0
        while True:
            entry = self._find(before + letter)
            if entry >= 0:
                return left_over + LOGARITHMS[self._logarithms[entry]]
            if not before:
                return left_over + UNSEEN
            entry = self._find(before)
            left_over += LOGARITHMS[self._backoffs[entry]] if entry >= 0 else 0.0
            before = before[1:]

    def _find(self, letters: str) -> int:
        bucket, fingerprint = letters_place(letters)
        for entry in range(self._starts[bucket], self._starts[bucket + 1]):
            if self._fingerprints[entry] == fingerprint:
                return entry
        return -1
