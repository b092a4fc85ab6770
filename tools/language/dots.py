"""Weights for the dots of unlisted names (`justera.language.dots`): logistic regression.

Every a, å, ä, o and ö of a name or word is one case; the stretches of letters around it, dots taken off, are
what it is told by. Names have weights of their own on top of those that they share with plain words. All
exponentials come from one table, so that every machine learns the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from justera.language.dots import BITS, STEP, ZERO, bare, framed, stretches

from .counting import Tokens
from .spelling import NAME_CAPITAL
from .storing import Array
from .vocabulary import Entry

SHORTEST = 3
"""Letters."""

ONCE = 1.2
"""Count of a word that is met once, or that a list alone knows."""

ROUNDS = 4
"""More rounds do not read hidden names better."""

BATCH = 8192

RATE = 0.3

DECAY = 1e-6

PLAIN_WEIGHT = 0.2
"""What a plain word counts beside a name: names are made of words, but not of all."""

GRAIN = 64
"""Steps of the table of exponentials in one natural logarithm."""

FARTHEST = 30
"""Natural logarithm beyond which scores are cut."""

SLOTS = 1 << BITS

ANSWERS = {"a": 0, "o": 0, "å": 1, "ö": 1, "ä": 2}

Floats = NDArray[np.float64]

EXPONENTIALS = np.array([exp(step / GRAIN) for step in range(-FARTHEST * GRAIN, FARTHEST * GRAIN + 1)])


@dataclass(frozen=True, slots=True)
class Cases:
    """Letters with what they are told by."""

    places: NDArray[np.int32]
    """Where the weights of each case's stretches are; SLOTS stands for none."""
    answers: NDArray[np.int8]
    """0 for a plain letter, 1 for å or ö, 2 for ä."""
    has_second: NDArray[np.bool_]
    """True for an a, which may be either of two."""
    is_name: NDArray[np.bool_]
    weights: Floats

    def __getitem__(self, chosen: NDArray[np.int64]) -> Cases:
        """Some of them."""
        return Cases(
            self.places[chosen],
            self.answers[chosen],
            self.has_second[chosen],
            self.is_name[chosen],
            self.weights[chosen],
        )


def training_names(
    vocabulary: Mapping[str, Entry], tokens: Tokens, held_out: Set[str]
) -> tuple[dict[str, float], list[str]]:
    """Names to learn from, each with what it counts, and plain words.

    Names that the texts have but once, and no list, are among them. What has lost its dots is not: a name
    without, met once at most, beside one with.
    """
    counts = {word: entry.count for word, entry in vocabulary.items() if _is_usable(word, held_out)}
    names = {word: count for word, count in counts.items() if vocabulary[word].capital > NAME_CAPITAL}
    plain = [word for word in counts if word not in names]
    names |= dict.fromkeys(_met_once(tokens, vocabulary), 1.0)
    dotted = {bare(word): count for word, count in counts.items() if bare(word) != word}
    kept = {word: count for word, count in names.items() if count > ONCE or dotted.get(word, 0.0) < count}
    return {word: 1 + max(0.0, log(count)) / 2 for word, count in kept.items()}, plain


def _is_usable(word: str, held_out: Set[str]) -> bool:
    return word.isalpha() and len(word) >= SHORTEST and word not in held_out


def _met_once(tokens: Tokens, vocabulary: Mapping[str, Entry]) -> Iterator[str]:
    """Words that stand once in the texts, with a capital inside a sentence."""
    forms = set(tokens.forms)
    for form, count, inside in zip(tokens.forms, tokens.counts.tolist(), tokens.inside.tolist(), strict=True):
        word = form.lower()
        is_name = form.istitle() and form.isalpha() and len(word) >= SHORTEST
        if count == inside == 1 and is_name and word not in vocabulary and word not in forms:
            yield word


def learn(names: Mapping[str, float], words: Iterable[str]) -> dict[str, Array]:
    """The weights as bytes.

    Args:
        names: lower-case names, each with what it counts.
        words: plain words.
    """
    cases = _cases([*sorted(names.items()), *((word, PLAIN_WEIGHT) for word in sorted(words))], len(names))
    weights = np.zeros((2, 2, SLOTS + 1))
    squares = np.full_like(weights, 1e-8)
    order = np.random.Generator(np.random.PCG64(1)).permutation(len(cases.answers))
    for turn in range(ROUNDS):
        rate = RATE * (1 - 0.8 * turn / ROUNDS)
        for start in range(0, len(order), BATCH):
            _step(cases[order[start : start + BATCH]], weights, squares, rate)
    bytes_of = np.rint(weights.sum(axis=0)[:, :SLOTS] / STEP) + ZERO
    first, second = np.clip(bytes_of, 0, 255).astype(np.uint8)
    return {"first": first, "second": second}


def _cases(words: Sequence[tuple[str, float]], names: int) -> Cases:
    """The cases of some words, of which the first ones are names."""
    found: list[list[int]] = []
    rows: list[tuple[int, bool, bool, float]] = []
    for number, (word, weight) in enumerate(words):
        letters = framed(bare(word))
        answers = iter([ANSWERS[letter] for letter in word if letter in ANSWERS])
        for place, letter in enumerate(letters):
            if letter in b"ao":
                found.append(stretches(letters, place))
                rows.append((next(answers), letter == ord("a"), number < names, weight))
    places = np.full((len(found), max(map(len, found))), SLOTS, dtype=np.int32)
    for row, case in enumerate(found):
        places[row, : len(case)] = case
    answered, seconds, named, weights = zip(*rows, strict=True)
    return Cases(places, np.array(answered), np.array(seconds), np.array(named), np.array(weights))


def _step(cases: Cases, weights: Floats, squares: Floats, rate: float) -> None:
    """Follow the slope of some cases downwards (AdaGrad); weights and squares are changed."""
    shared, own = weights
    scores = shared[:, cases.places].sum(axis=2)
    scores += np.where(cases.is_name, own[:, cases.places].sum(axis=2), 0.0)
    steps = np.clip(np.rint(scores * GRAIN), -FARTHEST * GRAIN, FARTHEST * GRAIN).astype(np.int64)
    odds = EXPONENTIALS[steps + FARTHEST * GRAIN]
    odds[1] *= cases.has_second
    shares = odds / (1 + odds.sum(axis=0))
    for answer in (0, 1):
        slope = cases.weights * (shares[answer] - (cases.answers == answer + 1))
        for group, pull in enumerate((slope, slope * cases.is_name)):
            spread = np.repeat(pull, cases.places.shape[1])
            total = np.bincount(cases.places.ravel(), weights=spread, minlength=SLOTS + 1)
            total += DECAY * len(pull) * weights[group, answer]
            total[SLOTS] = 0.0
            squares[group, answer] += total * total
            weights[group, answer] -= rate * total / np.sqrt(squares[group, answer])
