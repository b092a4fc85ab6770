"""Forms of case numbers, and the year that each gives."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

CENTURY_PIVOT = 50
"""Two digits from here on are of the 1900s: case numbers with a year are younger than 1950."""


@cache
def _families() -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables = tomllib.loads(Path(__file__).with_name("case_numbers.toml").read_text(encoding="utf-8"))
    return tuple((family["name"], re.compile(family["pattern"])) for family in tables["family"])


def families(number: str) -> tuple[str, ...]:
    """Names of all forms that a case number can be of, likeliest first; empty for none."""
    return tuple(name for name, pattern in _families() if pattern.fullmatch(number.strip()))


def year(number: str) -> int | None:
    """Year of registration by the likeliest form; None where the form is unknown."""
    for _, pattern in _families():
        match = pattern.fullmatch(number.strip())
        if match:
            digits = match["year"]
            return int(digits) if len(digits) == 4 else _century(int(digits))
    return None


def _century(short: int) -> int:
    return 1900 + short if short >= CENTURY_PIVOT else 2000 + short
