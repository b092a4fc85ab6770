"""Bullets are told by their ink; letters that look like them to a reader stay letters."""

from __future__ import annotations

from PIL import Image, ImageDraw

from justera.ingest.engine import tsv
from justera.ingest.image.plate import Plate
from justera.ingest.ink import bullets
from justera.schema import Box, Word, WordSource

SCALE = 72 / 300
"""Points of a pixel."""


def plate(*, ring: bool, width: int = 20, height: int = 20) -> Plate:
    """A white page with a disc, or a ring, of so many pixels at (100, 100)."""
    image = Image.new("L", (800, 300), 255)
    draw = ImageDraw.Draw(image)
    draw.ellipse((100, 100, 100 + width, 100 + height), fill=None if ring else 0, outline=0, width=5)
    return Plate(image, 300, tsv.Frame(SCALE, 0.0, 0.0))


def word(text: str, x0: float, x1: float, top: float = 90, bottom: float = 130) -> Word:
    """A word with its box given in pixels."""
    box = Box(x0 * SCALE, top * SCALE, x1 * SCALE, bottom * SCALE)
    return Word(text, box, confidence=0.6, source=WordSource.OCR)


def read(first: str, *, ring: bool = False, before: bool = False) -> str:
    words = [word(first, 98, 122, 98, 122), word("Protokollet", 150, 400)]
    if before:
        words.insert(0, word("och", 40, 90))
    found = bullets.found(words, plate(ring=ring))
    return found[-2].text


def test_a_disc_before_a_line_is_a_bullet() -> None:
    assert [read(seen) for seen in ("e", "o", "«")] == [bullets.BULLET] * 3


def test_a_letter_with_white_inside_stays() -> None:
    assert read("o", ring=True) == "o"


def test_what_stands_within_a_line_stays() -> None:
    assert read("e", before=True) == "e"


def test_other_words_stay() -> None:
    assert read("I") == "I"


def between(width: int, height: int) -> str:
    """What a `-` between two words is, whose ink has so many pixels."""
    words = [word("Box", 40, 90), word("-", 98, 124), word("Tfn", 130, 200)]
    return bullets.found(words, plate(ring=False, width=width, height=height))[1].text


def test_a_dot_between_two_words_is_no_hyphen() -> None:
    assert between(6, 6) == bullets.MIDDLE_DOT


def test_a_hyphen_between_two_words_stays() -> None:
    assert between(16, 4) == "-"
