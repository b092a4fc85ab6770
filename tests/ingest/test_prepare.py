from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from justera.ingest.image.evening import evened
from justera.ingest.image.prepare import prepare

DPI = 200


def grainy(lines: int, *, grain: float = 18, ink: int = 90) -> Image.Image:
    """A page of grain with so many lines of short strokes on it, all in one narrow column."""
    dice = np.random.default_rng(7)
    page = np.full((2200, 1600), 215.0)
    for line in range(lines):
        for stroke in range(30):
            top, left = 150 + 60 * line, 200 + 12 * stroke
            page[top : top + 22, left : left + 4] -= ink
    return Image.fromarray((page + dice.normal(0, grain, page.shape)).clip(0, 255).astype(np.uint8))


@pytest.mark.parametrize("lines", [1, 12, 14, 33])
def test_grain_stays_white_however_little_is_printed(lines: int) -> None:
    prepared = np.asarray(prepare(grainy(lines), DPI).image)
    paper, strokes = prepared[:, 700:], prepared[155:165, 201:203]
    assert (paper < 128).mean() < 0.001, "the grain of the paper was made ink"
    assert (strokes < 128).all(), "what is printed is dark"


def test_an_empty_page_stays_empty() -> None:
    prepared = np.asarray(prepare(grainy(0), DPI).image)
    assert (prepared < 128).mean() < 0.001


@pytest.mark.parametrize("size", [(900, 7), (7, 900), (1, 1)])
def test_a_strip_is_evened_too(size: tuple[int, int]) -> None:
    assert evened(Image.new("L", size, 200), 300).size == size
