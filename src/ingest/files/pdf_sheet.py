"""One page of a PDF: what covers it, its text layer, its image."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from ...errors import DamagedInput, TooManyPixels
from ...schema import Word
from ...settings import OcrSettings
from ..ruling.ruling import Rule
from . import paper
from .layer import TextLayers
from .sheets import Picture

POINTS = 72.0
"""To the inch."""

UNEVEN = 0.03
"""Difference of an image's resolutions across and down from which on its pixels are not square."""

COVERS = 0.8
"""Share of the page that an image covers when the page is a scan; margins are sometimes cut off."""

SCAN_DPI = (150.0, 400.0)
"""A page with several images is rendered at the finest one's resolution, within these bounds."""

UPRIGHT_TOLERANCE = 0.01
"""Shear or rotation of an image's matrix, relative to its scale, that is let pass."""

_PAINTED = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)
_TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}


@dataclass(frozen=True, slots=True)
class _Content:
    """What is drawn on a page."""

    images: tuple[Any, ...]
    covering: tuple[Any, ...]
    painted: bool
    visible_text: bool
    any_text: bool


class PdfSheet:
    """An open page of a PDF."""

    def __init__(self, page: Any, number: int, name: str, layers: TextLayers, settings: OcrSettings) -> None:
        self._page = page
        self._number = number
        self._where = f"{name}: page {number}"
        self._layers = layers
        self._settings = settings

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, turned by /Rotate."""
        width, height = self._page.get_size()
        return float(width), float(height)

    @property
    def rotation(self) -> int:
        """The page's /Rotate, 0 to 270."""
        return int(self._page.get_rotation()) % 360

    @property
    def is_scan(self) -> bool:
        """True where an image covers the page."""
        return bool(self._content.covering)

    def layer(self) -> tuple[Word, ...]:
        """The text layer's words."""
        if not self._content.any_text:
            return ()
        return self._layers.words(self._number, typeset=not self.is_scan)

    def rules(self) -> tuple[Rule, ...]:
        """The ruled lines that are drawn on a page whose layer was read."""
        return self._layers.rules(self._number)

    def picture(self, dpi: float) -> Picture:
        """The scan's own image where it is all there is to see; else the page rendered."""
        self._check_pixels()
        own = self._own_image()
        if own is not None:
            return own
        if self.is_scan:
            low, high = SCAN_DPI
            dpi = min(high, max(low, *(self._resolution(image) for image in self._content.covering)))
        return self.view(dpi)

    def view(self, dpi: float) -> Picture:
        """The page as it looks, coarser where that would be more pixels than may be."""
        self._check_pixels()
        width, height = self.size
        scale = min(dpi / self._inch, sqrt(self._settings.max_pixels / max(1.0, width * height)))
        try:
            bitmap = self._page.render(scale=scale, may_draw_forms=True)
            try:
                picture: Image.Image = bitmap.to_pil().convert("RGB")
            finally:
                bitmap.close()
        except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
            raise DamagedInput(f"{self._where} cannot be rendered ({error})") from error
        return Picture(picture, scale * self._inch, inch=self._inch)

    @cached_property
    def _content(self) -> _Content:
        width, height = self.size
        objects = list(self._page.get_objects(max_depth=5))
        images = tuple(item for item in objects if item.type == pdfium.FPDF_PAGEOBJ_IMAGE)
        texts = [item for item in objects if item.type == pdfium.FPDF_PAGEOBJ_TEXT]
        return _Content(
            images=images,
            covering=tuple(image for image in images if _area(image) >= COVERS * width * height),
            painted=any(item.type in _PAINTED for item in objects),
            visible_text=any(_is_visible(text) for text in texts),
            any_text=bool(texts),
        )

    def _own_image(self) -> Picture | None:
        """The image itself: rendering would sample it a second time."""
        content = self._content
        if len(content.images) != 1 or not content.covering or content.painted or content.visible_text:
            return None
        (image,) = content.images
        if not _stands_upright(image) or not _has_square_pixels(image):
            return None
        try:
            bitmap = image.get_bitmap(render=False)
            picture: Image.Image = bitmap.to_pil().copy()
        except (pypdfium2.PdfiumError, ValueError, KeyError):
            # Odd colour spaces: the renderer knows them all.
            return None
        turned = picture.transpose(_TURNS[self.rotation]) if self.rotation else picture
        x0, top = self._corner(image)
        return Picture(turned, self._resolution(image), x0, top, self._inch)

    @cached_property
    def _inch(self) -> float:
        """Points to the inch of paper, which is not 72 where a scan's file does not know its size."""
        finest = max((max(_pixels_per_point(image)) for image in self._content.covering), default=0.0)
        if not finest:
            return POINTS
        stated = finest * POINTS
        return POINTS * paper.dpi(max(self.size) * finest, stated) / stated

    def _resolution(self, image: Any) -> float:
        """Pixels to the inch of paper, the finer way."""
        return max(_pixels_per_point(image)) * self._inch

    def _corner(self, image: Any) -> tuple[float, float]:
        """The image's upper left corner on the turned page."""
        left, bottom, right, top = image.get_bounds()
        page_left, page_bottom, page_right, page_top = self._page.get_cropbox()
        return {
            0: (left - page_left, page_top - top),
            90: (bottom - page_bottom, left - page_left),
            180: (page_right - right, bottom - page_bottom),
            270: (page_top - top, page_right - right),
        }[self.rotation]

    def _check_pixels(self) -> None:
        """Read from the images' dictionaries, before any is decoded."""
        for image in self._content.images:
            width, height = image.get_px_size()
            if width * height > self._settings.max_pixels:
                limit = self._settings.max_pixels
                raise TooManyPixels(
                    f"{self._where} has an image of {width} x {height} pixels, the limit is {limit}"
                )


def _area(image: Any) -> float:
    left, bottom, right, top = image.get_bounds()
    return float((right - left) * (top - bottom))


def _is_visible(text: Any) -> bool:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(text.raw)
    return bool(mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _stands_upright(image: Any) -> bool:
    a, b, c, d, _, _ = image.get_matrix().get()
    return bool(a > 0 and d > 0 and max(abs(b), abs(c)) < UPRIGHT_TOLERANCE * min(a, d))


def _has_square_pixels(image: Any) -> bool:
    """Whether the resolution is nearly the same across and down; a fax has 204 by 98 pixels to the inch."""
    across, down = _pixels_per_point(image)
    return abs(across - down) < UNEVEN * max(across, down)


def _pixels_per_point(image: Any) -> tuple[float, float]:
    """Across and down the page that the image is drawn on."""
    left, bottom, right, top = image.get_bounds()
    width, height = image.get_px_size()
    return width / max(float(right - left), 1.0), height / max(float(top - bottom), 1.0)
