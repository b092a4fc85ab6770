"""Strokes that are no words, print that nobody told, dots that no reader saw."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.ingest.papers import flagged, row, word

from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.ink import dirt, over, recovered, strokes, untold
from justera.ingest.readings import choose
from justera.ingest.words.match import Pair, text
from justera.schema import Box, Line, Word

POINT = 300 / 72
FONT = ImageFont.truetype("LiberationSans-Regular.ttf", 42)
PAPER = Plate(Image.new("L", (2480, 3508), 255), 300, Frame(1 / POINT))


def _high(told: str, height: float, sure: float, width: float = 30.0) -> Word:
    return Word(told, Box(60, 100, 60 + width, 100 + height), confidence=sure)


@pytest.mark.parametrize(
    ("one", "stays"),
    [
        (_high("Ja", 19, 0.52), False),
        (_high("Ja", 9, 0.52), True),
        (_high("Rubrik", 19, 0.96), True),
        (_high("öppna", 21, 0.52), True),
        (_high("X", 19, 0.87), False),
        (_high("Storqvist", 19, 0.6), True),
        (_high("1", 14, 0.99, width=1.5), False),
        (_high("1", 8, 0.99, width=1.5), True),
    ],
)
def test_strokes_of_a_pen_and_rests_of_rules_are_no_words(one: Word, stays: bool) -> None:
    assert (strokes.without([one], 9.0) == (one,)) is stays


def test_where_strokes_were_is_told_until_print_is_found_there() -> None:
    places = strokes.places([_high("iN", 29, 0.05)], 9.0)
    assert untold.uncovered(places, []) == list(places)
    assert untold.uncovered(places, [Box(62, 110, 80, 119)]) == []


@pytest.mark.parametrize(
    ("patch", "told"),
    [
        (Box(71, 410, 138, 420), True),  # a name under a signature
        (Box(24, 530, 45, 547), False),  # a punch hole
        (Box(40, 4, 560, 15), False),  # the lid's shadow
        (Box(300, 300, 306, 310), False),  # a speck
    ],
)
def test_a_patch_as_long_as_a_word_is_told(patch: Box, told: bool) -> None:
    assert untold.left_over([patch], PAPER, 9.0) == ([patch] if told else [])


def test_leaders_are_nothing_that_was_not_read() -> None:
    image = PAPER.image.copy()
    draw = ImageDraw.Draw(image)
    patch = Box(160, 240, 520, 250)
    draw.text((160 * POINT, 238 * POINT), ". " * 60, font=FONT, fill=0)
    assert untold.left_over([patch], replace(PAPER, image=image), 9.0) == []
    draw.text((300 * POINT, 238 * POINT), "Hanna", font=FONT, fill=0)
    assert untold.left_over([patch], replace(PAPER, image=image), 9.0) == [patch]


@pytest.mark.parametrize(
    ("seen", "kept"), [("S3", "S3"), ("1 (1)", "1 (1)"), ("j-30", "j-30"), ("~~~ o", "")]
)
def test_numbers_of_patches_are_kept_in_doubt(seen: str, kept: str) -> None:
    found = recovered.seen([replace(one, confidence=0.65) for one in row(seen)])
    assert text(found) == kept
    assert all(one.doubt for one in found)


@pytest.mark.parametrize("mark", ["|", "/"])
def test_a_lone_stroke_is_dirt_however_sure(mark: str) -> None:
    alone = Line((replace(word(mark, 60, 64), confidence=0.97),))
    assert dirt.without_dirt([alone]) == ([], 1)


@pytest.mark.parametrize(
    ("first", "second", "sure", "doubted"), [("ka", "bd", 0.6, True), ("Kd", "Bd", 0.95, False)]
)
def test_a_short_known_word_is_in_doubt_where_readers_differ(
    first: str, second: str, sure: float, doubted: bool
) -> None:
    pair = Pair(
        (replace(word(first, 60, 80), confidence=sure),), (replace(word(second, 60, 80), confidence=0.3),)
    )
    assert any(one.doubt for one in choose.words(pair)) is doubted


def test_a_word_does_not_begin_with_the_end_of_a_bracket() -> None:
    split, whole = (word("(mp", 60, 80), word(")s", 80, 88)), (word("(mp)s", 60, 88),)
    assert text(choose.words(Pair(split, whole))) == text(choose.words(Pair(whole, split))) == "(mp)s"


@pytest.mark.parametrize(
    ("printed", "read", "doubted"),
    [("ÄLN", "ALN", True), ("ALN", "ALN", False), ("Äldre", "Aldre", True), ("Aldre", "Aldre", False)],
)
def test_dots_that_no_reader_told_put_the_word_in_doubt(printed: str, read: str, doubted: bool) -> None:
    image = Image.new("L", (700, 200), 255)
    draw = ImageDraw.Draw(image)
    draw.text((100, 80), printed, font=FONT, fill=0)
    left, _, right, bottom = draw.textbbox((100, 80), printed, font=FONT)
    top = draw.textbbox((100, 80), read, font=FONT)[1]  # the box that leaves the dots out
    box = Box(left / POINT, top / POINT, right / POINT, bottom / POINT)
    plate = Plate(image, 300, Frame(1 / POINT))
    (line,) = flagged([Line((Word(read, box, confidence=0.97),))], plate, (over.sign,))
    assert (line.words[0].doubt is not None) is doubted
