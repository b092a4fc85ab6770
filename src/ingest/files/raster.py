"""TIFF, PNG and JPEG files as pages: one frame in memory at a time, sizes checked before decoding."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from ...errors import DamagedInput, InputError, PageTooLarge, TooManyPixels
from ...schema import OutlineEntry, Word
from ...settings import OcrSettings
from ..ruling.ruling import Rule
from . import paper
from .sheets import Picture, Sheet

PLAUSIBLE_DPI = (60.0, 1300.0)
"""Scanners write 0 or 1 where they do not know; outside this range the page is taken to be A4."""

UNEVEN = 1.02
"""Fax images have 204 x 98 or 204 x 196 pixels per inch: from this ratio on they are stretched to square."""


class RasterSheet:
    """One frame of an image file."""

    rotation = 0
    is_scan = True

    def __init__(self, image: Image.Image, dpi: float) -> None:
        self._image = image
        self._dpi = dpi

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        width, height = self._image.size
        return width * 72 / self._dpi, height * 72 / self._dpi

    def layer(self) -> tuple[Word, ...]:
        """An image file has no text layer."""
        return ()

    def rules(self) -> tuple[Rule, ...]:
        """An image file draws no lines; they are found in the picture."""
        return ()

    def picture(self, dpi: float) -> Picture:
        """The frame at its own resolution."""
        return Picture(self._image, self._dpi)

    def view(self, dpi: float) -> Picture:
        """The frame, scaled."""
        factor = dpi / self._dpi
        width, height = self._image.size
        scaled = self._image.resize((max(1, round(width * factor)), max(1, round(height * factor))))
        return Picture(scaled, dpi)


class RasterSheets:
    """An image file with one or many frames.

    Raises:
        DamagedInput: the file cannot be decoded.
        PageTooLarge: its first frame has an absurd size.
        TooManyPixels: the first frame is over the limit.
    """

    def __init__(self, path: Path, settings: OcrSettings) -> None:
        self._name = path.name
        self._settings = settings
        with _mapped_errors(self._name):
            # Pillow's own limit warns, then raises; ours is checked instead, before anything is decoded.
            Image.MAX_IMAGE_PIXELS = None
            self._file = Image.open(path)
            self.count: int = getattr(self._file, "n_frames", 1)
        try:
            self._check_size(1)
        except InputError:
            self.close()
            raise

    def outline(self) -> tuple[OutlineEntry, ...]:
        """Image files have no bookmarks."""
        return ()

    @contextmanager
    def sheet(self, number: int) -> Iterator[Sheet]:
        """Frame `number` from 1."""
        with _mapped_errors(self._name):
            self._file.seek(number - 1)
        self._check_size(number)
        with _mapped_errors(self._name):
            horizontal, vertical = _dpi(self._file)
            # A copy, so that the file object does not keep every frame that was decoded.
            image = ImageOps.exif_transpose(_flattened(self._file.copy()))
        yield RasterSheet(_squared(image, horizontal, vertical), max(horizontal, vertical))

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _check_size(self, number: int) -> None:
        width, height = self._file.size
        if width * height > self._settings.max_pixels:
            limit = self._settings.max_pixels
            raise TooManyPixels(
                f"{self._name}: page {number} has {width} x {height} pixels, the limit is {limit}"
            )
        longest = max(width * 72 / _dpi(self._file)[0], height * 72 / _dpi(self._file)[1])
        if longest > self._settings.max_page_points:
            raise PageTooLarge(f"{self._name}: page {number} is {longest:.0f} points long")


@contextmanager
def _mapped_errors(name: str) -> Iterator[None]:
    """Pillow's errors as ours: its decoders raise many kinds for a broken file."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except UnidentifiedImageError as error:  # Pillow's words for it are the file's path
        raise DamagedInput(f"{name}: the image is truncated or broken") from error
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError) as error:
        raise DamagedInput(f"{name}: the image is truncated or broken ({error})") from error


def _dpi(image: Image.Image) -> tuple[float, float]:
    """Pixels per inch across and down; from the page size A4 where the file does not say."""
    low, high = PLAUSIBLE_DPI
    longest = max(image.size)
    stated = image.info.get("dpi", (0, 0))
    horizontal, vertical = float(stated[0] or 0), float(stated[1] or 0)
    if not (low <= horizontal <= high and low <= vertical <= high):
        horizontal = vertical = low
    believed = paper.dpi(longest, max(horizontal, vertical)) / max(horizontal, vertical)
    return horizontal * believed, vertical * believed


def _flattened(image: Image.Image) -> Image.Image:
    """Grey or RGB; transparent parts are paper."""
    if image.mode in ("1", "L", "RGB"):
        return image
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value / 256).convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        solid = image.convert("RGBA")
        paper = Image.new("RGBA", solid.size, "white")
        return Image.alpha_composite(paper, solid).convert("RGB")
    return image.convert("RGB")


def _squared(image: Image.Image, horizontal: float, vertical: float) -> Image.Image:
    if max(horizontal, vertical) / min(horizontal, vertical) < UNEVEN:
        return image
    best = max(horizontal, vertical)
    width, height = image.size
    grey = image.convert("L") if image.mode == "1" else image
    return grey.resize((round(width * best / horizontal), round(height * best / vertical)))
