"""Drafts: the record while it is being put together, each value with the passage that it was read from.

A draft is a tree of dictionaries and lists. `settle` turns it into plain values and the evidence that the
contract asks for; pydantic then validates the whole once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean
from typing import Any

from ...schema.record import Evidence
from .passage import Passage, Span

Node = Any
"""A `Found`, a plain value, or a dictionary or list of nodes."""

Draft = dict[str, Node]
"""A draft of one value of the record, by field name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value and the words that say so."""

    value: str | int | bool
    passage: Passage


_LEADER = re.compile(r"\s*(?:[._…]\s?){4,}$|\s*…+$|\s*__+$")
"""Dots or underscores up to the place of a hand's signature or a page number."""


def without_leader(value: str) -> str:
    """A value without the dots or underscores behind it."""
    return _LEADER.sub("", value) if value[-1:] in (".", "_", "…", " ") else value


def text(passage: Passage | None) -> Found | None:
    """The passage itself as a value; None for an empty one."""
    return Found(passage.text, passage) if passage else None


def value_of(node: Node) -> Any:
    """The plain value of a leaf."""
    return node.value if isinstance(node, Found) else node


def settle(draft: Node) -> tuple[Any, dict[str, tuple[Evidence, ...]]]:
    """Plain values, and where each stands, by JSON pointer."""
    evidence: dict[str, tuple[Evidence, ...]] = {}

    def note(pointer: str, found: Found) -> None:
        places = tuple(_places(found.passage))
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


def _places(passage: Passage) -> Iterator[Evidence]:
    """One place for each page that the passage runs over."""
    for page, group in groupby(passage.spans, key=lambda span: span.page):
        spans = list(group)
        yield Evidence(
            page=page,
            box=_box(spans),
            as_written=" ".join(span.word.text for span in spans),
            confidence=_confidence(spans),
        )


def _box(spans: Sequence[Span]) -> tuple[float, float, float, float] | None:
    boxes = [box for span in spans if (box := span.word.box)]
    if not boxes:
        return None
    return (
        round(min([box.x0 for box in boxes]), 1),
        round(min([box.top for box in boxes]), 1),
        round(max([box.x1 for box in boxes]), 1),
        round(max([box.bottom for box in boxes]), 1),
    )


def _confidence(spans: Sequence[Span]) -> float | None:
    known = [span.word.confidence for span in spans if span.word.confidence is not None]
    return round(min(1.0, max(0.0, fmean(known))), 3) if known else None
