"""Letters that a font lost or swapped throughout: ligatures or ä that left nothing, l that became j.

Which letters a page has lost is learnt from its unknown words, and only then are words of that page
searched with
them put back. Old spelling has many unknown words too; the swaps that make it modern (w for v) are not
among these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..language import load
from .noise import Noise

LOST = ("ä", "å", "ö", "fi", "fl", "ff", "ffi", "tt", "ti", "ft", "fj")
"""What fonts with a broken table leave out."""

SWAPPED = (("l", "j"), ("e", "g"), ("t", "v"), ("i", "j"), ("l", "i"))
"""Printed and read, as met in fonts with a shifted table."""

LIGATURES = (("ti", "t"), ("tt", "t"), ("ft", "f"), ("fi", "f"), ("fl", "f"), ("ff", "f"), ("ffi", "f"))
"""Ligatures of which a text layer keeps the first letter: `moton`, `Ytrande`, `gifter`."""

LEAST_WORDS = 3
"""Different words that must speak for a lost letter."""

LEAST_SHARE = 0.2
"""Of the page's unknown words, how many it must explain."""

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
    support: dict[tuple[str, str], int] = defaultdict(int)
    capital = (word for word in headed if len(word) > SHORTEST and not language.knows(word))
    for word in sorted({*unknown, *capital})[:MOST_WORDS]:
        for confusion in {
            (printed, read) for printed, read, whole in restored(word) if language.knows(whole)
        }:
            support[confusion] += 1
    chosen = [
        pair for pair, count in support.items() if count >= max(LEAST_WORDS, LEAST_SHARE * len(unknown))
    ]
    if not chosen:
        return None
    printed = dict.fromkeys("".join(true for true, _ in chosen), 1000)
    return Noise(dict.fromkeys(sorted(chosen), USUAL), printed, pervasive=True)


def restored(word: str) -> Iterable[tuple[str, str, str]]:
    """The word with one loss taken back, at each place: letters printed, read, and the whole word."""
    for place in range(len(word) + 1):
        for printed in LOST:
            yield printed, "", word[:place] + printed + word[place:]
        for printed, read in (*SWAPPED, *LIGATURES):
            if word.startswith(read, place):
                yield printed, read, word[:place] + printed + word[place + 1 :]
