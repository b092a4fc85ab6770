"""Spellings that a document vouches for itself: its outline, and its pages on which å ä ö are whole.

The outline comes from the authoring program and spells the headings right; a name that stands on a sound page
is spelt there as it is on the damaged ones. Only words that the lexicon lacks are worth it: the others are
known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..language import load
from ..language.skeleton import skeleton

WORD = re.compile(r"[^\W\d_]{3,}")

DIACRITICS = frozenset("åäöÅÄÖ")


def vouched(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Lower-case spellings with å ä ö that no list has, by skeleton."""
    lexicon = load().lexicon
    found: dict[str, tuple[str, ...]] = {}
    for text in texts:
        for word in WORD.findall(text) if not DIACRITICS.isdisjoint(text) else ():
            lower = word.lower()
            if not DIACRITICS.isdisjoint(word) and lexicon.word(lower) is None:
                folded = skeleton(lower)
                found[folded] = tuple(sorted({*found.get(folded, ()), lower}))
    return found
