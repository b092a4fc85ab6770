"""What a word is to the reader: a number that must be confirmed, a known word, or letters that cannot be."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

from ...language import load

SYMBOLS = frozenset("§%@‰°")
"""Signs that some models cannot print and read as digits or letters instead."""

_LIKE_A_SIGN = "S$85&€sß§"
SIGN_LOOKALIKES = frozenset((*_LIKE_A_SIGN, *map("".join, product(_LIKE_A_SIGN, repeat=2)))) - {"§", "§§"}
"""What the first model makes of a § or §§ alone; `eng` has never been seen to make a § of any of these."""

SWEDISH_ACCENTS = frozenset("åäöÅÄÖéÉüÜà")
"""Letters beyond a-z that Swedish spelling knows; others in a Swedish word are misread."""

RAREST = -16.0
"""Natural logarithm of a probability at and below which a word is as good as unknown."""

LONGEST_SCRAP = 3
"""Letters and marks, at most, that a § or a % may have been read as."""

FREQUENT = 0.45
"""Familiarity from which on a short word is one: `och`, `av`, `för`, but not `fo` or `to`."""

_UNIT = re.compile(
    r"[\d.,:/()–-]+|[kmt]?kr|[mct]?m[²³2]?|st|kg|[mk]w|[kmg]wh|ha|mnkr|år|nr|[(]\w+[)]?", re.IGNORECASE
)
"""What may follow a number and is no scrap."""

_STRAY = re.compile(r"[bdefghjklnpqrtuwyzEFGHJNQUWYZ]")
"""A letter that is no word and no party: the readers take figures that stand alone for such."""

_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-", "­": "-"})
_EDGES = ".,;:!?()[]{}\"'”“’‘»«´`|_*•·~"


def bears_number(text: str) -> bool:
    """True for what a decision may hang on: digits and the signs beside them."""
    return any(character.isdigit() or character in SYMBOLS for character in text)


def key(text: str) -> str:
    """What two readings must share to agree: case, dashes and punctuation at the edges do not count."""
    return text.translate(_DASHES).strip(_EDGES).casefold()


def number_key(text: str) -> str:
    """As `key`, and letters without their dots, as the reader of numbers knows no Swedish."""
    return folded(key(text)).replace(" ", "")


def folded(text: str) -> str:
    """Without the marks over letters."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(character for character in apart if not unicodedata.combining(character))


def core(text: str) -> str:
    """Without the punctuation around it."""
    return text.strip(_EDGES + "-–—")


@lru_cache(maxsize=100_000)
def is_known(text: str) -> bool:
    """True for a Swedish word or compound, or two with a slash between, in any casing and punctuation."""
    parts = core(text).split("/")
    return all(parts) and all(load().knows(part) for part in parts)


@lru_cache(maxsize=100_000)
def familiarity(text: str) -> float:
    """How frequent a word is, 0 to 1: the lexicon knows `fran` too, but `från` is 10,000 times likelier."""
    return min(1.0, max(0.0, (load().log_probability([text]) - RAREST) / -RAREST))


def is_stray(text: str) -> bool:
    """True for a lone letter that may be a figure: `N Godkännande` for `2 Godkännande`."""
    return _STRAY.fullmatch(text) is not None


def has_foreign_letter(text: str) -> bool:
    """True where a letter is outside Swedish and é ü à: a sure sign of misreading in a Swedish word."""
    return any(
        character.isalpha() and not character.isascii() and character not in SWEDISH_ACCENTS
        for character in text
    )


def printable(text: str) -> str:
    """Without what minutes are not printed with: models see letters twice, `ÂÅhl`, `(MP)}s`, and `(©)`."""
    return "".join(c for c in text.replace("©", "C") if c not in "{}" and not has_foreign_letter(c))


def likelihood(word: str) -> float:
    """Natural logarithm of how likely the letters are, as a name or as a word, whichever is likelier."""
    language = load()
    return max(kind.logarithm(word.lower()) for kind in (language.names, language.words))


def may_be_percent(text: str) -> bool:
    """Whether a scrap behind a number may be a %: `-o`, `fo.`; frequent words and units are none."""
    inner = text.rstrip(".,;:)")
    if not 1 < len(inner) <= LONGEST_SCRAP or _UNIT.fullmatch(inner):
        return False
    if not inner.isalpha():
        return True
    return not is_known(inner) or (len(inner) < LONGEST_SCRAP and familiarity(inner) < FREQUENT)


def is_mark(text: str) -> bool:
    """True for a token without letter, digit or sign: a bullet, a dash, or dirt."""
    return not any(character.isalnum() or character in SYMBOLS for character in text)
