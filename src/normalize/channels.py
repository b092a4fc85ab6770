"""Which way a page's text came to be, decided from the page itself before anything is repaired."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ..language import Language, load
from ..language.quantity import LOWEST
from ..language.skeleton import skeleton
from . import noise
from .candidates import options
from .careful import careful_options
from .casing import Casing
from .mapped import FOREIGN_LETTER
from .options import Source
from .reader import Reader
from .slots import Lines
from .spelled import UNKNOWN_SHARE
from .tokens import Kind, cut


class Channel(StrEnum):
    """Ways in which text is damaged."""

    CLEAN = "clean"
    """Not damaged: nothing is touched."""
    NO_DIACRITICS = "no_diacritics"
    """Read by an OCR that does not know å ä ö."""
    SWEDISH_READER = "swedish_reader"
    """Read by an OCR that knows Swedish, with sparse errors."""
    MAPPED = "mapped"
    """A broken font encoding: one sign for one letter throughout, the rest is sound."""
    LOST_LETTERS = "lost_letters"
    """A broken font table: ligatures or letters that left nothing, or became another letter."""


ENGLISH_READER = Reader(noise.load("noise.tsv"))
SWEDISH_READER = Reader(noise.load("noise_swedish.tsv"), careful=True)

DIGIT_INSIDE = re.compile(r"[a-zåäö][\d|][a-zåäö]")


@dataclass(frozen=True, slots=True)
class Decision:
    """The channel of a page."""

    channel: Channel
    reason: str
    """One plain sentence with the counts that decided."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a text shows, in words."""

    words: int = 0
    intact: int = 0
    """Words with å ä ö."""
    lost: int = 0
    """Words that are none as read, and one with å ä ö put back."""
    marred: int = 0
    """Words with a letter or digit that does not belong in them, known with another in its place."""

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(
            self.words + other.words,
            self.intact + other.intact,
            self.lost + other.lost,
            self.marred + other.marred,
        )


LEAST_LOST = 3
"""Fewer lost words are misprints or foreign words."""

LOST_SHARE = 0.5
"""Of the words that have or should have å ä ö; real pages show less than 0.02 or more than 0.9."""

MUCH_LIKELIER = 7.0
"""Natural logarithm by which the word with å ä ö must beat the reading, without context."""

LEAST_MARRED = 2

MARRED_SHARE = 0.001
"""Of all words; a born-digital page has none, but for a foreign name."""

DIACRITICS = frozenset("åäöÅÄÖ")


def evidence(lines: Lines) -> Evidence:
    """Count what the page shows."""
    counts = [_counts(text) for line in lines for text in line]
    return Evidence(*(sum(column) for column in zip(*counts, strict=True))) if counts else Evidence()


@lru_cache(maxsize=1 << 16)
def _counts(text: str) -> tuple[int, int, int, int]:
    """Words, intact, lost and marred ones of a token."""
    pieces = _pieces(text)
    plain = [piece for piece in pieces if DIACRITICS.isdisjoint(piece)]
    return (
        len(pieces),
        len(pieces) - len(plain),
        sum(map(is_lost, plain)),
        sum(map(is_marred, pieces)),
    )


def decide(page: Evidence, document: Evidence, *, is_ocr: bool = False, is_scan: bool = False) -> Decision:
    """The channel of a page, with the whole document's evidence where the page says little.

    Args:
        page: what the page shows.
        document: what the whole document shows.
        is_ocr: the words come from justera's own reading of the image, by models that know Swedish.
        is_scan: the words are another reader's of an image that covers the page.
    """
    seen = page if page.lost + page.intact >= 2 * LEAST_LOST else page + document
    if _has_lost(seen) and (page.lost or not page.intact) and not is_ocr:
        return Decision(
            Channel.NO_DIACRITICS, f"{seen.lost} words have lost å ä ö and {seen.intact} have kept them"
        )
    if is_ocr:
        return Decision(Channel.SWEDISH_READER, "read from the image by a model that knows Swedish")
    if page.marred >= max(LEAST_MARRED, MARRED_SHARE * page.words):
        return Decision(
            Channel.SWEDISH_READER, f"{page.marred} words hold a letter or digit that is none of theirs"
        )
    if is_scan:
        return Decision(Channel.SWEDISH_READER, "another program read the words from the page's image")
    return Decision(Channel.CLEAN, f"{page.intact} words with å ä ö are whole and {page.lost} are not")


def _has_lost(seen: Evidence) -> bool:
    return seen.lost >= LEAST_LOST and seen.lost >= LOST_SHARE * (seen.lost + seen.intact)


def is_lost(piece: str) -> bool:
    """True for what is no word as read, and a known one with å ä ö put back."""
    if len(piece) < 2:
        return False
    read, language = piece.lower(), load()
    words = language.lexicon.alike(skeleton(read))
    if words:
        dotted = (word for word in words if not DIACRITICS.isdisjoint(word.text))
        cost = ENGLISH_READER.noise.cost
        best = max((word.logarithm + cost(read, word.text) for word in dotted), default=LOWEST)
        return best - _as_read(read, language) > MUCH_LIKELIER
    if language.is_compound(read):
        return False
    found = options(piece, Casing.START if piece[:1].isupper() else Casing.LOWER, ENGLISH_READER)
    best_option = found[0]
    if best_option.source is not Source.COMPOUND or DIACRITICS.isdisjoint(best_option.text):
        return False
    as_read = max((option.score for option in found if option.text == read), default=-99.0)
    return best_option.score - as_read > MUCH_LIKELIER


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


def _pieces(text: str) -> tuple[str, ...]:
    token = cut(unicodedata.normalize("NFC", text))
    return token.parts[1::2] if token.kind is Kind.WORD else ()
