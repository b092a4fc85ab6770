"""Which letters of an unlisted name carry dots, told by the letters around each of them.

`Ohlund`, `Hammargarden`, `Taberg`: whether an a is å, ä or a in a name depends on what stands on both sides
of it. Each stretch of letters around it has a weight for each answer (`dots.bin`, learnt by `tools/language`
on names and words); what it is read as plays no part here.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from math import exp, log
from pathlib import Path

from .store import read

BITS = 17
"""Weights: 131,072, found by a hash of the letters; different letters may share one."""

STEP = 1 / 32
"""What a weight's byte counts, from -4 to 4."""

ZERO = 128
"""The byte of a weight of nothing."""

REACH = 5
"""Letters on either side that a stretch may go."""

LONGEST = 7
"""Letters of a stretch."""

DOTTED = {"a": "åä", "o": "ö"}
"""Letters with what they may be with dots on."""

ANY = frozenset("aåäoö")

UNDOTTED = str.maketrans("åäö", "aao")

CACHED = 1 << 14

Shares = tuple[tuple[str, float], ...]
"""The letters that may stand in a place, each with the natural logarithm of its probability."""


def bare(word: str) -> str:
    """The word in lower case without its dots: `lindström` is `lindstrom`."""
    return word.translate(UNDOTTED)


def stretches(letters: bytes, place: int) -> list[int]:
    """Where the weights of the stretches around a place are.

    Args:
        letters: a bare word between `^` and `$`.
        place: in it.
    """
    end = len(letters)
    return [
        zlib.crc32(letters[place - before : place + after + 1], before) >> (32 - BITS)
        for before in range(min(REACH, place) + 1)
        for after in range(min(REACH, LONGEST - 1 - before, end - place - 1) + 1)
    ]


def framed(word: str) -> bytes:
    """A bare word as `stretches` takes it."""
    return b"^" + word.encode("utf-8", "surrogatepass") + b"$"


class Dots:
    """The weights, opened from their file."""

    def __init__(self, path: Path) -> None:
        arrays = read(path)
        self._weights = (arrays["first"], arrays["second"])
        self.shares = lru_cache(maxsize=CACHED)(self._shares)

    def _shares(self, word: str) -> tuple[Shares, ...]:
        """What each a and o of a bare word may be, in their order."""
        letters = framed(word)
        places = [place for place, letter in enumerate(letters) if letter in b"ao"]
        return tuple(self._share(chr(letters[place]), stretches(letters, place)) for place in places)

    def _share(self, letter: str, found: list[int]) -> Shares:
        scores = [
            STEP * (sum([weights[place] for place in found]) - ZERO * len(found))
            for weights, _ in zip(self._weights, DOTTED[letter], strict=False)
        ]
        total = log(1 + sum(map(exp, scores)))
        return (letter, -total), *zip(DOTTED[letter], [score - total for score in scores], strict=True)

    def logarithm(self, word: str) -> float:
        """Natural logarithm of the probability of a name's dots, given its letters without them."""
        dotted = [letter for letter in word if letter in ANY]
        shares = self.shares(bare(word))
        return sum([dict(share)[letter] for letter, share in zip(dotted, shares, strict=True)])

    def likeliest(self, word: str, most: int) -> list[str]:
        """The likeliest ways to put dots on a bare word, itself perhaps among them, likeliest first."""
        ways: list[tuple[float, str]] = [(0.0, "")]
        shares = iter(self.shares(word))
        for letter in word:
            if letter in DOTTED:
                share = next(shares)
                longer = [(lost - told, way + put) for lost, way in ways for put, told in share]
                ways = sorted(longer)[:most]
            else:
                ways = [(lost, way + letter) for lost, way in ways]
        return [way for _, way in ways]
