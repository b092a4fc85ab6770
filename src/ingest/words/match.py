"""Two readings of one stretch of a line side by side: which words stand in the same place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...schema import Word
from .cells import box_of

SHARED = 0.35
"""Share of the narrower word's width that two words share when they are of the same place."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The same place in two readings; either side may be empty or hold several words."""

    first: tuple[Word, ...]
    second: tuple[Word, ...]


def pairs(first: Sequence[Word], second: Sequence[Word]) -> list[Pair]:
    """Places from left to right, as fine as both readings allow."""
    tagged = [(word, 0) for word in first] + [(word, 1) for word in second]
    groups: list[list[tuple[Word, int]]] = []
    for word, side in sorted(tagged, key=lambda item: box_of(item[0]).x0):
        if groups and any(_same_place(word, other) for other, tag in groups[-1] if tag != side):
            groups[-1].append((word, side))
        else:
            groups.append([(word, side)])
    return [
        Pair(
            tuple(word for word, side in group if side == 0), tuple(word for word, side in group if side == 1)
        )
        for group in groups
    ]


def _same_place(word: Word, other: Word) -> bool:
    a, b = box_of(word), box_of(other)
    shared = min(a.x1, b.x1) - max(a.x0, b.x0)
    return shared > SHARED * min(a.width, b.width)


def text(words: Sequence[Word]) -> str:
    """The words with spaces between."""
    return " ".join(word.text for word in words)
