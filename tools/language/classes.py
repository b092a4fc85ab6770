"""Word classes: what a word behaves like where its own n-grams were never seen.

Frequent words are grouped by the words they stand between; the others go where most frequent words of
the same
ending went, for in Swedish the ending tells part of speech and inflection (`-nden`, `-ade`, `-liga`).
Names are
a class by themselves. All sums are of whole numbers, so that every machine finds the same groups.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from justera.language.lexicon import FIRST_WORD, NUMBER

from .vocabulary import Entry

FREQUENT = 12_000
"""Words that are grouped by their neighbours."""

NEIGHBOURS = 400
"""Words that neighbours are counted for, on either side."""

GROUPS = 160

ROUNDS = 12

SCALE = 255
"""Features are whole numbers up to this."""

LONGEST_ENDING = 4

LEAST_ENDING = 3
"""Frequent words with an ending before it tells the group."""

NAME_CAPITAL = 0.6
"""Share of capitals from which a word is of the names' class."""

NAME = FIRST_WORD
"""The class after those of the unknown, the boundary and the number."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def assign(words: Sequence[str], known: Mapping[str, Entry], stream: NDArray[np.int32]) -> NDArray[np.uint16]:
    """Class of each word, by index in the lexicon."""
    counts = np.bincount(stream, minlength=len(words) + FIRST_WORD)
    counts[:FIRST_WORD] = 0
    names = np.array(
        [False] * FIRST_WORD + [known.get(word, Entry(0, 0)).capital > NAME_CAPITAL for word in words]
    )
    ranked = np.lexsort((np.arange(len(counts)), -np.where(names, 0, counts)))[:FREQUENT]
    groups = _grouped(_features(stream, ranked, counts))
    by_ending = _by_ending([words[index - FIRST_WORD] for index in ranked], groups)
    found = np.zeros(len(counts), dtype=np.uint16)
    found[:FIRST_WORD] = np.arange(NUMBER + 1)
    for place, word in enumerate(words, start=FIRST_WORD):
        found[place] = NAME if names[place] else NAME + 1 + _of_ending(word, by_ending)
    found[ranked] = NAME + 1 + groups
    return found


def _features(stream: NDArray[np.int32], ranked: Ints, counts: Ints) -> Floats:
    """How often each frequent word has each neighbour: square roots of shares, as whole numbers."""
    row = np.full(len(counts), -1, dtype=np.int64)
    row[ranked] = np.arange(len(ranked))
    column = np.full(len(counts), -1, dtype=np.int64)
    column[ranked[:NEIGHBOURS]] = np.arange(NEIGHBOURS)
    column[1:FIRST_WORD] = NEIGHBOURS + np.arange(FIRST_WORD - 1)
    width = NEIGHBOURS + FIRST_WORD - 1
    sides = []
    for here, there in ((stream[:-1], stream[1:]), (stream[1:], stream[:-1])):
        pair = (row[here] >= 0) & (column[there] >= 0)
        keys = row[here][pair] * width + column[there][pair]
        sides.append(np.bincount(keys, minlength=len(ranked) * width).reshape(len(ranked), width))
    table = np.concatenate(sides, axis=1).astype(np.float64)
    shares = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
    return np.rint(SCALE * np.sqrt(shares))


def _grouped(features: Floats) -> Ints:
    """k-means; the most frequent words are the first centres, and centres stay whole numbers."""
    centres = features[:GROUPS].copy()
    group = np.zeros(len(features), dtype=np.int64)
    for _ in range(ROUNDS):
        distance = (centres**2).sum(axis=1) - 2 * features @ centres.T
        group = distance.argmin(axis=1)
        for number in range(GROUPS):
            members = features[group == number]
            if len(members):
                centres[number] = np.rint(members.sum(axis=0) / len(members))
    return group


def _by_ending(frequent: Sequence[str], groups: Ints) -> dict[str, int]:
    """The group that most frequent words of an ending are in."""
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for word, group in zip(frequent, groups.tolist(), strict=True):
        for length in range(min(LONGEST_ENDING, len(word) - 1) + 1):
            votes[word[len(word) - length :]][group] += 1
    return {
        ending: min(count, key=lambda group: (-count[group], group))
        for ending, count in votes.items()
        if count.total() >= LEAST_ENDING
    }


def _of_ending(word: str, by_ending: Mapping[str, int]) -> int:
    endings = (word[len(word) - length :] for length in range(min(LONGEST_ENDING, len(word) - 1), -1, -1))
    return next(by_ending[ending] for ending in endings if ending in by_ending)
