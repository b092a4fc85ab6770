"""Several readings of a page fused: words from the better, numbers only where readings agree.

The first reading is of whole pages with a model that prints Swedish and § %. Stretches with numbers are read
again by a model with other training, doubtful words by the Swedish one; numbers that still differ get a
third look, enlarged. Stretches of many pages share one start of Tesseract.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...schema import Line, Word
from ..image.plate import Plate
from ..ink import dashes
from ..ink.dirt import unsure, without_dirt
from ..layout import leaders
from ..words import odd
from ..words.cells import box_of
from ..words.match import pairs
from ..words.tokens import bears_number
from . import choose, gaps, initials, second_numbers, spans, units
from .glyphs import Gallery
from .readers import Readers
from .repeats import Repeats, Stretch

_NEVER_PRINTED = str.maketrans("{}$", "()§")

_ENDS_OPEN = re.compile(r"\d/(\d+:)?$")


@dataclass(frozen=True, slots=True)
class Memory:
    """What a document's earlier pages have shown."""

    repeats: Repeats = field(default_factory=Repeats)
    gallery: Gallery = field(default_factory=Gallery)


def fuse(
    pages: Sequence[Sequence[Line]],
    plates: Sequence[Plate],
    used: Readers,
    *,
    seconds: float,
    memory: Memory | None = None,
    keep_empty: bool = False,
) -> list[tuple[Line, ...]]:
    """The pages' lines with every doubtful word read again.

    Args:
        pages: lines of each page.
        plates: the image of each.
        used: the models.
        seconds: limit of each request to Tesseract.
        memory: of the document's earlier pages; grows.
        keep_empty: keep lines that turn out to be no print, and without words.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    lines = [
        leaders.count_all(page if keep_empty else without_dirt(page)[0], plate)
        for page, plate in zip(pages, plates, strict=True)
    ]
    lines = [
        [spans.doubting_seams(spans.doubting_ends(gaps.spaced(_joined(line), plate), plate)) for line in page]
        for page, plate in zip(lines, plates, strict=True)
    ]
    memory = memory or Memory()
    _second_words(lines, plates, used, seconds, memory.repeats)
    numbered = second_numbers.read(lines, plates, used, memory.gallery, seconds=seconds)
    return [
        tuple(_as_printed(line, plate) for line in dashes.measured(page, plate) if line.words or keep_empty)
        for page, plate in zip(numbered, plates, strict=True)
    ]


def _as_printed(line: Line, plate: Plate) -> Line:
    """Spaces, brackets and units as printed; noise and odd numbers in doubt."""
    line = replace(line, words=tuple(map(_without_strangers, line.words)))
    printed = initials.capital(units.raised(gaps.spaced(line, plate), plate), plate)
    return unsure(replace(printed, words=odd.doubted(printed.words)))


def _without_strangers(word: Word) -> Word:
    """Minutes are printed without braces and dollars; engines see them in heavy brackets and in a §."""
    text = word.text.translate(_NEVER_PRINTED)
    return (
        word if text == word.text else replace(word, text=text, alternatives=(word.text, *word.alternatives))
    )


def _joined(line: Line) -> Line:
    """`1991/92: 43` is one number: some typefaces set a gap after the colon that is no space."""
    words: list[Word] = []
    for word in line.words:
        last = words[-1] if words else None
        if (
            last is not None
            and _ENDS_OPEN.search(last.text)
            and word.text[0].isdigit()
            and _close(last, word)
        ):
            both = min(last.confidence or 0.0, word.confidence or 0.0)
            box = box_of(last).union(box_of(word))
            words[-1] = replace(last, text=last.text + word.text, box=box, confidence=both)
        else:
            words.append(word)
    return replace(line, words=tuple(words))


def _close(last: Word, word: Word) -> bool:
    return box_of(word).x0 - box_of(last).x1 < 0.7 * box_of(last).height


def _second_words(
    lines: list[list[Line]], plates: Sequence[Plate], used: Readers, seconds: float, repeats: Repeats
) -> None:
    reader = used.words
    if reader is None:
        return
    wanted = spans.everywhere(lines, choose.needs_word)

    def read(places: Sequence[int]) -> list[tuple[Word, ...]]:
        chosen = [wanted[place] for place in places]
        readings = spans.read(spans.parts(lines, plates, chosen), reader, seconds=seconds)
        return [
            _with_words(spans.words(lines, span), one) for span, one in zip(chosen, readings, strict=True)
        ]

    stretches = [_stretch(spans.words(lines, span), plates[span.plate]) for span in wanted]
    for span, words in list(zip(wanted, repeats.read(stretches, read), strict=True))[::-1]:
        spans.put(lines, span, words)


def _stretch(words: tuple[Word, ...], plate: Plate) -> Stretch:
    return Stretch(words, frozenset(i for i, word in enumerate(words) if choose.needs_word(word)), plate)


def _with_words(first: Sequence[Word], second: Sequence[Word]) -> tuple[Word, ...]:
    result: list[Word] = []
    for pair in pairs(first, second):
        if choose.is_figure(pair):
            result += pair.second
            continue
        wanted = any(choose.needs_word(word) for word in pair.first)
        numbers = any(bears_number(word.text) for word in (*pair.first, *pair.second))
        result += pair.first if numbers or (pair.first and not wanted) else choose.words(pair)
    return tuple(result)
