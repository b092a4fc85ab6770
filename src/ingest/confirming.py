"""Numbers of an earlier reader's layer: odd ones flagged, all of them compared with the page's image.

The words of such a layer are evidence enough where Swedish knows them; its numbers are one look of an unknown
engine. The second look is at the shapes of their characters, where alike ones have been read before in the
document, or at the numbers alone, a few pages in one start of Tesseract; the third at stretches of the lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ..errors import JusteraError
from ..schema import Line, Page, PageOrigin, Reason, Word
from .files.sheets import Picture
from .image.plate import Cuttable, Plate, Strips
from .ink import bullets, dashes
from .readings import gaps, second_numbers, shapes
from .readings.glyphs import Gallery
from .readings.readers import Readers
from .words import odd

DAMAGED = Reason("number_of_damaged_layer")
"""Digits go missing in broken layers and leave valid, wrong dates: never trusted unseen."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page of a layer over a scan, and its image."""

    page: Page
    plate: Cuttable


def plate_of(picture: Picture) -> Plate:
    """The image as it is: stretches are short, so that light and slant do little."""
    image = picture.image if picture.image.mode == "L" else picture.image.convert("L")
    return Plate(image, picture.dpi, picture.frame)


def doubtful(layer: Sequence[Word]) -> tuple[Word, ...]:
    """The words of a damaged layer with all their numbers in doubt."""
    return second_numbers.unconfirmed(layer, DAMAGED)


def confirmed(waiting: Sequence[Waiting], used: Readers, gallery: Gallery, *, seconds: float) -> list[Page]:
    """The pages with their numbers confirmed from the image, or in doubt.

    Args:
        waiting: a few pages of one document.
        used: the models.
        gallery: of the document's earlier pages; grows.
        seconds: limit of each request to Tesseract.
    """
    pages = [one.page.lines for one in waiting]
    plates = [one.plate for one in waiting]
    try:
        lines = second_numbers.read(pages, plates, used, gallery, seconds=seconds, wanted=shapes.is_number)
    except JusteraError:
        return [_unconfirmed(one.page) for one in waiting]
    return [
        replace(one.page, lines=tuple(_as_printed(page, one.plate)))
        for one, page in zip(waiting, lines, strict=True)
    ]


def _as_printed(lines: Sequence[Line], plate: Cuttable) -> list[Line]:
    """Spaces of numbers, dashes and bullets as the image has them, whatever they were read as."""
    words = iter(bullets.found([word for line in lines for word in line.words], plate))
    marked = [replace(line, words=tuple(islice(words, len(line.words)))) for line in lines]
    spaced = [gaps.widened(replace(line, words=odd.doubted(line.words)), plate) for line in marked]
    return dashes.measured(spaced, plate)


def _unconfirmed(page: Page) -> Page:
    """A sound layer stands as it is without a second look; of a damaged one no number is trusted."""
    if page.origin is PageOrigin.TEXT_LAYER:
        return page
    return replace(page, lines=tuple(replace(line, words=doubtful(line.words)) for line in page.lines))


def strips(lines: Sequence[Line], picture: Picture) -> Strips:
    """The lines cut out of the page's image, which need not be kept then."""
    return plate_of(picture).strips([line.box for line in lines if line.box is not None])
