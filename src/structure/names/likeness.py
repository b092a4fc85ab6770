"""Whether two spellings are of one name: dots and accents lost, letters confused, given names shortened."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

LIKENESS = 85.0
"""Least likeness (rapidfuzz ratio, 0 to 100) of a name read with little confidence to the person's."""

_CONFUSED = str.maketrans(
    {"0": "o", "1": "l", "i": "l", "j": "l", "|": "l", "!": "l", "5": "s", "ø": "o", "æ": "a"}
)
_INITIAL = re.compile(r"[A-ZÅÄÖ]{1,2}\.?(?:-[A-ZÅÄÖ]\.?)?")


def equal(name: str, person: str) -> bool:
    """Whether both are the same but for capitals."""
    return name.casefold() == person.casefold()


def same_skeleton(name: str, person: str) -> bool:
    """Whether both are the same but for what readers lose and confuse."""
    return skeleton(name) == skeleton(person)


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """A name without what readers lose and confuse: dots, rings, accents, i for l, rn for m."""
    plain = unicodedata.normalize("NFD", name.casefold())
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return re.sub(r"[^\w ]|_", "", letters.translate(_CONFUSED)).replace("rn", "m")


def shortened(name: str, person: str) -> bool:
    """Whether a name is a shorter form: "A Ström", "Ström", "Saga Lindholm" of "Saga Lindholm Berg"."""
    words, full = name.split(), person.split()
    while len(words) > 1 and words[0].islower():  # "af Ekenstam"
        words = words[1:]
    if len(full) < 2 or len(words) > len(full):
        return False
    given, surname = words[:-1], skeleton(words[-1])
    if not given:
        return surname == skeleton(full[-1])
    if all(_INITIAL.fullmatch(one) for one in given):
        return surname == skeleton(full[-1]) and skeleton(given[0])[0] == skeleton(full[0])[0]
    rest = iter(skeleton(one) for one in full)
    return (
        len(words) < len(full)
        and skeleton(words[0]) == skeleton(full[0])
        and all(skeleton(one) in rest for one in words)
    )


def alike(name: str, person: str) -> bool:
    """Whether a name may be a person's, misread by a letter or two."""
    return len(name) > 7 and fuzz.ratio(skeleton(name), skeleton(person)) >= LIKENESS
