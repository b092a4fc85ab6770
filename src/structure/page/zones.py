"""Head and foot of the pages as zones: what stands where running rows stand on most pages belongs to them.

A footer that one page's reader took apart ("Telefon E-post") is known by its place, not by its words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from ..text.rows import Row

AGREE = 8.0
"""How far, in points, the edge of a zone may differ from page to page."""

LEAST_SHARE = 0.4
"""Share of the pages (two at least) whose running rows must agree on a zone."""


def within(rows: Sequence[Row], pages: Sequence[Sequence[int]], kinds: Sequence[str | None]) -> set[int]:
    """Unmarked rows in the head's or the foot's zone, on pages where the zone holds marked ones."""
    if not rows or rows[0].words[0].box is None or len(pages) < 2:
        return set()
    foot = _edge([_foot(rows, page, kinds) for page in pages], len(pages))
    head = _edge([_head(rows, page, kinds) for page in pages], len(pages))
    found: set[int] = set()
    for page in pages:
        if foot is not None:
            found |= _inside(page, kinds, lambda index: rows[index].top >= foot - 3)
        if head is not None:
            found |= _inside(page, kinds, lambda index: rows[index].bottom <= head + 3)
    return found


def _inside(page: Sequence[int], kinds: Sequence[str | None], in_zone: Callable[[int], bool]) -> set[int]:
    zone = [index for index in page if in_zone(index)]
    return {index for index in zone if kinds[index] is None} if any(kinds[index] for index in zone) else set()


def _edge(places: Sequence[float | None], pages: int) -> float | None:
    """The place that enough pages agree on."""
    known = sorted(place for place in places if place is not None)
    if len(known) < max(2, LEAST_SHARE * pages):
        return None
    middle = median(known)
    agreeing = [place for place in known if abs(place - middle) <= AGREE]
    return median(agreeing) if len(agreeing) >= max(2, LEAST_SHARE * pages) else None


def _foot(rows: Sequence[Row], page: Sequence[int], kinds: Sequence[str | None]) -> float | None:
    """Where the marked rows at the bottom of a page begin."""
    top: float | None = None
    for index in reversed(page):
        if kinds[index] is None:
            break
        top = rows[index].top
    return top


def _head(rows: Sequence[Row], page: Sequence[int], kinds: Sequence[str | None]) -> float | None:
    """Where the marked rows at the top of a page end, one that was read in its own way among them."""
    bottom: float | None = None
    for index, below in pairwise(page):
        within = bottom is not None and kinds[below] is not None and not rows[below].gap
        if kinds[index] is None and not within:
            break
        bottom = rows[index].bottom
    return bottom
