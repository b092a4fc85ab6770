"""Readings of a stretch with numbers, voted on: two that agree confirm, else a third decides, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...schema import Word, WordSource
from ..words.cells import box_of
from ..words.match import Pair, pairs, text
from ..words.tokens import LONGEST_SCRAP, SIGN_LOOKALIKES, bears_number, may_be_percent, number_key
from . import agreement

_SIGNS = re.compile(r"(?=.*§)[§$8S&]{1,2}")
"""What `eng` sees of § or §§: it makes a § of nothing else, but of the first of two now and then an 8."""

CLOSE = 0.42
"""Gap in heights within a number: typewriters leave twice that between words, print as much and more."""

_SECTION = re.compile(r"§ ?(?P<number>\d{1,3})")

OUTVOTING = 0.7
"""Engine confidence of both from which on two readings outvote a third."""

STROKES = ".,:/-"
"""Small marks of numbers, which readers lose and never invent by twos."""

_SERIES = re.compile(r"(19|20)\d\d[-/.:]")

_THOUSANDS = re.compile(r"\d{3}[.,]?")


def all_agree(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """True where two readings share every number."""
    return all(agreement.agree(pair.first, pair.second) for pair in pairs(first, second) if _is_number(pair))


def _is_number(pair: Pair) -> bool:
    """True where either reading saw a number; a § is often read as a letter: `S 12`."""
    missed_sign = len(text(pair.first)) <= LONGEST_SCRAP and ("§" in text(pair.second) or _is_percent(pair))
    return missed_sign or any(bears_number(word.text) for word in pair.first)


def with_numbers(
    first: Sequence[Word], second: Sequence[Word], third: Sequence[Word] | None
) -> tuple[Word, ...]:
    """The first reading with its numbers as the readings have them together."""
    first = _whole(first, second)
    if _digits(first) == _digits(second):
        return tuple(agreement.confirmed([word])[0] if bears_number(word.text) else word for word in first)
    thirds = {pair.first: pair.second for pair in pairs(first, third)} if third is not None else {}
    result: list[Word] = []
    paired = [pair for pair in pairs(first, second) if pair.first]
    for index, pair in enumerate(paired):
        if not _is_number(pair):
            result += pair.first
        elif agreement.agree(pair.first, pair.second):
            result += agreement.confirmed(pair.first, pair.second)
        elif _is_sign(pair) and _is_beside_number(paired, index) and not _is_beside_series(paired, index):
            result += agreement.confirmed([replace(pair.second[0], text="§" * len(text(pair.second)))])
        elif _is_percent(pair) and _is_beside_number(paired, index):
            result += agreement.confirmed([replace(pair.second[0], text=text(pair.second).lstrip("-"))])
        elif _has_sign(paired, index):
            result += agreement.confirmed(pair.second)
        else:
            result += _voted(pair, thirds.get(pair.first, ()))
    return tuple(result)


def _whole(first: Sequence[Word], second: Sequence[Word]) -> Sequence[Word]:
    """The first reading with numbers in one piece that it cut and `eng` did not: `2 8/8` is `28/8`."""
    seen = {word.text for word in second}
    words: list[Word] = []
    for word in first:
        last = words[-1] if words else None
        if last is not None and last.text[-1].isdigit() and word.text[0].isdigit():
            box, before = box_of(word), box_of(last)
            if last.text + word.text in seen and box.x0 - before.x1 < CLOSE * max(box.height, before.height):
                words[-1] = replace(last, text=last.text + word.text, box=before.union(box))
                continue
        words.append(word)
    return words


def _is_percent(pair: Pair) -> bool:
    """True where `eng` saw a % in a scrap: `5,1 -o` and `6,4 fo.` are such."""
    return text(pair.second).strip("-.,;:)") == "%" and may_be_percent(text(pair.first))


def _is_sign(pair: Pair) -> bool:
    """True where `eng` saw a § in what the first model makes of one."""
    return _SIGNS.fullmatch(text(pair.second)) is not None and text(pair.first) in SIGN_LOOKALIKES


def _has_sign(paired: Sequence[Pair], index: int) -> bool:
    """True for `863` that `eng` sees as `§63`, unless it may be the beginning of a sum, `863 000`."""
    seen = _SECTION.fullmatch(text(paired[index].second))
    behind = text(paired[index + 1].first) if index + 1 < len(paired) else ""
    if seen is None or _THOUSANDS.fullmatch(behind):
        return False
    return text(paired[index].first).removesuffix(seen["number"]) in SIGN_LOOKALIKES


def _is_beside_number(paired: Sequence[Pair], index: int) -> bool:
    """True where a number stands behind or before: a § belongs to one, the 8 of `8 ja` is one."""
    behind = text(paired[index + 1].first) if index + 1 < len(paired) else ""
    before = text(paired[index - 1].first) if index else ""
    return behind[:1].isdigit() or before[-1:].isdigit()


def _is_beside_series(paired: Sequence[Pair], index: int) -> bool:
    """True for the S of `Dnr S 2015-0101`: the number of a § has no year."""
    behind = text(paired[index + 1].first) if index + 1 < len(paired) else ""
    return _SERIES.match(behind) is not None


def _digits(reading: Sequence[Word]) -> str:
    """All that makes the numbers of a stretch, without the spaces that readers see differently."""
    return number_key("".join(word.text for word in reading if bears_number(word.text)))


def _settles(two: Sequence[Word], third: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two readings that agree are right against the other one.

    They are sure, and of nothing that it contradicts: a stroke that one reader saw may be there, so that
    `4,6` does not settle `-4,6`, nor `64` `6,4`, nor `02` `03`, nor a digit more or less what was the surer.
    Of a layer's reader nothing is known: any two outvote it.
    """
    if not bears_number(text(other)) or all(word.source is WordSource.TEXT_LAYER for word in other):
        return True
    least = min(word.confidence or 0.0 for word in (*two, *third))
    seen, outvoted = number_key(text(third)), number_key(text(other))
    if least < OUTVOTING or _strokes(outvoted) > _strokes(seen):
        return False
    one, more = ("".join(filter(str.isdigit, reading)) for reading in (outvoted, seen))
    return one == more or (len(one) != len(more) and least > max(word.confidence or 0.0 for word in other))


def _strokes(number: str) -> int:
    return sum(character in STROKES for character in number)


def _voted(pair: Pair, third: Sequence[Word]) -> tuple[Word, ...]:
    """Two of three, or all of them in doubt."""
    for two, other, kept in ((pair.second, pair.first, third), (pair.first, pair.second, pair.first)):
        if third and two and agreement.agree(third, two):
            if _settles(two, third, other):
                return agreement.confirmed(kept)
            return agreement.in_doubt(kept, (text(other),))
    return agreement.in_doubt(pair.first, (text(pair.second), text(third)))
