"""Figures of small print that do not look like those above and below them: lost marks, letters for figures.

At 200 dots to the inch a point is two pixels, and both readers see `525` for `5:25` and `6.4` for `6,4`. What
the others of a column have is told of all of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...schema import Line, Reason, Word
from .figures import ALIGNED, Figure, figures
from .odd import DECIMAL

SMALL = 18.0
"""Height of figures in pixels up to which print is small."""

MATES = 3
"""Other figures of a column, at least."""

SOME, MOST, NEARLY_ALL = 0.25, 0.6, 0.85
"""Shares of them that have a mark where one may be lost, the same mark, a minus."""

OUT_OF_FORM = Reason("column_form")

_FIGURE = re.compile(r"(?P<sign>[-+–−])? ?\d[\d ]*(?P<mark>[.,:])?(?(mark)\d+)(:-)?( ?(%|kr))?")
_POINT = re.compile(r"[-+–−]?\d{1,3}\.\d[%.,;]?")

_LETTERS = re.compile(r"[-+–−]?(?!\d+[.,]?\d*$)[\diIlLoOsSyYH§|!][\diIlLoOsS|!/.,]{0,3}")
"""What figures of narrow cells are read as, in larger print too: `ii` for 11, `is` for 18, `iso` for 18,0."""

_ESTATE = re.compile(r"[A-ZÅÄÖ][a-zåäö]+ \d{1,2}:\d{1,3}")
_LOST_COLON = re.compile(r"[A-ZÅÄÖ][a-zåäö]+ (\d{3,5}|\d{1,2}[., ]\d{1,3})")


def doubted(lines: Sequence[Line], small: float) -> tuple[Line, ...]:
    """The lines with figures in doubt that are not of their column's form, letters in larger print too.

    Args:
        lines: of one page, with boxes.
        small: height of figures in points up to which print is small.
    """
    every = list(figures(lines))
    numbers = [cell for cell in every if _FIGURE.fullmatch(cell.text)]
    cells = [cell for cell in every if cell.box.height <= small]
    told = dict(_without_colon(cells))
    told |= {id(word): DECIMAL for cell in cells for word in cell.words if _POINT.fullmatch(word.text)}
    for side in (_left, _right):
        ordered = sorted(numbers, key=side)
        places = [side(cell) for cell in ordered]
        for cell in (*cells, *(cell for cell in every if _LETTERS.fullmatch(cell.text))):
            reach = ALIGNED * cell.box.height
            near = ordered[bisect_left(places, side(cell) - reach) : bisect_right(places, side(cell) + reach)]
            if not _has_form(cell, [other for other in near if cell.is_in_other_row(other)]):
                told |= {id(word): OUT_OF_FORM for word in cell.words}
    return tuple(
        replace(line, words=tuple(_with(word, told.get(id(word))) for word in line.words)) for line in lines
    )


def _without_colon(cells: Sequence[Figure]) -> Iterator[tuple[int, Reason]]:
    """Numbers of real estates whose colon was lost, where others of the page have theirs: `Tallen 12.195`."""
    if sum(_ESTATE.fullmatch(cell.text) is not None for cell in cells) < MATES:
        return
    for cell in cells:
        if _LOST_COLON.fullmatch(cell.text):
            yield from ((id(word), OUT_OF_FORM) for word in cell.words[1:])


def _left(cell: Figure) -> float:
    return cell.box.x0


def _right(cell: Figure) -> float:
    return cell.box.x1


def _has_form(cell: Figure, mates: Sequence[Figure]) -> bool:
    """Whether a cell says what others of its column may; where these are few, all may."""
    if len(mates) < MATES:
        return True
    own = _FIGURE.fullmatch(cell.text)
    if own is None:
        # Above all figures stands their heading, below all of them a note.
        return not min(mate.box.top for mate in mates) < cell.box.top < max(mate.box.top for mate in mates)
    found = [mate for mate in (_FIGURE.fullmatch(mate.text) for mate in mates) if mate is not None]
    marks = Counter(mate["mark"] for mate in found if mate["mark"])
    if own["mark"] is None and marks.total() > SOME * len(found):
        return False
    if own["mark"] and any(
        mark != own["mark"] and count >= MOST * len(found) for mark, count in marks.items()
    ):
        return False
    return own["sign"] is not None or sum(mate["sign"] is not None for mate in found) < NEARLY_ALL * len(
        found
    )


def _with(word: Word, why: Reason | None) -> Word:
    return word if why is None or word.doubt else replace(word, doubt=why)
