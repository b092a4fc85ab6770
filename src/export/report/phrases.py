"""What the report says, in Swedish and English side by side; the page shows one of them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from ...schema import Reason
from ...schema.reason import in_english, in_swedish
from ..remark import Remark
from .html import Html, join, tag


def say(name: str, **values: str | int) -> Html:
    """The phrase in both languages, with its placeholders filled."""
    phrase = _phrases()[name]
    return both(phrase["sv"].format(**values), phrase["en"].format(**values))


def both(swedish: str, english: str) -> Html:
    """A text in both languages."""
    if swedish == english:
        return join(swedish)
    return join(
        tag("span", swedish, class_="sv", lang="sv"),
        tag("span", english, class_="en", lang="en"),
    )


def because(*reasons: Reason) -> Html:
    """Reasons in both languages, one line."""
    return both(in_swedish(reasons), in_english(reasons))


def fault(code: int, english: str) -> Html:
    """Why a file could not be read, by its exit code."""
    return both(_faults().get(str(code), english), english)


def remarked(remark: Remark) -> Html:
    """A remark in both languages."""
    return both(remark.sv, remark.en)


def term(vocabulary: str, code: str) -> Html:
    """A word of one of the record's closed vocabularies; the code itself where it has no phrase."""
    name = f"{vocabulary}.{code}"
    return say(name) if name in _phrases() else join(code.replace("_", " "))


def number(value: int) -> str:
    """A count with a space between thousands."""
    return f"{value:,}".replace(",", "\u00a0")


def percent(share: float | None) -> str:
    """A share as whole per cent; an en dash where it is not known."""
    return "\u2013" if share is None else f"{100 * share:.0f}\u00a0%"


@cache
def _faults() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("faults.toml").read_text(encoding="utf-8"))


@cache
def _phrases() -> dict[str, dict[str, str]]:
    table = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8"))
    phrases: dict[str, dict[str, str]] = {}
    for name, value in table.items():
        if "sv" in value:
            phrases[name] = value
        else:
            phrases |= {f"{name}.{code}": phrase for code, phrase in value.items()}
    return phrases
