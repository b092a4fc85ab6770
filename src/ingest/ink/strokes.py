"""What strokes of a pen, emblems and the rest of rules were taken for: `Ja` in a margin, `Kd` beside a name.

They are higher than print, and engines are unsure of them, but some are words. Their ink is looked at again
like print that was passed over, as a name may be under it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...schema import Box, Word
from ..words.cells import box_of
from ..words.tokens import core, is_known
from . import missed

TALL, FAINT, FAINT_LETTER = 1.8, 0.7, 0.9
"""Height of a word in typical heights from which on, and confidence below which, it is a hand's strokes; of a
letter alone too. Known words are print whose box took in the line below."""

LEAST_KNOWN, LONG = 4, 6
"""Letters of a known word, and of any, that no strokes are read as."""

BAR = (1.25, 0.2)
"""Least height of a lone letter or figure in typical heights, and width in its own, of the rest of a rule."""


def without(words: Sequence[Word], height: float) -> tuple[Word, ...]:
    """The words that no pen, emblem or rule was taken for; the ink of the others is looked at again.

    Args:
        words: of one page, or of a patch of it.
        height: typical height of the page's words, in points.
    """
    return tuple(word for word in words if not _is_stroke(word, height))


def places(words: Sequence[Word], height: float) -> tuple[Box, ...]:
    """Where a pen's strokes were taken for words: print may be under them."""
    return tuple(box_of(word) for word in words if _is_scribbled(word, height))


def _is_stroke(word: Word, height: float) -> bool:
    box, (high, slim) = box_of(word), BAR
    bar = len(word.text) == 1 and box.height >= high * height and box.width < slim * box.height
    return bar or _is_scribbled(word, height)


def _is_scribbled(word: Word, height: float) -> bool:
    box = box_of(word)
    if box.height < TALL * height or missed.is_upended(box, height):
        return False
    letters = len(core(word.text))
    is_word = letters >= LONG or (letters >= LEAST_KNOWN and is_known(word.text))
    return not is_word and (word.confidence or 0.0) < (FAINT_LETTER if len(word.text) == 1 else FAINT)
