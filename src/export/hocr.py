"""`document.hocr`: the whole document as hOCR 1.2, which is HTML with places and confidences."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from .. import __version__
from ..schema import Box, Document, Line, Page, Reading, Word
from .files import write_text
from .formats import Skip
from .markup import attribute, blocks, content
from .remark import Remark

FILE = "document.hocr"

DEFAULT_DPI = 300
"""Pixels per inch that places are counted in where no image was read."""

_HEAD = """<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="sv" lang="sv">
<head>
<meta charset="utf-8"/>
<title>{title}</title>
<meta name="ocr-system" content="justera {version}"/>
<meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf ocrp_lang"/>
<meta name="ocr-number-of-pages" content="{pages}"/>
<meta name="ocr-langs" content="sv"/>
<meta name="ocr-scripts" content="Latn"/>
</head>
<body>
"""


def write(reading: Reading, folder: Path, source: Path) -> None:
    """Write the file.

    Raises:
        Skip: a text file has no places, which hOCR is about.
    """
    document = reading.document
    if not any(page.width for page in document.pages):
        raise Skip(Remark.of("text_without_places"))
    write_text(folder / FILE, document_html(document))


def document_html(document: Document) -> str:
    """The document as hOCR."""
    head = _HEAD.format(title=content(document.name), version=__version__, pages=len(document.pages))
    return head + "".join(_page(document, page) for page in document.pages) + "</body>\n</html>\n"


def _page(document: Document, page: Page) -> str:
    dpi = page.dpi or DEFAULT_DPI
    image = document.name.replace("\\", "/").replace('"', "%22")
    whole = f"bbox 0 0 {page.width * dpi / 72:.0f} {page.height * dpi / 72:.0f}"
    title = f'image "{image}"; {whole}; ppageno {page.number - 1}; scan_res {dpi:.0f} {dpi:.0f}'
    body = "".join(
        _block(lines, f"{page.number}_{number}", dpi / 72) for number, lines in enumerate(blocks(page), 1)
    )
    return f'<div class="ocr_page" id="page_{page.number}" title={attribute(title)}>\n{body}</div>\n'


def _block(lines: Sequence[Line], name: str, scale: float) -> str:
    boxes = [box for line in lines if (box := line.box)]
    if not boxes:
        return ""
    place = _place(reduce(Box.union, boxes), scale)
    body = "".join(_line(line, f"{name}_{number}", scale) for number, line in enumerate(lines, 1))
    return (
        f'<div class="ocr_carea" id="block_{name}" title="{place}">'
        f'<p class="ocr_par" id="par_{name}" lang="sv" title="{place}">\n{body}</p></div>\n'
    )


def _line(line: Line, name: str, scale: float) -> str:
    if line.box is None:
        return ""
    words = " ".join(
        _word(word, word.box, f"{name}_{number}", scale)
        for number, word in enumerate(line.words, 1)
        if word.box is not None
    )
    return f'<span class="ocr_line" id="line_{name}" title="{_place(line.box, scale)}">{words}</span>\n'


def _word(word: Word, box: Box, name: str, scale: float) -> str:
    confidence = "" if word.confidence is None else f"; x_wconf {100 * word.confidence:.0f}"
    text = content(word.text)
    if word.bold:
        text = f"<strong>{text}</strong>"
    return f'<span class="ocrx_word" id="word_{name}" title="{_place(box, scale)}{confidence}">{text}</span>'


def _place(box: Box, scale: float) -> str:
    edges = (box.x0, box.top, box.x1, box.bottom)
    return "bbox " + " ".join(str(max(0, round(edge * scale))) for edge in edges)
