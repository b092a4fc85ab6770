"""Spellings of unlisted words that a document vouches for itself.

Its outline comes from the authoring program and spells the headings right; a name that stands on a page where
å ä ö are whole is spelt there as it is on the damaged ones; and a name that was damaged in several ways
(`Ormson`, `Ormsén`, `Orms6n`) can only have been one that all of them may come from. Words that the lexicon
has need none of this.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from math import exp, log

from ..language import load
from ..language.skeleton import DIACRITICS, skeleton
from .casing import Casing
from .noise import Noise
from .spelled import spelled
from .tokens import Kind, cut

WORD = re.compile(r"[^\W\d_]{3,}")

Vouched = Mapping[str, tuple[str, ...]]
"""Lower-case spellings by skeleton."""

SHORTEST = 4
"""Letters of a name that is pooled."""

MOST_TIMES = 3
"""How often the same reading counts: one printed shape is misread alike again and again."""

LEAST_COST = -8.0
"""Natural logarithm of the probability of a reading, below which it is one of another name."""

SURE = log(0.97 / 0.03)
"""Natural logarithm of the odds that one spelling must have over all others."""


def vouched(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Lower-case spellings with å ä ö that no list has, by skeleton."""
    lexicon = load().lexicon
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        for word in WORD.findall(text) if not DIACRITICS.isdisjoint(text.lower()) else ():
            lower = word.lower()
            if not DIACRITICS.isdisjoint(lower) and lexicon.word(lower) is None:
                folded = skeleton(lower)
                found[folded] = tuple(sorted({*found.get(folded, ()), lower}))
    return found


def pooled(texts: Iterable[str], noise: Noise) -> dict[str, tuple[str, ...]]:
    """Spellings with å ä ö that explain all readings of an unlisted name together, where they differ."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    for text, times in Counter(texts).items():
        token = cut(text)
        for piece in token.parts[1::2] if token.kind is Kind.WORD else ():
            if piece[:1].isupper() and not piece.isupper() and len(piece) >= SHORTEST:
                groups[skeleton(piece)][piece.lower()] += times
    lexicon = load().lexicon
    several = {
        folded: group for folded, group in groups.items() if len(group) > 1 and not lexicon.alike(folded)
    }
    best = {folded: _explaining(group, noise) for folded, group in several.items()}
    return {folded: (text,) for folded, text in best.items() if text is not None}


def _explaining(group: Counter[str], noise: Noise) -> str | None:
    """The spelling that all readings may come from; None where none is sure, or none has dots."""
    scores: dict[str, float] = {}
    for read in group:
        for option in spelled(read, Casing.CAPITAL, noise):
            costs = {seen: noise.cost(seen, option.text) for seen in group}
            if min(costs.values()) > LEAST_COST:
                told = sum(min(group[seen], MOST_TIMES) * cost for seen, cost in costs.items())
                scores[option.text] = option.form + told
    if not scores:
        return None
    best = max(scores, key=lambda text: (scores[text], text))
    rest = sum(exp(score - scores[best]) for text, score in scores.items() if text != best)
    return best if not DIACRITICS.isdisjoint(best) and rest < exp(-SURE) else None
