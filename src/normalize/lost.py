"""Letters that a font lost or swapped throughout: ligatures or ä that left nothing, l that became j.

Which letters a page has lost is learnt from its unknown words, and only then are words of that page searched
with them put back. Old spelling has many unknown words too; the swaps that make it modern (w for v) are not
among these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from ..language import load
from .noise import Noise

Confusion = tuple[str, str]
"""Letters printed and read."""

LOST_LETTERS = (("ä", ""), ("å", ""), ("ö", ""))
"""Printed and read, where a font with a broken table leaves letters out."""

LOST_LIGATURES = tuple((joined, "") for joined in ("fi", "fl", "ff", "ffi", "tt", "ti", "ft", "fj", "tti"))
"""The same for its ligatures."""

SWAPPED = (("l", "j"), ("e", "g"), ("t", "v"), ("i", "j"), ("l", "i"))
"""Printed and read, as met in fonts with a shifted table."""

LIGATURES = (("ti", "t"), ("tt", "t"), ("ft", "f"), ("fi", "f"), ("fl", "f"), ("ff", "f"), ("ffi", "f"))
"""Ligatures of which a text layer keeps the first letter: `moton`, `Ytrande`, `gifter`."""

FAMILIES = (LOST_LETTERS, LOST_LIGATURES, LIGATURES)
"""What a font loses together: where one is lost, so are the others, if any word speaks for them."""

LEAST_WORDS = 3
"""Different words that must speak for a loss."""

LEAST_MET = 2
"""Different words of a page that must speak for a loss that its document has."""

LEAST_SHARE = 0.2
"""Of the page's unknown words, how many it must explain."""

FAMILY = 4 / 3
"""How many times as many words must speak for a family of which no member has enough by itself."""

LEAST_UNKNOWN = 0.02
"""Share of the page's different words that must be unknown before anything is learnt."""

SHORTEST = 4
"""Letters; nearly any shorter string is a word with something put in."""

MOST_WORDS = 400
"""Unknown words that are searched; no page of real text has as many."""

USUAL = 700
"""How often of a thousand a lost letter is lost."""


def learn(words: Iterable[str], headed: Iterable[str] = ()) -> Noise | None:
    """The channel model of a page that lost letters; None where it lost none.

    Args:
        words: the page's different plain words (lower case, letters only).
        headed: the same of its words with a capital, in lower case: they may speak for a loss, but names
            among them that are unknown do not speak against it.
    """
    language = load()
    every = [word for word in words if len(word) >= SHORTEST]
    unknown = [word for word in every if not language.knows(word)]
    if len(unknown) < max(LEAST_WORDS, LEAST_UNKNOWN * len(every)):
        return None
    support: dict[Confusion, set[str]] = defaultdict(set)
    capital = (word for word in headed if len(word) > SHORTEST and not language.knows(word))
    for word in sorted({*unknown, *capital})[:MOST_WORDS]:
        for loss in restored(word):
            support[loss].add(word)
    chosen = _chosen(support, max(LEAST_WORDS, LEAST_SHARE * len(unknown)))
    return noise(chosen) if chosen else None


def noise(losses: Sequence[Confusion]) -> Noise:
    """The channel model of a font with these losses."""
    letters = dict.fromkeys("".join(true for true, _ in losses), 1000)
    return Noise(dict.fromkeys(losses, USUAL), letters, pervasive=True)


def is_met(words: Iterable[str], spoilt: Noise) -> bool:
    """True where words of a page show what was learnt from its whole document."""
    language = load()
    unknown = [word for word in words if len(word) >= SHORTEST and not language.knows(word)][:MOST_WORDS]
    found = [word for word in unknown if any(language.knows(whole) for whole in spoilt.variants(word))]
    return len(found) >= LEAST_MET and len(found) >= LEAST_SHARE * len(unknown)


def _chosen(support: Mapping[Confusion, Set[str]], least: float) -> list[Confusion]:
    """The losses that enough words speak for, one by one or as a family."""
    found = {pair for pair, words in support.items() if len(words) >= least}
    for family in FAMILIES:
        explained = set().union(*(support.get(pair, ()) for pair in family))
        is_met = not found.isdisjoint(family) and len(explained) >= least
        if is_met or len(explained) >= FAMILY * least:
            found |= {pair for pair in family if pair in support}
    return sorted(found)


def restored(word: str) -> Iterator[Confusion]:
    """The losses that, taken back at one place, make the word a known one."""
    knows = load().knows_with
    for place in range(len(word) + 1):
        for printed, read in (*LOST_LETTERS, *LOST_LIGATURES, *SWAPPED, *LIGATURES):
            if word.startswith(read, place) and knows(word[:place], printed, word[place + len(read) :]):
                yield printed, read
