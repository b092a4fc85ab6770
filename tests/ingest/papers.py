"""Small files for the tests: made here, so that every byte is known."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

from justera.ingest.image.plate import Plate
from justera.ingest.ink import inked
from justera.ingest.ink.inked import Sign
from justera.schema import Box, Line, Word, WordSource

FONT = "LiberationSerif-Regular.ttf"

BODY = (
    "Kommunstyrelsen beslutar att godkänna förslaget och att överlämna ärendet till",
    "fullmäktige. Nämnden ska återkomma med en redovisning av kostnaderna före",
    "årets slut. Förvaltningen får i uppdrag att genomföra åtgärderna.",
)


def text_pdf(path: Path, pages: Sequence[Sequence[str]] = (BODY,), outline: Sequence[str] = ()) -> Path:
    """A born-digital PDF."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_font("Helvetica", size=11)
    for lines in pages:
        pdf.add_page()
        if outline:
            for title in outline:
                pdf.start_section(title)
        for index, line in enumerate(lines):
            pdf.text(72, 100 + 16 * index, line)
    path.write_bytes(bytes(pdf.output()))
    return path


def picture(lines: Sequence[str] = BODY, *, dpi: int = 150, size: float = 12) -> Image.Image:
    """A printed page as an image."""
    scale = dpi / 72
    image = Image.new("L", (round(595 * scale), round(300 * scale)), 255)
    font = ImageFont.truetype(FONT, round(size * scale))
    draw = ImageDraw.Draw(image)
    for index, line in enumerate(lines):
        draw.text((60 * scale, (50 + 18 * index) * scale), line, font=font, fill=20)
    return image


def scan_pdf(path: Path, images: Sequence[Image.Image], *, dpi: int = 150, rotate: int = 0) -> Path:
    """A PDF whose pages are only images."""
    pdf = FPDF(unit="pt")
    for image in images:
        size = image.width * 72 / dpi, image.height * 72 / dpi
        pdf.add_page(format=size)
        pdf.image(image, 0, 0, *size)
    path.write_bytes(bytes(pdf.output()))
    if rotate:
        with pikepdf.open(path, allow_overwriting_input=True) as document:
            for page in document.pages:
                page.rotate(rotate, relative=False)
            document.save(path)
    return path


def png(path: Path, image: Image.Image, dpi: int = 150) -> Path:
    """An image file that knows its resolution."""
    image.save(path, dpi=(dpi, dpi))
    return path


def bomb_png() -> bytes:
    """A few bytes that say they are 60,000 x 60,000 pixels."""
    out = io.BytesIO()
    Image.new("1", (1, 1)).save(out, "PNG")
    data = bytearray(out.getvalue())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    import zlib

    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


def word(text: str, x0: float, x1: float, *, top: float = 100, confidence: float | None = 0.95) -> Word:
    """A word on a line 10 points high."""
    return Word(text, box=Box(x0, top, x1, top + 10), confidence=confidence, source=WordSource.OCR)


def row(text: str, *, x0: float = 50, top: float = 100, confidence: float = 0.95) -> tuple[Word, ...]:
    """The words of a line, 6 points a letter."""
    words, x = [], x0
    for part in text.split():
        words.append(word(part, x, x + 6 * len(part), top=top, confidence=confidence))
        x += 6 * len(part) + 5
    return tuple(words)


def flagged(lines: Sequence[Line], plate: Plate, signs: Sequence[Sign]) -> tuple[Line, ...]:
    """The lines of an image with what signs in its ink speak against."""
    return inked.flagged(lines, inked.Inked.of(lines, plate), signs)
