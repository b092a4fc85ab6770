"""Drafts: the record while it is being put together, each value with the passage that it was read from.

A draft is a tree of dictionaries and lists. `settle` turns it into plain values and the evidence that the
contract asks for; pydantic then validates the whole once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...schema import Word
from .passage import Passage

Node = Any
"""A `Found`, a plain value, or a dictionary or list of nodes."""

Draft = dict[str, Node]
"""A draft of one value of the record, by field name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the words that say so."""

    value: str | int | bool
    passage: Passage


_LEADER = re.compile(r"(?:[._…]\s?){4,}$|…+$|__+$")
"""Dots or underscores up to the place of a hand's signature or a page number."""


def without_leader(value: str) -> str:
    """A value without the dots or underscores behind it."""
    if value[-1:] not in (".", "_", "…", " "):
        return value
    leader = _LEADER.search(value, len(value.rstrip("._… ")))
    return value[: leader.start()].rstrip() if leader else value


def text(passage: Passage | None) -> Found | None:
    """The passage itself as a value; None for an empty one."""
    return Found(passage.text, passage) if passage else None


def value_of(node: Node) -> Any:
    """The plain value of a leaf."""
    return node.value if isinstance(node, Found) else node


def settle(draft: Node) -> tuple[Any, dict[str, list[Draft]]]:
    """Plain values, and where each stands, by JSON pointer."""
    evidence: dict[str, list[Draft]] = {}

    def note(pointer: str, found: Found) -> None:
        places = _places(found.passage)
        if places:
            evidence[pointer] = places

    return _plain(draft, "", note), evidence


def _plain(node: Node, pointer: str, note: Callable[[str, Found], None]) -> Any:
    if isinstance(node, Found):
        note(pointer, node)
        return without_leader(node.value) if isinstance(node.value, str) else node.value
    if isinstance(node, Mapping):
        return {key: _plain(value, f"{pointer}/{key}", note) for key, value in node.items()}
    if isinstance(node, Sequence) and not isinstance(node, str):
        return [_plain(value, f"{pointer}/{index}", note) for index, value in enumerate(node)]
    return node


def _places(passage: Passage) -> list[Draft]:
    """One place for each page that the passage runs over, as `Evidence` has it."""
    pages: dict[int, list[Word]] = {}
    for page, word in passage.words():
        pages.setdefault(page, []).append(word)
    return [
        {
            "page": page,
            "box": _box(words),
            "as_written": " ".join([word.text for word in words]),
            "confidence": _confidence(words),
        }
        for page, words in pages.items()
    ]


def _box(words: Sequence[Word]) -> tuple[float, float, float, float] | None:
    boxes = [word.box for word in words if word.box]
    if not boxes:
        return None
    return (
        round(min([box.x0 for box in boxes]), 1),
        round(min([box.top for box in boxes]), 1),
        round(max([box.x1 for box in boxes]), 1),
        round(max([box.bottom for box in boxes]), 1),
    )


def _confidence(words: Sequence[Word]) -> float | None:
    known = [word.confidence for word in words if word.confidence is not None]
    return round(min(1.0, max(0.0, sum(known) / len(known))), 3) if known else None
