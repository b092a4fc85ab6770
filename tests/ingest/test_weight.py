"""Bold words told by the width of their strokes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.ink import weight
from justera.ingest.ink.inked import Inked
from justera.schema import Box, Line, Word

POINT = 300 / 72

TEXT = (
    "Nämnden har tagit del av förvaltningens utredning om",
    "badplatsens framtid och de kostnader som en ny brygga",
    "för med sig under de närmaste tre åren.",
)

Row = Sequence[tuple[str, bool]]


def of(text: str, *, bold: bool = False) -> Row:
    """The words of a text, all printed alike."""
    return [(word, bold) for word in text.split()]


def bold_of(rows: Sequence[Row], family: str = "Serif", blur: float = 0.0, size: float = 11) -> list[str]:
    """What is told to be bold on a page with these rows."""
    fonts = {
        bold: ImageFont.truetype(
            f"Liberation{family}-{'Bold' if bold else 'Regular'}.ttf", round(size * POINT)
        )
        for bold in (False, True)
    }
    image = Image.new("L", (2400, 120 + 80 * len(rows)), 255)
    draw, lines = ImageDraw.Draw(image), []
    for number, row in enumerate(rows):
        x, words = 100.0, []
        for text, bold in row:
            left, top, right, bottom = draw.textbbox((x, 60 + 80 * number), text, font=fonts[bold])
            draw.text((x, 60 + 80 * number), text, font=fonts[bold], fill=0)
            words.append(Word(text, Box(left / POINT, top / POINT, right / POINT, bottom / POINT)))
            x = right + 12
        lines.append(Line(tuple(words)))
    plate = Plate(image.filter(ImageFilter.GaussianBlur(blur)), 300, Frame(1 / POINT))
    told = weight.told(lines, Inked.of(lines, plate))
    assert [replace(word, bold=False) for line in told for word in line.words] == [
        word for line in lines for word in line.words
    ]
    return [word.text for line in told for word in line.words if word.bold]


@pytest.mark.parametrize("family", ["Serif", "Sans", "Mono"])
@pytest.mark.parametrize("blur", [0.0, 1.5])
def test_a_bold_heading_between_plain_rows_is_told(family: str, blur: float) -> None:
    rows = [of(TEXT[0]), of("Beslut", bold=True), of("Nämndens beslut", bold=True), *map(of, TEXT)]
    assert bold_of(rows, family, blur) == ["Beslut", "Nämndens", "beslut"]


def test_a_bold_label_is_told_from_its_value() -> None:
    rows = [[*of("Ordförande", bold=True), *of("Åsa Ek")], *map(of, TEXT)]
    assert bold_of(rows) == ["Ordförande"]


@pytest.mark.parametrize("family", ["Serif", "Sans", "Mono"])
def test_a_plain_page_has_no_bold_words(family: str) -> None:
    rows = [of("i 1 I l"), of("§ 12 Närvaro"), of("JA 7 NEJ 4 TFN 2021"), *map(of, TEXT)]
    assert bold_of(rows, family) == []


def test_signs_and_lone_strokes_are_as_the_words_beside_them() -> None:
    rows = [of("§ 1 Val i nämnden – 1 ledamot", bold=True), *map(of, TEXT)]
    assert bold_of(rows) == ["§", "1", "Val", "i", "nämnden", "–", "1", "ledamot"]


def test_a_page_of_few_words_tells_nothing() -> None:
    assert bold_of([of("Beslut", bold=True), of("Nämnden avslår ansökan.")]) == []
