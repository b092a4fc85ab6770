"""Broken font encodings: one printed letter has become one and the same sign throughout a font.

`f"reningen`, `P!`, `Byggnads#r`: which sign stands for which letter is learnt from the words that it breaks,
font by font, and applied as a whole. Nothing is promised for signs that break fewer than three words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ..language import Language, load
from ..language.quantity import LOWEST
from ..language.tokens import LONGEST_WORD
from .tokens import FOREIGN_LETTER

SIGN = re.compile(r"(?<=[^\W\d_])[^\w\s.,:;/&@'’´`()\[\]\-‐‑–—…§%·•\u00ad](?=[^\W\d_])")
"""A sign between two letters that has no business there."""


TARGETS = (
    "å",
    "ä",
    "ö",
    "Å",
    "Ä",
    "Ö",
    "é",
    "fi",
    "fl",
    "ff",
    "ffi",
    "tt",
    "ti",
    "ft",
    *"abcdefghijklmnoprstuvxy",
)
"""Letters that may have become a sign."""

LEAST_WORDS = 3
"""Different words that a sign must break."""

LEAST_SHARE = 0.6
"""Of these words, how many must be known with the letter put back."""

MOST_SIGNS = 100
"""Different signs; a text with more is no Swedish in a broken encoding, but something else."""

MOST_WORDS = 200
"""Words of one sign that are looked at; more would not change the verdict."""

Glyphs = Mapping[str, str]
"""Sign to letter."""


def learn(texts: Iterable[str]) -> dict[str, str]:
    """The signs of one font with the letters that they stand for; empty for a sound font."""
    broken: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for sign in signs(text) if len(text) <= LONGEST_WORD else ():
            broken[sign].add(text.rstrip(".,;:"))
    if len(broken) > MOST_SIGNS:
        return {}
    glyphs: dict[str, str] = {}
    language = load()
    for sign, words in sorted(broken.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(words) >= LEAST_WORDS and (letter := _letter(sign, words, glyphs, language)):
            glyphs[sign] = letter
    return glyphs


def apply(text: str, glyphs: Glyphs) -> str:
    """A token with its signs turned back; signs at its edges only where that makes the likelier word."""
    if not any(sign in text for sign in glyphs):
        return text
    inner = SIGN.sub(lambda match: glyphs.get(match.group(), match.group()), text)
    inner = FOREIGN_LETTER.sub(lambda match: glyphs.get(match.group(), match.group()), inner)
    whole = "".join(glyphs.get(letter, letter) for letter in inner)
    return whole if whole != inner and _likelihood(whole) > _likelihood(inner) else inner


def _letter(sign: str, words: set[str], glyphs: Glyphs, language: Language) -> str | None:
    """The letter that makes most of the words known; None where none makes enough."""
    settled = [_settled(word, glyphs) for word in sorted(words)[:MOST_WORDS]]
    single = [word for word in settled if not signs(word) - {sign}] or settled
    counts = {
        letter: sum(language.knows(word.replace(sign, letter)) for word in single) for letter in TARGETS
    }
    best = max(TARGETS, key=lambda letter: counts[letter])
    enough = counts[best] >= LEAST_WORDS and counts[best] >= LEAST_SHARE * len(single)
    as_read = sum(language.knows(word) for word in single)
    return best if enough and counts[best] > 2 * as_read else None


def _settled(word: str, glyphs: Glyphs) -> str:
    return "".join(glyphs.get(letter, letter) for letter in word)


@lru_cache(maxsize=1 << 15)
def signs(text: str) -> frozenset[str]:
    """Signs and letters in a token that have no business there."""
    if text.isascii() and text.isalnum():
        return frozenset()
    return frozenset((*SIGN.findall(text), *FOREIGN_LETTER.findall(text)))


def _likelihood(text: str) -> float:
    """Natural logarithm of the likeliest word that the token's letters make; the lowest for none."""
    word = load().lexicon.word("".join(re.findall(r"[^\W\d_]+", text)[:1]).lower())
    if word is not None:
        return word.logarithm
    return LOWEST + 1 if load().knows(text) else LOWEST
