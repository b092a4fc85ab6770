"""Columns that add up, and those that do not: a sum is a second witness of every figure above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise, product, takewhile
from math import prod
from statistics import median

from ...schema import Line, Reason, Word
from .figures import Figure, figures, value
from .odd import DECIMAL

OFF = Reason("column_off")

AGREED = 0.995
"""Confidence of a figure that a sum confirms, as of one that two readers agree on."""

LEAST = 3
"""Figures of a column, at least, whose sum confirms them."""

FURTHER = 2.6
"""Distance of two rows, in steps of the table's, from which on the upper is of something else."""

_SUM = re.compile(r"(Delsumma|Summa|S:a|Totalt|Total|Summor)\b.*")

MOST_TRIED, CHANCE = 4096, 200
"""Readings of a column's figures together, at most; how many times less than the largest figure they are."""

_SCRAPS = "«»\":;'“”*~="
"""What a minus is read as."""

_YEAR = re.compile(r"(19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Column:
    """Figures below one another and what stands as their sum."""

    parts: tuple[Figure, ...]
    total: Figure

    @property
    def words(self) -> Iterator[Word]:
        """All of them."""
        for figure in (*self.parts, self.total):
            yield from figure.words

    def adds_up(self) -> bool:
        """Whether the figures make the sum."""
        return sum(self._values(), Decimal(0)) == self.total.value

    def mended(self, small: float) -> dict[int, Word]:
        """The words, by identity, with the one other reading of figures in doubt that makes the sum.

        The more readings there are, the likelier one of them makes it by chance.
        """
        choices = [list(_readings(part, small)) for part in self.parts]
        total, tried = self.total.value, prod(map(len, choices))
        if total is None or tried > MOST_TRIED or tried * CHANCE > max(abs(total), *map(abs, self._values())):
            return {}
        hits = [chosen for chosen in product(*choices) if sum(map(_value, chosen)) == total]
        if len(hits) != 1:
            return {}
        return {
            id(old): replace(_sure(old), text=new.text, alternatives=(old.text,))
            if new.text != old.text
            else _sure(old)
            for part, words in zip(self.parts, hits[0], strict=True)
            for old, new in zip(part.words, words, strict=True)
        } | {id(word): _sure(word) for word in self.total.words}

    def _values(self) -> list[Decimal]:
        return [part.value or Decimal(0) for part in self.parts]


def _value(words: Sequence[Word]) -> Decimal:
    return value(" ".join(word.text for word in words)) or Decimal(0)


def _readings(figure: Figure, small: float) -> Iterator[tuple[Word, ...]]:
    """What a figure may be: as read, with a minus or a comma that was lost, or as another reader saw it."""
    yield figure.words
    is_doubted = any(word.doubt for word in figure.words)
    if is_doubted:
        for place, word in enumerate(figure.words):
            for other in word.alternatives:
                if value(other) is not None and " " not in other:
                    yield (*figure.words[:place], replace(word, text=other), *figure.words[place + 1 :])
    comma = figure.words[-1].text.replace(".", ",")
    if figure.value is None and is_doubted and value(comma) is not None:
        yield (*figure.words[:-1], replace(figure.words[-1], text=comma))
    first, *others = figure.words
    figures_only = first.text.lstrip(_SCRAPS)
    if figures_only[:1].isdigit() and (is_doubted or figure.box.height <= small):
        yield (replace(first, text=f"-{figures_only}"), *others)
        if figures_only != first.text:
            yield (replace(first, text=figures_only), *others)


def settled(lines: Sequence[Line], small: float) -> tuple[Line, ...]:
    """The lines with figures that add up confirmed, and those of columns that do not in doubt.

    A column that does not is in doubt in small print only: elsewhere the sum is likelier to be of other rows,
    or a mean.

    Args:
        lines: of one page, with boxes.
        small: height of figures in points up to which readers agree on wrong ones.
    """
    if not any(_SUM.match(word.text) for line in lines for word in line.words):
        return tuple(lines)
    told: dict[int, Word] = {}
    for columns in _tables(list(figures(lines))):
        for column in columns:
            if column.adds_up():
                told |= {id(word): _sure(word) for word in column.words}
            elif mended := column.mended(small):
                told |= mended
            elif column.total.box.height <= small:
                told |= {id(word): replace(word, doubt=word.doubt or OFF) for word in column.words}
    return tuple(
        replace(line, words=tuple(told.get(id(word), word) for word in line.words)) for line in lines
    )


def _sure(word: Word) -> Word:
    """Decimals may have a point for a comma in all of a column."""
    if word.doubt == DECIMAL:
        return word
    return replace(word, doubt=None, confidence=max(AGREED, word.confidence or 0.0))


def _tables(cells: Sequence[Figure]) -> Iterator[list[Column]]:
    """The columns above each row that begins with what a sum is called, down from the one before."""
    heads = sorted((cell for cell in cells if _SUM.fullmatch(cell.text)), key=lambda cell: cell.box.bottom)
    start = float("-inf")
    for head in heads:
        rows = [cell for cell in cells if start < cell.box.top and cell.box.bottom < head.box.bottom]
        totals = [cell for cell in cells if cell.is_beside(head) and cell.box.x0 > head.box.x1]
        found = [_column(total, rows) for total in totals if total.value is not None]
        yield [column for column in found if column is not None]
        start = head.box.top


def _column(total: Figure, rows: Sequence[Figure]) -> Column | None:
    above = sorted((cell for cell in rows if cell.is_below(total)), key=lambda cell: -cell.box.bottom)
    steps = [lower.box.top - upper.box.top for lower, upper in pairwise((total, *above))]
    usual = median(steps) if steps else 0.0
    parts = [
        cell for cell, _ in takewhile(lambda pair: pair[1] <= FURTHER * usual, zip(above, steps, strict=True))
    ]
    while parts and (parts[-1].value is None or _YEAR.fullmatch(parts[-1].text)):
        del parts[-1]
    return Column(tuple(parts), total) if len(parts) >= LEAST else None
