"""Names that the model is made to forget, in sentences about them: what happens to those that no list has.

Names that texts and lists have seldom are dealt into ten parts by their letters; some parts are hidden from
the lexicon for the calibration, others for `bench/repair.py`. Swedish and foreign names stand side by side as
in the texts. Nothing that judges names by their letters learns from these parts, so that they are as new to
it as they would be in a document.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from pathlib import Path

from justera.language import Language
from justera.language.lexicon import Word

PARTS = 10

CALIBRATION = frozenset({0, 2, 5})
"""Parts that are hidden for the calibration."""

TESTED = frozenset({3, 8})
"""Parts that are hidden for `bench/repair.py`."""

CAPITAL = 0.9
"""Share of capitals from which a word of the lexicon is a name."""

SELDOM = -13.0
"""Natural logarithm of the probability under which a name may be one that no list has (35 times in 16 M
words)."""

LENGTHS = range(4, 21)

FOREIGN = tuple(Path(__file__).with_name("foreign_names.txt").read_text(encoding="utf-8").split())
"""Names of persons, places and bodies without dots, most of them in no list: written down for this file."""

SENTENCES = (
    "Ledamoten {} yrkar bifall till förslaget.",
    "Mötet hölls i {} den 3 maj.",
    "Anna {} (M) reserverar sig mot beslutet.",
    "Enligt {} saknas underlag för beslutet.",
    "I skrivelsen anför {} att vägen bör byggas om.",
    "Fastigheten ligger nära {} i kommunens södra del.",
    "Ordföranden frågar om {} får delta i överläggningen.",
    "Företaget {} har lämnat ett anbud.",
    "Som ersättare för {} inträder Per Nilsson.",
    "Nämnden har mottagit yttranden från {} och räddningstjänsten.",
)


def hide(language: Language, parts: Set[int]) -> list[str]:
    """Make the language forget some parts of its seldom names, for the life of the process; these names."""
    names = sorted(
        word.text for word in language.lexicon.words() if _is_seldom(word) and _part(word) in parts
    )
    hidden, known = frozenset(names), language.lexicon.alike

    @lru_cache(maxsize=1 << 16)
    def alike(folded: str) -> tuple[Word, ...]:
        return tuple(word for word in known(folded) if word.text not in hidden)

    language.lexicon.alike = alike
    return names


def held_out(words: Iterable[Word]) -> frozenset[str]:
    """Names of a lexicon that nothing may learn from by their letters."""
    kept = CALIBRATION | TESTED
    return frozenset(word.text for word in words if _is_seldom(word) and _part(word) in kept)


def sentences(names: Iterable[str]) -> Iterator[str]:
    """One sentence about each name."""
    for number, name in enumerate(names):
        yield SENTENCES[number % len(SENTENCES)].format(name[:1].upper() + name[1:])


def _is_seldom(word: Word) -> bool:
    is_name = word.capital > CAPITAL and word.text.isalpha() and len(word.text) in LENGTHS
    return is_name and word.logarithm < SELDOM


def _part(word: Word) -> int:
    return zlib.crc32(word.text.encode()) % PARTS
