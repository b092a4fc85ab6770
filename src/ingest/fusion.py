"""Several readings of a page fused: words from the better, numbers only where readings agree.

The first reading is of whole pages with a model that prints Swedish and § %. Stretches with numbers are read
again by a model with other training, doubtful words by the Swedish one; numbers that still differ get a
third look, enlarged. Stretches of many pages share one start of Tesseract.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from ..errors import OcrUnavailable
from ..schema import Line, Word
from . import choose, dashes, gaps, leaders, odd, spans, tesseract, tsv, units, voting
from .cells import box_of
from .dirt import unsure, without_dirt
from .match import pairs
from .plate import Cuttable, Plate
from .repeats import Repeats, Stretch
from .spans import Span
from .tokens import SYMBOLS, bears_number

NUMBER_MODEL = "eng"
"""Knows § % and digits, and shares no training with the first reading's network."""

ENLARGED = 1.5
"""The third look's scale."""

UNCONFIRMED = "no second reading"


_BRACES = str.maketrans("{}", "()")

_ENDS_OPEN = re.compile(r"\d[:/]$")


@dataclass(frozen=True, slots=True)
class Readers:
    """The models of the readings; None for one that is not wanted or not installed."""

    first: tesseract.Reader
    words: tesseract.Reader | None
    numbers: tesseract.Reader | None


def readers(first: str, second: str) -> Readers:
    """The readers of lines for these models, as far as they are installed."""
    return Readers(
        tesseract.Reader(first, spans.LINE_PSM),
        _available(second) if second else None,
        _available(NUMBER_MODEL) if second else None,
    )


def _available(model: str) -> tesseract.Reader | None:
    try:
        tesseract.model(model)
    except OcrUnavailable:
        return None
    return tesseract.Reader(model, spans.LINE_PSM)


def fuse(
    pages: Sequence[Sequence[Line]],
    plates: Sequence[Plate],
    used: Readers,
    *,
    seconds: float,
    repeats: Repeats | None = None,
    keep_empty: bool = False,
) -> list[tuple[Line, ...]]:
    """The pages' lines with every doubtful word read again.

    Args:
        pages: lines of each page.
        plates: the image of each.
        used: the models.
        seconds: limit of each start of Tesseract.
        repeats: doubtful words of the document's earlier pages; grows.
        keep_empty: keep lines that turn out to be no print, and without words.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    lines = [
        leaders.count_all(page if keep_empty else without_dirt(page)[0], plate)
        for page, plate in zip(pages, plates, strict=True)
    ]
    lines = [
        [spans.doubting_ends(gaps.widened(_joined(line), plate), plate) for line in page]
        for page, plate in zip(lines, plates, strict=True)
    ]
    _second_words(lines, plates, used, seconds, repeats or Repeats())
    _second_numbers(lines, plates, used, seconds, _needs_number)
    return [
        tuple(_as_printed(line, plate) for line in dashes.measured(page, plate) if line.words or keep_empty)
        for page, plate in zip(lines, plates, strict=True)
    ]


def numbers(
    pages: Sequence[Sequence[Line]],
    plates: Sequence[Cuttable],
    used: Readers,
    *,
    seconds: float,
    wanted: Callable[[Word], bool],
) -> list[tuple[Line, ...]]:
    """The pages' lines with only the wanted numbers read again; words stay as they are.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    lines = [list(page) for page in pages]
    _second_numbers(lines, plates, used, seconds, wanted)
    return [tuple(page) for page in lines]


def _as_printed(line: Line, plate: Plate) -> Line:
    """Spaces, brackets and units as printed; noise and odd numbers in doubt."""
    printed = units.raised(gaps.widened(line, plate), plate)
    words = odd.unopened(odd.shared(odd.flagged([_with_brackets(word) for word in printed.words])))
    return unsure(replace(printed, words=words))


def _with_brackets(word: Word) -> Word:
    """Minutes are printed without braces; engines see them in heavy brackets."""
    text = word.text.translate(_BRACES)
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
    wanted = _stretches(lines, choose.needs_word)

    def read(places: Sequence[int]) -> list[tuple[Word, ...]]:
        chosen = [wanted[place] for place in places]
        readings = spans.read(_parts(lines, plates, chosen), reader, seconds=seconds)
        return [_with_words(_of(lines, span), one) for span, one in zip(chosen, readings, strict=True)]

    stretches = [_stretch(_of(lines, span), plates[span.plate]) for span in wanted]
    # Later stretches first, so that places of earlier ones stay valid.
    for span, words in list(zip(wanted, repeats.read(stretches, read), strict=True))[::-1]:
        _replace(lines, span, words)


def _stretch(words: tuple[Word, ...], plate: Plate) -> Stretch:
    return Stretch(words, frozenset(i for i, word in enumerate(words) if choose.needs_word(word)), plate)


def _with_words(first: Sequence[Word], second: Sequence[Word]) -> tuple[Word, ...]:
    result: list[Word] = []
    for pair in pairs(first, second):
        wanted = any(choose.needs_word(word) for word in pair.first)
        numbers = any(bears_number(word.text) for word in (*pair.first, *pair.second))
        result += pair.first if numbers or (pair.first and not wanted) else choose.words(pair)
    return tuple(result)


def _second_numbers(
    lines: list[list[Line]],
    plates: Sequence[Cuttable],
    used: Readers,
    seconds: float,
    needs: Callable[[Word], bool],
) -> None:
    wanted = _stretches(lines, needs)
    if used.numbers is None:
        for span in wanted:
            _replace(lines, span, tuple(_unconfirmed(word) for word in _of(lines, span)))
        return
    parts = _parts(lines, plates, wanted)
    second = spans.read(parts, used.numbers, seconds=seconds)
    open_places = [
        index for index, span in enumerate(wanted) if not voting.all_agree(_of(lines, span), second[index])
    ]
    signed = {index for index in open_places if _has_sign((*_of(lines, wanted[index]), *second[index]))}
    looks = _third_looks(open_places, signed, parts, used, seconds)
    for index, span in reversed(list(enumerate(wanted))):
        _replace(lines, span, voting.with_numbers(_of(lines, span), second[index], looks.get(index)))


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


def _needs_number(word: Word) -> bool:
    return bears_number(word.text)


def _unconfirmed(word: Word) -> Word:
    return replace(word, doubt=UNCONFIRMED) if bears_number(word.text) else word


def _stretches(lines: Sequence[Sequence[Line]], wanted: Callable[[Word], bool]) -> list[Span]:
    return [
        span
        for plate, page in enumerate(lines)
        for index, line in enumerate(page)
        for span in spans.around(
            line,
            [place for place, word in enumerate(line.words) if wanted(word)],
            plate,
            index,
        )
    ]


def _parts(
    lines: list[list[Line]], plates: Sequence[Cuttable], wanted: Sequence[Span]
) -> list[tuple[Image.Image, tsv.Frame]]:
    found = []
    for span in wanted:
        box, plate = spans.box_around(_of(lines, span)), plates[span.plate]
        last = span.stop == len(lines[span.plate][span.line].words)
        found.append(plate.cut(spans.with_clipped(box, plate) if last else box))
    return found


def _of(lines: list[list[Line]], span: Span) -> tuple[Word, ...]:
    return lines[span.plate][span.line].words[span.start : span.stop]


def _replace(lines: list[list[Line]], span: Span, words: tuple[Word, ...]) -> None:
    line = lines[span.plate][span.line]
    kept = (*line.words[: span.start], *words, *line.words[span.stop :])
    lines[span.plate][span.line] = replace(line, words=kept)
