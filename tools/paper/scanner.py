"""A page's picture put through a scanner: turned, blurred, lit unevenly, noisy, stored as JPEG.

Everything follows from the seed; the same page, quality, damage and seed give the same bytes.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from . import marks, tint
from .quality import NO_DAMAGE, Damage, Quality
from .sheet import PlacedWord, Sheet

GRAIN = 768
"""Width and height of the tile of noise in pixels."""


@dataclass(frozen=True)
class ScannedPage:
    """One scanned image and what is known about it."""

    jpeg: bytes
    """The image as stored, greyscale unless it has coloured marks."""
    dpi: int
    text: str
    """The true text; stamps and handwriting are not in it."""
    words: tuple[PlacedWord, ...]
    """The printed words where they stand in the image, in points from its top left; none on turned pages."""
    rotation: int = 0
    """Degrees clockwise that the page lies turned in the image."""

    @cached_property
    def image(self) -> Image.Image:
        """The picture, decoded."""
        picture = Image.open(io.BytesIO(self.jpeg))
        picture.load()
        return picture

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.image.width * 72 / self.dpi, self.image.height * 72 / self.dpi


def _surface(random: np.random.Generator, size: tuple[int, int], low: float, high: float) -> Image.Image:
    """A smooth surface of grey levels between two shares of white."""
    coarse = Image.fromarray(random.uniform(255 * low, 255 * high, (4, 3)).round().astype(np.uint8))
    return coarse.resize(size, Image.Resampling.BICUBIC)


def _light(random: np.random.Generator, size: tuple[int, int], loss: float) -> Image.Image:
    """Light that falls off towards one side and the edges of the glass."""
    across = np.linspace(0, 1, 64)
    if random.random() < 0.5:
        across = across[::-1]
    side = loss * (0.75 * across[None, :] ** 2 + 0.25 * np.abs(np.linspace(-1, 1, 64))[:, None] ** 3)
    return Image.fromarray((255 * (1 - side)).round().astype(np.uint8)).resize(size, Image.Resampling.BICUBIC)


STROKE = 30
"""Width and height in pixels of the patch that one stroke of a typewriter inks evenly."""


def _strokes(random: np.random.Generator, size: tuple[int, int], worn: float) -> Image.Image:
    """Ink lost stroke by stroke; most strokes lose little."""
    cells = -(-size[1] // STROKE), -(-size[0] // STROKE)
    lost = 255 * worn * random.beta(1.2, 2.2, cells)
    return Image.fromarray(lost.round().astype(np.uint8)).resize(size, Image.Resampling.BILINEAR)


def _print(
    page: Image.Image,
    back: Image.Image | None,
    quality: Quality,
    random: np.random.Generator,
    *,
    bleed: float = 0.0,
    worn: float = 0.0,
) -> Image.Image:
    """Ink on paper: contrast, fading and what shows through from the other side."""
    if worn:
        page = ImageChops.screen(page, _strokes(random, page.size, worn))
    if quality.fade:
        page = ImageChops.screen(page, _surface(random, page.size, 0.0, quality.fade))
    if back is not None and bleed and back.size == page.size:
        mirrored = back.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.BoxBlur(2))
        page = ImageChops.darker(page, mirrored.point(lambda grey: 255 - bleed * (255 - grey)))
    span = quality.paper - quality.ink
    return page.point(lambda grey: quality.ink + span * grey / 255)


def _noise(random: np.random.Generator, size: tuple[int, int], deviation: float) -> Image.Image:
    """Grain around grey level 128; a tile repeats, as grain for a whole page takes as long as the scan."""
    grain = 128 + deviation * random.standard_normal((GRAIN, GRAIN), dtype=np.float32)
    repeats = -(-size[1] // GRAIN), -(-size[0] // GRAIN)
    tiled = np.tile(grain.round().clip(0, 255).astype(np.uint8), repeats)
    return Image.fromarray(np.ascontiguousarray(tiled[: size[1], : size[0]]))


@cache
def _lens(radius: float) -> ImageFilter.Kernel:
    """A Gaussian of nine pixels, four times faster than a true one and enough below one pixel of radius."""
    near, far = math.exp(-0.5 / radius**2), math.exp(-1 / radius**2)
    return ImageFilter.Kernel((3, 3), (far, near, far, near, 1, near, far, near, far))


def _sense(image: Image.Image, quality: Quality, random: np.random.Generator) -> Image.Image:
    """Lens, lamp and sensor."""
    if quality.noise:
        image = ImageChops.add(image, _noise(random, image.size, quality.noise), 1, -128)
    # Blurred after the grain, as a scanner's own filter does it: grain in neighbours is alike.
    image = image.filter(_lens(quality.blur))
    return ImageChops.multiply(image, _light(random, image.size, quality.uneven)) if quality.uneven else image


def _placed(word: PlacedWord, angle: float, width: float, height: float) -> PlacedWord:
    """Where a word stands after the page was turned counter-clockwise about its middle."""
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    dx, dy = word.x - width / 2, word.y - height / 2
    return PlacedWord(
        word.text,
        width / 2 + dx * cosine + dy * sine,
        height / 2 - dx * sine + dy * cosine,
        word.width,
        word.size,
    )


def scan_page(
    sheet: Sheet,
    picture: Image.Image,
    quality: Quality,
    *,
    seed: int,
    number: int = 1,
    damage: Damage = NO_DAMAGE,
    back: Image.Image | None = None,
) -> ScannedPage:
    """Scan one page whose picture was rendered at the quality's resolution."""
    random = np.random.default_rng((seed, number))
    angle = float(random.uniform(-quality.skew, quality.skew))
    image = _print(picture.convert("L"), back, quality, random, bleed=damage.bleed, worn=damage.worn)
    _mark(image, sheet, quality, damage, number, random)
    if angle:
        image = image.rotate(angle, Image.Resampling.BILINEAR, fillcolor=quality.paper)
    if damage.border:
        marks.darken_edges(image, random)
    if damage.folds:
        marks.crease(image, random, damage.folds)
    image = _sense(image, quality, random)
    if quality.threshold is not None:
        image = image.point([0 if grey < quality.threshold else 255 for grey in range(256)])
    if damage.in_colour:
        image = tint.laid_over(image, _tinted(image.size, sheet, quality, damage, number, random))
    rotation = damage.rotation_of(number)
    if rotation:
        image = image.rotate(-rotation, expand=True)
    words = tuple(_placed(word, angle, sheet.width, sheet.height) for word in sheet.words)
    return ScannedPage(as_jpeg(image, quality), quality.dpi, sheet.text, () if rotation else words, rotation)


def _tinted(
    size: tuple[int, int],
    sheet: Sheet,
    quality: Quality,
    damage: Damage,
    number: int,
    random: np.random.Generator,
) -> Image.Image:
    """The coloured marks of a page."""
    over, scale = tint.sheet(size), quality.dpi / 72
    for text in damage.colour_stamps if number == 1 else ():
        tint.stamp(over, random, text, scale)
    if damage.blue_ink:
        tint.sign(over, random, sheet.signed, scale)
    return over


def _mark(
    image: Image.Image,
    sheet: Sheet,
    quality: Quality,
    damage: Damage,
    number: int,
    random: np.random.Generator,
) -> None:
    scale = quality.dpi / 72
    if damage.handwriting:
        marks.sign(image, random, sheet.signed, scale)
        if number == 1:
            marks.note(image, random, scale)
    for text in damage.stamps if number == 1 else ():
        marks.stamp(image, random, text, scale)
    if damage.holes:
        marks.punch(image, random, quality.dpi)
    if damage.speckle:
        marks.sprinkle(image, random, damage.speckle, quality.dpi)


def as_jpeg(image: Image.Image, quality: Quality) -> bytes:
    """The image as JPEG with its resolution, in colour if it is, else greyscale."""
    out = io.BytesIO()
    (image if image.mode == "RGB" else image.convert("L")).save(
        out, "JPEG", quality=quality.jpeg, dpi=(quality.dpi, quality.dpi)
    )
    return out.getvalue()


def _across(shadow: np.ndarray[tuple[int], np.dtype[np.floating]], dimensions: int) -> np.ndarray:
    """The shadow along the width, for a picture in grey (2) or in colour (3)."""
    return shadow[None, :] if dimensions == 2 else shadow[None, :, None]


def spread(left: ScannedPage, right: ScannedPage, quality: Quality) -> ScannedPage:
    """Two pages of a bound volume side by side in one image, a shadow in the fold."""
    wide = Image.new(
        left.image.mode, (left.image.width + right.image.width, left.image.height), quality.paper
    )
    wide.paste(left.image, (0, 0))
    wide.paste(right.image, (left.image.width, 0))
    pixels = np.asarray(wide, np.float32)
    distance = np.abs(np.arange(wide.width) - left.image.width) / quality.dpi
    shadow = 1 - 0.55 * np.exp(-((distance / 0.18) ** 2))
    image = Image.fromarray((pixels * _across(shadow, pixels.ndim)).clip(0, 255).astype(np.uint8))
    shift = left.size[0]
    moved = (PlacedWord(w.text, w.x + shift, w.y, w.width, w.size) for w in right.words)
    return ScannedPage(
        as_jpeg(image, quality), quality.dpi, f"{left.text}\n{right.text}", (*left.words, *moved)
    )
