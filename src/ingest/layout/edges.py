"""Words that run into the next column, cut at the edge where other lines begin.

A word of a margin that touches the text beside it is read as one with it: `OrgelreparationAB`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...schema import Box, Word
from ..words.cells import box_of, typical_height

LINES = 3
"""Lines that begin at one place, at least, for a column's edge."""

SAME = 0.25
"""How far apart they begin at most, in heights of the page's words: pages are a little aslant."""

WHITE = 1.5
"""White space before them, in the same measure: words within a line begin below one another by chance."""

NEAR = 0.15
"""Share of the word's width by which the cut may miss the place that its letters tell."""

_TWO = re.compile(r"(?=.*[a-zåäö.,)][A-ZÅÄÖ])[A-ZÅÄÖa-zåäöé-]{3,}[.,)]?[A-ZÅÄÖ(][\w().-]*")
"""What may be two words: a small letter before a capital."""

_CUT = re.compile(r"(?<=[a-zåäö.,)])(?=[A-ZÅÄÖ])")


def parted(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with those cut in two that run over a column's edge.

    Args:
        words: all with boxes, of a straightened page.
    """
    wanted = [word for word in words if _TWO.fullmatch(word.text)]
    if not wanted:
        return tuple(words)
    height = typical_height(words)
    starts = [box_of(word) for word in words if not _has_neighbour(word, words, WHITE * height)]
    return tuple(part for word in words for part in _parts(word, starts, height, word in wanted))


def _has_neighbour(word: Word, words: Sequence[Word], reach: float) -> bool:
    """Whether a word ends close before it on its line."""
    box = box_of(word)
    middle = (box.top + box.bottom) / 2
    return any(
        there.top < middle < there.bottom and there.x0 < box.x0 - 1 and box.x0 - reach < there.x1
        for there in map(box_of, words)
    )


def _parts(word: Word, starts: Sequence[Box], height: float, wanted: bool) -> tuple[Word, ...]:
    box = box_of(word)
    cuts = [match.start() for match in _CUT.finditer(word.text)] if wanted else []
    for cut in cuts:
        place = box.x0 + box.width * cut / len(word.text)
        column = [
            there.x0 for there in starts if abs(there.x0 - place) < NEAR * box.width and there is not box
        ]
        for edge in column:
            if sum(abs(other - edge) < SAME * height for other in column) >= LINES:
                left, right = replace(box, x1=edge - 1), replace(box, x0=edge)
                return replace(word, text=word.text[:cut], box=left), replace(
                    word, text=word.text[cut:], box=right
                )
    return (word,)
