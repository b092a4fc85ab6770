"""Which numbers may be confirmed alone, and which want the line around them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image
from tests.ingest.papers import row

from justera.ingest.engine import tesseract
from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.readings import shapes, spans
from justera.ingest.readings.glyphs import Gallery
from justera.schema import Line, Word


def plain(words: tuple[Word, ...]) -> list[str]:
    return [word.text for word in shapes._plain(Line(words))]


def test_numbers_in_a_sentence_are_read_alone() -> None:
    assert plain(row("den 12 maj 2021 med 3557 kronor")) == ["12", "2021", "3557"]


@pytest.mark.parametrize("text", ["863 Taxa", "$12 Taxa", "ej§ 1", "S 12 Taxa", "20O1"])
def test_where_a_sign_may_hide_the_line_is_read(text: str) -> None:
    assert plain(row(text)) == []


def test_a_number_behind_an_unsure_word_or_a_hole_is_read_with_the_line() -> None:
    first, number = row("Ks 10")
    assert plain((first, number)) == ["10"]
    assert plain((replace(first, confidence=0.3), number)) == []
    box, there = first.box, number.box
    assert box is not None and there is not None
    wide = replace(first, box=replace(box, x1=there.x1))
    assert plain((wide, number)) == []
    step = 1.5 * there.height
    moved = replace(number, box=replace(there, x0=there.x0 + step, x1=there.x1 + step))
    assert plain((first, moved)) == []


@pytest.mark.parametrize(
    ("text", "number"), [("6ppen", False), ("milj6", False), ("2021-05-03", True), ("§", True)]
)
def test_words_whose_dots_were_lost_are_no_numbers(text: str, number: bool) -> None:
    assert shapes.is_number(text) is number


def test_what_a_reader_saw_otherwise_is_not_read_again_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def none(parts: list[object], *_: object, **__: object) -> list[tuple[Word, ...]]:
        read.append(len(parts))
        return [()] * len(parts)

    monkeypatch.setattr(spans, "read", none)
    numbers = row("den 12 maj 2021 med 3557 kronor och 17 4711 99 2020 1914 till 88")
    plate = Plate(Image.new("L", (600, 60), 255), 72, Frame(1.0, 0.0, 0.0))
    reader = tesseract.Reader("eng")
    assert not shapes.agreeing([[Line(numbers)]], [plate], reader, Gallery(), seconds=60)
    assert sum(read) == len(plain(numbers)) >= shapes.MANY
