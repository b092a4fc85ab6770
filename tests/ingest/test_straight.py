from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from justera.ingest.image import straight

SIDE = 601
ANGLES = st.floats(-straight.STEEPEST, straight.STEEPEST)
PLACES = st.floats(-2000, 2000)


def dot(x: int, y: int) -> Image.Image:
    """A page with one dot, placed as seen from its middle."""
    page = Image.new("L", (SIDE, SIDE), 255)
    middle = SIDE // 2
    ImageDraw.Draw(page).rectangle((middle + x - 4, middle + y - 4, middle + x + 4, middle + y + 4), fill=0)
    return page


def centre(page: Image.Image) -> tuple[float, float]:
    ink = 255.0 - np.asarray(page)
    rows, columns = np.mgrid[:SIDE, :SIDE] - SIDE // 2
    return float((ink * columns).sum() / ink.sum()), float((ink * rows).sum() / ink.sum())


@pytest.mark.parametrize("angle", [-5.0, -0.3, 0.3, 1.7, 5.0])
@pytest.mark.parametrize("place", [(0, 0), (200, -150), (-230, 40)])
def test_print_comes_to_lie_where_its_box_does(place: tuple[int, int], angle: float) -> None:
    found = centre(straight.turned(dot(*place), angle, 255))
    assert found == pytest.approx(straight.after(*place, angle), abs=0.05)


@given(PLACES, PLACES, ANGLES)
def test_a_box_goes_forth_and_back(x: float, y: float, angle: float) -> None:
    assert straight.before(*straight.after(x, y, angle), angle) == pytest.approx((x, y), abs=1e-6)


@pytest.mark.parametrize("angle", [-2.0, 0.5, 4.0])
def test_it_turns_as_far_as_was_asked(angle: float) -> None:
    page = Image.new("L", (SIDE, SIDE), 255)
    for row in range(60, 540, 40):
        ImageDraw.Draw(page).line((80, row, 520, row), fill=0, width=5)
    assert straight.skew(straight.turned(page, angle, 255), 100) == pytest.approx(-angle, abs=0.1)


def test_what_comes_in_is_paper() -> None:
    assert set(np.asarray(straight.turned(Image.new("L", (80, 120), 200), 3.0, 200)).ravel()) == {200}
