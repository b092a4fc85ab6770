"""What a page's words show of how it was read, before anything is repaired."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ..language import Language, load
from ..language.quantity import LOWEST
from ..language.skeleton import DIACRITICS, skeleton
from .casing import Casing
from .compounds import compounds
from .reader import ENGLISH_READER, SWEDISH_READER
from .slips import careful_options
from .slots import Lines
from .spelled import UNKNOWN_SHARE
from .tokens import DIGIT_INSIDE, FOREIGN_LETTER, Kind, cut

MUCH_LIKELIER = 7.0
"""Natural logarithm by which the word with å ä ö must beat the reading, without context."""

CACHED = 1 << 15
"""Tokens whose symptoms are kept ready."""


@dataclass(frozen=True, slots=True)
class Symptoms:
    """Counts of words."""

    words: int = 0
    intact: int = 0
    """Words with å ä ö."""
    lost: int = 0
    """Words that are none as read, and one with å ä ö put back."""

    def __add__(self, other: Symptoms) -> Symptoms:
        return Symptoms(self.words + other.words, self.intact + other.intact, self.lost + other.lost)


def of(lines: Lines) -> Symptoms:
    """Count what a page shows."""
    words = intact = lost = 0
    for text, times in Counter(chain.from_iterable(lines)).items():
        counts = _counts(text)
        words += times * counts[0]
        intact += times * counts[1]
        lost += times * counts[2]
    return Symptoms(words, intact, lost)


@lru_cache(maxsize=CACHED)
def _counts(text: str) -> tuple[int, int, int]:
    """Words, intact and lost ones of a token."""
    pieces = _pieces(text)
    plain = [piece for piece in pieces if DIACRITICS.isdisjoint(piece.lower())]
    return len(pieces), len(pieces) - len(plain), sum(map(is_lost, plain))


def marred(lines: Lines) -> int:
    """Words with a letter or digit that does not belong in them, known with another in its place."""
    return sum(map(_marred, chain.from_iterable(lines)))


@lru_cache(maxsize=CACHED)
def _marred(text: str) -> int:
    return 0 if text.isascii() and text.isalpha() else sum(map(is_marred, _pieces(text)))


def _pieces(text: str) -> tuple[str, ...]:
    token = cut(text if text.isascii() else unicodedata.normalize("NFC", text))
    return token.parts[1::2] if token.kind is Kind.WORD else ()


def is_lost(piece: str) -> bool:
    """True for what is no word as read, and a known one with å ä ö put back."""
    if len(piece) < 2:
        return False
    read, language = piece.lower(), load()
    words = language.lexicon.alike(skeleton(read))
    if words:
        cost = ENGLISH_READER.noise.cost
        dotted = [
            word.logarithm + cost(read, word.text) for word in words if not DIACRITICS.isdisjoint(word.text)
        ]
    elif language.is_compound(read):
        return False
    else:
        # A name may be spelt like anything: only compounds that hold together as plain words count.
        found = compounds(read, Casing.LOWER, language, ENGLISH_READER.noise)
        dotted = [option.score for option in found if not DIACRITICS.isdisjoint(option.text)]
    best = max(dotted, default=LOWEST)
    return best > LOWEST and best - _as_read(read, language) > MUCH_LIKELIER


def _as_read(read: str, language: Language) -> float:
    """Natural logarithm of the probability of a reading that stands for itself."""
    word = language.lexicon.word(read)
    if word is not None and word.logarithm > LOWEST:
        return word.logarithm
    return UNKNOWN_SHARE + max(language.words.logarithm(read), language.names.logarithm(read))


def is_marred(piece: str) -> bool:
    """True for a plain word that is known when a foreign letter or digit in it becomes another."""
    if piece.isascii() and piece.isalpha():
        return False
    if not (FOREIGN_LETTER.search(piece) or DIGIT_INSIDE.search(piece)) or not piece[0].islower():
        return False
    best = careful_options(piece, Casing.LOWER, SWEDISH_READER)[0]
    return best.text != piece.lower()
