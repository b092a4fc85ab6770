"""Numbers that are misread by their looks alone, whatever readers agree on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from ...schema import Line, Reason, Word
from .tokens import is_known, is_stray

ODD = Reason("number_odd")

_ODD = re.compile(r"\d[OoIl|!$]|(?<![^\W\d_])[OIl|!$]\d|\d\([^)]*$|^[^(]*\d\)\d|[\[\]{}\\<>_]|[.,]%")
"""Letters that pass for digits, `20O1`, but for those of a series, `PRO2007`; a bracket that is never closed,
`1(1`; signs of no number."""

_LOST_DOTS = re.compile(r"(?=.*[a-zåäö]{3})(?!(.*\d){3})[^\W\d_](-?[^\W\d_]|[46])*|[46][^\W\d_]+")
"""Letters that an English reader takes for digits: `f6ljande`, `milj6`, `6ppen`; the repair restores them."""

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")

_PAGE = re.compile(r"\d{1,3}\[\d{1,3}\]")
"""A page and how many there are: `1[11]`."""

_CLOSING = re.compile(r"[^(]*\d[^(]*\)[.,;:]?")
"""A closing bracket without its opening one: `101)` for `1 (1)`."""

_LABEL = re.compile(r"\d{1,2}[a-z]?\)")
"""At the head of a line it is a point's label."""


_FIGURE = re.compile(r"l|lår[.,;:]?|[lLI|]:[ea]|O|\?")
"""No word of minutes but `1`, `1 år` and `1:e`, as the figure of some typefaces is a small l; `0` and `7`."""

_UNIT = re.compile(r"(år|rok|st|kr|tkr|mkr|mnkr|dag|månad|ledamot|ersättare|%|m²)\W*")
"""What is counted: `I år` begins a sentence in print, and is `1 år` in a table."""


_INITIAL = re.compile(r"[A-ZÅÄÖ][.,]")
"""Of a name; an O beside one may be read as a nought."""

_NO_PARTY = re.compile(r"([(][\d§]|[^\W\d_]{2,3})[)][.,;:]?")
_NAMED = re.compile(r"([A-ZÅÄÖ][^\W\d_]+(-[^\W\d_]+)?( |$)){2}")
"""Behind two names no number stands for a party, and its bracket is opened: `Wille Ödmark (0)`, `im)`."""

_MICRO = re.compile(r"u[glmM](/\w+)?[.,;:)]*")
"""Behind a number the readers take µ for u: `34 ug/l`."""

_FRACTION = re.compile(r"[*+⁄]+")
"""Between words readers make such signs of ½, which none of them knows."""

_PER_MILLE = re.compile(r"[%°]/?[oO0]{1,2}\W?")
"""What readers make of ‰."""

_NO_SHARE = re.compile(r"%|procent|km\b|mil\b|mantal|basbelopp|tim|tum\b|liter|krona")
"""Behind a % it was no % but a fraction, which no reader knows: `6 ½ km`, `5 ½ %`."""

_STROKE = re.compile(r"[^\W\d_]{2,}[!|][^\w]*")
"""An l at the end of a word, read as a stroke: `Kjel!`."""


DECIMAL = Reason("number_decimal_point")

_POINT = re.compile(r"[+–-]?\d{1,3}\.\d{1,2}")
"""What may be a decimal number with a point."""

_COMMA = re.compile(r"[+–-]?\d{1,3},\d{1,2}")

_TIME = re.compile(r"([01]?\d|2[0-3])\.[0-5]\d")

_PART = re.compile(r"(%|procent|miljoner|miljarder|mn?kr|tkr|kr|kronor|ha|km|m|meter)\W*")
"""What a decimal number counts."""


def with_points(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page with its decimal numbers in doubt that have a point.

    Those with a comma are read so on coarse scans; alone they are such only where the page has some of these.
    """
    has_commas = any(_COMMA.fullmatch(word.text) for line in lines for word in line.words)
    return [replace(line, words=_with_points(line.words, alone=has_commas)) for line in lines]


def _with_points(words: Sequence[Word], *, alone: bool) -> tuple[Word, ...]:
    behind = [*(word.text for word in words[1:]), ""]
    return tuple(
        replace(word, doubt=word.doubt or DECIMAL)
        if _POINT.fullmatch(word.text)
        and (_PART.fullmatch(after) or (alone and len(words) == 1 and not _TIME.fullmatch(word.text)))
        else word
        for word, after in zip(words, behind, strict=True)
    )


def is_odd(text: str) -> bool:
    """True for a number that is misread by its looks alone."""
    inner = text.strip(".,;:!?|\"'”*")
    if not any(character.isdigit() for character in inner) or _LOST_DOTS.fullmatch(inner):
        return False
    return _ODD.search(_PAGE.sub("", inner)) is not None or any(
        not _exists(*part) for part in _DATE.findall(inner)
    )


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def doubted(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a line with numbers of odd looks in doubt, and all groups of a number that is."""
    return _touching(_shared(_unopened(_signs(_strokes(flagged(words))))))


def flagged(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with numbers of odd looks in doubt."""
    return tuple(replace(word, doubt=word.doubt or ODD) if is_odd(word.text) else word for word in words)


def _strokes(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with those in doubt that may be a figure, or are one in place of letters."""
    return tuple(
        replace(word, doubt=word.doubt or ODD) if _is_misread(words, place) else word
        for place, word in enumerate(words)
    )


def _is_misread(words: Sequence[Word], place: int) -> bool:
    text = words[place].text
    before = words[place - 1].text if place else ""
    after = words[place + 1].text if place + 1 < len(words) else ""
    if text == "0.":
        return _INITIAL.fullmatch(before) is not None or _INITIAL.fullmatch(after) is not None
    if _NO_PARTY.fullmatch(text):
        return place > 1 and _NAMED.fullmatch(f"{words[place - 2].text} {before}") is not None
    if _PER_MILLE.fullmatch(text):
        return True
    if text == "%" and (before[-1:].isdigit() and _NO_SHARE.match(after)):
        return True
    return (
        _FIGURE.fullmatch(text) is not None
        or (place == 0 and is_stray(text) and after[:1].isupper())
        or (_STROKE.fullmatch(text) is not None and not is_known(text))
        or (before[-1:].isalpha() and after[:1].islower() and _FRACTION.fullmatch(text) is not None)
        or (before[-1:].isdigit() and _MICRO.fullmatch(text) is not None)
        or (text in "I|" and len(words) == 2 and _UNIT.fullmatch(after) is not None)
    )


_SIGN, _BODY, _SHORT, _THREE = (
    re.compile(text) for text in (r"8|88|5|55", r"[A-ZÅÄÖ][A-Za-zåäö]{1,4}", r"\d{1,2}[.,]?", r"\d{3}[.,]?")
)
"""What all readers may make of a §, the body before it, the number behind it; three digits may end a sum."""


def _signs(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with those in doubt that may be a §: `Ks 8 61`, and `8 61` at the head of a line."""
    found = list(words)
    for place, (word, behind) in enumerate(pairwise(words)):
        before = words[place - 1].text if place else ""
        if _SIGN.fullmatch(word.text) and (
            (_BODY.fullmatch(before) and (_SHORT.fullmatch(behind.text) or _THREE.fullmatch(behind.text)))
            or (not before and _SHORT.fullmatch(behind.text))
        ):
            found[place] = replace(word, doubt=word.doubt or ODD)
    return tuple(found)


_OPEN_DATE, _DAY = re.compile(r"(19|20)\d{2}-(0[1-9]|1[0-2])[.,:-]?"), re.compile(r"[\dilI|]{1,2}\W?")
_YEAR, _MONTH_AND_DAY = re.compile(r"(19|20)\d{2}[.,:-]?"), re.compile(r"(0[1-9]|1[0-2])[-–][0-3]\d\W*")
"""A date that a reader saw as two words: `2022-10 14`, `2022 10-14`."""

_CASE, _DOCUMENT = re.compile(r"(19|20)\d{2}/\d{1,4}"), re.compile(r"\d{1,2}")
"""A case and the number of a document in it, at the end of a cell, whose hyphen was lost: `2019/964 5`."""

TOUCH = 0.12
"""White between two numbers, in heights, that is no space: they are pieces of one."""

_PIECE = re.compile(r"\W?\d[\d.,:/)'–-]*")


def _touching(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with numbers in doubt that hardly stand apart, `20 )13-02-1' 9`, or are pieces of a date."""
    found = list(words)
    for place, (word, behind) in enumerate(pairwise(words)):
        if word.box is None or behind.box is None:
            continue
        apart = behind.box.x0 - word.box.x1 >= TOUCH * word.box.height
        cut = _is_cut(word.text, behind.text, is_last=place + 2 == len(found))
        if cut or (not apart and _PIECE.fullmatch(word.text) and _PIECE.fullmatch(behind.text)):
            for index in (place, place + 1):
                found[index] = replace(found[index], doubt=found[index].doubt or PARTLY)
    return tuple(found)


def _is_cut(text: str, behind: str, *, is_last: bool) -> bool:
    """Whether two words are pieces of a date or of a case number."""
    forms = ((_OPEN_DATE, _DAY), (_YEAR, _MONTH_AND_DAY), *(((_CASE, _DOCUMENT),) if is_last else ()))
    return any(one.fullmatch(text) and other.fullmatch(behind) for one, other in forms)


_FIRST_GROUP, _GROUP = re.compile(r"\D*\d{1,3}"), re.compile(r"\d{3}\D*")
"""The groups of a sum: `4 650 000`."""

PARTLY = Reason("number_partly")


def _shared(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with all groups of a sum in doubt where one is: it is one number, and was read as one."""
    found = list(words)
    start = 0
    while start < len(found):
        stop = start + 1
        if _FIRST_GROUP.fullmatch(found[start].text):
            while stop < len(found) and _GROUP.fullmatch(found[stop].text):
                stop += 1
        group = found[start:stop]
        if any(word.doubt for word in group):
            found[start:stop] = [replace(word, doubt=word.doubt or PARTLY) for word in group]
        start = stop
    return tuple(found)


def _unopened(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a line with brackets in doubt that none before has opened."""
    return tuple(
        replace(word, doubt=word.doubt or ODD) if _is_unopened(words, place) else word
        for place, word in enumerate(words)
    )


def _is_unopened(words: Sequence[Word], place: int) -> bool:
    # The first word of a line is a point's label, or the bracket was opened on the line above.
    begins = place == 0 and (len(words) > 1 or _LABEL.fullmatch(words[0].text) is not None)
    if begins or _CLOSING.fullmatch(words[place].text) is None:
        return False
    before = "".join(word.text for word in words[:place])
    return before.count("(") <= before.count(")")
