from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.readings import units
from justera.schema import Box, Line, Word

POINT = 300 / 72


def seen(printed: str, read: str, *, before: str = "120", face: str = "LiberationSans-Regular") -> Word:
    """The second word of a line, `printed` and read as something else."""
    font = ImageFont.truetype(f"{face}.ttf", 11 * POINT)
    image = Image.new("L", (500, 120), 255)
    draw = ImageDraw.Draw(image)
    draw.text((100, 30), printed, font=font, fill=20)
    draw.text((60, 30), "0", font=font, fill=20)
    draw.text((draw.textbbox((100, 30), printed, font=font)[2] + 12, 30), "av", font=font, fill=20)
    left, top, right, bottom = (edge / POINT for edge in draw.textbbox((100, 30), printed, font=font))
    words = (Word(before, Box(2, top, 18, bottom)), Word(read, Box(left, top, right, bottom)))
    plate = Plate(image.filter(ImageFilter.GaussianBlur(0.8)), 300, Frame(1 / POINT))
    return units.raised(Line(words), plate).words[1]


@pytest.mark.parametrize("face", ["LiberationSans-Regular", "LiberationSerif-Regular", "DejaVuSans"])
@pytest.mark.parametrize("figure", ["²", "³"])
@pytest.mark.parametrize("read", ["m’", "m?", "m2", "m²"])
def test_the_raised_figure_of_a_unit_is_the_one_in_the_image(face: str, figure: str, read: str) -> None:
    found = seen(f"m{figure}.", f"{read}.", face=face)
    assert (found.text, found.doubt) == (f"m{figure}.", None)


def test_what_is_not_raised_or_follows_no_number_stays() -> None:
    assert seen("m2", "m2") == seen("m2", "m2", before="nr")
    assert seen("m2", "m2").text == "m2"
    assert seen("m²", "m’", before="Vem").text == "m’"


def test_a_figure_that_cannot_be_told_is_in_doubt() -> None:
    found = seen("m", "m’")
    assert (found.text, found.doubt, found.alternatives) == ("m²", units.UNCLEAR, ("m’",))
