"""Days: what a date says, weekdays as written, and the working day that a deadline rolls to."""

from __future__ import annotations

import re
from datetime import date, timedelta

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})(?:en)?\b", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_LONG = re.compile(rf"\b(\d{{1,2}})\s+({'|'.join(MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)


def parse(iso: str | None) -> date | None:
    """The day of an ISO date; None where it is none: "2023-02-30"."""
    if iso is None:
        return None
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def written_dates(text: str) -> tuple[date, ...]:
    """Every whole date in a text, in its order: "2024-05-16", "16 maj 2024"."""
    found = [(m.start(), _safe(int(m[1]), int(m[2]), int(m[3]))) for m in _ISO.finditer(text)]
    for m in _LONG.finditer(text):
        found.append((m.start(), _safe(int(m[3]), MONTHS.index(m[2].casefold()) + 1, int(m[1]))))
    return tuple(day for _, day in sorted(found, key=lambda pair: pair[0]) if day is not None)


def written_weekday(text: str) -> str | None:
    """The weekday that a text names, if it names just one: "tisdagen den 28 februari" gives "tisdag"."""
    named = {m[1].casefold() for m in _WEEKDAY.finditer(text)}
    return named.pop() if len(named) == 1 else None


def weekday(day: date) -> str:
    """The day's Swedish name."""
    return WEEKDAYS[day.weekday()]


def next_working_day(day: date) -> date:
    """The day itself, or the first after it that is no Saturday, Sunday or public holiday.

    A deadline that ends on such a day runs to the next working day (lag 1930:173 om beräkning av
    lagstadgad tid, 2 §, not confirmed against the Code); Midsummer's, Christmas and New Year's eves count
    as holidays there.
    """
    while day.weekday() >= 5 or _is_holiday(day):
        day += timedelta(days=1)
    return day


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_holiday(day: date) -> bool:
    fixed = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}
    if (day.month, day.day) in fixed:
        return True
    # Midsummer's eve: the Friday of 19-25 June.
    if day.month == 6 and 19 <= day.day <= 25 and day.weekday() == 4:
        return True
    # Good Friday, Easter Monday, Ascension Day.
    return (day - easter(day.year)).days in (-2, 1, 39)


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computus."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return date(year, month, day + 1)
