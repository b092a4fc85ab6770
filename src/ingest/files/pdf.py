"""PDF files as pages: pdfium opens, counts, renders and decodes; pdfplumber reads the text layer.

pdfium is not thread-safe: one process per document.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from ...errors import DamagedInput, EncryptedPdf, InputError, NoPages, PageTooLarge
from ...schema import OutlineEntry
from ...settings import OcrSettings
from .layer import TextLayers
from .pdf_sheet import PdfSheet
from .sheets import Sheet

TAIL = 2048
"""Bytes at the end in which a whole PDF has its end-of-file mark or its startxref."""

OUTLINE_DEPTH = 8
"""Deeper bookmarks are not evidence of headings; also guards against loops."""


class PdfSheets:
    """An open PDF.

    Raises:
        EncryptedPdf: it needs a password.
        DamagedInput: it is truncated or broken.
        NoPages: it has no pages.
        PageTooLarge: its first page has an absurd size.
    """

    def __init__(self, path: Path, settings: OcrSettings) -> None:
        self._name = path.name
        self._settings = settings
        _refuse_truncated(path)
        self._document = _open(path)
        self.count: int = len(self._document)
        self._layers = TextLayers(path)
        if not self.count:
            self.close()
            raise NoPages(f"{self._name}: the PDF has no pages")

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The bookmarks; none where the PDF's outline is broken."""
        try:
            bookmarks = list(self._document.get_toc(max_depth=OUTLINE_DEPTH))
            entries = [_entry(bookmark) for bookmark in bookmarks]
        except (pypdfium2.PdfiumError, ValueError, RecursionError):
            return ()
        return tuple(entry for entry in entries if entry.title)

    @contextmanager
    def sheet(self, number: int) -> Iterator[Sheet]:
        """Page `number` from 1."""
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise DamagedInput(f"{self._name}: page {number} is broken") from error
        try:
            self._check_size(number, page)
            yield PdfSheet(page, number, self._name, self._layers, self._settings)
        finally:
            page.close()

    def close(self) -> None:
        """Give back the file."""
        self._layers.close()
        self._document.close()

    def _check_size(self, number: int, page: Any) -> None:
        longest = max(page.get_size())
        if longest > self._settings.max_page_points:
            limit = self._settings.max_page_points
            raise PageTooLarge(
                f"{self._name}: page {number} is {longest:.0f} points long, the limit is {limit:.0f}"
            )


def _refuse_truncated(path: Path) -> None:
    """A truncated file is mended by pdfium in silence, and the pages that are gone are never missed."""
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - TAIL))
        tail = file.read()
    if b"%%EOF" not in tail and b"startxref" not in tail:
        raise DamagedInput(f"{path.name}: the PDF is truncated, its end is missing")


def _open(path: Path) -> Any:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise _diagnosis(path, error) from error


def _diagnosis(path: Path, error: Exception) -> InputError:
    """Why pdfium refused the file; its own word for it is sometimes that of the file before."""
    try:
        # Opened here: pikepdf takes no path that is no UTF-8.
        with path.open("rb") as file, pikepdf.open(file) as document:
            if len(document.pages) == 0:
                return NoPages(f"{path.name}: the PDF has no pages")
    except pikepdf.PasswordError:
        return EncryptedPdf(f"{path.name}: the PDF needs a password")
    except (pikepdf.PdfError, ValueError):
        pass
    return DamagedInput(f"{path.name}: the PDF is broken ({error})")


def _entry(bookmark: Any) -> OutlineEntry:
    destination = bookmark.get_dest()
    index = destination.get_index() if destination is not None else None
    title = " ".join((bookmark.get_title() or "").split())
    return OutlineEntry(title=title, page=None if index is None else index + 1, level=bookmark.level)
