"""What may have been printed where a reader that knows Swedish, or a copier's software, read a word.

Known words stay, but for those that a much more frequent one with dots may have become, compounds of known
parts among them (`forslaget`); unknown ones may be one slip away from a known one. Names in mid-sentence get
their dots back, and nothing else.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from math import log

from ..language import Language, load
from ..language.lexicon import UNKNOWN
from ..language.quantity import LOWEST
from ..language.skeleton import DIACRITICS, is_dotted
from .candidates import MOST
from .candidates import literal as as_it_stands
from .casing import Casing
from .compounds import compounds
from .listed import LEAST_NAME_NOISE, is_seldom, misread, words
from .noise import Noise
from .options import CACHED, UNKNOWN_ALONE, Option, Source
from .reader import Reader
from .spelled import UNKNOWN_SHARE
from .tokens import FOREIGN_LETTER

LEAST_CAREFUL_NOISE = -9.4
"""Options less likely than this to be read so are none: one confusion that has been seen, or an accent. Dots
and rings that are all that differs count as one: where an image has lost one it has lost the others."""

SHORTEST_CAREFUL = {
    Casing.LOWER: 2,
    Casing.START: 3,
    Casing.CAPITAL: 4,
    Casing.UPPER: 5,
    Casing.ACRONYM: 99,
}
"""Letters of an unknown word that may be called misread."""

MAY_LOSE_DOTS = frozenset({Casing.LOWER, Casing.START})
"""Casings of plain words. A name in mid-sentence is not searched for misreadings that look like letters."""

RIVAL = 5.0
"""Natural logarithm by which a word with dots must be more frequent than a known one without to put it in
doubt: `for` and `för`, not `bor` and `bör`."""

RIVAL_NAME = 1.5
"""The same for names, `Hakan` and `Håkan`: they are not changed, but put before a person or read again."""

RIVALLED = MAY_LOSE_DOTS | {Casing.CAPITAL}

USUAL = -12.0
"""Natural logarithm of the share of running words from which on a word with dots may have become a compound
of known parts: `for|slaget` for `förslaget`."""

LONG = 8
"""Letters of a capitalised unknown word that may be a plain one with a slip: `Socialnärnnden`."""

MOSTLY_NAME = 0.5
"""Share of capitals from which a word is a name."""

ODD_INSIDE = re.compile(r"[^\W\d_][\d|][^\W\d_]|^\d[^\W\d_]{3}|[^\W\d_]{2}1$|[a-zåäö]I(?![A-ZÅÄÖ])")
"""A digit within letters or at an edge, a capital I among small ones: `f6r`, `til1`, `stäIler`."""

SMALL_L = re.compile("I[a-zåäö]{3}")
"""The beginning of an unknown word that may be that of another one: `Iagar`."""

ODD = -8.0
"""Natural logarithm by which such a reading is less likely to stand for itself."""


@lru_cache(maxsize=CACHED)
def careful_options(piece: str, casing: Casing, reader: Reader) -> tuple[Option, ...]:
    """What may have been printed, likeliest first; only the reading itself for most words.

    Args:
        piece: letters and digits as read.
        casing: of the reading at its place.
        reader: who read it.
    """
    read, language, noise = piece.lower(), load(), reader.noise
    word, odd = language.lexicon.word(read), is_odd(piece)
    if word is not None and word.logarithm > LOWEST and not odd:
        literal = Option(read, word.number, word.logarithm, 0.0, 0.0, Source.READ)
        least = word.logarithm + (RIVAL if casing in MAY_LOSE_DOTS else RIVAL_NAME)
        rivals = words(read, casing, language, noise) if casing in RIVALLED else ()
        dotted = (option for option in rivals if is_dotted(read, option.text))
        found = {option.text: option for option in dotted if option.alone > least}
        if casing is Casing.LOWER and is_seldom(word):
            slips = misread(read, casing, language, noise)
            found |= {option.text: option for option in slips if option.alone > least}
    elif not is_misreadable(piece, casing):
        return (_literal(read, casing, language),)
    elif language.knows_lower(read) and not odd:
        literal = _literal(read, casing, language)
        rivals = words(read, casing, language, noise) if casing in MAY_LOSE_DOTS else ()
        found = {
            option.text: option
            for option in rivals
            if is_dotted(read, option.text) and option.alone > max(USUAL, literal.score + RIVAL)
        }
    else:
        literal = _literal(read, casing, language)
        if odd:
            literal = replace(literal, form=literal.form + ODD)
        found = _of_unknown(piece, casing, noise)
    found.pop(read, None)
    ranked = sorted([literal, *found.values()], key=lambda option: (-option.score, option.text))
    likely = (
        option for option in ranked if option.noise > LEAST_CAREFUL_NOISE or is_dotted(read, option.text)
    )
    return tuple(islice(likely, MOST))


def _of_unknown(piece: str, casing: Casing, noise: Noise) -> dict[str, Option]:
    """What an unknown word may be: names only with dots, plain words with a slip taken back, by text."""
    read, language, odd = piece.lower(), load(), is_odd(piece)
    found: dict[str, Option] = {}
    if odd:
        found |= {option.text: option for option in compounds(read, casing, language, noise)}
    found |= {option.text: option for option in words(read, casing, language, noise)}
    is_long = len(piece) >= LONG
    if odd or is_long or casing in MAY_LOSE_DOTS or SMALL_L.match(piece):
        least = LEAST_CAREFUL_NOISE if odd or is_long else LEAST_NAME_NOISE
        slips = misread(read, casing, language, noise, least)
        found |= {
            option.text: option for option in slips if odd or casing in MAY_LOSE_DOTS or not _is_name(option)
        }
    if casing is not Casing.LOWER and not piece.isascii():
        # Names keep their accents (`Szatmári`), but for one that stands for å, ä or ö (`Myràsen`).
        found = {text: option for text, option in found.items() if not DIACRITICS.isdisjoint(text)}
    return found


def _is_name(option: Option) -> bool:
    """True for a word that is mostly a name: no name becomes another."""
    return option.form > log(MOSTLY_NAME)


def _literal(read: str, casing: Casing, language: Language) -> Option:
    """An unknown word as it stands."""
    if any(letter.isdigit() for letter in read):
        return as_it_stands(read, casing)
    spelling = language.words if casing is Casing.LOWER else language.names
    form = UNKNOWN_SHARE - UNKNOWN_ALONE + spelling.logarithm(read)
    return Option(read, UNKNOWN, UNKNOWN_ALONE, form, 0.0, Source.READ)


def is_misreadable(piece: str, casing: Casing) -> bool:
    """True for an unknown word that is neither an acronym, a code nor too short to tell."""
    if FOREIGN_LETTER.search(piece) or "|" in piece:
        return len(piece) > 1
    return (piece.isalpha() or is_odd(piece)) and len(piece) >= SHORTEST_CAREFUL[casing]


def is_odd(piece: str) -> bool:
    """True where a sign shows that the reading is wrong somewhere."""
    return FOREIGN_LETTER.search(piece) is not None or ODD_INSIDE.search(piece) is not None
