"""Dates and times as Swedish documents write them, in ISO form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .passage import Passage

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december",
)  # fmt: skip
_SHORT = {month[:3]: number for number, month in enumerate(MONTHS, 1)}
_MONTH = (
    r"(?P<month>jan(?:uari)?|feb(?:r(?:uari)?)?|mar(?:s)?|apr(?:il)?|maj|jun(?:i)?|jul(?:i)?|aug(?:usti)?"
    r"|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ISO = r"(?P<y1>(?:18|19|20)\d{2})[-–.] ?(?P<m1>[01]?\d)[-–.] ?(?P<d1>[0-3]?\d)"
_YEAR_FIRST = r"(?:år(?:et)?\s+(?P<y0>(?:18|19|20)\d{2}),?\s+(?:den\s+)?)?"  # År 1947 den 3 juni
_WORDS = rf"{_YEAR_FIRST}(?P<d2>[0-3]?\d)(?::?e|\.)?\s+{_MONTH}(?:\s*,?\s+(?P<y2>(?:18|19|20)\d{{2}}))?"
_SLASH = r"(?P<d3>[0-3]?\d)/(?P<m3>[01]?\d)[\s-]+(?P<y3>(?:18|19|20)\d{2})"
_COMPACT = r"(?P<y4>(?:19|20)\d{2})(?P<m4>[01]\d)(?P<d4>[0-3]\d)"
_SHORT_ISO = r"(?P<y5>\d{2})-(?P<m5>[01]\d)-(?P<d5>[0-3]\d)"
_PERIOD = r"(?<=\d{4}-\d\d-\d\d-)"  # 2011-01-01-2011-12-31 is two dates
_DATE = re.compile(
    rf"(?:(?<![\d/:-])|{_PERIOD})(?:{_ISO}|{_WORDS}|{_SLASH}|{_COMPACT}|{_SHORT_ISO})(?![\d])", re.IGNORECASE
)
_TIME = re.compile(r"(?<![\d.:])(?P<hour>[012]?\d)[.:](?P<minute>[0-5]\d)(?!\d|\.\d|\s?(?:kr|%|mkr))")
_CLOCK = re.compile(
    r"(?:kl(?:ockan)?\.?|tid(?:punkt)?:?)\s*(?P<hour>[012]?\d)(?:[.:](?P<minute>[0-5]\d))?(?!\d)",
    re.IGNORECASE,
)


_AFTER_NOON = re.compile(r"\s*(?:e\. ?m\b|em\b|på eftermiddagen|på aftonen|på kvällen)", re.IGNORECASE)
""" "kl. 7 e.m.": half the day is over."""


def find(passage: Passage, *, year: int | None = None) -> Iterator[tuple[str, Passage]]:
    """Dates in order of place, each in ISO form with its words.

    Args:
        passage: where to look.
        year: for dates that name none.
    """
    for match in _DATE.finditer(passage.text):
        iso = _iso(match, year)
        if iso:
            yield iso, passage.group(match)


def first(passage: Passage, *, year: int | None = None) -> tuple[str, Passage] | None:
    """The first date, or None."""
    return next(find(passage, year=year), None)


_SIX_DIGITS = re.compile(r"(?P<year>\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")


def six_digits(passage: Passage) -> tuple[str, Passage] | None:
    """The date that the value of a date's label begins with: "230516", which elsewhere may be any number."""
    match = _SIX_DIGITS.match(passage.text)
    iso = _valid(_century(match["year"]), int(match["month"]), int(match["day"])) if match else None
    return (iso, passage.group(match)) if match and iso else None


_PLACE = re.compile(r"[A-ZÅÄÖ][a-zåäö]+(?:[ -][A-ZÅÄÖ]?[a-zåäö]+)?,? (?:den )?")


def at_place(passage: Passage) -> tuple[str, Passage] | None:
    """The date of a line that says where and when it was signed: "Lidby den 3 maj 2021"."""
    told = first(passage)
    stands = told and _PLACE.fullmatch(passage.text.removesuffix(".").removesuffix(told[1].text))
    return told if stands else None


def times(passage: Passage) -> list[tuple[str, Passage]]:
    """Clock times in order of place, as HH:MM with their words."""
    found: list[tuple[int, str, Passage]] = []
    for pattern in (_CLOCK, _TIME):
        for match in pattern.finditer(passage.text):
            hour, minute = int(match["hour"]), int(match["minute"] or 0)
            start = match.start("hour")
            if hour < 12 and _AFTER_NOON.match(passage.text, match.end()):
                hour += 12
            if hour < 24 and not any(start == other for other, _, _ in found):
                end = match.end("minute") if match["minute"] else match.end("hour")
                found.append((start, f"{hour:02}:{minute:02}", passage.part(start, end)))
    return [(value, place) for _, value, place in sorted(found, key=lambda entry: entry[0])]


def _iso(match: re.Match[str], year: int | None) -> str | None:
    fields = match.groupdict()
    for n in "1345":
        if fields[f"y{n}"]:
            return _valid(_century(fields[f"y{n}"]), int(fields[f"m{n}"]), int(fields[f"d{n}"]))
    month = _SHORT[match["month"][:3].lower()]
    told = fields["y2"] or fields["y0"]
    named = int(told) if told else year
    return _valid(named, month, int(fields["d2"])) if named else None


def _century(year: str) -> int:
    number = int(year)
    return number if number > 99 else number + (1900 if number >= 50 else 2000)


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
