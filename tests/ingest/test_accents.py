from __future__ import annotations

from collections.abc import Sequence

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from justera.ingest import second_look
from justera.ingest.engine import tesseract
from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.readings import accents
from justera.ingest.readings.repeats import Repeats
from justera.schema import Box, Line, LinePlace, OpenWord, Word

POINT = 300 / 72
FACES = ["LiberationSans-Regular", "LiberationSerif-Regular", "DejaVuSans"]
PAIRS = [
    ("är", "år"),
    ("år", "är"),
    ("Kustvatten", "Kustvätten"),
    ("Kustvätten", "Kustvatten"),
    ("Granvik", "Gränvik"),
    ("Åkern", "Akern"),
    ("Akern", "Åkern"),
    ("bör", "bor"),
    ("Hållén", "Hallén"),
    ("Hallén", "Hållén"),
    ("Björnäs", "Bjornås"),
]


def printed(text: str, *, face: str = FACES[0], stem: str = "") -> tuple[Box, Plate]:
    """A word in the image of a page, set so that no letters touch, and its box.

    Under the mark of the letter `stem` a stroke is drawn that joins the two.
    """
    font = ImageFont.truetype(f"{face}.ttf", 11 * POINT)
    image = Image.new("L", (700, 160), 235)
    draw = ImageDraw.Draw(image)
    place = 60.0
    for letter in text:
        draw.text((place, 50), letter, font=font, fill=25)
        if letter == stem:
            _, top, _, bottom = draw.textbbox((place, 50), letter, font=font)
            middle = place + font.getlength(letter) / 2
            draw.line([(middle, top + 2), (middle, (top + bottom) / 2)], fill=25, width=3)
        place += font.getlength(letter) + 4
    left, top, _, bottom = draw.textbbox((60, 50), text, font=font)
    plate = Plate(image.filter(ImageFilter.GaussianBlur(0.8)), 300, Frame(1 / POINT))
    return Box(left / POINT, top / POINT, (place - 4) / POINT, bottom / POINT), plate


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("text", "other"), PAIRS)
def test_the_spelling_in_the_image_is_told_whichever_is_likelier(text: str, other: str, face: str) -> None:
    box, plate = printed(text, face=face)
    told = {accents.told(box, (text, other), plate), accents.told(box, (other, text), plate)}
    assert told <= {text, None}
    if text[0] != "Å":  # its ring may touch it
        assert told == {text}


def test_capitals_are_those_of_the_likeliest_spelling() -> None:
    box, plate = printed("Älvgården")
    assert accents.told(box, ("Alvgarden", "älvgården"), plate) == "Älvgården"


@pytest.mark.parametrize(
    "spellings",
    [("Dick", "Däck"), ("sign", "sin"), ("Kåre", "Käre")],
    ids=["another letter", "fewer letters", "neither is printed"],
)
def test_what_differs_in_more_than_dots_and_rings_is_for_a_reader(spellings: tuple[str, ...]) -> None:
    box, plate = printed({"Kåre": "Kare"}.get(spellings[0], spellings[0]))
    assert accents.told(box, spellings, plate) is None


def test_a_mark_that_is_neither_dots_nor_a_ring_is_for_a_reader() -> None:
    for strange in ("Grãnvik", "Gránvik", "Grānvik"):
        box, plate = printed(strange)
        assert accents.told(box, ("Granvik", "Gränvik"), plate) is None


def test_letters_that_touch_are_for_a_reader() -> None:
    box, plate = printed("Tall")
    joined = plate.image.copy()
    ImageDraw.Draw(joined).line([(60, 75), (160, 75)], fill=25, width=3)
    assert accents.told(box, ("Tall", "Täll"), plate) == "Tall"
    assert accents.told(box, ("Tall", "Täll"), Plate(joined, 300, plate.frame)) is None


@pytest.mark.parametrize(("text", "bare"), [("från", "fran"), ("bör", "bor"), ("Åsberg", "Asberg")])
def test_a_mark_that_touches_its_letter_is_not_taken_for_none(text: str, bare: str) -> None:
    stem = next(letter for letter in text if not letter.isascii())
    box, plate = printed(text, stem=stem)
    assert accents.told(box, (bare, text), plate) is None


def test_faint_dots_are_not_taken_for_none() -> None:
    box, plate = printed("bor")
    faint = Image.new("L", plate.image.size, 235)
    font = ImageFont.truetype(f"{FACES[0]}.ttf", 11 * POINT)
    ImageDraw.Draw(faint).text((60, 50), "bör", font=font, fill=150)
    merged = Image.composite(plate.image, faint, plate.image.point(lambda grey: 255 * (grey < 200)))
    assert accents.told(box, ("bor", "bör"), Plate(merged, 300, plate.frame)) is None


def test_a_word_on_empty_paper_is_for_a_reader() -> None:
    blank = Plate(Image.new("L", (700, 160), 235), 300, Frame(1 / POINT))
    assert accents.told(Box(10, 10, 40, 20), ("är", "år"), blank) is None


def test_no_model_is_asked_where_the_ink_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(images: Sequence[Image.Image], *_: object, **__: object) -> list[str]:
        assert not images
        return []

    monkeypatch.setattr(tesseract, "read", read)
    box, plate = printed("är")
    line = Line((Word("Det", Box(0, box.top, box.x0 - 3, box.bottom)), Word("ar", box)))
    looks = [second_look.Look((LinePlace(1, 0, (OpenWord(box, ("år", "är")),)),), (line,), plate)]
    (((word,),),) = second_look.read(looks, tesseract.Reader("swe"), Repeats(), seconds=9)
    assert (word.text, word.box) == ("är", box)
