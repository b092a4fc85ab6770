"""Crosses of a roll call are told by their ink, whatever engines read; lines beside them do no harm."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.ingest.papers import FONT

from justera.ingest.engine import tsv
from justera.ingest.image import erasing
from justera.ingest.image.plate import Plate
from justera.ingest.ink import crosses
from justera.ingest.ruling.ruling import Rule
from justera.schema import Box, Word, WordSource

SCALE = 72 / 300
NAMES = ("Åsa Ek", "Bo Alm", "Eva Öst")
LEFT, JA, NEJ = 200, 1000, 1200
"""Pixels from the left of names and marks."""


def page(marks: tuple[tuple[int, str], ...], *, ruled: bool = False) -> tuple[Plate, list[Word]]:
    """A roll call as image, and its words but for the marks."""
    image = Image.new("L", (1400, 500), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(FONT, 46)
    words: list[Word] = []

    def put(x: int, y: int, text: str) -> None:
        draw.text((x, y), text, font=font, fill=0)
        left, top, right, bottom = (value * SCALE for value in draw.textbbox((x, y), text, font=font))
        words.append(Word(text, Box(left, top, right, bottom), confidence=0.9, source=WordSource.OCR))

    for x, head in ((LEFT, "Ledamot"), (JA, "Ja"), (NEJ, "Nej")):
        put(x, 50, head)
    for index, name in enumerate(NAMES):
        put(LEFT, 130 + 80 * index, name)
        if ruled:
            y = 190 + 80 * index
            draw.line((LEFT, y, 1380, y), fill=60, width=3)
    for index, (x, mark) in enumerate(marks):
        draw.text((x, 130 + 80 * index), mark, font=font, fill=0)
    return Plate(image, 300, tsv.Frame(SCALE)), words


def rows(plate: Plate, words: list[Word]) -> list[str]:
    """What stands beside each name."""
    found = crosses.found(words, plate)
    tops = [word.box.top for word in words if word.text in NAMES and word.box]
    return [
        " ".join(
            word.text
            for word in found
            if word.text not in NAMES and word.box and abs(word.box.top - top) < 12
        )
        for top in tops
    ]


@pytest.mark.parametrize("ruled", [False, True])
def test_crosses_are_found_where_no_engine_read_any(ruled: bool) -> None:
    plate, words = page(((JA, "X"), (JA, "X"), (NEJ + 10, "X")), ruled=ruled)
    assert rows(plate, words) == ["X", "X", "X"]


def test_what_engines_made_of_crosses_goes() -> None:
    plate, words = page(((JA, "X"), (JA, "X"), (NEJ + 10, "X")))
    tall = Box(JA * SCALE, 30, (JA + 40) * SCALE, 66)
    words.append(Word("XxX", tall, confidence=0.5, source=WordSource.OCR))
    assert "XxX" not in {word.text for word in crosses.found(words, plate)}


@pytest.mark.parametrize("mark", ["1", "N", "K", "Z", "0", "-", "H"])
def test_other_marks_are_no_crosses(mark: str) -> None:
    plate, words = page(((JA, mark), (JA, mark), (NEJ, mark)))
    assert crosses.found(words, plate) == tuple(words)


def test_without_heads_there_is_no_roll_call() -> None:
    plate, words = page(((JA, "X"), (JA, "X"), (NEJ, "X")))
    bare = [word for word in words if word.text not in ("Ja", "Nej")]
    assert crosses.found(bare, plate) == tuple(bare)


@pytest.mark.parametrize("upright", [False, True])
def test_a_rule_goes_and_letters_on_it_stay(upright: bool) -> None:
    image = Image.new("L", (600, 300), 255)
    draw = ImageDraw.Draw(image)
    draw.text((100, 92), "gÅj", font=ImageFont.truetype(FONT, 60), fill=0)
    letters = image.copy()
    draw.line((40, 150, 560, 151), fill=40, width=3)
    if upright:
        image, letters = (
            image.transpose(Image.Transpose.TRANSPOSE),
            letters.transpose(Image.Transpose.TRANSPOSE),
        )
    rule = Rule(upright, 150 * SCALE, 40 * SCALE, 560 * SCALE)
    cleaned = erasing.without(image, [rule], tsv.Frame(SCALE))
    changed = [
        abs(one - other) > 100 for one, other in zip(cleaned.tobytes(), letters.tobytes(), strict=True)
    ]
    assert sum(changed) < 60
    assert sum(value < 128 for value in cleaned.tobytes()) >= 0.95 * sum(
        value < 128 for value in letters.tobytes()
    )


def test_letters_where_a_rule_ends_stay() -> None:
    image = Image.new("L", (600, 300), 255)
    draw = ImageDraw.Draw(image)
    draw.line((40, 150, 280, 151), fill=40, width=3)
    draw.text((290, 101), "Ekonomi", font=ImageFont.truetype(FONT, 60), fill=0)
    cleaned = erasing.without(image, [Rule(False, 150 * SCALE, 40 * SCALE, 280 * SCALE)], tsv.Frame(SCALE))
    beyond = (288, 0, 600, 300)
    assert cleaned.crop(beyond).tobytes() == image.crop(beyond).tobytes()


def test_a_row_of_letters_is_no_rule() -> None:
    image = Image.new("L", (600, 300), 255)
    ImageDraw.Draw(image).text((40, 101), "bifallna bolla", font=ImageFont.truetype(FONT, 60), fill=0)
    rule = Rule(False, 155 * SCALE, 40 * SCALE, 500 * SCALE)
    assert erasing.without(image, [rule], tsv.Frame(SCALE)).tobytes() == image.tobytes()


def test_a_bar_is_no_rule() -> None:
    image = Image.new("L", (600, 300), 255)
    ImageDraw.Draw(image).rectangle((40, 120, 560, 180), fill=0)
    rule = Rule(False, 150 * SCALE, 40 * SCALE, 560 * SCALE)
    assert erasing.without(image, [rule], tsv.Frame(SCALE)).tobytes() == image.tobytes()
