"""Leading: the white space between two rows of a paragraph, and which rows have more of it above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from .rows import Row

GAP = 0.62
"""White space above a row, in heights of the letters, from which a paragraph is taken to begin
where the page's usual leading is not known."""

LARGE = 1.5
"""Heights of the page's usual letters from which a row is in large type."""


def spaced(found: Sequence[Row]) -> list[Row]:
    """A page's rows with the gaps above them and the first one marked."""
    leading = _usual_leading(found)
    gaps = [
        above is not None and row.top - above.bottom > leading + 0.35 * row.height
        for above, row in zip([None, *found], found, strict=False)
    ]
    rows = [row if row.gap is gap else replace(row, gap=gap) for row, gap in zip(found, gaps, strict=True)]
    if rows:
        rows[0] = replace(rows[0], first=True, gap=True)
    return rows


def _usual_leading(found: Sequence[Row]) -> float:
    """The page's usual white space between two rows of a sentence, in points; large titles have more."""
    largest = LARGE * median(row.height for row in found) if found else 0.0
    pairs = [
        (above, below)
        for above, below in pairwise(found)
        if below.top - above.bottom < 1.5 * below.height and above.height <= largest
    ]
    inside = sorted(below.top - above.bottom for above, below in pairs if _goes_on(above, below))
    if inside:
        return inside[len(inside) // 2]
    gaps = sorted(below.top - above.bottom for above, below in pairs)
    if not gaps:
        return GAP * (found[0].height if found else 0.0)
    # Paragraphs of one row each: only what stands closest, as a title below its name, shows the leading.
    prose = sum(len(row.cells) == 1 and row.text.endswith(".") for row in found) > 1
    return gaps[0] if prose and 0 < gaps[0] < 0.5 * found[0].height else gaps[len(gaps) // 3]


def _goes_on(above: Row, below: Row) -> bool:
    """Whether a row goes on with the sentence of the row above; points of decisions begin with "att"."""
    first = below.words[0].text
    return (
        first[0].islower()
        and first != "att"
        and above.text[-1] not in ".:;"
        and abs(below.x0 - above.x0) < above.height
    )
