"""The words: which there are, how frequent, how often capitalised, and which part compounds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .hashing import skeleton_place
from .quantity import LOGARITHMS
from .skeleton import skeleton
from .store import read

CACHED = 1 << 15
"""Skeletons kept ready."""

UNKNOWN = 0
BOUNDARY = 1
NUMBER = 2
FIRST_WORD = 3
"""Indices below stand for any unknown word, the boundary of a sentence and any number."""


class Word(NamedTuple):
    """One word of the lexicon."""

    number: int
    """Its index in the n-grams."""
    text: str
    """In lower case."""
    logarithm: float
    """Natural logarithm of its probability in running text; `quantity.LOWEST` for a mere part of
    compounds."""
    capital: float
    """Share of its occurrences inside sentences that are capitalised, 0 to 1."""
    first: float
    """Natural logarithm of the probability that a compound begins with it; 0 where it begins none."""
    last: float
    """The same for the end of a compound."""


class Lexicon:
    """The words of `lexicon.bin`, found by skeleton."""

    def __init__(self, path: Path) -> None:
        arrays = read(path)
        self._text = arrays["text"]
        self._offsets = arrays["offsets"]
        self._starts = arrays["starts"]
        self._fingerprints = bytes(arrays["fingerprints"])
        self._logarithm = arrays["logarithm"]
        self._capital = arrays["capital"]
        self._first = arrays["first"]
        self._last = arrays["last"]
        self.alike = lru_cache(maxsize=CACHED)(self._alike)

    def _alike(self, folded: str) -> tuple[Word, ...]:
        """The words that have this skeleton, parts of compounds among them."""
        bucket, fingerprint = skeleton_place(folded)
        start, end = self._starts[bucket], self._starts[bucket + 1]
        # Most strings that are looked up are no words: one byte tells so without spelling their neighbours.
        place = self._fingerprints.find(fingerprint, start, end)
        found: list[Word] = []
        while place >= 0:
            text = self._spelt(place)
            if skeleton(text) == folded:
                found.append(self._word(place, text))
            place = self._fingerprints.find(fingerprint, place + 1, end)
        return tuple(found)

    def word(self, text: str) -> Word | None:
        """The word in lower case, if the lexicon has it."""
        for word in self.alike(skeleton(text)):
            if word.text == text:
                return word
        return None

    def words(self) -> Iterator[Word]:
        """All words, in the order of the file."""
        return (self._word(place, self._spelt(place)) for place in range(len(self._offsets) - 1))

    def _spelt(self, place: int) -> str:
        return str(self._text[self._offsets[place] : self._offsets[place + 1]], "utf-8")

    def _word(self, place: int, text: str) -> Word:
        return Word(
            place + FIRST_WORD,
            text,
            LOGARITHMS[self._logarithm[place]],
            self._capital[place] / 255,
            LOGARITHMS[self._first[place]],
            LOGARITHMS[self._last[place]],
        )
