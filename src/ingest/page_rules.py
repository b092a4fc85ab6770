"""A text layer laid out by its ruled lines: the file's where it draws them, else what its scan may show."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..schema import Line, Word
from .files.sheets import Sheet
from .layout import layout
from .ruling import ruled_image
from .ruling.grid import REACH

BESIDE = 6
"""Lines with another at their side, from which on a scan with a text layer is worth a look at its image."""

SHARE = 0.3
"""And their share of the page's lines."""


def laid_out(sheet: Sheet, layer: Sequence[Word]) -> tuple[Line, ...]:
    """A page whose text layer is kept, in reading order.

    Raises:
        DamagedInput: the page cannot be rendered.
    """
    drawn = sheet.rules()
    lines = layout.arrange(layer, *sheet.size, drawn, REACH)
    if drawn or not sheet.is_scan or not _may_hold_table(lines):
        return lines
    view = sheet.view(ruled_image.DPI)
    seen = ruled_image.rules(view.image, view.dpi, view.frame)
    return layout.arrange(layer, *sheet.size, seen, ruled_image.REACH)


def _may_hold_table(lines: Sequence[Line]) -> bool:
    boxes = [line.box for line in lines if line.box]
    middles = sorted(((box.top + box.bottom) / 2, box.height) for box in boxes)
    beside = sum(low - high < height / 2 for (high, height), (low, _) in pairwise(middles))
    return beside >= max(BESIDE, SHARE * len(middles))
