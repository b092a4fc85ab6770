"""Numbers read a second time, and a third where two readings differ: they are right, or they are flagged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PIL import Image

from ...schema import Line, Reason, Word
from ..engine import tsv
from ..image.plate import Cuttable
from ..words.tokens import SYMBOLS, bears_number
from . import shapes, spans, voting
from .glyphs import Gallery
from .readers import Readers

ENLARGED = 1.5
"""The third look's scale."""

UNCONFIRMED = Reason("no_second_reading")


def read(
    pages: Sequence[Sequence[Line]],
    plates: Sequence[Cuttable],
    used: Readers,
    gallery: Gallery,
    *,
    seconds: float,
    wanted: Callable[[str], bool] = bears_number,
) -> list[tuple[Line, ...]]:
    """The pages' lines with their numbers confirmed, or in doubt; words stay as they are.

    Args:
        pages: lines of each page.
        plates: the image of each.
        used: the models.
        gallery: of the document's earlier pages; grows.
        seconds: limit of each request to Tesseract.
        wanted: which texts are numbers.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    lines = [list(page) for page in pages]
    sure = shapes.agreeing(lines, plates, used.numbers, gallery, seconds=seconds)
    _in_stretches(lines, plates, used, seconds, lambda word: wanted(word.text) and id(word) not in sure)
    return [tuple(shapes.settled(line, sure) for line in page) for page in lines]


def _in_stretches(
    lines: list[list[Line]],
    plates: Sequence[Cuttable],
    used: Readers,
    seconds: float,
    needs: Callable[[Word], bool],
) -> None:
    wanted = spans.everywhere(lines, needs)
    if used.numbers is None:
        for span in wanted:
            spans.put(lines, span, unconfirmed(spans.words(lines, span)))
        return
    parts = spans.parts(lines, plates, wanted)
    second = spans.read(parts, used.numbers, seconds=seconds)
    open_places = [
        index
        for index, span in enumerate(wanted)
        if not voting.all_agree(spans.words(lines, span), second[index])
    ]
    signed = {
        index for index in open_places if _has_sign((*spans.words(lines, wanted[index]), *second[index]))
    }
    looks = _third_looks(open_places, signed, parts, used, seconds)
    for index, span in reversed(list(enumerate(wanted))):
        spans.put(lines, span, voting.with_numbers(spans.words(lines, span), second[index], looks.get(index)))


def _third_looks(
    open_places: Sequence[int],
    signed: set[int],
    parts: Sequence[tuple[Image.Image, tsv.Frame]],
    used: Readers,
    seconds: float,
) -> dict[int, tuple[Word, ...]]:
    """What a third reader sees where two differ, enlarged: the Swedish one, trained on other text.

    It cannot print § and %, so that the first one looks again at what has such a sign.
    """
    looks: dict[int, tuple[Word, ...]] = {}
    with_sign = [place for place in open_places if used.words is None or place in signed]
    without = [place for place in open_places if place not in with_sign]
    for places, reader in ((with_sign, used.first), (without, used.words)):
        if reader is not None and places:
            read = spans.read([parts[place] for place in places], reader, seconds=seconds, enlarge=ENLARGED)
            looks |= dict(zip(places, read, strict=True))
    return looks


def _has_sign(words: Sequence[Word]) -> bool:
    return any(SYMBOLS & set(word.text) for word in words)


def unconfirmed(words: Sequence[Word], why: Reason = UNCONFIRMED) -> tuple[Word, ...]:
    """The words with all their numbers in doubt."""
    return tuple(replace(word, doubt=why) if bears_number(word.text) else word for word in words)
