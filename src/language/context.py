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
    """Trigrams that back off to bigrams, and these to the word alone.

    A trigram is kept only where its first two words are a bigram (`tools/language/context.py`).
    """

    def __init__(self, arrays: dict[str, Array]) -> None:
        self._bigrams = _Table(arrays, "bigram")
        self._trigrams = _Table(arrays, "trigram")
        self._backoff = arrays["unigram_backoff"]
        self._context = lru_cache(maxsize=CACHED >> 2)(self._bigrams.find)
        self._after = lru_cache(maxsize=CACHED >> 1)(self._by_bigram)

    def logarithm(self, before_last: int, last: int, word: int, alone: float) -> float:
        """As `Context.logarithm`."""
        context = -1 if before_last == UNKNOWN else self._context(before_last, last)
        if context < 0:
            return self._after(last, word, alone)
        place = self._trigrams.find(before_last, last, word)
        if place >= 0:
            return self._trigrams.logarithm(place)
        return self._bigrams.backoff(context) + self._after(last, word, alone)

    def _by_bigram(self, last: int, word: int, alone: float) -> float:
        place = self._bigrams.find(last, word)
        return self._bigrams.logarithm(place) if place >= 0 else LOGARITHMS[self._backoff[last]] + alone


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
