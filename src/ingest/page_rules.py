"""Where ruled lines come from: the file where it draws them, a scan's image where it may show some."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..schema import Word
from . import layout, ruled_image
from .grid import REACH
from .ruling import Rule
from .sheets import Sheet
from .tsv import Frame

BESIDE = 6
"""Lines with another at their side, from which on a scan with a text layer is worth a look at its image."""

SHARE = 0.3
"""And their share of the page's lines."""


def of_sheet(sheet: Sheet, layer: Sequence[Word]) -> tuple[tuple[Rule, ...], float]:
    """The ruled lines of a page whose text layer is kept, and how far those that meet may lie apart.

    Raises:
        DamagedInput: the page cannot be rendered.
    """
    drawn = sheet.rules()
    if drawn or not sheet.is_scan or not _may_hold_table(layer):
        return drawn, REACH
    view = sheet.view(ruled_image.DPI)
    return ruled_image.rules(view, ruled_image.DPI, Frame(72 / ruled_image.DPI)), ruled_image.REACH


def _may_hold_table(layer: Sequence[Word]) -> bool:
    boxes = [line.box for line in layout.arrange([word for word in layer if word.box]) if line.box]
    middles = sorted(((box.top + box.bottom) / 2, box.height) for box in boxes)
    beside = sum(low - high < height / 2 for (high, height), (low, _) in pairwise(middles))
    return beside >= max(BESIDE, SHARE * len(middles))
