"""Words that look the same are read once; a ring, two dots or a letter is never taken for another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from tests.ingest import papers

from justera.ingest.engine import tsv
from justera.ingest.image.plate import Plate
from justera.ingest.readings.repeats import Repeats, Stretch
from justera.schema import Box, Word

FRAME = tsv.Frame(72 / 300)
FONT = ImageFont.truetype(papers.FONT, 46)


def plate(text: str, *, seed: int, grain: float = 12.0, place: tuple[float, float] = (60.0, 60.0)) -> Plate:
    """A word as a scanner sees it at 300 dpi, between the tails of two lines."""
    image = Image.new("L", (1800, 600), 255)
    draw = ImageDraw.Draw(image)
    draw.text((3 * place[0], 3 * place[1]), text, fill=0, font=ImageFont.truetype(papers.FONT, 3 * 46))
    small = image.resize((600, 200), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(0.8))
    noise = np.random.default_rng(seed).normal(0, grain, (200, 600))
    return Plate(Image.fromarray(np.clip(np.asarray(small) + noise, 0, 255).astype(np.uint8)), 300, FRAME)


def word(text: str, shown: str, *, moved: float = 0.0, taller: float = 0.0) -> Word:
    """As the first reader saw it; its boxes are never quite the same."""
    left, top, right, bottom = FONT.getbbox(shown)
    box = Box(60 + left, 60 + top - taller, 60 + right, 60 + bottom + taller)
    scaled = Box(*(FRAME.scale * (side + moved) for side in (box.x0, box.top, box.x1, box.bottom)))
    return Word(text, box=scaled, confidence=0.5)


class Reader:
    """Answers with what is shown, and counts how often it was asked."""

    def __init__(self, shown: Sequence[str], words: Sequence[Word]) -> None:
        self._shown, self._words = shown, words
        self.asked: list[int] = []

    def __call__(self, places: Sequence[int]) -> list[tuple[Word, ...]]:
        self.asked += places
        return [(Word(self._shown[place], box=self._words[place].box),) for place in places]


def outcome(seen: Sequence[str], shown: Sequence[str], **noise: float) -> tuple[list[str], list[int]]:
    """What stands in the end for words that a first reader saw so, and which of them were read again."""
    words = [
        word(text, there, moved=0.7 * (index % 2), taller=3.0 * (index % 3))
        for index, (text, there) in enumerate(zip(seen, shown, strict=True))
    ]
    plates = [
        plate(text, seed=index, place=(60 + index % 3 / 3, 60), **noise) for index, text in enumerate(shown)
    ]
    reader = Reader(shown, words)
    stretches = [Stretch((one,), frozenset({0}), there) for one, there in zip(words, plates, strict=True)]
    readings = Repeats().read(stretches, reader)
    return [one.text for (one,) in readings], sorted(reader.asked)


def test_a_word_that_looks_the_same_is_read_once_and_keeps_its_place() -> None:
    words, asked = outcome(["Orlinge"] * 4, ["Örlinge"] * 4)
    assert words == ["Örlinge"] * 4
    assert asked == [0]


@pytest.mark.parametrize("grain", [3.0, 25.0])
def test_rings_dots_and_letters_are_never_taken_for_one_another(grain: float) -> None:
    groups = (
        ("Hakansson", "Håkansson", "Häkansson"),
        ("for", "för", "fór"),
        ("Ostlund", "Östlund", "Ŏstlund"),
        ("Jonsson", "Jönsson", "Janssen", "Jansson"),
        ("Kvarnbyn1:6", "Kvarnbyn1:8", "Kvarnbyn1:5"),
        ("Larsson", "Larssen", "Lärsson"),
        ("(S)", "(s)", "(5)"),
    )
    for group in groups:
        for shown in combinations(group, 2):
            words, asked = outcome([group[0]] * 2, shown, grain=grain)
            assert tuple(words) == shown
            assert asked == [0, 1], shown


def test_the_same_picture_read_otherwise_at_first_is_another_word() -> None:
    _, asked = outcome(["Orlinge", "0rlinge"], ["Örlinge", "Örlinge"])
    assert asked == [0, 1]


def test_a_word_read_in_two_parts_is_read_at_each_place() -> None:
    first, second = word("Orlinge", "Örlinge"), word("Orlinge", "Örlinge", moved=0.7)
    box = first.box
    assert box is not None
    middle = (box.x0 + box.x1) / 2
    parts = (
        Word("Ör", box=Box(box.x0, box.top, middle, box.bottom)),
        Word("linge", box=Box(middle, box.top, box.x1, box.bottom)),
    )
    asked: list[int] = []

    def read(places: Sequence[int]) -> list[tuple[Word, ...]]:
        asked.extend(places)
        return [parts for _ in places]

    stretches = [
        Stretch((one,), frozenset({0}), plate("Örlinge", seed=seed))
        for seed, one in enumerate((first, second))
    ]
    Repeats().read(stretches, read)
    assert asked == [0, 1]


def test_words_beside_stay_as_they_are() -> None:
    wanted, beside = word("Orlinge", "Örlinge"), Word("stad", box=Box(90, 14, 110, 25), confidence=0.97)
    repeats = Repeats()
    reader = Reader(["Örlinge"], [wanted])
    stretch = Stretch((wanted, beside), frozenset({0}), plate("Örlinge", seed=1))
    repeats.read([stretch], reader)
    ((again, other),) = repeats.read([stretch], reader)
    assert (again.text, other) == ("Örlinge", beside)
    assert reader.asked == [0]


def test_paper_without_print_is_like_nothing() -> None:
    words = [word("x", "Örlinge")] * 2
    reader = Reader(["a", "b"], words)
    empty = Plate(Image.new("L", (600, 200), 250), 300, FRAME)
    Repeats().read([Stretch((one,), frozenset({0}), empty) for one in words], reader)
    assert reader.asked == [0, 1]
