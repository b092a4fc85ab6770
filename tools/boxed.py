"""A record beside its pages: every value boxed where it stands, for a person to check.

    python -m tools.boxed FILE -o FOLDER [--pages 1-2]

writes one PNG for each page, the page on the left, the values at the right in the order of the page, each
with a number that also stands at its box.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from justera import ingest
from justera.pipeline import read_document
from justera.schema import Record
from justera.settings import Settings

from .paper.fonts import Font

DPI = 110
PANEL = 620
"""Width of the list of values, in pixels."""

COLOURS = {
    "decisions": (200, 30, 30),
    "votes": (150, 60, 170),
    "reservations": (190, 110, 0),
    "motions": (0, 120, 120),
    "attendance": (30, 90, 200),
    "meeting": (20, 130, 60),
    "number": (200, 30, 30),
    "title": (20, 20, 20),
}
"""By a part of the pointer; other values are grey. Sections are left out: they would cover the page."""

LEFT_OUT = ("/sections/", "/proposition_order", "/kind", "/contents/")


@dataclass(frozen=True, slots=True)
class Mark:
    """One value on one page."""

    pointer: str
    box: tuple[float, float, float, float]
    value: str

    @property
    def colour(self) -> tuple[int, int, int]:
        """Of its kind of value."""
        return next((colour for part, colour in COLOURS.items() if part in self.pointer), (110, 110, 110))


def marks(record: Record, page: int) -> list[Mark]:
    """The values with a box on a page, from the top down; where one place says several things, the first."""
    found = {
        (place.box, pointer.rsplit("/", 1)[0]): Mark(pointer, place.box, _value(record, pointer))
        for pointer, places in record.evidence.items()
        for place in places
        if place.page == page and place.box is not None and not any(part in pointer for part in LEFT_OUT)
    }
    return sorted(found.values(), key=lambda mark: (mark.box[1], mark.box[0]))


def _value(record: Record, pointer: str) -> str:
    node: object = record.model_dump(mode="json")
    for part in pointer.split("/")[1:]:
        node = node[int(part)] if isinstance(node, list) else node[part] if isinstance(node, dict) else node
    return " ".join(str(node).split())


def draw(page: Image.Image, found: list[Mark], scale: float) -> Image.Image:
    """The page with boxes, and the list of values beside it."""
    sheet = Image.new("RGB", (page.width + PANEL, page.height), "white")
    sheet.paste(page.convert("RGB"))
    pen = ImageDraw.Draw(sheet)
    small = _font(12)
    for number, (mark, y) in enumerate(zip(found, _rows(len(found), page.height), strict=True), 1):
        x0, top, x1, bottom = (value * scale for value in mark.box)
        pen.rectangle((x0 - 2, top - 2, x1 + 2, bottom + 2), outline=mark.colour, width=2)
        pen.text((max(0, x0 - 20), top - 2), str(number), fill=mark.colour, font=small)
        text = f"{number}  {mark.pointer.removeprefix('/')}: {mark.value}"
        pen.text((page.width + 10, y), _cut(text, small, PANEL - 20), fill=mark.colour, font=small)
    return sheet


def _rows(count: int, height: int) -> Iterator[float]:
    step = min(17.0, (height - 20) / max(1, count))
    yield from (8 + step * index for index in range(count))


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while font.getlength(text) > width:
        text = text[:-6] + "…"
    return text


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(Font("arial", size).file, size)


def main(arguments: list[str] | None = None) -> None:
    """Read the document and write its pages."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    parser.add_argument("--pages", type=int, nargs="*", help="page numbers; all by default")
    given = parser.parse_args(arguments)
    settings = Settings()
    reading = read_document(given.file, settings)
    given.out.mkdir(parents=True, exist_ok=True)
    with ingest.open_source(given.file, settings.ocr, settings.limits, name=given.file.name) as source:
        for page in reading.document.pages:
            if given.pages and page.number not in given.pages:
                continue
            picture = source.image(page.number, DPI)
            if picture is None:
                print(f"{given.file}: a text file has no pages to draw on")
                return
            sheet = draw(picture, marks(reading.record, page.number), DPI / 72)
            path = given.out / f"{given.file.stem}-{page.number}.png"
            sheet.save(path)
            print(path)


if __name__ == "__main__":
    main()
