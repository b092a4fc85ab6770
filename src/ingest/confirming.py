"""Numbers of an earlier reader's layer: odd ones flagged, all of them compared with the page's image.

The words of such a layer are evidence enough where Swedish knows them; its numbers are one look of an unknown
engine. The second look is at the shapes of their characters, where alike ones have been read before in the
document, or at the numbers alone, a few pages in one start of Tesseract; the third at stretches of the lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..errors import JusteraError
from ..schema import Line, Page, PageOrigin, Word
from . import choose, fusion, gaps, glyphs, spans, voting
from .cells import box_of
from .glyphs import Gallery, Glyph
from .odd import flagged, is_odd, unopened
from .plate import Cuttable, Plate, Strips
from .sheets import Picture
from .tokens import bears_number

UNCONFIRMED = "number from a damaged text layer"
"""Digits go missing in broken layers and leave valid, wrong dates: never trusted unseen."""

MANY = 30
"""Numbers from which on it pays to read some first, in a start of their own: 6 ms each, 100 ms a start."""

TELLING = 4
"""Pictures of each character that these show."""

CLOSE = (0.8, 0.6)
"""Points around a number within which its own ink stands, across and down."""

LOST_DOTS = 2
"""Letters of a word, at most, that an English reader takes for digits: ö for 6, å for 4."""

_WORD = re.compile(r"[a-zåäö]{3}")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of a layer over a scan, and its image."""

    page: Page
    plate: Cuttable


def plate_of(picture: Picture) -> Plate:
    """The image as it is: stretches are short, so that light and slant do little."""
    image = picture.image if picture.image.mode == "L" else picture.image.convert("L")
    return Plate(image, picture.dpi, picture.frame)


def is_number(text: str) -> bool:
    """Not for `6ppen` or `milj6`, words whose dots were lost: the repair of Swedish restores them."""
    digits = sum(character.isdigit() for character in text)
    return bears_number(text) and not (digits <= LOST_DOTS and _WORD.search(text))


def doubtful(layer: Sequence[Word]) -> tuple[Word, ...]:
    """The words with all their numbers in doubt."""
    return tuple(replace(word, doubt=UNCONFIRMED) if bears_number(word.text) else word for word in layer)


def confirmed(
    waiting: Sequence[Waiting], used: fusion.Readers, gallery: Gallery, *, seconds: float
) -> list[Page]:
    """The pages with their numbers confirmed from the image, or in doubt.

    Args:
        waiting: a few pages of one document.
        used: the models.
        gallery: of the document's earlier pages; grows.
        seconds: limit of each start of Tesseract.
    """
    pages = [one.page.lines for one in waiting]
    plates = [one.plate for one in waiting]
    try:
        sure = _sure(pages, plates, used, gallery, seconds)

        def is_open(word: Word) -> bool:
            return is_number(word.text) and id(word) not in sure

        lines = fusion.numbers(pages, plates, used, seconds=seconds, wanted=is_open)
    except JusteraError:
        return [_unconfirmed(one.page) for one in waiting]
    agreed = [
        tuple(gaps.widened(_agreed(line, sure), plate) for line in page)
        for page, plate in zip(lines, plates, strict=True)
    ]
    return [replace(one.page, lines=found) for one, found in zip(waiting, agreed, strict=True)]


def _sure(
    pages: Sequence[Sequence[Line]],
    plates: Sequence[Cuttable],
    used: fusion.Readers,
    gallery: Gallery,
    seconds: float,
) -> frozenset[int]:
    """Identities of the numbers that look like confirmed ones, or that a reader of numbers sees alike."""
    if used.numbers is None:
        return frozenset()
    found = [
        (word, plate)
        for page, plate in zip(pages, plates, strict=True)
        for line in page
        for word in _plain(line)
    ]
    looks = [glyphs.cut(plate.cut(box_of(word), CLOSE)[0], word.text) for word, plate in found]
    sure: set[int] = set()
    for wanted in (_telling, lambda places, _looks, _gallery: places):
        open_places = [
            place for place, look in enumerate(looks) if place not in sure and not gallery.knows(look)
        ]
        chosen = wanted(open_places, looks, gallery)
        parts = [found[place][1].cut(box_of(found[place][0])) for place in chosen]
        for place, reading in zip(chosen, spans.read(parts, used.numbers, seconds=seconds), strict=True):
            if choose.agree([found[place][0]], reading):
                sure.add(place)
                gallery.add(looks[place])
    # What the reader saw otherwise may look like what it saw alike elsewhere: it has no context here.
    sure |= {place for place, look in enumerate(looks) if gallery.knows(look)}
    return frozenset(id(found[place][0]) for place in sure)


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
    """The line's numbers of sound looks that stand after no letter that may have been a §."""
    for index, word in enumerate(line.words):
        before = line.words[index - 1].text if index else ""
        if is_number(word.text) and not is_odd(word.text) and before not in voting.SIGN_LOOKALIKES:
            yield word


def _agreed(line: Line, sure: frozenset[int]) -> Line:
    words = tuple(choose.confirmed([word])[0] if id(word) in sure else word for word in line.words)
    return replace(line, words=unopened(flagged(words)))


def _unconfirmed(page: Page) -> Page:
    """A sound layer stands as it is without a second look; of a damaged one no number is trusted."""
    if page.origin is not PageOrigin.REPAIRED_LAYER:
        return page
    return replace(page, lines=tuple(replace(line, words=doubtful(line.words)) for line in page.lines))


def strips(lines: Sequence[Line], picture: Picture) -> Strips | None:
    """The lines with numbers cut out of the page's image; None where there are none."""
    boxes = [
        line.box
        for line in lines
        if line.box is not None and any(bears_number(word.text) for word in line.words)
    ]
    return plate_of(picture).strips(boxes) if boxes else None
