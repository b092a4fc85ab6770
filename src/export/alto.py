"""`alto/0001.xml`, ...: one ALTO 4.4 file per page, words with place, confidence and alternatives.

Lengths are pixels of the image that was read; where none was, 1/1200 inch. Schema: loc.gov/standards/alto.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from .. import __version__
from ..schema import Box, Document, Line, Page, Reading, Word
from .files import make_folder, write_text
from .markup import attribute, blocks, content

FOLDER = "alto"

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://www.loc.gov/standards/alto/ns-v4# http://www.loc.gov/standards/alto/v4/alto-4-4.xsd"
 SCHEMAVERSION="4.4">
"""

_INCH_1200 = 1200 / 72


def write(reading: Reading, folder: Path, source: Path) -> None:
    """Write a file for each page."""
    target = folder / FOLDER
    make_folder(target)
    repaired = {change.page for change in reading.changes}
    for page in reading.document.pages:
        text = page_xml(reading.document, page, repaired=page.number in repaired)
        write_text(target / f"{page.number:04}.xml", text)


def page_xml(document: Document, page: Page, *, repaired: bool) -> str:
    """One page as ALTO.

    Args:
        document: that the page is of.
        page: as repaired.
        repaired: whether the ledger has changes on the page.
    """
    scale = page.dpi / 72 if page.dpi else _INCH_1200
    doubts = tuple(dict.fromkeys(word.doubt.en for word in page.words if word.doubt))
    return _HEAD + "".join(
        [
            _description(document, page, repaired=repaired),
            _tags(doubts),
            _layout(page, scale, {doubt: f"DOUBT{number}" for number, doubt in enumerate(doubts, 1)}),
            "</alto>\n",
        ]
    )


def _description(document: Document, page: Page, *, repaired: bool) -> str:
    steps = [("contentGeneration", f"{page.origin}: {page.reason}")]
    if repaired:
        steps.append(("contentModification", "repair of Swedish text, every change in changes.jsonl"))
    processing = "".join(
        f'<Processing ID="STEP{number}"><processingCategory>{category}</processingCategory>'
        f"<processingStepDescription>{content(text)}</processingStepDescription>"
        "<processingSoftware><softwareName>justera</softwareName>"
        f"<softwareVersion>{__version__}</softwareVersion></processingSoftware></Processing>\n"
        for number, (category, text) in enumerate(steps, 1)
    )
    return (
        f"<Description><MeasurementUnit>{'pixel' if page.dpi else 'inch1200'}</MeasurementUnit>\n"
        f"<sourceImageInformation><fileName>{content(document.name)}</fileName>"
        f'<fileIdentifier fileIdentifierLocation="sha256">{document.sha256}</fileIdentifier>'
        f"</sourceImageInformation>\n{processing}</Description>\n"
    )


def _tags(doubts: Sequence[str]) -> str:
    tags = "".join(
        f'<OtherTag ID="DOUBT{number}" TYPE="doubt" LABEL={attribute(doubt)}/>'
        for number, doubt in enumerate(doubts, 1)
    )
    return f"<Tags>{tags}</Tags>\n" if tags else ""


def _layout(page: Page, scale: float, tags: dict[str, str]) -> str:
    confidence = "" if page.confidence is None else f' PC="{page.confidence:.4f}"'
    size = f' WIDTH="{page.width * scale:.0f}" HEIGHT="{page.height * scale:.0f}"' if page.width else ""
    quality = ' QUALITY="Damaged"' if page.fault else ""
    body = "".join(
        _block(lines, f"P{page.number}B{number}", scale, tags) for number, lines in enumerate(blocks(page), 1)
    )
    name = f'ID="P{page.number}" PHYSICAL_IMG_NR="{page.number}"'
    return (
        f'<Layout><Page {name}{size}{confidence}{quality} LANG="sv">'
        f"<PrintSpace>\n{body}</PrintSpace></Page></Layout>\n"
    )


def _block(lines: Sequence[Line], name: str, scale: float, tags: dict[str, str]) -> str:
    boxes = [box for line in lines if (box := line.box)]
    body = "".join(_line(line, f"{name}L{number}", scale, tags) for number, line in enumerate(lines, 1))
    return f'<TextBlock ID="{name}"{_around(boxes, scale)} LANG="sv">\n{body}</TextBlock>\n'


def _line(line: Line, name: str, scale: float, tags: dict[str, str]) -> str:
    box = line.box
    place = _place(box, scale) if box else ""
    return f'<TextLine ID="{name}"{place}>{"<SP/>".join(_words(line, name, scale, tags))}</TextLine>\n'


def _words(line: Line, name: str, scale: float, tags: dict[str, str]) -> Iterator[str]:
    for number, word in enumerate(line.words, 1):
        attributes = f' ID="{name}S{number}"' + _attributes(word, scale, tags)
        others = "".join(f"<ALTERNATIVE>{content(text)}</ALTERNATIVE>" for text in word.alternatives)
        yield f"<String{attributes}>{others}</String>" if others else f"<String{attributes}/>"


def _attributes(word: Word, scale: float, tags: dict[str, str]) -> str:
    doubt = f' TAGREFS="{tags[word.doubt.en]}"' if word.doubt else ""
    place = _place(word.box, scale) if word.box else ""
    bold = ' STYLE="bold"' if word.bold else ""
    confidence = "" if word.confidence is None else f' WC="{word.confidence:.4f}"'
    return f"{doubt}{place} CONTENT={attribute(word.text)}{bold}{confidence}"


def _place(box: Box, scale: float) -> str:
    left, top = round(box.x0 * scale), round(box.top * scale)
    width, height = round(box.x1 * scale) - left, round(box.bottom * scale) - top
    return f' HPOS="{left}" VPOS="{top}" WIDTH="{width}" HEIGHT="{height}"'


def _around(boxes: Sequence[Box], scale: float) -> str:
    if not boxes:
        return ""
    around = boxes[0]
    for box in boxes[1:]:
        around = around.union(box)
    return _place(around, scale)
