"""Compounds of known parts that a reading may stand for; the lexicon cannot hold all that Swedish makes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ..language import Language
from ..language.lexicon import Word
from ..language.model import LEAST_PART
from ..language.skeleton import skeleton
from .casing import Casing
from .noise import Noise
from .options import CACHED, LEAST_NOISE, Option, Source

NEW_COMPOUND = -3.0
"""Natural logarithm of the share of running words that are compounds the lexicon lacks (5 %)."""

CAPITAL_COMPOUND = -2.5
"""Natural logarithm of the share of new compounds that are names of places and bodies: `Ängsskolan`."""

LOOSE = -12.0
"""Natural logarithm of the probability that a compound begins, or ends, with a word that none is known to."""

LEAST_LOOSE = 4
"""Letters of such a part."""

LEAST_WORD = -18.0
"""Natural logarithm of the probability of such a word."""

MOST_CAPITAL = 0.5
"""Share of its capitals."""

GENITIVE = -2.0
"""Natural logarithm of the share of genitives among the ends of compounds."""

PARTS = 3
"""Likeliest parts kept at each place."""


def compounds(read: str, casing: Casing, language: Language, noise: Noise) -> Iterator[Option]:
    """Compounds of two or three known parts that the reading may stand for."""
    if len(read) < 2 * LEAST_PART:
        return
    ends = {cut: _lasts(read[cut:], language, noise) for cut in range(LEAST_PART, len(read) - LEAST_PART + 1)}
    for cut, lasts in ends.items():
        for first in _firsts(read[:cut], language, noise):
            yield from (_joined(first, last, casing) for last in lasts)
        for middle in range(LEAST_PART, cut - LEAST_PART + 1):
            for second in _firsts(read[middle:cut], language, noise):
                for last in lasts[:2]:
                    tail = _joined(second, last, casing)
                    for first in _firsts(read[:middle], language, noise)[:2]:
                        yield _joined(first, tail, casing)


def loose_compounds(read: str, casing: Casing, language: Language, noise: Noise) -> Iterator[Option]:
    """Compounds of two words of which one, or both, is in no other compound that is known: `sediment|massan`.

    Many a slip is made of two words too: these are candidates beside others, and no word is known by them.
    """
    for cut in range(LEAST_LOOSE, len(read) - LEAST_LOOSE + 1):
        lasts = _looser(read[cut:], language, noise, False)
        if lasts:
            for first in _looser(read[:cut], language, noise, True):
                yield from (_joined(first, last, casing) for last in lasts)


@lru_cache(maxsize=CACHED)
def _looser(read: str, language: Language, noise: Noise, begins: bool) -> tuple[Option, ...]:
    """Words that a part may be, parts of compounds or not; at the end also in the genitive (`salens`)."""
    found = []
    for word in language.lexicon.alike(skeleton(read)):
        share = word.first if begins else word.last
        if share or (word.logarithm > LEAST_WORD and word.capital < MOST_CAPITAL):
            found.append(_part(read, word, share or LOOSE, noise))
    if not begins and read.endswith("s"):
        for option in _looser(read[:-1], language, noise, False):
            if not option.text.endswith("s"):
                found.append(replace(option, text=f"{option.text}s", form=option.form + GENITIVE))
    return _best(option for option in found if option is not None)


def _joined(first: Option, rest: Option, casing: Casing) -> Option:
    extra = CAPITAL_COMPOUND if casing is Casing.CAPITAL and rest.source is Source.WORD else 0.0
    new = NEW_COMPOUND if rest.source is Source.WORD else NEW_COMPOUND / 2
    return Option(
        first.text + rest.text,
        rest.index,
        rest.alone,
        first.alone + first.form + rest.form + new + extra,
        first.noise + rest.noise,
        Source.COMPOUND,
    )


@lru_cache(maxsize=CACHED)
def _firsts(read: str, language: Language, noise: Noise) -> tuple[Option, ...]:
    found = (
        _part(read, word, word.first, noise) for word in language.lexicon.alike(skeleton(read)) if word.first
    )
    return _best(option for option in found if option is not None)


@lru_cache(maxsize=CACHED)
def _lasts(read: str, language: Language, noise: Noise) -> tuple[Option, ...]:
    found = (
        _part(read, word, word.last, noise) for word in language.lexicon.alike(skeleton(read)) if word.last
    )
    return _best(option for option in found if option is not None)


def _part(read: str, word: Word, alone: float, noise: Noise) -> Option | None:
    cost = noise.cost(read, word.text)
    return (
        Option(word.text, word.number, word.logarithm, alone - word.logarithm, cost, Source.WORD)
        if cost > LEAST_NOISE
        else None
    )


def _best(found: Iterator[Option]) -> tuple[Option, ...]:
    return tuple(sorted(found, key=lambda option: (-option.score, option.text))[:PARTS])
