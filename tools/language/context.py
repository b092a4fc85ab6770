"""Word bigrams and trigrams with back-off, pruned to those that help to choose.

Absolute discounting: P(c|ab) = max(n - D, 0) / N(ab) + what is left over * P(c|b). An n-gram whose
probability is
nearly what the shorter context says is dropped, and the weight that is left over counted anew.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

DISCOUNT = 0.7
"""Between 0.6 and 0.8 the held-out probability hardly changes."""

LEAST_COUNT = 2
"""Occurrences of an n-gram; those seen once are half of all and tell little."""

LEAST_GAIN = 0.6
"""Count times the change of the logarithm that an n-gram must bring where a word has rivals."""

LEAST_GAIN_PLAIN = 8.0
"""The same where neither word has a rival of the same skeleton: only the choice between readings needs it."""

UNKNOWN_WORD = 0
"""Index of any unknown word: it says nothing as a context, and its probability does not depend on one."""

BOUNDARY_WORD = 1
"""Index of the sentence boundary in the stream."""


@dataclass(frozen=True, slots=True)
class NGrams:
    """Kept n-grams of one order."""

    words: Ints
    """One row an n-gram, one column a word."""
    logarithm: Floats
    """Natural logarithm of the probability of the last word."""
    backoff: Floats
    """Natural logarithm of the weight that is left to shorter contexts, of these words as a context."""


@dataclass(frozen=True, slots=True)
class Context:
    """The whole model."""

    unigram: Floats
    """Natural logarithm by word index."""
    unigram_backoff: Floats
    bigrams: NGrams
    trigrams: NGrams


def learn(
    stream: NDArray[np.int32], unigram: Floats, rivals: NDArray[np.bool_], least_gain: float = LEAST_GAIN
) -> Context:
    """Count and prune.

    Args:
        stream: word index of each token in running order; 0 unknown, 1 boundary, 2 number.
        unigram: probability of each word, adding up to 1.
        rivals: True for words that share their skeleton with another frequent one.
        least_gain: what an n-gram must bring where a word has rivals.
    """
    tokens = stream.astype(np.int64)
    size = len(unigram)
    known = tokens != UNKNOWN_WORD
    pairs, pair_counts = _counted(
        tokens[:-1] * size + tokens[1:], (tokens[1:] != BOUNDARY_WORD) & known[:-1] & known[1:]
    )
    history = np.bincount(pairs // size, weights=pair_counts, minlength=size)
    kept_pairs, pair_probability, weight = _pruned(
        pairs // size,
        pair_counts,
        history,
        unigram[pairs % size],
        rivals[pairs // size] | rivals[pairs % size],
        size,
        least_gain,
    )
    pair_keys = pairs[kept_pairs]
    whole = pair_probability[kept_pairs]

    inside = (tokens[1:-1] != BOUNDARY_WORD) & (tokens[2:] != BOUNDARY_WORD) & known[2:]
    place = np.searchsorted(pair_keys, tokens[:-2] * size + tokens[1:-1])
    place[place == len(pair_keys)] = 0
    inside &= pair_keys[place] == tokens[:-2] * size + tokens[1:-1]
    triples, triple_counts = _counted(place * size + tokens[2:], inside)
    context, last = triples // size, triples % size
    lower = _bigram(pair_keys[context] % size, last, pair_keys, whole, weight, unigram)
    context_count = np.bincount(context, weights=triple_counts, minlength=len(pair_keys))
    helped = rivals[last] | rivals[pair_keys[context] % size]
    kept, probability, pair_weight = _pruned(
        context, triple_counts, context_count, lower, helped, len(pair_keys), least_gain
    )
    return Context(
        np.log(unigram),
        np.log(weight),
        NGrams(np.stack([pair_keys // size, pair_keys % size], axis=1), np.log(whole), np.log(pair_weight)),
        NGrams(
            np.stack([pair_keys[context] // size, pair_keys[context] % size, last], axis=1)[kept],
            np.log(probability[kept]),
            np.zeros(int(kept.sum())),
        ),
    )


def _counted(keys: Ints, wanted: NDArray[np.bool_]) -> tuple[Ints, Floats]:
    found, counts = np.unique(keys[wanted], return_counts=True)
    return found, counts.astype(np.float64)


def _pruned(
    context: Ints,
    counts: Floats,
    context_counts: Floats,
    lower: Floats,
    rivals: NDArray[np.bool_],
    size: int,
    least_gain: float,
) -> tuple[NDArray[np.bool_], Floats, Floats]:
    """Which n-grams are kept, the probability of each, and the back-off weight of each context."""
    kinds = np.bincount(context, minlength=size)
    total = np.maximum(context_counts, 1)
    discounted = np.maximum(counts - DISCOUNT, 0) / total[context]
    probability = discounted + (DISCOUNT * kinds / total)[context] * lower
    gain = counts * np.abs(np.log(probability / lower))
    kept = (counts >= LEAST_COUNT) & (gain > np.where(rivals, least_gain, LEAST_GAIN_PLAIN))
    spent = np.bincount(context[kept], weights=probability[kept], minlength=size)
    covered = np.bincount(context[kept], weights=lower[kept], minlength=size)
    weight = np.clip(1 - spent, 1e-4, 1) / np.clip(1 - covered, 1e-4, 1)
    return kept, probability, np.minimum(weight, 1.0)


def _bigram(
    first: Ints, second: Ints, keys: Ints, probability: Floats, weight: Floats, unigram: Floats
) -> Floats:
    wanted = first * len(unigram) + second
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, probability[place], weight[first] * unigram[second])
