"""An open document and its reading, page by page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from PIL import Image

from .. import progress
from ..errors import JusteraError, TimeLimit
from ..media import MediaType, recognise
from ..schema import Document, Line, LinePlace, LineReading, Page, PageOrigin, Word
from ..settings import LimitSettings, OcrSettings
from . import confirming, second_look
from .clock import Clock
from .confirming import Waiting
from .draft import Draft
from .draft import draft as _draft
from .draft import failed as _failed
from .files import selection, text_file
from .files.sheets import Sheet, Sheets
from .image.plate import Strips
from .ocr import PageReader, Work
from .packed import Shelf
from .readings.glyphs import Gallery
from .ready import TURNS, Read, make_ready

TOGETHER = 4
"""Pages in one start of Tesseract: loading the Latin model takes 0.2 s, a page's image 9 MB."""

MOST_WAITING = 8
"""Pages of a layer whose numbers are compared with the image in one start; 5 MB of strips each."""

MOST_STRIPS = 12
"""Pages of a layer whose strips are kept for its doubtful words: to decode an image takes 20 ms."""

AGAIN = 1.5
"""Scale at which a line of an image is read again, or the answer would be the same."""


class Source:
    """A source file, open; `read` it once."""

    def __init__(
        self, path: Path, ocr: OcrSettings, limits: LimitSettings, *, name: str, media_type: MediaType
    ) -> None:
        self._path = path
        self._ocr = ocr
        self._limits = limits
        self._name = name
        self._media_type = media_type
        self._reader = PageReader(ocr, limits)
        self._gallery = Gallery()
        self._shelf = Shelf()
        self._turns: dict[int, int] = {}
        self._strips: dict[int, Strips] = {}
        self._document: Document | None = None
        self._sheets: Sheets | None = None if media_type is MediaType.TEXT else _open(path, media_type, ocr)

    def read(self) -> Document:
        """All wanted pages.

        Raises:
            InputError: no page can be read.
            OcrUnavailable: there are only images, and no Tesseract.
        """
        with self._path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        if self._sheets is None:
            content = text_file.read(self._path)
            pages, outline = content.pages, content.outline
        else:
            numbers = selection.wanted(self._ocr.pages, self._sheets.count)
            self._clock = Clock(self._limits, len(numbers))
            pages, outline = self._pages(numbers, self._sheets), self._sheets.outline()
        self._document = Document(self._name, sha256, self._media_type, pages, outline)
        return self._document

    def reread(self, places: Sequence[LinePlace]) -> tuple[LineReading, ...]:
        """Fresh readings of these lines from the image.

        None for a text file, and none of a page whose image cannot be read: the caller keeps what it has.
        """
        if self._sheets is None or self._document is None:
            return ()
        wanted: dict[int, list[LinePlace]] = {}
        for place in sorted(set(places), key=lambda place: (place.page, place.line)):
            wanted.setdefault(place.page, []).append(place)
        pages = [page for page in self._document.pages if page.number in wanted]
        scans = [page for page in pages if page.origin is PageOrigin.OCR]
        layers = [page for page in pages if page.origin is not PageOrigin.OCR]
        readings = [
            reading
            for start in range(0, len(scans), TOGETHER)
            for reading in self._again(scans[start : start + TOGETHER], wanted)
        ]
        for start in range(0, len(layers), MOST_WAITING):
            readings += self._looked_up(layers[start : start + MOST_WAITING], wanted)
        return tuple(readings)

    def _looked_up(
        self, pages: Sequence[Page], wanted: Mapping[int, Sequence[LinePlace]]
    ) -> list[LineReading]:
        """Doubtful words of text layers as the image has them."""
        try:
            looks = [
                self._look(page, [p for p in wanted[page.number] if _is_there(p, page)]) for page in pages
            ]
            readings = self._reader.looked_up([look for look in looks if look.places])
        except JusteraError:
            return []
        places = [place for look in looks for place in look.places]
        lines = [words for page in readings for words in page]
        return [LineReading(place, words) for place, words in zip(places, lines, strict=True)]

    def _look(self, page: Page, places: Sequence[LinePlace]) -> second_look.Look:
        lines = [page.lines[place.line] for place in places]
        strips = self._strips.get(page.number)
        if strips is None:
            with self._sheet(page.number) as sheet:
                strips = confirming.strips(lines, sheet.picture(self._ocr.dpi))
        return second_look.Look(tuple(places), tuple(lines), strips)

    def _again(self, pages: Sequence[Page], wanted: Mapping[int, Sequence[LinePlace]]) -> list[LineReading]:
        found = [(page, [place for place in wanted[page.number] if _is_there(place, page)]) for page in pages]
        cut = [(place, part) for page, places in found for place, part in second_look.parts(page, places)]
        try:
            works = [
                self._work(page, [part for place, part in cut if place.page == page.number])
                for page, places in found
                if places
            ]
            readings = [words for lines in self._reader.again(works) for words in lines]
        except JusteraError:
            return []
        joined: dict[LinePlace, tuple[Word, ...]] = {}
        for (place, _), words in zip(cut, readings, strict=True):
            joined[place] = joined.get(place, ()) + words
        return [LineReading(place, words) for place, words in joined.items()]

    def _work(self, page: Page, lines: Sequence[Line]) -> Work:
        ready = self._shelf.get(page.number)
        if ready is None:
            with self._sheet(page.number) as sheet:
                turn = self._turns.get(page.number, 0)
                ready = make_ready(sheet.picture(self._ocr.dpi), sheet.size, turn)
        return Work(ready, tuple(lines), AGAIN)

    def _sheet(self, number: int) -> AbstractContextManager[Sheet]:
        """A page to look at again."""
        if self._sheets is None or self._clock.is_over:
            raise TimeLimit(f"{self._name}: the document's time was over before lines were read again")
        return self._sheets.sheet(number)

    def image(self, page_number: int, dpi: float) -> Image.Image | None:
        """The page as it looks, upright; None for a text file."""
        if self._sheets is None:
            return None
        with self._sheets.sheet(page_number) as sheet:
            view = sheet.view(dpi).image
        turn = self._turns.get(page_number, 0)
        return view.transpose(TURNS[turn]) if turn else view

    def close(self) -> None:
        """Give back the file."""
        if self._sheets is not None:
            self._sheets.close()

    def _pages(self, numbers: Sequence[int], sheets: Sheets) -> tuple[Page, ...]:
        progress.pages(len(numbers))
        drafts: list[Draft] = []
        for start in range(0, len(numbers), TOGETHER):
            drafts += self._batch(numbers[start : start + TOGETHER], sheets)
            # The first few pages show what the document's digits look like; later ones can wait for more.
            waiting = sum(draft.plate is not None for draft in drafts)
            if waiting >= (MOST_WAITING if self._gallery.is_filled else TOGETHER):
                drafts = self._confirmed(drafts)
        drafts = self._confirmed(drafts)
        progress.done()
        problems = [draft.problem for draft in drafts if draft.problem is not None]
        if problems and not any(draft.page.lines for draft in drafts if draft.problem is None):
            raise problems[0]
        return tuple(draft.page for draft in drafts)

    def _batch(self, numbers: Sequence[int], sheets: Sheets) -> list[Draft]:
        drafts = [self._draft(number, sheets) for number in numbers]
        waiting = [draft.ready for draft in drafts if draft.ready is not None]
        readings = iter(self._reader.read(waiting))
        return [self._finished(draft, next(readings)) if draft.ready else draft for draft in drafts]

    def _confirmed(self, drafts: list[Draft]) -> list[Draft]:
        """Numbers of layers over scans compared with the image, a few pages in one start."""
        waiting = [Waiting(draft.page, draft.plate) for draft in drafts if draft.plate is not None]
        for draft in drafts:
            if draft.plate is not None and len(self._strips) < MOST_STRIPS:
                self._strips[draft.page.number] = draft.plate
        pages = iter(self._reader.confirmed(waiting, self._gallery))
        return [Draft(next(pages)) if draft.plate is not None else draft for draft in drafts]

    def _draft(self, number: int, sheets: Sheets) -> Draft:
        try:
            progress.page(number)  # inside, as a run may refuse a page at which an earlier try died
            if self._clock.is_over:
                raise TimeLimit(f"{self._name}: the document's time was over before page {number}")
            with sheets.sheet(number) as sheet:
                return _draft(number, sheet, self._ocr)
        except JusteraError as problem:
            return Draft(_failed(number, problem), problem=problem)

    def _finished(self, draft: Draft, reading: Read | JusteraError) -> Draft:
        if isinstance(reading, JusteraError):
            return draft.without_image(reading)
        self._turns[draft.page.number] = reading.ready.turn
        self._shelf.put(draft.page.number, reading.ready)
        return draft.read(reading)


def _open(path: Path, media_type: MediaType, settings: OcrSettings) -> Sheets:
    if media_type is MediaType.PDF:
        from .files.pdf import PdfSheets

        return PdfSheets(path, settings)
    from .files.raster import RasterSheets

    return RasterSheets(path, settings)


def _is_there(place: LinePlace, page: Page) -> bool:
    """True for a line of the page that has a place in its image."""
    return place.line < len(page.lines) and page.lines[place.line].box is not None


@contextmanager
def open_source(path: Path, ocr: OcrSettings, limits: LimitSettings, *, name: str) -> Iterator[Source]:
    """Open a PDF, TIFF, PNG, JPEG or text file for reading.

    Args:
        path: the file.
        ocr: see `justera config`.
        limits: seconds per page and document.
        name: the document's name in the record.

    Raises:
        InputError: the file cannot be read; each reason has its own class.
    """
    source = Source(path, ocr, limits, name=name, media_type=recognise(path))
    try:
        yield source
    finally:
        source.close()
