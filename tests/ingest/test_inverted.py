from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from justera.ingest.image.inverted import light_print_darkened

FONT = ImageFont.truetype("LiberationSans-Bold.ttf", 44)


def page(*, ground: int = 60, angle: float = 0.0, print_: int = 240) -> Image.Image:
    """A line of dark print and a bar with light print, at 300 dpi."""
    image = Image.new("L", (2480, 1200), 240)
    draw = ImageDraw.Draw(image)
    draw.text((200, 100), "BYGGNADSNÄMNDEN I BERGÅSA KOMMUN", font=FONT, fill=20)
    draw.rectangle((200, 300, 2200, 390), fill=ground)
    draw.text((220, 320), "§ 61  Dnr MBN 2023/0187  Bygglov", font=FONT, fill=print_)
    return image.rotate(angle, Image.Resampling.BILINEAR, fillcolor=240)


@pytest.mark.parametrize("ground", [20, 60, 140])
@pytest.mark.parametrize("angle", [0.0, 0.15, -0.15])
def test_light_print_on_a_dark_bar_becomes_dark_on_light(ground: int, angle: float) -> None:
    turned, bars = light_print_darkened(page(ground=ground, angle=angle), 300)
    assert bars == 1
    bar = np.asarray(turned)[310:380, 240:2160]
    assert np.median(bar) > 230
    assert (bar < ground + 30).mean() > 0.03


def test_dark_print_lines_and_black_areas_stay() -> None:
    image = page(print_=60)
    ImageDraw.Draw(image).line((200, 600, 2200, 600), fill=20, width=8)
    ImageDraw.Draw(image).rectangle((0, 0, 40, 1200), fill=0)
    turned, bars = light_print_darkened(image, 300)
    assert bars == 0
    assert turned is image


def test_a_line_close_below_a_bar_is_none_of_it() -> None:
    image = page(ground=90)
    ImageDraw.Draw(image).line((200, 460, 2200, 460), fill=20, width=4)
    turned, bars = light_print_darkened(image, 300)
    assert bars == 1
    assert np.median(np.asarray(turned)[310:380, 240:2160]) > 230
    assert np.asarray(turned)[460, 1000] == 20
