"""Two pages of a bound volume side by side in one image, told from one page that lies across.

The fold of a spread is wide and nothing runs over it, neither a ruled line nor a line of print; and one
side at least holds lines of text, not the cells of a table.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...schema import Word
from ..ruling.ruling import Rule
from ..words.cells import box_of, cells, typical_height

SHAPE = 1.2
"""Width to height from which on a page may be two."""

FOLD = 0.06
"""Half width of the strip in which the fold is looked for, as a share of the page's width."""

MARGINS = 0.025
"""Least white space at the fold, the inner margins of both pages, as a share of the page's width."""

LINE = 0.6
"""Share of the width of its text that a full line of a page fills."""

LINES = 0.15
"""Share of full lines of one of the pages, at least; of a table's cells one in ten is so wide."""

STEP = 4
"""Points between two places that are tried."""


def halves(words: Sequence[Word], size: tuple[float, float], rules: Sequence[Rule]) -> list[Sequence[Word]]:
    """The words of the two pages of a spread, or all words together.

    Args:
        words: all with boxes.
        size: width and height of the page in points; 0 where unknown.
        rules: ruled lines of the page.
    """
    width, height = size
    if not height or width / height < SHAPE:
        return [words]
    low, high = width * (0.5 - FOLD), width * (0.5 + FOLD)
    for place in range(round(low), round(high), STEP):
        left = [word for word in words if box_of(word).x1 <= place]
        right = [word for word in words if box_of(word).x0 >= place]
        if len(left) + len(right) == len(words) and left and right:
            start, end = max(box_of(word).x1 for word in left), min(box_of(word).x0 for word in right)
            crossed = any(not rule.upright and rule.start < start and rule.end > end for rule in rules)
            wide = end - start >= MARGINS * width and not crossed
            return [left, right] if wide and (_is_text(left) or _is_text(right)) else [words]
    return [words]


def _is_text(words: Sequence[Word]) -> bool:
    """Whether these are lines of text rather than cells."""
    found = cells(words, typical_height(words))
    reach = max(cell.box.x1 for cell in found) - min(cell.box.x0 for cell in found)
    return sum(cell.box.width >= LINE * reach for cell in found) >= LINES * len(found)
