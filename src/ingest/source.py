"""An open document and its reading, page by page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from .. import progress
from ..errors import JusteraError
from ..schema import Document, LinePlace, LineReading, Page, PageOrigin
from ..settings import LimitSettings, OcrSettings
from . import layout, prepare, selection, tesseract, text_file, tsv
from .media import MediaType, recognise
from .sheets import Sheet, Sheets


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
            pages, outline = self._pages(numbers, self._sheets), self._sheets.outline()
        return Document(self._name, sha256, self._media_type, pages, outline)

    def reread(self, places: Sequence[LinePlace]) -> tuple[LineReading, ...]:
        """Fresh readings of these lines from the image; none where there is no image or no Tesseract."""
        return ()

    def image(self, page_number: int, dpi: float) -> Image.Image | None:
        """The page as it looks, upright; None for a text file."""
        if self._sheets is None:
            return None
        with self._sheets.sheet(page_number) as sheet:
            return sheet.view(dpi)

    def close(self) -> None:
        """Give back the file."""
        if self._sheets is not None:
            self._sheets.close()

    def _pages(self, numbers: Sequence[int], sheets: Sheets) -> tuple[Page, ...]:
        problems: list[JusteraError] = []
        pages = []
        progress.pages(len(numbers))
        for number in numbers:
            try:
                progress.page(number)  # inside, as a run may refuse a page at which an earlier try died
                with sheets.sheet(number) as sheet:
                    pages.append(self._page(number, sheet))
            except JusteraError as problem:
                problems.append(problem)
                pages.append(_failed(number, problem))
        progress.done()
        if problems and len(problems) == len(pages):
            raise problems[0]
        return tuple(pages)

    def _page(self, number: int, sheet: Sheet) -> Page:
        width, height = sheet.size
        words = sheet.layer()
        if words:
            lines = layout.arrange(words, width, height)
            return Page(
                number,
                width,
                height,
                lines,
                PageOrigin.TEXT_LAYER,
                "the page has a text layer",
                sheet.rotation,
            )
        picture = sheet.picture(self._ocr.dpi)
        ready = prepare.prepare(picture.image, picture.dpi)
        reader = tesseract.Reader(self._ocr.language)
        seconds = self._limits.page_seconds
        (table,) = tesseract.read([ready.image], reader, dpi=picture.dpi, seconds=seconds)
        words = tuple(word for line in tsv.lines(table, picture.frame) for word in line)
        origin = PageOrigin.OCR if words else PageOrigin.EMPTY
        return Page(
            number,
            width,
            height,
            layout.arrange(words, width, height) if words else (),
            origin,
            "the page is an image" if words else "nothing is printed on the page",
            sheet.rotation,
            picture.dpi,
        )


def _failed(number: int, problem: JusteraError) -> Page:
    return Page(number, 0, 0, (), PageOrigin.EMPTY, "the page could not be read", fault=str(problem))


def _open(path: Path, media_type: MediaType, settings: OcrSettings) -> Sheets:
    if media_type is MediaType.PDF:
        from .pdf import PdfSheets

        return PdfSheets(path, settings)
    from .raster import RasterSheets

    return RasterSheets(path, settings)


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
