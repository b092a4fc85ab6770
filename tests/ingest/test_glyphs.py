"""Numbers confirmed by the looks of their characters: what was read once is known again."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.ingest.papers import FONT

from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.readings import glyphs
from justera.schema import Box


def picture(text: str, size: int = 46) -> Image.Image:
    """A number as it is printed, its characters a little apart."""
    font = ImageFont.truetype(FONT, size)
    image = Image.new("L", (40 * len(text) + 20, 80), 245)
    draw = ImageDraw.Draw(image)
    for place, character in enumerate(text):
        draw.text((10 + 40 * place, 10), character, font=font, fill=30)
    return image


def gallery(*numbers: str) -> glyphs.Gallery:
    filled = glyphs.Gallery()
    for number in numbers:
        filled.add(glyphs.cut(picture(number), number))
    return filled


SEEN = ("2011-05-19", "1234567890", "§83")


@pytest.mark.parametrize("number", ["2019-11-05", "883", "§12", "95"])
def test_a_number_of_known_shapes_is_known(number: str) -> None:
    assert gallery(*SEEN).knows(glyphs.cut(picture(number), number))


@pytest.mark.parametrize(
    ("printed", "read"), [("86", "88"), ("1", "7"), ("§83", "883"), ("3", "8"), ("50", "60"), ("12", "1Z")]
)
def test_a_misread_number_is_not(printed: str, read: str) -> None:
    assert not gallery(*SEEN).knows(glyphs.cut(picture(printed), read))


@pytest.mark.parametrize(("printed", "read"), [("16.12", "1612"), ("11", "111")])
def test_lost_and_added_characters_are_seen(printed: str, read: str) -> None:
    assert not glyphs.cut(picture(printed), read)


def test_shapes_that_were_never_confirmed_are_not_known() -> None:
    assert not gallery("11111").knows(glyphs.cut(picture("8"), "8"))
    assert not glyphs.Gallery().knows(glyphs.cut(picture("8"), "8"))


def test_an_empty_part_has_no_characters() -> None:
    assert glyphs.cut(Image.new("L", (40, 40), 250), "1") == ()


def test_strips_give_what_the_page_gives() -> None:
    plate = Plate(picture("2011-05-19"), 300, Frame(0.24))
    line, word = Box(2, 2, 90, 16), Box(10, 4, 40, 14)
    whole, frame = plate.cut(word)
    part, place = plate.strips([Box(200, 2, 210, 9), line]).cut(word)
    assert part.tobytes() == whole.tobytes()
    assert (place.x0, place.top) == pytest.approx((frame.x0, frame.top))
