"""Which words the model knows, how frequent each is, and how often it is written with a capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .counting import Tokens

LEAST_COUNT = 1
"""Most forms seen once are good compounds; their count keeps them behind whatever is more usual."""

LEAST_CAPITAL_COUNT = 2
"""Names are where a slip costs most."""

LISTED = 0.4
"""Count of a word that only a list knows, beside 16 M running words."""

LISTED_CAPITAL = 0.75
"""Share of capitals of a word that the list has with a capital alone: most are names."""

LONGEST = 40
"""Letters; longer forms in the corpora are addresses and words run together."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one word, all casings together."""

    count: float
    """Occurrences; a fraction for a word that only a list knows."""
    capital: float
    """Share of occurrences inside a sentence that are capitalised, 0 to 1."""


def entries(tokens: Tokens, names: Mapping[str, float], listed: Iterable[str]) -> dict[str, Entry]:
    """The vocabulary by lower-case word.

    Args:
        tokens: the counted texts.
        names: names with a count that is as good as an occurrence.
        listed: words of a list without counts.
    """
    total: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for form, count, inside in zip(tokens.forms, tokens.counts.tolist(), tokens.inside.tolist(), strict=True):
        lower = form.lower()
        total[lower] += count
        (capital if form[0].isupper() else small)[lower] += inside
    named: Counter[str] = Counter()
    for name, count in names.items():
        for part in name.replace("-", " ").split():
            named[part.lower()] += int(np.ceil(count))
    known = {word for word in total if _counts(total[word], capital[word], small[word])} | set(named)
    headed = _headed([word for word in listed if _is_word(word)])
    found = {
        word: _entry(total[word], capital[word], small[word], named[word]) for word in known if _is_word(word)
    }
    found |= {
        word: Entry(LISTED + total[word], LISTED_CAPITAL * is_headed)
        for word, is_headed in headed.items()
        if word not in known
    }
    return dict(sorted(found.items()))


def _headed(listed: Sequence[str]) -> dict[str, bool]:
    """Words of a list in lower case, and whether it has them with a capital alone."""
    small = {word for word in listed if not word[0].isupper()}
    return {word.lower(): word.lower() not in small for word in listed}


def _counts(total: int, capital: int, small: int) -> bool:
    return total >= (LEAST_CAPITAL_COUNT if capital > small else LEAST_COUNT)


def _entry(total: int, capital: int, small: int, named: int) -> Entry:
    capitals = capital + named
    return Entry(total + named, capitals / (capitals + small) if capitals else 0.0)


def _is_word(word: str) -> bool:
    return len(word) <= LONGEST and all(
        part.isalpha() for part in word.replace("’", "'").replace(":", "'").split("'")
    )
