from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from justera.ingest.engine.tsv import Frame
from justera.ingest.image import printed
from justera.ingest.image.plate import Plate
from justera.schema import Box

BOX = Box(20, 20, 60, 30)
"""In points; one pixel of the plate is one point."""

PAPER, PRINT = 220, 30


def plate(*strokes: tuple[int, int]) -> Plate:
    """Black blocks at the height of the box, from and to these columns."""
    image = Image.new("L", (100, 60), PAPER)
    draw = ImageDraw.Draw(image)
    for left, right in strokes:
        draw.rectangle((left, 21, right, 28), fill=PRINT)
    return Plate(image, 72, Frame(1.0))


def dark_columns(page: Plate) -> set[int]:
    image, frame = printed.alone(BOX, page)
    columns = np.flatnonzero((np.asarray(image) < 100).any(axis=0))
    return {int(column + frame.x0) for column in columns}


@pytest.mark.parametrize(
    ("neighbour", "is_kept"), [((17, 18), True), ((62, 63), True), ((14, 16), False), ((63, 70), False)]
)
def test_what_stands_a_space_away_is_taken_off(neighbour: tuple[int, int], is_kept: bool) -> None:
    word = {*range(20, 31), *range(45, 61)}
    seen = dark_columns(plate((20, 30), (45, 60), neighbour))
    assert seen == (word | set(range(neighbour[0], neighbour[1] + 1)) if is_kept else word)


def test_the_picture_lies_where_it_was_cut() -> None:
    page = plate((20, 30))
    (part, frame), (whole, other) = printed.alone(BOX, page), page.cut(BOX)
    assert (part.size, frame) == (whole.size, other)
    assert np.array_equal(np.asarray(part), np.asarray(whole))


def test_a_faint_word_has_no_ink() -> None:
    assert printed.ink(BOX, Plate(Image.new("L", (100, 60), PAPER), 72, Frame(1.0))) is None


def test_tails_from_the_lines_above_and_below_are_no_ink_of_a_word() -> None:
    page = plate((20, 60))
    ImageDraw.Draw(page.image).line([(30, 0), (30, 18)], fill=PRINT)
    ImageDraw.Draw(page.image).line([(50, 31), (50, 59)], fill=PRINT)
    ink = printed.ink(BOX, page)
    assert ink is not None
    (rows,) = printed.runs(ink > printed.DARK, 1)
    assert rows[1] - rows[0] == 8
