"""The source as a PDF whose pages can be written on: the PDF itself, or one made around the images."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

import img2pdf
import pikepdf
from PIL import Image

from ...schema import Document
from ..formats import Skip
from ..remark import Remark

_PDF = "application/pdf"

_Layout = Callable[[int, int, object], tuple[float, float, float, float]]


@contextmanager
def open_pdf(document: Document, source: Path) -> Iterator[pikepdf.Pdf]:
    """Open the source for a copy with a new text layer.

    Raises:
        Skip: a text file has no pages to show, or the file cannot be made into a PDF.
    """
    if document.media_type.startswith("text/"):
        raise Skip(Remark.of("text_without_pictures"))
    with ExitStack() as opened:
        try:
            # Opened here: pikepdf takes no path that is no UTF-8.
            is_pdf = document.media_type == _PDF
            file: BinaryIO = source.open("rb") if is_pdf else io.BytesIO(_around(document, source))
            pdf = opened.enter_context(pikepdf.open(opened.enter_context(file)))
            if not is_pdf and "/ID" in pdf.trailer:
                # Made up by chance: the same image is to give the same bytes.
                del pdf.trailer["/ID"]
        except pikepdf.PasswordError:
            raise Skip(Remark.of("password")) from None
        except (pikepdf.PdfError, img2pdf.ImageOpenError, OSError, ValueError) as error:
            reason = " ".join(str(error).replace(str(source), source.name).split())[:200]
            raise Skip(Remark.of("no_pdf", why=reason)) from error
        yield pdf


def turn(document: Document, page: pikepdf.Page, stated: int) -> int:
    """Degrees clockwise from user space to the upright page that the boxes were measured on.

    Args:
        document: where the page comes from.
        page: of the opened PDF.
        stated: `schema.Page.rotation`; an image's own orientation has become the new page's /Rotate.
    """
    return stated if document.media_type == _PDF else int(page.rotation)


def _around(document: Document, source: Path) -> bytes:
    """A PDF around the images: JPEG and G4 as they are, all else losslessly packed."""
    logging.getLogger("img2pdf").setLevel(logging.ERROR)
    layout = _layout({page.number: (page.width, page.height) for page in document.pages})
    options = {"layout_fun": layout, "rotation": img2pdf.Rotation.ifvalid, "nodate": True}
    try:
        return bytes(img2pdf.convert(str(source), **options))
    except (
        img2pdf.AlphaChannelError,
        img2pdf.JpegColorspaceError,
        img2pdf.PdfTooLargeError,
        NotImplementedError,
    ):
        return bytes(img2pdf.convert(*_plain(source), **options))


def _layout(sizes: Mapping[int, tuple[float, float]]) -> _Layout:
    """The page size of each frame as it was read, so that the boxes fit."""
    frames = iter(range(1, 1 << 30))

    def layout(across: int, down: int, dpi: object) -> tuple[float, float, float, float]:
        width, height = sizes.get(next(frames)) or (0.0, 0.0)
        if not width or not height:
            width, height = across * 72 / 300, down * 72 / 300
        if (across > down) != (width > height):  # stored lying, shown standing
            width, height = height, width
        return width, height, width, height

    return layout


def _plain(source: Path) -> list[bytes]:
    """The frames without transparency, for images that PDF/A cannot hold as they are."""
    frames = []
    with Image.open(source) as image:
        for index in range(getattr(image, "n_frames", 1)):
            image.seek(index)
            frame = image.convert("RGBA")
            paper = Image.new("RGBA", frame.size, "white")
            buffer = io.BytesIO()
            Image.alpha_composite(paper, frame).convert("RGB").save(buffer, "PNG")
            frames.append(buffer.getvalue())
    return frames
