from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.ingest.papers import flagged

from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.ink import struck
from justera.schema import Box, Line, Word

POINT = 300 / 72
FONT = ImageFont.truetype("LiberationSerif-Regular.ttf", 46)
ROWS = ("Åsa Öhrngård (S)", "gjp 2024-05-16 fly", "Ågren, § 117, Ödéen")

Draw = ImageDraw.ImageDraw


def doubts(mark: Callable[[Draw], None]) -> list[str]:
    """Words in doubt of three tight rows after something was drawn over them."""
    image = Image.new("L", (900, 400), 255)
    draw = ImageDraw.Draw(image)
    lines = []
    for number, row in enumerate(ROWS):
        x, words = 100.0, []
        for text in row.split():
            left, top, right, bottom = draw.textbbox((x, 80 + 50 * number), text, font=FONT)
            draw.text((x, 80 + 50 * number), text, font=FONT, fill=0)
            words.append(Word(text, Box(left / POINT, top / POINT, right / POINT, bottom / POINT)))
            x = right + 12
        lines.append(Line(tuple(words)))
    mark(draw)
    found = flagged(lines, Plate(image, 300, Frame(1 / POINT)), [struck.sign])
    return [word.text for line in found for word in line.words if word.doubt == struck.STRUCK]


def test_print_alone_is_in_no_doubt() -> None:
    assert doubts(lambda draw: None) == []


def test_an_underlining_is_no_stroke_over_print() -> None:
    assert doubts(lambda draw: draw.line((100, 181, 600, 181), fill=0, width=3)) == []


@pytest.mark.parametrize(
    ("stroke", "word"),
    [((210, 40, 300, 240), "2024-05-16"), ((160, 152, 900, 160), "fly"), ((140, 10, 160, 130), "Åsa")],
)
def test_words_that_a_stroke_runs_over_are_in_doubt(stroke: tuple[int, int, int, int], word: str) -> None:
    assert word in doubts(lambda draw: draw.line(stroke, fill=0, width=5))
