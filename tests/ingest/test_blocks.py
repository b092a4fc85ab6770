"""Bars beside headings leave the image; letters, ruled lines and squares stay."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from justera.ingest.image import blocks
from justera.ingest.image.inverted import light_print_darkened


def page(text: str, *, size: int = 50, bar: tuple[int, int] | None = None, y: int = 300) -> Image.Image:
    """A heading at 300 dpi, with a bar of this width and height left of it."""
    image = Image.new("L", (2000, 800), 255)
    draw = ImageDraw.Draw(image)
    draw.text((300, y), text, font=ImageFont.truetype("LiberationSans-Bold.ttf", size), fill=10)
    if bar:
        width, height = bar
        draw.rectangle((260 - width, y - 10, 260, y - 10 + height), fill=40)
    return image


@pytest.mark.parametrize("bar", [(15, 80), (25, 80), (40, 120), (18, 300)])
def test_a_bar_beside_a_heading_is_removed_and_the_heading_stays(bar: tuple[int, int]) -> None:
    clean, count = blocks.without(page("§ 90 Val av justerare", bar=bar), 300)
    assert count == 1
    assert np.array_equal(np.asarray(clean), np.asarray(page("§ 90 Val av justerare")))


@pytest.mark.parametrize("size", [40, 60, 90, 130])
@pytest.mark.parametrize("text", ["I Åby", "1 Inledning", "I en sal", "Illa", "Il l", "l å"])
def test_letters_are_no_bars(text: str, size: int) -> None:
    image = page(text, size=size)
    assert blocks.without(image, 300) == (image, 0)


@pytest.mark.parametrize("bar", [(4, 80), (60, 60), (200, 90), (15, 30), (18, 480)])
def test_ruled_lines_squares_areas_and_margins_stay(bar: tuple[int, int]) -> None:
    image = page("§ 90 Val av justerare", bar=bar)
    assert blocks.without(image, 300) == (image, 0)


def test_a_bar_without_text_stays() -> None:
    image = page("", bar=(20, 100))
    assert blocks.without(image, 300) == (image, 0)


def test_the_head_of_a_page_with_four_light_lines_is_turned() -> None:
    image = Image.new("L", (2480, 1200), 240)
    draw = ImageDraw.Draw(image)
    draw.rectangle((200, 200, 2200, 540), fill=100)
    for row, size in ((230, 80), (340, 40), (400, 40), (460, 40)):
        font = ImageFont.truetype("LiberationSans-Bold.ttf", size)
        draw.text((240, row), "Protokoll den 19 oktober", font=font, fill=245)
    turned, bars = light_print_darkened(image, 300)
    assert bars == 1
    assert np.median(np.asarray(turned)[210:530, 220:2180]) > 230
