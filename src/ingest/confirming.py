"""Numbers of an earlier reader's layer: odd ones flagged, all of them compared with the page's image.

The words of such a layer are evidence enough where Swedish knows them; its numbers are one look of an unknown
engine. Short stretches around them, of a few pages in one start of Tesseract, are the second look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..errors import JusteraError
from ..schema import Line, Page, PageOrigin, Word
from . import fusion
from .plate import Plate
from .sheets import Picture
from .tokens import bears_number

UNCONFIRMED = "number from a damaged text layer"
"""Digits go missing in broken layers and leave valid, wrong dates: never trusted unseen."""

ODD = "no number is written like this"

_ODD = re.compile(r"\d[OoIl|!$]|[OIl|!$]\d|\d\([^)]*$|^[^(]*\d\)\d|[\[\]{}\\<>]")
"""Letters that pass for digits, `20O1`; a bracket that is never closed, `1(1`; signs of no number."""

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of a layer over a scan, and its image."""

    page: Page
    plate: Plate


def plate_of(picture: Picture) -> Plate:
    """The image as it is: stretches are short, so that light and slant do little."""
    image = picture.image if picture.image.mode == "L" else picture.image.convert("L")
    return Plate(image, picture.dpi, picture.frame)


def is_odd(text: str) -> bool:
    """True for a number that is misread by its looks alone."""
    inner = text.strip(".,;:!?|\"'”*")
    if not any(character.isdigit() for character in inner):
        return False
    return _ODD.search(inner) is not None or any(not _exists(*part) for part in _DATE.findall(inner))


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def flagged(layer: Sequence[Word]) -> tuple[Word, ...]:
    """The words with numbers of odd looks in doubt."""
    return tuple(replace(word, doubt=ODD) if is_odd(word.text) else word for word in layer)


def doubtful(layer: Sequence[Word]) -> tuple[Word, ...]:
    """The words with all their numbers in doubt."""
    return tuple(replace(word, doubt=UNCONFIRMED) if bears_number(word.text) else word for word in layer)


def confirmed(waiting: Sequence[Waiting], used: fusion.Readers, *, seconds: float) -> list[Page]:
    """The pages with their numbers confirmed from the image, or in doubt."""
    try:
        lines = fusion.numbers(
            [one.page.lines for one in waiting], [one.plate for one in waiting], used, seconds=seconds
        )
    except JusteraError:
        return [_unconfirmed(one.page) for one in waiting]
    return [replace(one.page, lines=found) for one, found in zip(waiting, lines, strict=True)]


def _unconfirmed(page: Page) -> Page:
    """A sound layer stands as it is without a second look; of a damaged one no number is trusted."""
    if page.origin is not PageOrigin.REPAIRED_LAYER:
        return page
    return replace(page, lines=tuple(replace(line, words=doubtful(line.words)) for line in page.lines))


def has_numbers(lines: Sequence[Line]) -> bool:
    """True where there is something to confirm."""
    return any(bears_number(word.text) for line in lines for word in line.words)
