"""Stretches cut out of a page: a last letter that a reader left out is found as ink."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from justera.ingest.engine.tsv import Frame
from justera.ingest.image.plate import Plate
from justera.ingest.readings import spans
from justera.schema import Box, Line, Word, WordSource

SEEN = Word("Voterin", Box(10, 10, 60, 20), confidence=0.92, source=WordSource.OCR)


def plate(*inks: tuple[int, int]) -> Plate:
    image = Image.new("L", (200, 40), 255)
    draw = ImageDraw.Draw(image)
    for left, right in ((10, 59), *inks):
        draw.rectangle((left, 11, right, 19), fill=0)
    return Plate(image, 72, Frame(1.0, 0.0, 0.0))


def test_ink_close_behind_a_line_puts_its_last_word_in_doubt() -> None:
    doubted = spans.doubting_ends(Line((SEEN,)), plate((61, 65)))
    assert doubted.words[0].confidence == spans.CUT_SHORT
    assert spans.with_clipped(Box(10, 10, 60, 20), plate((61, 65))).x1 == 65


def test_paper_the_next_column_and_long_ink_do_not() -> None:
    for inks in ((), ((66, 72),), ((60, 90),), ((60, 60),)):
        line = Line((SEEN,))
        assert spans.doubting_ends(line, plate(*inks)) == line


def words(*texts: str) -> Line:
    return Line(
        tuple(Word(text, Box(10 * place, 10, 10 * place + 9, 20)) for place, text in enumerate(texts))
    )


@pytest.mark.parametrize(
    ("doubtful", "stretches"), [([2], [(2, 3)]), ([1, 2], [(1, 3)]), ([0, 2, 3], [(0, 1), (2, 4)])]
)
def test_doubtful_words_side_by_side_are_read_together(
    doubtful: list[int], stretches: list[tuple[int, int]]
) -> None:
    assert [(span.start, span.stop) for span in spans.alone(doubtful, 0, 0)] == stretches


@pytest.mark.parametrize(
    ("texts", "space", "doubtful"),
    [
        (("pre", "li"), 0.5, True),
        (("B-", "B-skatt"), 0.5, True),
        (("pre", "li"), 2.0, False),
        (("§", "12"), 0.5, False),  # spaces of numbers are told by their figures
    ],
)
def test_words_that_no_space_parts_are_in_doubt(texts: tuple[str, str], space: float, doubtful: bool) -> None:
    left = Word(texts[0], Box(10, 10, 30, 20), confidence=0.96)
    right = Word(texts[1], Box(30 + space, 10, 60, 20), confidence=0.96)
    seen = spans.doubting_seams(Line((left, right))).words
    assert [word.confidence == spans.CUT_SHORT for word in seen] == [doubtful, doubtful]
