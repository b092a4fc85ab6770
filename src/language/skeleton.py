"""What is left of a word when everything that a reader without Swedish confuses is folded together.

`nämnden`, `namnden` and `ndmnden` have one skeleton, so that the words a reading can stand for are found by
one look-up instead of a search. The classes come from aligned readings (`tools/language`,
`docs/language-data.md`):
å is read as a, ä as a, é, i, d, 4, & or two of them, ö as o, é, 6, d or two of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

DIACRITICS = frozenset("åäö")

VOWEL = "a"
"""Stands for a run of letters of the class that å ä ö are lost in."""

_CLASS = "aåäàáâãæāoöóòôõøōdiíìîïéèêë643&@€0"

_OTHERS = {
    "1": "l",
    "|": "l",
    "!": "l",
    "5": "s",
    "£": "f",
    "{": VOWEL,
    "}": "j",
    "ß": "s",
    "ü": "u",
    "ú": "u",
    "ù": "u",
    "û": "u",
    "ç": "c",
    "ñ": "n",
}

_TABLE = str.maketrans({**dict.fromkeys(_CLASS, VOWEL), **_OTHERS})

_ACCENTED = {
    letter: unicodedata.normalize("NFKD", letter)[0].lower()
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    if letter not in _CLASS and unicodedata.normalize("NFKD", letter)[0] != letter
} | {"ı": "i", "ł": "l", "đ": "d"}
"""Letters of other languages that readers put for plain ones."""

_TABLE |= {
    ord(letter): VOWEL if base in _CLASS else base
    for letter, base in _ACCENTED.items()
    if ord(letter) not in _TABLE
}

_FOREIGN_VOWELS = dict.fromkeys("àáâãā", "a") | dict.fromkeys("òóôõō", "o") | dict.fromkeys("ìîïí", "i")

_SWEDISH_BASE = {"å": "a", "ä": "a", "ö": "o", "é": "e"}

_RUN = re.compile("a+")


@lru_cache(maxsize=1 << 15)
def skeleton(word: str) -> str:
    """The skeleton of a word; the same for every casing of it."""
    return shortened(folded(word))


def folded(word: str) -> str:
    """The word with every letter folded; parts of words may be put together before they are `shortened`."""
    return word.lower().translate(_TABLE)


def shortened(letters: str) -> str:
    """Folded letters with each run of vowels made one."""
    return _RUN.sub(VOWEL, letters) if "aa" in letters else letters


def is_accented(read: str, printed: str) -> bool:
    """True for a letter of another language with the base of the printed one: `ė` for e, `ā` for å."""
    base = _ACCENTED.get(read) or _FOREIGN_VOWELS.get(read)
    return base is not None and base == _SWEDISH_BASE.get(printed, printed)


def is_dotted(read: str, printed: str) -> bool:
    """True where the printed word differs from the reading by nothing but letters that became å ä ö."""
    place = 0
    kept = "".join("\0" if letter in DIACRITICS else letter for letter in printed).split("\0")
    for number, part in enumerate(kept):
        found = read.startswith(part) if number == 0 else _next(read, part, place) >= 0
        if not found:
            return False
        place = len(part) if number == 0 else _next(read, part, place) + len(part)
    return place == len(read) or read.endswith(kept[-1])


def _next(read: str, part: str, place: int) -> int:
    """Where the part goes on after one to three letters that stand for a dotted one; -1 where it does not."""
    return read.find(part, place + 1, place + 3 + len(part))
