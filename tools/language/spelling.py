"""Letter n-grams of words and of names, for those that no list has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from math import log

import numpy as np

from justera.language.spelling import BUCKET_BITS, END, ORDER, START, letters_place

from .arrays import levels
from .storing import Array
from .vocabulary import Entry

DISCOUNT = 0.7

LEAST_COUNT = {"word": 2, "name": 3}
"""Of n-grams of four letters and more; a list of names holds many foreign ones."""

COMMON = 200
"""Words more frequent than this teach nothing about unknown ones."""

NAME_CAPITAL = 0.6
"""Share of capitals from which a word counts as a name."""


def training_words(
    vocabulary: Mapping[str, Entry], held_out: Set[str]
) -> tuple[dict[str, int], dict[str, int]]:
    """Words and names to learn from, each with its weight."""
    words: dict[str, int] = {}
    names: dict[str, int] = {}
    for word, entry in vocabulary.items():
        if not word.isalpha() or len(word) < 3 or word in held_out:
            continue
        if entry.capital > NAME_CAPITAL:
            names[word] = 1 + int(log(max(1.0, entry.count)))
        elif 1 <= entry.count <= COMMON:
            words[word] = 1
    return words, names


def learn(words: Mapping[str, int], least: int) -> dict[str, Array]:
    """The n-grams with back-off, by absolute discounting from the shortest up.

    Args:
        words: each with its weight.
        least: least count of n-grams of four letters and more.
    """
    counts = _counts(words, least)
    followers: dict[str, list[str]] = defaultdict(list)
    for ngram in counts:
        followers[ngram[:-1]].append(ngram)
    probability: dict[str, float] = {}
    weight: dict[str, float] = {}
    for before in sorted(followers, key=lambda context: (len(context), context)):
        ngrams = followers[before]
        total = sum(counts[ngram] for ngram in ngrams)
        weight[before] = DISCOUNT * len(ngrams) / total if before else 1e-4
        for ngram in ngrams:
            lower = probability.get(ngram[1:], 1e-4) if before else 0.0
            probability[ngram] = (counts[ngram] - DISCOUNT) / total + weight[before] * lower
    return _packed(probability, weight)


def _counts(words: Mapping[str, int], least: int) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for word, weight in words.items():
        padded = START + word + END
        for end in range(2, len(padded) + 1):
            for length in range(1, min(ORDER, end) + 1):
                counts[padded[end - length : end]] += weight
    return {ngram: count for ngram, count in counts.items() if len(ngram) < 4 or count >= least}


def _packed(probability: Mapping[str, float], weight: Mapping[str, float]) -> dict[str, Array]:
    ngrams: Iterable[str] = sorted(set(probability) | (set(weight) - {""}))
    placed = sorted((*letters_place(ngram), ngram) for ngram in ngrams)
    buckets = np.array([bucket for bucket, _, _ in placed])
    logarithms = [log(probability[ngram]) if ngram in probability else -99.0 for _, _, ngram in placed]
    backoffs = [log(min(1.0, weight[ngram])) if ngram in weight else 0.0 for _, _, ngram in placed]
    return {
        "starts": np.searchsorted(buckets, np.arange((1 << BUCKET_BITS) + 1)).astype(np.uint32),
        "fingerprints": np.array([fingerprint for _, fingerprint, _ in placed], dtype=np.uint16),
        "logarithms": levels(np.array(logarithms)),
        "backoffs": levels(np.array(backoffs)),
    }


def named(kind: str, arrays: dict[str, Array]) -> dict[str, Array]:
    """The arrays of one kind under their names in the file."""
    return {f"{kind}_{name}": array for name, array in arrays.items()}
