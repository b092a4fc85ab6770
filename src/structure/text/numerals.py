"""Numbers written as digits or words."""

from __future__ import annotations

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
_VALUES: dict[str, int] = {word: value for value, word in enumerate(_UNITS)}
_VALUES |= {"ett": 1, "inga": 0, "ingen": 0, "samtliga": -1}
for _word, _ten in _TENS.items():
    _VALUES[_word] = _ten
    for _unit in range(1, 10):
        _VALUES[_word + _UNITS[_unit]] = _ten + _unit
    _VALUES[_word + "ett"] = _ten + 1
del _VALUES["samtliga"]

PATTERN = r"(?:\d{1,3}|" + "|".join(sorted(_VALUES, key=len, reverse=True)) + r")"
"""A number up to 999 in digits or up to 99 in words, for patterns without case."""


def value(text: str) -> int:
    """The number; KeyError for other words."""
    return int(text) if text.isdigit() else _VALUES[text.casefold()]
