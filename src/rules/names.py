"""Personal names: when two spellings mean one person, and when one looks like a misreading of the other."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

_INITIAL = re.compile(r"^\w\.?$")

_LOOK_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "8": "b", "z": "s", "w": "v"})
_PAIRS = (("rn", "m"), ("cl", "d"), ("vv", "v"))


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Lower case, single spaces, hyphens as spaces, no dots, no party."""
    bare = re.sub(r"\([^)]*\)", " ", unicodedata.normalize("NFC", name))
    return " ".join(bare.casefold().replace("-", " ").replace(".", " ").replace("*", " ").split())


@lru_cache(maxsize=65536)
def same_person(left: str, right: str) -> bool:
    """Whether two names in one document mean the same person.

    Titles before a name, missing middle names and initials are allowed for: "Ordföranden Eva Ek" is
    "Eva Ek", "E. Ek" is "Eva Ek".
    """
    a, b = fold(left).split(), fold(right).split()
    if not a or not b:
        return False
    if a == b or (len(a) >= 2 and set(a) <= set(b)) or (len(b) >= 2 and set(b) <= set(a)):
        return True
    return a[-1] == b[-1] and a[0][0] == b[0][0] and bool(_INITIAL.match(a[0]) or _INITIAL.match(b[0]))


def is_listed(name: str, names: list[str]) -> bool:
    """Whether a person is among the names."""
    return any(same_person(name, other) for other in names)


def looks_misread(left: str, right: str) -> bool:
    """Whether one name is the other with confusable letters: å a, rn m, l i 1, a doubled letter."""
    a, b = fold(left), fold(right)
    return a != b and _skeleton(a) == _skeleton(b)


def one_letter_apart(left: str, right: str) -> bool:
    """Whether two names differ in one letter, whatever it is."""
    return Levenshtein.distance(fold(left), fold(right), score_cutoff=1) == 1


@lru_cache(maxsize=8192)
def _skeleton(folded: str) -> str:
    """What is left of a name when confusable shapes are made one."""
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    for pair, single in _PAIRS:
        bare = bare.replace(pair, single)
    return re.sub(r"(.)\1+", r"\1", bare.translate(_LOOK_ALIKE))
