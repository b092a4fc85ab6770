"""Kinds of motions (yrkanden): told by the words of what is moved, else by the heading over them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ...schema.record import MotionKind
from ..swedish import patterns

_PARTS = patterns.table("motions")["parts"]


def _compiled(table: Mapping[str, list[str]]) -> list[tuple[MotionKind, re.Pattern[str]]]:
    return [
        (MotionKind(kind), re.compile(patterns.any_of(forms, **_PARTS), re.IGNORECASE))
        for kind, forms in table.items()
    ]


_TOLD = _compiled(patterns.table("motions")["kinds"])
_LIKELY = _compiled(patterns.table("motions")["likely"])


def told(text: str) -> MotionKind | None:
    """The kind of a motion by the first telling words of it; None where none tells."""
    return _first(_TOLD, text)


def of(text: str, heading: str | None = None) -> MotionKind:
    """The kind of a motion.

    Args:
        text: what is moved.
        heading: over the motions; "Tilläggsyrkande" tells the kind of those whose own words do not.
    """
    return told(text) or _headed(heading or "") or _first(_LIKELY, text) or MotionKind.EGET


def _headed(heading: str) -> MotionKind | None:
    """The only kind that a heading names: not "Tilläggs- och ändringsyrkanden"."""
    kinds = [kind for kind, pattern in _TOLD if pattern.search(heading)]
    return kinds[0] if len(kinds) == 1 and _AND.search(heading) is None else None


_AND = re.compile(r"\b(?:och|samt)\b")


def _first(kinds: Sequence[tuple[MotionKind, re.Pattern[str]]], text: str) -> MotionKind | None:
    hits = [
        (match.start(), order, kind)
        for order, (kind, pattern) in enumerate(kinds)
        if (match := pattern.search(text))
    ]
    return min(hits)[2] if hits else None
