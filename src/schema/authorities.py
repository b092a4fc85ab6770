"""Sweden's municipalities and regions, by the codes of Statistics Sweden (SCB)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .vocabulary import AuthorityKind


@dataclass(frozen=True, slots=True)
class ListedAuthority:
    """One row of the list."""

    code: str
    words: tuple[str, ...]
    """What tells it from all others: ("Sörmland", "Södermanland"); a municipality's short name."""
    names: tuple[str, ...]
    """As it is called and was called; today's name first."""

    @property
    def kind(self) -> AuthorityKind:
        """Municipalities have four digits, regions the two of their county."""
        return AuthorityKind.KOMMUN if len(self.code) == 4 else AuthorityKind.REGION


@cache
def listed_authorities() -> Mapping[str, ListedAuthority]:
    """Code to authority; today's 290 municipalities and 21 regions."""
    lines = Path(__file__).with_name("authorities.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {
        code: ListedAuthority(code, tuple(words.split("|")), tuple(names.split("|")))
        for code, words, names in rows
    }
