"""First letters of names that differ from their capitals in height alone."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont

from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.readings import initials
from justera.schema import Box, Line, Word

POINT = 300 / 72


@pytest.mark.parametrize("font", ["LiberationMono-Regular.ttf", "LiberationSerif-Regular.ttf"])
@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Wikström,", "wikström,"),
        ("Zackelund", "zackelund"),
        ("Röhs-Wallin,", "Röhs-wallin,"),
        ("Malmö-silo", "Malmö-silo"),
        ("silo", "silo"),
        ("och", "och"),
        ("Sjöö", "sjöö"),
        ("snaro", "snaro"),
    ],
)
def test_the_ink_tells_a_capital(font: str, printed: str, read: str) -> None:
    face = ImageFont.truetype(font, 46)
    image = Image.new("L", (500, 120), 255)
    draw = ImageDraw.Draw(image)
    box = Box(*(side / POINT for side in draw.textbbox((40, 30), printed, font=face)))
    draw.text((40, 30), printed, font=face, fill=0)
    line = initials.capital(Line((Word(read, box),)), Plate(image, 300, Frame(1 / POINT)))
    assert line.words[0].text == printed


@pytest.mark.parametrize("font", ["LiberationMono-Regular.ttf", "LiberationSerif-Regular.ttf"])
@pytest.mark.parametrize(
    ("printed", "read"), [("sign.", "Sign."), ("Sign.", "Sign."), ("Vision", "Vision"), ("Cesar", "Cesar")]
)
def test_the_ink_tells_a_small_letter_inside_a_line(font: str, printed: str, read: str) -> None:
    face = ImageFont.truetype(font, 46)
    image = Image.new("L", (800, 120), 255)
    draw = ImageDraw.Draw(image)
    words = []
    for left, text, said in ((40, "Just.", "Just."), (300, printed, read)):
        box = Box(*(side / POINT for side in draw.textbbox((left, 30), text, font=face)))
        draw.text((left, 30), text, font=face, fill=0)
        words.append(Word(said, box))
    line = initials.capital(Line(tuple(words)), Plate(image, 300, Frame(1 / POINT)))
    assert [word.text for word in line.words] == ["Just.", printed]


def test_specks_below_a_word_tell_nothing() -> None:
    face = ImageFont.truetype("LiberationSans-Regular.ttf", 46)
    image = Image.new("L", (800, 120), 255)
    draw = ImageDraw.Draw(image)
    draw.text((40, 20), "Val", font=face, fill=0)
    box = draw.textbbox((200, 20), "Synens", font=face)
    draw.text((200, 20), "Synens", font=face, fill=0)
    for x in range(round(box[0]) + 2, round(box[2]), 6):
        draw.rectangle((x, box[3] + 8, x + 2, box[3] + 9), fill=0)
    words = (
        Word("Val", Box(9, 6, 30, 16)),
        Word("Synens", Box(box[0] / POINT, box[1] / POINT, box[2] / POINT, (box[3] + 12) / POINT)),
    )
    line = initials.capital(Line(words), Plate(image, 300, Frame(1 / POINT)))
    assert [word.text for word in line.words] == ["Val", "Synens"]
