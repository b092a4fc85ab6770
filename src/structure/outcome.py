"""What a point of a decision amounts to, by the table `outcomes.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from ..schema.record import Outcome

_TABLE = tomllib.loads(Path(__file__).with_name("outcomes.toml").read_text(encoding="utf-8"))
_CLASSES = [
    (Outcome(entry["class"]), re.compile("|".join(entry["patterns"]), re.IGNORECASE))
    for entry in _TABLE["outcome"]
]

_NEGATED = re.compile(
    r"\b(?:bifall|godkänn|antas?|antar|bevilja|återremitter|bordlägg|tillstyrk|fastställ|medge)\w*"
    r" (?:inte|ej)\b"
    r"|\b(?:inte|ej) (?:bifalla?|godkänna?|anta|bevilja|återremittera|bordlägga|tillstyrka|medge)\b",
    re.IGNORECASE,
)
"""A thing that is not done is refused: "ärendet återremitteras inte" turns a motion down."""


@lru_cache(maxsize=4096)
def of_point(text: str, *, upward: bool = False) -> Outcome | None:
    """The class of one point.

    Args:
        text: the point, an att-sats or a sentence.
        upward: whether it proposes a decision to a higher body, which beats all else.
    """
    if upward:
        return Outcome.FORSLAG_UPPAT
    found = [(match.start(), order, outcome) for order, (outcome, match) in enumerate(_hits(text))]
    if not found:
        return None
    if found[0][2] is not Outcome.AVSLAG and _NEGATED.search(text):
        return Outcome.AVSLAG
    return found[0][2]


def _hits(text: str) -> list[tuple[Outcome, re.Match[str]]]:
    return [(outcome, match) for outcome, pattern in _CLASSES if (match := pattern.search(text))]


def of_all(points: list[Outcome | None]) -> Outcome | None:
    """The class of a decision: that of its points if they agree, else that of the first one that has any."""
    known = [point for point in points if point is not None]
    return known[0] if known else None
