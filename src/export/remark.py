"""What a user should know of a file or a page that is not all it should be, in Swedish and English."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from ..errors import JusteraError
from ..schema import faults


@dataclass(frozen=True, slots=True)
class Remark:
    """One line without a full stop."""

    sv: str
    en: str

    @classmethod
    def of(cls, code: str, **values: str | int | Remark) -> Self:
        """The text of remarks.toml with what it names; KeyError for a code that it has not."""
        told = _texts()[code]
        return cls(told["sv"].format_map(_in("sv", values)), told["en"].format_map(_in("en", values)))

    @classmethod
    def joined(cls, remarks: Iterable[Remark]) -> Self:
        """Several as one line."""
        every = tuple(remarks)
        return cls("; ".join(one.sv for one in every), "; ".join(one.en for one in every))

    @classmethod
    def of_page(cls, error: JusteraError) -> Self:
        """Why a page could not be shown: Swedish says what kind of error it was, English all of it."""
        return cls(faults.reason(error).sv, str(error))


def _in(language: str, values: Mapping[str, str | int | Remark]) -> dict[str, str | int]:
    return {
        name: getattr(value, language) if isinstance(value, Remark) else value
        for name, value in values.items()
    }


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("remarks.toml").read_text(encoding="utf-8"))
