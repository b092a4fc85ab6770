"""Figures in the columns of a table: what stands alone between white is one number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from ...schema import Box, Line, Word
from .cells import around, box_of

APART = 0.8
"""White between two cells of a row, in heights of the words; groups of a sum are closer."""

ALIGNED = 0.45
"""Distance of the right edges of one column, in the same measure."""

REACH = 60.0
"""Distance of two rows of one table, in the same measure."""

_VALUE = re.compile(r"(?P<sign>[-+–−])?(?P<whole>\d{1,3}([. ]?\d{3})+|\d+)(?P<part>,\d{1,2})?(:-| ?kr| ?%)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """What one cell of a row says."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def value(self) -> Decimal | None:
        """The number that it is, a comma before its decimals; None where it is none."""
        return value(self.text)

    def is_below(self, other: Figure) -> bool:
        """Whether both are of one column, with another row."""
        height = min(self.box.height, other.box.height)
        return abs(self.box.x1 - other.box.x1) <= ALIGNED * height and self.is_in_other_row(other)

    def is_in_other_row(self, other: Figure) -> bool:
        """Whether both may be of one table but not of one row."""
        apart = abs(_middle(self.box) - _middle(other.box))
        height = min(self.box.height, other.box.height)
        return 0.6 * height < apart < REACH * height

    def is_beside(self, other: Figure) -> bool:
        """Whether both are of one row."""
        height = min(self.box.height, other.box.height)
        return abs(_middle(self.box) - _middle(other.box)) <= 0.5 * height


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def value(text: str) -> Decimal | None:
    """The number that a text says, a comma before its decimals."""
    found = _VALUE.fullmatch(text)
    if found is None:
        return None
    whole = found["whole"].replace(" ", "").replace(".", "")
    number = Decimal(whole + (found["part"] or "").replace(",", "."))
    return -number if found["sign"] in ("-", "–", "−") else number


def figures(lines: Sequence[Line]) -> Iterator[Figure]:
    """The cells of a page's lines, words among them."""
    for line in lines:
        words = [word for word in line.words if word.box is not None]
        cuts = [place for place, pair in enumerate(pairwise(words), 1) if _is_apart(*pair)]
        for start, end in pairwise([0, *cuts, len(words)]):
            if start < end:
                yield Figure(tuple(words[start:end]), around(words[start:end]))


def _is_apart(left: Word, right: Word) -> bool:
    one, other = box_of(left), box_of(right)
    return other.x0 - one.x1 >= APART * min(one.height, other.height)
