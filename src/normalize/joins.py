"""Words that fell apart where a font lost a letter: `r kenskapsåret`, `bostadsrä sföreningen`.

Which letters left a gap is learnt from the document: only those that make known words of at least three
different pairs of neighbours, one of them unknown, are put back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from ..language import Language, load
from ..language.tokens import core
from .sentence import Mended
from .slots import Lines

KEPT = {"i": "tf", "t": "tf", "l": "f", "f": "f"}
"""Ends of ligatures whose first letter, given here, stays before the gap: `mot onen`, `situat on`."""

GAPS = ("ä", "å", "ö", "tt", "ti", "fi", "fl", "ff", "ft", "tf", "Ä", "Å", "Ö", *KEPT)
"""Letters and ligatures that left a gap."""

FAMILIES = (frozenset("åäöÅÄÖ"), frozenset(GAPS) - frozenset("åäöÅÄÖ") - KEPT.keys(), frozenset(KEPT))
"""What a font loses together."""

LEAST_PAIRS = 3
"""Different pairs that a letter must join."""

SAMPLE = 60
"""Torn pairs of a document that are looked at first."""

LEAST_SAMPLED = 2
"""Pairs of these that one letter must join; in sound text hardly any is, in a font with gaps a third."""

SHORTEST = 5
"""Letters of a joined word; shorter ones come about by chance."""

LONGEST_CHAIN = 4
"""Pieces of one word."""

COMMON = -14.5
"""Natural logarithm of a word's probability from which a lost first letter may make it: some ten times
in 20 M words."""

RARE = -15.5
"""The same below which a word of the lexicon may well be a torn one that stood in a corpus: once in 5 M
words."""

_HEAD = re.compile(r"^\W*([^\W\d_]*)$")
_TAIL = re.compile(r"^([^\W\d_]+)\W*$")


def joined(page: Mended, letters: Sequence[str]) -> Mended:
    """The page with words put together again, where its document has learnt that letters left gaps."""
    if not letters:
        return page
    found = [_joined(line, letters) for line in page.tokens]
    tokens = [[text for text, _ in line] for line in found]
    return replace(page, tokens=tokens, widths=[[width for _, width in line] for line in found])


def learn(lines: Lines) -> list[str]:
    """The letters that left gaps in the lines of a document."""
    language = load()
    asked = [line for line in lines if any(map(_is_fragment, line))]
    torn = list(dict.fromkeys(pair for line in asked for pair in pairwise(line) if _is_torn(*pair, language)))
    some = _joining(torn[:: len(torn) // SAMPLE + 1], language)
    if max(map(len, some.values()), default=0) < LEAST_SAMPLED:
        return []
    pairs = _joining(torn, language)
    sure = {letter for letter in GAPS if len(pairs[letter]) >= LEAST_PAIRS}
    sure |= {letter for family in FAMILIES if sure & family for letter in family if pairs[letter]}
    return [letter for letter in GAPS if letter in sure]


def _joining(torn: Sequence[tuple[str, str]], language: Language) -> dict[str, list[tuple[str, str]]]:
    """The pairs that each letter makes words of."""
    return {letter: [pair for pair in torn if _fits(pair[0], letter, pair[1], language)] for letter in GAPS}


@lru_cache(maxsize=1 << 15)
def _is_fragment(text: str) -> bool:
    """True for a token that is no word, and may be part of one."""
    ends = _HEAD.match(text) or _TAIL.match(text)
    return ends is not None and not _is_word(ends.group(1), load())


def _is_torn(first: str, second: str, language: Language) -> bool:
    """True where the two may be parts of one word: letters meet, and one of them is no word."""
    head, tail = _HEAD.match(first), _TAIL.match(second)
    if head is None or tail is None or not head.group(1) or not tail.group(1)[0].islower():
        return False
    return not (_is_word(head.group(1), language) and _is_word(tail.group(1), language))


def _is_word(text: str, language: Language) -> bool:
    """True for a known word; a lone letter other than `i` and `å` is none."""
    if len(text) == 1:
        return text.lower() in {"i", "å"}
    word = language.lexicon.word(text.lower())
    return language.knows(text) if word is None else word.logarithm > RARE


def _fits(first: str, letter: str, second: str, language: Language) -> bool:
    return _may_join(first, letter, second, language) and _is_whole(first, letter, second, language)


def _may_join(first: str, letter: str, second: str, language: Language) -> bool:
    head, tail = _HEAD.match(first), _TAIL.match(second)
    if head is None or tail is None or (letter in KEPT and head.group(1)[-1:] not in KEPT[letter]):
        return False
    # `a ärendet` lost the end of its first word.
    return not (_is_common(head.group(1) + letter, language) and _is_word(tail.group(1), language))


def _is_whole(first: str, letter: str, second: str, language: Language) -> bool:
    """True where they make a known word, of four letters only where it is a common one."""
    head, tail = core(first), core(second)
    length = len(head) + len(letter) + len(tail)
    if length < SHORTEST:
        return length == SHORTEST - 1 and head.islower() and _is_common(head + letter + tail, language)
    return language.knows_with(head.lower(), letter.lower(), tail.lower())


def losses(letters: Sequence[str]) -> list[tuple[str, str]]:
    """What the letters that left gaps are, printed and read, where nothing parts the word."""
    return [
        pair
        for letter in letters
        for pair in ([(kept + letter, kept) for kept in KEPT[letter]] if letter in KEPT else [(letter, "")])
    ]


def _joined(line: Sequence[str], letters: Sequence[str]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    place = 0
    while place < len(line):
        text, width = _longest(line, place, letters)
        found.append((text, width))
        place += width
    return found


def _longest(line: Sequence[str], place: int, letters: Sequence[str]) -> tuple[str, int]:
    """The longest chain of pieces that makes a known word, or the piece with its first letter back."""
    language = load()
    following = line[place + 1] if place + 1 < len(line) else ""
    begun = _begun(line[place], letters, language)
    joins_on = any(_fits(line[place], letter, following, language) for letter in letters)
    if begun and (not joins_on or _stands(following, letters, language)):
        return begun, 1
    if _stands(line[place], (), language) and _begun(following, letters, language):
        return line[place], 1
    chains = [line[place]]
    best = (line[place], 1)
    for width in range(2, min(LONGEST_CHAIN, len(line) - place) + 1):
        second = line[place + width - 1]
        steps = [
            (chain, letter)
            for chain in chains
            for letter in letters
            if _may_join(chain, letter, second, language)
        ]
        if _is_torn(line[place + width - 2], second, language):
            fitting = (step for step in steps if _is_whole(*step, second, language))
            best = next((("".join((*step, second)), width) for step in fitting), best)
        chains = [f"{chain}{letter}{second}" for chain, letter in steps]
    return best


def _begun(text: str, letters: Sequence[str], language: Language) -> str | None:
    """What is no word, with a lost letter before it that makes it one: `ndamål`, `r`."""
    tail = _TAIL.match(text)
    if tail is None or not text[0].islower() or _is_word(tail.group(1), language):
        return None
    whole = [letter for letter in letters if letter not in KEPT]
    return next((letter + text for letter in whole if _is_common(letter + tail.group(1), language)), None)


def _stands(text: str, letters: Sequence[str], language: Language) -> bool:
    """True for what is a word by itself, or with its first letter back."""
    words = re.findall(r"[^\W\d_]+", text)
    return all(_is_word(word, language) for word in words) or _begun(text, letters, language) is not None


def _is_common(text: str, language: Language) -> bool:
    """True for a word of the lexicon, compounds made up on the spot not among them."""
    word = language.lexicon.word(text.lower())
    return word is not None and word.logarithm > COMMON
