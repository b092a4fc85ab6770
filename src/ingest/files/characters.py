"""What a page of a PDF draws: its characters, lines and boxes, in the file's order.

As pdfplumber's `page.chars` has them, but with what is needed only: to look into the colours and all else of
each character took half of a text layer's time.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pdfminer.layout import LTChar, LTContainer, LTLine, LTRect
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.utils import Matrix, apply_matrix_rect
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
from pdfplumber.utils.exceptions import PdfminerException

from .holes import Char


@dataclass(frozen=True, slots=True)
class Drawn:
    """Of one page."""

    chars: list[Char]
    lines: list[Char] = field(default_factory=list)
    boxes: list[Char] = field(default_factory=list)


def drawn(page: Page) -> Drawn:
    """What the page draws.

    Raises:
        PdfminerException: its content cannot be parsed.
    """
    device = _Device(page)
    try:
        PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    except Exception as error:
        raise PdfminerException(error) from error
    found = Drawn(device.chars)
    waiting = [iter(device.get_result())]
    while waiting:
        for item in waiting[-1]:
            if isinstance(item, LTLine):
                found.lines.append(page.process_object(item))
            elif isinstance(item, LTRect):
                found.boxes.append(page.process_object(item))
            elif isinstance(item, LTContainer):
                waiting.append(iter(item))
                break
        else:
            waiting.pop()
    return found


class _Device(PDFPageAggregatorWithMarkedContent):
    """Takes characters down as they are printed."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
        self._height, (self._left, self._top) = float(page.height), page.mediabox[:2]
        self.chars: list[Char] = []

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        """A character's advance."""
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = self.handle_undefined_char(font, cid)
        width = font.char_width(cid)
        if font.is_vertical():
            disp = font.char_disp(cid)
            item = LTChar(matrix, font, fontsize, scaling, rise, text, width, disp, ncs, graphicstate)
            self._take(text, item.bbox, item.size, item.upright, font)
            return item.adv
        advance = width * fontsize * scaling
        low = font.get_descent() * fontsize + rise
        x0, y0, x1, y1 = apply_matrix_rect(matrix, (0, low, advance, low + fontsize))
        box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
        a, b, c, d, _, _ = matrix
        self._take(text, box, box[3] - box[1], a * d * scaling > 0 and b * c <= 0, font)
        return advance

    def _take(self, text: str, box: Any, size: float, upright: bool, font: PDFFont) -> None:
        x0, y0, x1, y1 = box
        self.chars.append(
            {
                "text": text,
                "x0": x0 + self._left,
                "x1": x1 + self._left,
                "top": self._height - y1 + self._top,
                "bottom": self._height - y0 + self._top,
                "size": size,
                "upright": upright,
                "fontname": font.fontname,
            }
        )
