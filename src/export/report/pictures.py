"""Small pictures of the pages, as they look, for the report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from ... import ingest
from ...errors import JusteraError
from ...schema import Reading
from ...settings import LimitSettings, OcrSettings
from .. import original
from ..files import make_folder, replacing
from ..remark import Remark

FOLDER = "pictures"
THUMBNAIL = f"{FOLDER}/thumbnail.jpg"

DPI = 110
"""Enough to read a typewritten page on a screen; three times the resolution would be nine times the bytes."""

THUMBNAIL_WIDTH = 120
QUALITY = 60

COLOURED = 24
"""Saturation, of 255, from which a spot counts as colour: paper yellows, and cameras tint."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """What could be pictured."""

    sizes: dict[int, tuple[int, int]]
    """Width and height in pixels, by page number."""
    problems: dict[int, Remark]
    """Why a page has no picture, by page number."""


def name(page: int) -> str:
    """The picture's file, relative to the document's folder."""
    return f"{FOLDER}/page-{page:04}.jpg"


def write(reading: Reading, folder: Path, source: Path) -> Pictures:
    """Picture every page; pages that cannot be, and files that are gone, are named with the reason.

    Raises:
        OutputError: the folder cannot be written.
    """
    numbers = [page.number for page in reading.document.pages]
    if reading.document.media_type.startswith("text/"):
        return Pictures({}, {})
    if why := original.problem(reading, source):
        return Pictures({}, dict.fromkeys(numbers, why))
    make_folder(folder / FOLDER)
    sizes: dict[int, tuple[int, int]] = {}
    problems: dict[int, Remark] = {}
    try:
        with _opened(source) as opened:
            for number in numbers:
                try:
                    sizes[number] = _write_page(opened, folder, number, thumbnail=not sizes)
                except JusteraError as error:
                    problems[number] = Remark.of_page(error)
                except (ValueError, MemoryError):
                    problems[number] = Remark.of("no_picture")
    except JusteraError as error:
        problems = dict.fromkeys(numbers, Remark.of_page(error))
    return Pictures(sizes, problems)


@contextmanager
def _opened(source: Path) -> Iterator[ingest.Source]:
    with ingest.open_source(source, OcrSettings(), LimitSettings(), name=source.name) as opened:
        yield opened


def _write_page(opened: ingest.Source, folder: Path, number: int, *, thumbnail: bool) -> tuple[int, int]:
    image = opened.image(number, DPI)
    if image is None:
        raise ValueError("the source has no pictures")
    image = image.convert("L" if _is_grey(image) else "RGB")
    _save(image, folder / name(number))
    if thumbnail:
        small = image.resize((THUMBNAIL_WIDTH, max(1, round(image.height * THUMBNAIL_WIDTH / image.width))))
        _save(small, folder / THUMBNAIL)
    return image.size


def _save(image: Image.Image, path: Path) -> None:
    with replacing(path) as temporary:
        image.save(temporary, "JPEG", quality=QUALITY)


def _is_grey(image: Image.Image) -> bool:
    """Whether the page holds no colour worth keeping; a coarse sample is enough."""
    if image.mode in ("1", "L"):
        return True
    sample = image.convert("RGB").resize((64, 64)).convert("HSV").getchannel("S")
    return not any(sample.histogram()[COLOURED:])
