"""A laid-out document scanned: pages to images, and images to PDF, TIFF, JPEG or PNG files."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from fpdf import FPDF
from fpdf.enums import TextMode
from PIL import Image

from .fonts import Font
from .layer import Layer, words_of
from .printer import blank_pdf, finished, print_pdf, use_font
from .quality import NO_DAMAGE, QUALITIES, Damage, Quality
from .scanner import ScannedPage, scan_page, spread
from .sheet import Paper, PlacedWord

LAYER_FONT = Font("arial", 10)
"""Font of the invisible words."""


@dataclass(frozen=True)
class Scan:
    """A scanned document."""

    pages: tuple[ScannedPage, ...]
    title: str = ""

    @property
    def text(self) -> str:
        """The true text, pages separated by form feeds."""
        return "\f".join(page.text for page in self.pages)

    def pdf(self, layer: Layer | str = Layer.NONE, *, seed: int = 0) -> bytes:
        """A PDF of the images, with invisible words behind them as the layer says."""
        layers = [words_of(page, layer, seed=seed) for page in self.pages]
        pdf = blank_pdf(self.title)
        for page, words in zip(self.pages, layers, strict=True):
            pdf.add_page(format=page.size)
            pdf.image(io.BytesIO(page.jpeg), 0, 0, *page.size)
            with pdf.local_context(text_mode=TextMode.INVISIBLE):
                for word in words:
                    _place(pdf, word)
        return finished(pdf)

    def tiff(self, *, bilevel: bool = False) -> bytes:
        """All pages in one TIFF: JPEG in greyscale, or fax compression in black and white."""
        images = [_black_white(page.image.convert("L")) if bilevel else page.image for page in self.pages]
        dpi = self.pages[0].dpi
        out = io.BytesIO()
        images[0].save(
            out,
            "TIFF",
            save_all=True,
            append_images=images[1:],
            compression="group4" if bilevel else "jpeg",
            dpi=(dpi, dpi),
        )
        return out.getvalue()

    def jpeg(self, page: int = 1) -> bytes:
        """One page (from 1) as JPEG."""
        return self.pages[page - 1].jpeg

    def png(self, page: int = 1, *, levels: int = 16) -> bytes:
        """One page (from 1) as greyscale PNG with so many levels."""
        chosen = self.pages[page - 1]
        out = io.BytesIO()
        chosen.image.convert("L").quantize(levels).save(
            out, "PNG", dpi=(chosen.dpi, chosen.dpi), optimize=True
        )
        return out.getvalue()


def _black_white(image: Image.Image) -> Image.Image:
    return image.point(lambda grey: 255 if grey > 150 else 0).convert("1")


def _place(pdf: FPDF, word: PlacedWord) -> None:
    text = "".join(letter if LAYER_FONT.has(letter) else "?" for letter in word.text)
    font = LAYER_FONT.but(size=max(3.0, round(word.size, 1)))
    use_font(pdf, font)
    pdf.set_stretching(100 * word.width / max(0.1, font.width(text)))
    # Recognition programs write the space with the word; readers then need not guess it from the gap.
    pdf.text(word.x, word.y, f"{text} ")


def pictures(paper: Paper, dpi: int) -> Iterator[Image.Image]:
    """The pages as they look, greyscale, one at a time."""
    document = pypdfium2.PdfDocument(print_pdf(paper, outline=False))
    try:
        for page in document:
            yield page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
            page.close()
    finally:
        document.close()


def scan(
    paper: Paper, quality: Quality | str = "office", *, seed: int = 0, damage: Damage = NO_DAMAGE
) -> Scan:
    """Print the document and scan every page.

    Args:
        paper: the laid-out document.
        quality: "clean", "office", "poor" or settings of your own.
        seed: decides skew, noise and where dirt falls.
        damage: stamps, handwriting, holes and the like.
    """
    chosen = QUALITIES[quality] if isinstance(quality, str) else quality
    images = list(pictures(paper, chosen.dpi)) if damage.bleed else pictures(paper, chosen.dpi)
    backs = [*images[1:], None] if isinstance(images, list) else [None] * len(paper.sheets)
    pages = [
        scan_page(sheet, image, chosen, seed=seed, number=number, damage=damage, back=back)
        for number, (sheet, image, back) in enumerate(zip(paper.sheets, images, backs, strict=True), 1)
    ]
    return Scan(tuple(_spreads(pages, chosen) if damage.spread else pages), paper.title)


def _spreads(pages: list[ScannedPage], quality: Quality) -> list[ScannedPage]:
    """Pages two by two; a last odd one stays alone."""
    pairs = [spread(left, right, quality) for left, right in zip(pages[::2], pages[1::2], strict=False)]
    return [*pairs, *pages[2 * len(pairs) :]]
