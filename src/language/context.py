"""How likely a word is after the two before it."""

from __future__ import annotations

from functools import lru_cache
from math import exp, log
from pathlib import Path

from .hashing import ngram_place
from .lexicon import UNKNOWN
from .quantity import LOGARITHMS
from .store import Array, read

CACHED = 1 << 15
"""Transitions kept ready, some 12 MB at most; running text asks for the same ones again and again."""


WORD_SHARE = 0.65
"""Weight of the words' own n-grams beside those of their classes."""


class Context:
    """n-grams of words (`context.bin`) and of their classes (`classes.bin`), mixed."""

    def __init__(self, words: Path, classes: Path) -> None:
        arrays = read(classes)
        self._class = arrays["classes"]
        self._class_alone = arrays["alone"]
        self._words = _Backoff(read(words))
        self._by_class = lru_cache(maxsize=CACHED)(_Backoff(arrays).logarithm)
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
        by_word = self._words.logarithm(before_last, last, word, alone)
        kind = self._class[word]
        kind_alone = LOGARITHMS[self._class_alone[kind]]
        by_class = self._by_class(self._class[before_last], self._class[last], kind, kind_alone)
        by_class += min(alone - kind_alone, 0.0)
        best = max(by_word, by_class)
        return best + log(WORD_SHARE * exp(by_word - best) + (1 - WORD_SHARE) * exp(by_class - best))


class _Backoff:
    """Trigrams that back off to bigrams, and these to the word alone."""

    def __init__(self, arrays: dict[str, Array]) -> None:
        self._bigrams = _Table(arrays, "bigram")
        self._trigrams = _Table(arrays, "trigram")
        self._backoff = arrays["unigram_backoff"]

    def logarithm(self, before_last: int, last: int, word: int, alone: float) -> float:
        """As `Context.logarithm`."""
        left_over = 0.0
        if before_last != UNKNOWN:
            place = self._trigrams.find(before_last, last, word)
            if place >= 0:
                return self._trigrams.logarithm(place)
            context = self._bigrams.find(before_last, last)
            left_over = self._bigrams.backoff(context) if context >= 0 else 0.0
        place = self._bigrams.find(last, word)
        if place >= 0:
            return left_over + self._bigrams.logarithm(place)
        return left_over + LOGARITHMS[self._backoff[last]] + alone


class _Table:
    """n-grams by bucket and fingerprint."""

    def __init__(self, arrays: dict[str, Array], name: str) -> None:
        self._starts = arrays[f"{name}_starts"]
        self._fingerprints = arrays[f"{name}_fingerprints"]
        self._logarithms = arrays[f"{name}_logarithms"]
        self._backoffs = arrays[f"{name}_backoffs"]

    def find(self, *words: int) -> int:
        """Where the n-gram stands; -1 where it does not."""
        bucket, fingerprint = ngram_place(words)
        starts, fingerprints = self._starts, self._fingerprints
        for entry in range(starts[bucket], starts[bucket + 1]):
            if fingerprints[entry] == fingerprint:
                return entry
        return -1

    def logarithm(self, entry: int) -> float:
        return LOGARITHMS[self._logarithms[entry]]

    def backoff(self, entry: int) -> float:
        return LOGARITHMS[self._backoffs[entry]]
