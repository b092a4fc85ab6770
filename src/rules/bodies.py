"""Names of deciding bodies: what kind of body, and whether two names mean the same."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("bodies.toml").read_text(encoding="utf-8"))


def fold(name: str) -> str:
    """Lower case, single spaces, no dots or colons at the ends."""
    return " ".join(name.casefold().split()).strip(" .:,")


def body_kind(name: str) -> str | None:
    """Kind of a body by its name: "namnd" for "Nämnden för hållbarhet"; None where no kind is known."""
    folded = fold(name)
    folded = _tables()["abbreviations"].get(folded, folded)
    for kind, stems in _tables()["kinds"].items():
        if any(stem in folded for stem in stems):
            return str(kind)
    return None


def is_municipal_body(name: str | None) -> bool:
    """True for bodies that only municipalities and regions have."""
    return name is not None and any(word in fold(name) for word in _tables()["municipal"]["words"])


def is_top_body(name: str | None) -> bool:
    """True for fullmäktige, which proposes to nobody above it."""
    return name is not None and any(fold(name).endswith(word) for word in _tables()["higher"]["words"])


def same_body(decider: str, organ: str) -> bool:
    """Whether a decision's body may be the document's: forms, genitives and short names count as the same."""
    left, right = _stem(decider), _stem(organ)
    if left in right or right in left:
        return True
    if fold(decider) in _tables()["generic"]["words"]:
        return True
    return body_kind(decider) is None or body_kind(organ) is None


def _stem(name: str) -> str:
    folded = fold(name)
    folded = _tables()["abbreviations"].get(folded, folded)
    return re.sub(r"(ens|ets|en|et|s|n)$", "", folded)


def proposes_upward(text: str) -> bool:
    """True where a decision's text proposes to fullmäktige: "föreslår kommunfullmäktige besluta att"."""
    higher = "|".join(_tables()["higher"]["words"])
    return re.search(rf"\bföreslår\s+(att\s+)?({higher})\b", text.casefold()) is not None
