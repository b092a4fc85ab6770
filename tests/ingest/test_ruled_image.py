from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from justera.ingest.engine.tsv import Frame
from justera.ingest.image import erasing
from justera.ingest.ruling import ruled_image

FONT = "LiberationSans-Bold.ttf"
DPI = 300


def table(*, angle: float = 0.0, noise: float = 0.0, thick: int = 2) -> Image.Image:
    """A page with two columns and three rows, and a heading in capitals."""
    image = Image.new("L", (2480, 1600), 255)
    draw = ImageDraw.Draw(image)
    draw.text(
        (300, 100), "SAMMANTRÄDESPROTOKOLL FÖR BYGGNADSNÄMNDEN", font=ImageFont.truetype(FONT, 60), fill=0
    )
    for y in (300, 500, 700, 1300):
        draw.line((300, y, 2200, y), fill=40, width=thick)
    for x in (300, 900, 2200):
        draw.line((x, 300, x, 1300), fill=40, width=thick)
    image = image.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)
    if noise:
        grain = np.random.default_rng(1).normal(0, noise, (image.height, image.width))
        image = Image.fromarray(np.clip(np.asarray(image) + grain, 0, 255).astype(np.uint8))
    return image


@pytest.mark.parametrize(("angle", "noise", "thick"), [(0, 0, 1), (0, 0, 8), (0.25, 12, 2), (-0.25, 12, 3)])
def test_rules_are_found_and_letters_are_not(angle: float, noise: float, thick: int) -> None:
    found = ruled_image.rules(table(angle=angle, noise=noise, thick=thick), DPI, Frame(72 / DPI))
    assert len(found) == 7
    level = sorted(round(rule.at) for rule in found if not rule.upright)
    assert level == pytest.approx([72, 120, 168, 312], abs=1.5)
    upright = sorted(round(rule.at) for rule in found if rule.upright)
    assert upright == pytest.approx([72, 216, 528], abs=2.5)


def test_a_black_edge_is_no_rule() -> None:
    image = Image.new("L", (2480, 1600), 255)
    ImageDraw.Draw(image).rectangle((0, 0, 80, 1600), fill=0)
    assert ruled_image.rules(image, DPI, Frame(72 / DPI)) == ()


def test_long_lines_are_found_however_faint() -> None:
    image = Image.new("L", (2480, 1600), 255)
    ImageDraw.Draw(image).line((300, 700, 2200, 700), fill=185, width=2)
    ImageDraw.Draw(image).line((300, 900, 450, 900), fill=185, width=2)
    (found,) = ruled_image.rules(image, DPI, Frame(72 / DPI))
    assert (round(found.at), found.upright) == (168, False)


def test_a_short_upright_stroke_alone_is_no_line() -> None:
    image = Image.new("L", (2480, 1600), 255)
    ImageDraw.Draw(image).line((300, 700, 300, 850), fill=0, width=3)
    assert ruled_image.rules(image, DPI, Frame(72 / DPI)) == ()
    ImageDraw.Draw(image).line((300, 850, 900, 850), fill=0, width=3)
    assert len(ruled_image.rules(image, DPI, Frame(72 / DPI))) == 2


@pytest.mark.parametrize("start", [300, 310, 325, 336])
def test_lines_leave_the_image_up_to_their_ends(start: int) -> None:
    image = Image.new("L", (2480, 1600), 255)
    draw = ImageDraw.Draw(image)
    for y in (500, 600, 700):
        draw.line((start, y, 2200, y), fill=20, width=3)
    draw.text((start + 20, 520), "Ingegerd Havsjö", font=ImageFont.truetype(FONT, 50), fill=20)
    frame = Frame(72 / DPI)
    left = erasing.without(image, ruled_image.rules(image, DPI, frame), frame)
    assert np.asarray(left)[490:512].min() > 200
    assert np.asarray(left)[690:712].min() > 200
    assert (np.asarray(left)[520:590] == np.asarray(image)[520:590]).all()


@pytest.mark.parametrize("grey", [20, 185])
def test_a_line_ends_where_its_ink_does(grey: int) -> None:
    image = Image.new("L", (2480, 1600), 255)
    ImageDraw.Draw(image).line((300, 700, 2200, 700), fill=grey, width=3)
    (found,) = ruled_image.rules(image, DPI, Frame(72 / DPI))
    assert (found.start, found.end) == pytest.approx((72, 528), abs=1.0)


@pytest.mark.parametrize(
    "text", ["Årsredovisning för 1990", "VAL AV JUSTERINGSMAN", "Höjning av fjärrvärmetaxan"]
)
@pytest.mark.parametrize("touching", [0, 1, 2])
def test_letters_on_an_underline_keep_their_feet_and_tails(text: str, touching: int) -> None:
    """An underline of a typewriter at 300 dpi, which meets the round letters' feet."""
    plain = Image.new("L", (2480, 600), 255)
    font = ImageFont.truetype("LiberationMono-Regular.ttf", 50)
    ImageDraw.Draw(plain).text((300, 300), text, font=font, fill=0, anchor="ls")
    right = 300 + round(font.getlength(text))
    underlined = plain.copy()
    ImageDraw.Draw(underlined).rectangle((300, 302 - touching, right, 306 - touching), fill=0)
    frame = Frame(72 / DPI)
    rules = ruled_image.rules(underlined, DPI, frame)
    left = np.asarray(erasing.without(underlined, rules, frame))
    letters = np.asarray(plain) < 128
    assert len(rules) == 1
    assert (left < 128)[~letters].sum() < 0.1 * 5 * (right - 300)
    kept = (left < 128)[letters].mean()
    assert kept > 0.93
