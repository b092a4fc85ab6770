"""How likely a word is after the two before it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .hashing import ngram_place
from .lexicon import UNKNOWN
from .quantity import LOGARITHMS
from .store import Array, read

CACHED = 1 << 18
"""Transitions kept ready, some 50 MB at most; running text asks for the same ones again and again."""


class Context:
    """The n-grams of `context.bin`: trigrams that back off to bigrams, and these to the word alone."""

    def __init__(self, path: Path) -> None:
        arrays = read(path)
        self._bigrams = _Table(arrays, "bigram")
        self._trigrams = _Table(arrays, "trigram")
        self._backoff = arrays["unigram_backoff"].data
        self.logarithm = lru_cache(maxsize=CACHED)(self._logarithm)

    def _logarithm(self, before_last: int, last: int, word: int, alone: float) -> float:
        """Natural logarithm of the probability of `word` after two others.

        Args:
            before_last: index of the word before the last; UNKNOWN where there is none.
            last: index of the word before.
            word: index of the word.
            alone: the word's own logarithm, for contexts that say nothing.
        """
        if UNKNOWN in (last, word):
            return alone
        if before_last != UNKNOWN:
            place = self._trigrams.find(ngram_place((before_last, last, word)))
            if place >= 0:
                return self._trigrams.logarithm(place)
            context = self._bigrams.find(ngram_place((before_last, last)))
            left_over = self._bigrams.backoff(context) if context >= 0 else 0.0
        else:
            left_over = 0.0
        place = self._bigrams.find(ngram_place((last, word)))
        if place >= 0:
            return left_over + self._bigrams.logarithm(place)
        return left_over + LOGARITHMS[self._backoff[last]] + alone


class _Table:
    """n-grams by bucket and fingerprint."""

    def __init__(self, arrays: dict[str, Array], name: str) -> None:
        self._starts = arrays[f"{name}_starts"].data
        self._fingerprints = arrays[f"{name}_fingerprints"].data
        self._logarithms = arrays[f"{name}_logarithms"].data
        self._backoffs = arrays[f"{name}_backoffs"].data

    def find(self, place: tuple[int, int]) -> int:
        """Where the n-gram stands; -1 where it does not."""
        bucket, fingerprint = place
        for entry in range(self._starts[bucket], self._starts[bucket + 1]):
            if self._fingerprints[entry] == fingerprint:
                return entry
        return -1

    def logarithm(self, entry: int) -> float:
        return LOGARITHMS[self._logarithms[entry]]

    def backoff(self, entry: int) -> float:
        return LOGARITHMS[self._backoffs[entry]]
