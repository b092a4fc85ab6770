"""Numbers written as digits or words."""

from __future__ import annotations

from collections.abc import Iterable

_UNITS = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
          "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"]  # fmt: skip
_TENS = {
    "tjugo": 20,
    "trettio": 30,
    "fyrtio": 40,
    "femtio": 50,
    "sextio": 60,
    "sjuttio": 70,
    "åttio": 80,
    "nittio": 90,
}
_ONE = {**{word: value for value, word in enumerate(_UNITS)}, "ett": 1, "inga": 0, "ingen": 0}
_BELOW_TEN = {word: value for word, value in _ONE.items() if 0 < value < 10}
_VALUES = (
    _ONE | _TENS | {ten + one: tens + ones for ten, tens in _TENS.items() for one, ones in _BELOW_TEN.items()}
)


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


PATTERN = rf"(?:\d{{1,3}}|{_any(_TENS)}{_any(_BELOW_TEN)}?|{_any(_ONE)})"
"""A number up to 999 in digits or up to 99 in words, for patterns without case."""


def value(text: str) -> int:
    """The number; KeyError for other words."""
    return int(text) if text.isdigit() else _VALUES[text.casefold()]
