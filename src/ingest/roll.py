"""A roll call on a scan with a text layer: its rows alone are read from the image, the rest stays as it is.

Layers lose half of the marks of a roll; to read its rows takes a third of the time that the page takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..schema import Word
from .ink import name_rows
from .ready import Ready
from .words.cells import box_of, cells, typical_height
from .words.tokens import is_known

SENTENCE = 5
"""Words in lower case that Swedish knows, from which on a row is running text, which ends a roll."""

WHITE = 0.15
"""Heights of a word between a row and the one above it, at least: a heading stands close over its text."""


def is_there(words: Sequence[Word]) -> bool:
    """True where there are rows of names under heads of a roll's columns, whatever stands in the columns."""
    return bool(name_rows.found(words))


def alone(ready: Ready, layer: Sequence[Word]) -> Ready:
    """The page with nothing but its rolls in the image, and the layer's other words kept.

    What the layer has lost between a roll and the text around it stays in the image.
    """
    placed = [replace(word, box=ready.prepared.forth(box_of(word), ready.picture.frame)) for word in layer]
    rolls = name_rows.found(placed)
    if not rolls:
        return ready
    height = typical_height(placed)
    top = min(head.top for one in rolls for head in one.heads) - height / 2
    last = max(row.bottom for one in rolls for row in one.rows)
    texts = [cell.box for cell in cells(placed, height) if _is_sentence(cell.words)]
    bottom = min((box.top - WHITE * height for box in texts if box.top > last), default=ready.size[1])
    above = [word for word in placed if _middle(word) < top]
    below = [word for word in placed if _middle(word) > bottom]
    if not above and not below:
        return ready
    start = max((box_of(word).bottom for word in above), default=0.0)
    return ready.cut_to((start + top) / 2, bottom, keeping=(*above, *below))


def _is_sentence(words: Sequence[Word]) -> bool:
    return sum(word.text.islower() and is_known(word.text) for word in words) >= SENTENCE


def _middle(word: Word) -> float:
    return (box_of(word).top + box_of(word).bottom) / 2
