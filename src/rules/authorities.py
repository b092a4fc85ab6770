"""Swedish municipalities and regions by the codes of Statistics Sweden."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ..schema.record import AuthorityKind


@cache
def _listed() -> Mapping[str, tuple[str, str]]:
    """Code to distinguishing words (alternatives separated by "|") and full name."""
    lines = Path(__file__).with_name("authorities.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {code: (words, name) for code, words, name in rows}


def needs_code(kind: AuthorityKind) -> bool:
    """True for the kinds that have a code."""
    return kind in (AuthorityKind.KOMMUN, AuthorityKind.REGION)


def listed_name(code: str) -> str | None:
    """The full name behind a code; None where no such code is given out."""
    row = _listed().get(code)
    return row[1] if row else None


def names_agree(name: str, listed: str) -> bool:
    """Whether a name as written may be the listed authority: "Göteborgs Stad" is "Göteborgs kommun".

    A county's name counts for the region and for the landsting that it was.
    """
    words = next(words for words, full in _listed().values() if full == listed)
    folded = name.casefold()
    return any(word.casefold().rstrip("s") in folded for word in words.split("|"))
