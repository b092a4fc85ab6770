"""Coloured ink over black print is dropped; coloured print that stands alone keeps its words."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFont

from justera.ingest.image import colour

BLUE, RED = (38, 52, 140), (196, 40, 52)


def page(text: str = "Isabel Snäckström", fill: tuple[int, int, int] = (20, 20, 20)) -> Image.Image:
    image = Image.new("RGB", (1200, 400), (245, 245, 245))
    ImageDraw.Draw(image).text((100, 150), text, font=ImageFont.load_default(60), fill=fill)
    return image


def stroke(ink: tuple[int, int, int]) -> Image.Image:
    sheet = Image.new("RGB", (1200, 400), (255, 255, 255))
    ImageDraw.Draw(sheet).line([(90, 230), (300, 160), (420, 230), (640, 170)], fill=ink, width=5)
    return sheet


def darkness(image: Image.Image) -> int:
    return int((np.asarray(image) < 128).sum())


def test_a_signature_over_a_name_goes_and_the_name_stays() -> None:
    plain, signed = page(), ImageChops.multiply(page(), stroke(BLUE))
    cleaned, dropped = colour.without_marks(signed, 300)
    assert dropped
    assert darkness(signed.convert("L")) > 1.1 * darkness(plain.convert("L"))
    assert abs(darkness(cleaned) - darkness(plain.convert("L"))) < 0.03 * darkness(plain.convert("L"))


def test_a_coloured_heading_stays() -> None:
    for ink in (BLUE, RED):
        image = page("Region Storholmen", ink)
        cleaned, dropped = colour.without_marks(image, 300)
        assert not dropped and cleaned.tobytes() == image.convert("L").tobytes()


def test_fringes_of_a_scanner_are_no_marks() -> None:
    red, green, blue = page().split()
    image = Image.merge("RGB", (red, ImageChops.offset(green, 2, 0), ImageChops.offset(blue, 4, 0)))
    assert not colour.without_marks(image, 300)[1]


def test_a_grey_page_is_left_as_it_is() -> None:
    grey = page().convert("L")
    assert colour.without_marks(grey, 300) == (grey, False)
