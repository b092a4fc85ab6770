"""Numbers that a second look agrees with: at their shapes, or of them alone by a reader of numbers.

The shapes of characters are compared with those that two readers agreed on earlier in the document; a number
alone costs a reader half of what it costs in its stretch of the line. What stays open is read in its stretch.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...schema import Line, Word
from ..engine import tesseract
from ..image import printed
from ..image.plate import Cuttable
from ..words.cells import box_of
from ..words.odd import is_odd
from ..words.tokens import SIGN_LOOKALIKES, SYMBOLS, bears_number, may_be_percent
from . import agreement, glyphs, spans
from .glyphs import Gallery, Glyph

MANY = 8
"""Numbers from which on it pays to read those first that show the most characters."""

TELLING = 4
"""Pictures of each character that these show."""

CLOSE = (0.8, 0.6)
"""Points around a number within which its own ink stands, across and down."""

LOST_DOTS = 2
"""Letters of a word, at most, that an English reader takes for digits: ö for 6, å for 4."""

SIGN_SPACE = (0.9, 2.5)
"""Width of a gap, in heights of the number, in which a § may stand that the first reader left out."""

OVERLAP = -0.2
"""The same where the box of the word before has the sign in it: `Ks 10` for `Ks § 10`."""

FAINT = 0.6
"""Confidence below which the word before the number may have swallowed the sign: `ej§` at 0.0."""

_SECTION = re.compile(r"[8$&]\d{1,3}[.:]?")
"""What `§ 63` at the head of a line may be read as."""

_GLUED = re.compile(r"[^\W\d_]§")
"""A sign that the first reader has put to the word before it."""

_WORD = re.compile(r"[a-zåäö]{3}")


def is_number(text: str) -> bool:
    """Not for `6ppen` or `milj6`, words whose dots were lost: the repair of Swedish restores them."""
    digits = sum(character.isdigit() for character in text)
    return bears_number(text) and not (digits <= LOST_DOTS and _WORD.search(text))


def agreeing(
    pages: Sequence[Sequence[Line]],
    plates: Sequence[Cuttable],
    reader: tesseract.Reader | None,
    gallery: Gallery,
    *,
    seconds: float,
) -> frozenset[int]:
    """Identities of the numbers that look like confirmed ones, or that a reader of numbers sees alike.

    Args:
        pages: lines of each page.
        plates: the image of each.
        reader: of numbers; without one none is sure.
        gallery: of the document's earlier pages; grows.
        seconds: limit of each request to Tesseract.

    Raises:
        OcrUnavailable, OcrFailed, TimeLimit.
    """
    if reader is None:
        return frozenset()
    found = [
        (word, plate)
        for page, plate in zip(pages, plates, strict=True)
        for line in page
        for word in _plain(line)
    ]
    looks = [glyphs.cut(plate.cut(box_of(word), CLOSE)[0], word.text) for word, plate in found]
    sure: set[int] = set()
    seen: set[int] = set()
    for wanted in (_telling, lambda places, _looks, _gallery: places):
        open_places = [
            place for place, look in enumerate(looks) if place not in seen and not gallery.knows(look)
        ]
        chosen = wanted(open_places, looks, gallery)
        seen.update(chosen)
        parts = [printed.alone(box_of(found[place][0]), found[place][1]) for place in chosen]
        for place, reading in zip(chosen, spans.read(parts, reader, seconds=seconds), strict=True):
            if agreement.agree([found[place][0]], reading):
                sure.add(place)
                gallery.add(looks[place])
    # What the reader saw otherwise may look like what it saw alike elsewhere: it has no context here.
    sure |= {place for place, look in enumerate(looks) if place not in sure and gallery.knows(look)}
    return frozenset(id(found[place][0]) for place in sure)


def settled(line: Line, sure: frozenset[int]) -> Line:
    """The line with these numbers confirmed."""
    words = tuple(agreement.confirmed([word])[0] if id(word) in sure else word for word in line.words)
    return replace(line, words=words)


def _telling(places: Sequence[int], looks: Sequence[tuple[Glyph, ...]], gallery: Gallery) -> list[int]:
    """Of many numbers those that show each character a few times: most others will look like them."""
    if len(places) < MANY:
        return []
    seen = Counter(gallery.names)
    chosen = []
    for place in places:
        names = {glyph.name for glyph in looks[place]}
        if any(seen[name] < TELLING for name in names):
            chosen.append(place)
            seen.update(names)
    return chosen


def _plain(line: Line) -> Iterator[Word]:
    """The line's numbers of sound looks that stand after nothing that may have been a §, or has one."""
    for index, word in enumerate(line.words):
        before = line.words[index - 1] if index else None
        behind = line.words[index + 1].text if index + 1 < len(line.words) else ""
        hides = _may_hide_a_sign(before, word) or may_be_percent(behind)
        if is_number(word.text) and not is_odd(word.text) and not hides:
            yield word


def _may_hide_a_sign(before: Word | None, number: Word) -> bool:
    if _GLUED.search(number.text):
        return True
    if before is None:
        return _SECTION.fullmatch(number.text) is not None
    gap = (box_of(number).x0 - box_of(before).x1) / max(box_of(number).height, 0.1)
    low, high = SIGN_SPACE
    return (
        before.text in SIGN_LOOKALIKES
        or (len(before.text) > 1 and not SYMBOLS.isdisjoint(before.text))
        or (before.confidence is not None and before.confidence < FAINT)
        or gap < OVERLAP
        or low < gap < high
    )
