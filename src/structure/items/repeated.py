"""Items that a summons lists first and treats further down, each below its number and title once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ..landmarks import openings
from ..landmarks.openings import Candidate
from ..text.fold import fold
from ..text.rows import Row

LIKENESS = 90.0
"""Least similarity (rapidfuzz ratio, 0 to 100) of a title to the words that stand in the list."""


@dataclass(frozen=True, slots=True)
class Treated:
    """Where an item of the list is treated."""

    heading: int
    """The row of its number."""
    begin: int
    """The row below its title."""
    end: int


def treated(rows: Sequence[Row], chain: Sequence[Candidate]) -> dict[int, Treated]:
    """Where items of the list are treated, by their place in the chain.

    Args:
        rows: of the document.
        chain: the items of the list.
    """
    by_number = {one.number: place for place, one in enumerate(chain)}
    ends = [one.row for one in chain[1:]] + [len(rows)]
    starts: list[tuple[int, int, int]] = []
    for one in openings.found(rows[chain[-1].row + 1 :], None):
        at = one.row + chain[-1].row + 1
        place = by_number.get(one.number)
        if place is None or not rows[at].gap:
            continue
        listed = fold(" ".join(row.text for row in rows[chain[place].row : min(ends[place], at)][:3]))
        title = rows[at].text[one.rest_at :]
        below = next((count for count in range(3) if _is_whole(rows, at, count, title, listed)), None)
        if below is not None and (not starts or place > starts[-1][0]):
            starts.append((place, at, at + below + 1))
    closing = [at for _, at, _ in starts[1:]] + [len(rows)] * bool(starts)
    found = {place: Treated(at, begin, end) for (place, at, begin), end in zip(starts, closing, strict=True)}
    return found if len(found) >= min(2, len(chain)) else {}


def _is_whole(rows: Sequence[Row], at: int, count: int, title: str, listed: str) -> bool:
    """Whether a title with so many rows below it is one that the list gives."""
    whole = fold(" ".join([title, *(row.text for row in rows[at + 1 : at + 1 + count])]))
    return (
        len(whole) > 3
        and fuzz.partial_ratio(whole, listed) >= LIKENESS
        and (
            at + 1 + count >= len(rows)
            or rows[at + 1 + count].gap
            or rows[at + 1 + count].bold != rows[at].bold
        )
    )
