"""Dashes as wide as in the image."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.ink import dashes
from justera.schema import Box, Line, Word, WordSource

WORDS = ("minnesanteckningar", "illa", "vill", "Kommunstyrelsen", "ordning", "mått")
NARROW = {"i": 3.0, "l": 3.0, "m": 9.0, "t": 4.0}


def word(text: str, x: float, width: float) -> Word:
    return Word(text, Box(x, 20, x + width, 30), source=WordSource.OCR)


def page(bar: int, *, one_pitch: bool = False, read: str = "2024-2026") -> tuple[list[Line], Plate]:
    """Four digits of 10 pixels, a dash of `bar` pixels and four digits; words that show the face."""
    image = Image.new("L", (300, 60), 255)
    draw = ImageDraw.Draw(image)
    for digit in range(8):
        left = 40 + 7 * digit + (20 if digit > 3 else 0)
        draw.rectangle((left, 20, left + 4, 29), fill=0)
    draw.rectangle((75 - bar // 2, 25, 75 - bar // 2 + bar - 1, 25), fill=0)
    words = [
        word(text, 0, 75 / 9 * len(text) if one_pitch else sum(NARROW.get(letter, 6.0) for letter in text))
        for text in 2 * WORDS
    ]
    return [Line((word(read, 40, 75),)), Line(tuple(words))], Plate(image, 72, Frame(1.0, 0.0, 0.0))


@pytest.mark.parametrize(("bar", "printed"), [(4, "2024-2026"), (7, "2024–2026"), (14, "2024—2026")])
@pytest.mark.parametrize("read", ["2024-2026", "2024–2026", "2024—2026", "2024—-2026"])
def test_a_dash_is_as_long_as_its_ink(bar: int, printed: str, read: str) -> None:
    first, *_ = dashes.measured(*page(bar, read=read))
    assert first.text == printed


def test_a_typewriters_hyphen_is_wide_and_stays() -> None:
    first, *_ = dashes.measured(*page(7, one_pitch=True))
    assert first.text == "2024-2026"


def test_dates_and_words_keep_their_hyphens() -> None:
    lines, plate = page(7, read="2024-02-06")
    assert dashes.measured(lines, plate)[0].text == "2024-02-06"
    lines, plate = page(4, read="socialtjänst-")
    assert dashes.measured(lines, plate)[0].text == "socialtjänst-"


def test_more_dashes_than_bars_change_nothing() -> None:
    lines, plate = page(7, read="20-24-2026")
    assert dashes.measured(lines, plate)[0].text == "20-24-2026"


@pytest.mark.parametrize(("bar", "printed"), [(4, "maj-2026"), (7, "maj–2026")])
def test_a_dash_behind_a_word_is_measured_by_the_figures_after_it(bar: int, printed: str) -> None:
    """The tail of a letter that hangs must not make the dash look short."""
    lines, plate = page(bar, read="maj-2026")
    draw = ImageDraw.Draw(plate.image)
    draw.rectangle((40, 20, 66, 29), fill=255)
    draw.rectangle((47, 20, 63, 36), fill=0)
    (of_word,) = lines[0].words
    box = Box(47, 20, 115, 37)
    assert dashes.measured([Line((replace(of_word, box=box),)), lines[1]], plate)[0].text == printed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("an-", False), ("Eva-Lo", False), ("8-10", True), ("–", True), ("maj-30", True)],
)
def test_only_dashes_at_figures_or_alone_are_measured(text: str, wanted: bool) -> None:
    """A word of low letters makes its hyphen look wide."""
    assert dashes._is_wanted(Word(text)) is wanted
