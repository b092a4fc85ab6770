"""Why something is as it is: a code of a closed vocabulary, told in English and Swedish (reasons.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

Told = str | int | float


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason; KeyError for a code that reasons.toml does not have."""

    code: str
    values: tuple[tuple[str, Told], ...] = ()
    """What the text names: counts, per cent, an encoding."""

    def __post_init__(self) -> None:
        vocabulary()[self.code]

    @classmethod
    def of(cls, code: str, **values: Told) -> Self:
        """A reason with what its text names."""
        return cls(code, tuple(values.items()))

    @property
    def en(self) -> str:
        """In English, one line."""
        return self._told("en")

    @property
    def sv(self) -> str:
        """In Swedish, one line."""
        return self._told("sv")

    def _told(self, language: str) -> str:
        return vocabulary()[self.code][language].format_map(dict(self.values))


@cache
def vocabulary() -> Mapping[str, Mapping[str, str]]:
    """The texts of every code, by language."""
    return tomllib.loads(Path(__file__).with_name("reasons.toml").read_text(encoding="utf-8"))


def in_english(reasons: Iterable[Reason]) -> str:
    """Several reasons as one line."""
    return "; ".join(reason.en for reason in reasons)


def in_swedish(reasons: Iterable[Reason]) -> str:
    """Several reasons as one line."""
    return "; ".join(reason.sv for reason in reasons)
