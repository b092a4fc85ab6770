"""Ink that the first reading passed over: a name under a signature, a page number, a faint heading.

Connected patches of ink outside all words, of a line's height, are read as lines of their own. Pictures,
rules, scribble and specks are not of that shape, and what is read from them is not kept unless it is a word.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ...schema import Box, Word
from ..image import touching
from ..image.plate import Plate
from ..words.cells import box_of, typical_height
from . import cutting

CELL = 0.4
"""Side of the grid's cells, in word heights."""

LEAST_INK = 0.06
"""Share of a cell's pixels that are dark where there is print."""

DARK = 140

HEIGHTS = (0.7, 2.6)
"""Least and greatest height of a patch, in word heights: rules are lower, pictures and signatures higher."""

LINE = 1.5
"""In word heights: a higher patch may hold more than a line."""

LEAST_WIDTH = 0.35
"""In word heights: a single digit, a 1 in one cell."""

REACH = 3
"""Cells across which letters and words of one line are joined."""

MOST = 10
"""Patches of a page that are looked at; a page with more is drawn or scribbled on."""

NARROW = 4.0
"""Width in word heights up to which a patch beside a row of words is a number of a list, `12.` or `§ 7`."""

MOST_BESIDE = 60
"""Such patches of a page: its rows."""

UPENDED = (1.8, 1.2)
"""Least height of a word in typical heights and in its own widths from which on it is a column of numbers
that Tesseract took for one word of upright text: `1.` to `7.` below one another become `NONRWVNEP`."""

SCRAP, SCRAP_SURE, SCRAP_REACH = 2, 0.7, 3.0
"""Most letters of a scrap of such a column, what engines are sure of it at most, and how far from the rest of
the column it stands, in word heights."""


def unread(words: Sequence[Word], plate: Plate) -> list[Box]:
    """Boxes in points of the patches of ink outside all words."""
    height = typical_height(words)
    upended = _upended(words)
    side = max(3, round(CELL * height / plate.frame.scale))
    ink = _ink(plate, side)
    _erase(ink, [word for word in words if word not in upended], plate, side, 0.35 * height)
    high = HEIGHTS[1] * height
    found: list[Box] = []
    for cells in touching.groups(((int(row), int(column)) for row, column in np.argwhere(ink)), REACH):
        box = _box(cells, plate, side)
        if box.height <= high:
            found.append(box)
        else:
            rows = cutting.rows(box, plate, height) if box.width <= NARROW * height else []
            found += rows or [_box(_line_within(cells), plate, side)]
    return [
        part
        for box in found
        for part in cutting.without_dots(
            cutting.without_leader_above(box, plate, height) if box.height > LINE * height else box,
            plate,
            height,
        )
    ]


def likely(patches: Sequence[Box], words: Sequence[Word]) -> list[Box]:
    """Those patches that look like lines of print."""
    height = typical_height(words)
    upended = _upended(words)
    words = [word for word in words if word not in upended]
    low, high = (limit * height for limit in HEIGHTS)
    found = [box for box in patches if low <= box.height <= high and box.width >= LEAST_WIDTH * height]
    beside = [box for box in found if box.width <= NARROW * height and _has_row(box, words)]
    alone = [box for box in found if box not in beside]
    return (beside if len(beside) <= MOST_BESIDE else []) + (alone if len(alone) <= MOST else [])


def completed(words: Sequence[Word], more: Sequence[Word]) -> tuple[Word, ...]:
    """The words with what was seen on a second look, which takes the place of a column read as one word."""
    columns = [box_of(word) for word in _upended(words)]
    taken = [box for box in columns if any(box.holds_middle_of(box_of(word)) for word in more)]
    return (*(word for word in words if word.box not in taken), *more)


def _upended(words: Sequence[Word]) -> list[Word]:
    if not words:
        return []
    height = typical_height(words)
    found = [word for word in words if is_upended(box_of(word), height)]
    scraps = [word for word in words if len(word.text) <= SCRAP and (word.confidence or 0.0) < SCRAP_SURE]
    # The rest of such a column is read in scraps: `z` for `Nr` and `>=` for `1`.
    for column in list(found):
        box = box_of(column)
        for scrap in sorted(scraps, key=lambda scrap: abs(box_of(scrap).top - box.top)):
            other = box_of(scrap)
            near = max(other.top - box.bottom, box.top - other.bottom) < SCRAP_REACH * height
            if scrap not in found and near and _middle(other) - box.x1 < 0 < _middle(other) - box.x0:
                found.append(scrap)
                box = box.union(other)
    return found


def is_upended(box: Box, height: float) -> bool:
    """Whether a word's box may hold a column of numbers, on a page with words of this typical height."""
    tall, slim = UPENDED
    return box.height >= tall * height and box.height >= slim * box.width


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2


def _has_row(box: Box, words: Sequence[Word]) -> bool:
    """True where a word stands at the patch's height."""
    middle = (box.top + box.bottom) / 2
    return any(other.top <= middle <= other.bottom for other in map(box_of, words))


def _ink(plate: Plate, side: int) -> NDArray[np.bool_]:
    pixels = (np.asarray(plate.image) < DARK).view(np.uint8)
    height, width = (size // side * side for size in pixels.shape)
    # Row by row first: a quarter of the time of both at once.
    rows = pixels[:height, :width].reshape(height // side, side, width).sum(axis=1, dtype=np.uint16)
    counts = rows.reshape(height // side, width // side, side).sum(axis=2, dtype=np.uint32)
    dark: NDArray[np.bool_] = counts > LEAST_INK * side * side
    return dark


def _erase(ink: NDArray[np.bool_], words: Sequence[Word], plate: Plate, side: int, margin: float) -> None:
    """Take out what has been read, and the edge of the page."""
    scale = plate.frame.scale * side
    for box in map(box_of, words):
        top = max(0, int((box.top - margin - plate.frame.top) / scale))
        left = max(0, int((box.x0 - margin - plate.frame.x0) / scale))
        bottom = int((box.bottom + margin - plate.frame.top) / scale) + 1
        right = int((box.x1 + margin - plate.frame.x0) / scale) + 1
        ink[top:bottom, left:right] = False
    ink[:2], ink[-2:], ink[:, :2], ink[:, -2:] = False, False, False, False


def _height(cells: Sequence[tuple[int, int]]) -> int:
    """In cells of the grid."""
    rows = [row for row, _ in cells]
    return max(rows) - min(rows) + 1


def _line_within(cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The likeliest line of a tall patch: a signature and the typed name that its strokes reach down to.

    Print fills the columns of its line, a pen few of a line's height; of two alike the lower is the name.
    """
    columns: dict[int, set[int]] = {}
    for row, column in cells:
        columns.setdefault(row, set()).add(column)
    last = max(columns)
    area = (last - min(columns) + 1) * len(set().union(*columns.values()))
    if last - min(columns) > TALLEST or len(cells) > FILLED * area:
        return cells

    def filled(top: int) -> int:
        return sum(len(columns.get(row, ())) for row in range(top, top + LINE_ROWS))

    top = max(range(min(columns), last - LINE_ROWS + 2), key=lambda row: (filled(row), row))
    return [cell for cell in cells if top <= cell[0] < top + LINE_ROWS]


LINE_ROWS = 3
"""Cells of the grid that a line is high, strokes of its neighbours with it."""

FILLED = 0.6
"""Share of a patch's cells with ink from which on it is a picture."""

TALLEST = 40
"""Cells of the grid; a higher patch is a picture."""


def _box(cells: Sequence[tuple[int, int]], plate: Plate, side: int) -> Box:
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    width, height = max(columns) - min(columns) + 1, max(rows) - min(rows) + 1
    return plate.frame.box(min(columns) * side, min(rows) * side, width * side, height * side)
