"""A page's image made easy to read: even light, full contrast, straight lines, no specks.

Measured on printed pages of all qualities: light and contrast, after a slight blur that takes the grain
away, leave a twentieth of the errors on poor scans and a tenth on faint typewriting. What a page does not
need is not done to it. Words are placed on the page as it was, `Prepared.back`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin, tan

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

from ...schema import Box
from ..engine.tsv import Frame
from . import colour, inverted

BLUR = 0.7
"""Radius in pixels; grain of one pixel goes, strokes of three stay."""

PAPER_DPI = 25
"""Resolution at which the paper's own brightness is judged: letters vanish in a median."""

PAPER_WINDOW = 9
"""Pixels at that resolution, 0.36 inch: wider than a bold heading's strokes."""

FULL_INK = 80.0
"""Percentile of the ink's darkness that counts as full ink: strokes have soft edges."""

INK_SHARE = 99.0
"""Percentile of a page's darkness that is full ink, where it is ink at all: 5 % of a printed page are."""

ALIKE = 0.6
"""Share of the ink's own darkness that this percentile has where it lies in ink, not in grain."""

QUARTILE = 0.674
"""The upper quartile of grain, in standard deviations."""

CLEAR_OF_GRAIN = 5.0
"""Standard deviations; darker than this is ink, up to twice `LEAST_INK`, where a quarter of a page is black.
Told from the grain and not by a share of the page: a page with a narrow list has 1 % of ink, and where 5 %
were expected its grain was made black (200 dpi: CER 0.92, now 0.01)."""

LEAST_SHARE = 0.0005
"""Of a page's pixels; where less is ink, the page has a line or a number only."""

SPARSE_DPI, SPARSE_INK = 100, 40
"""Resolution, and its darkest pixels that are left out, on a page with a line or a number only: there grain
averages out, and a page's number has sixty dark pixels."""

LEAST_INK = 24
"""Grey levels; a page whose ink is not darker than this is empty, and contrast would only show its grain."""

FLOOR, CEILING = 0.10, 0.95
"""Shares of full ink that become white and black."""

GRAIN_FLOOR = 2.0
"""Standard deviations of grain that become white too: on a page of six lines Tesseract's threshold lay in it,
and nothing was read."""

SKEW_DPI = 100
STEEPEST = 5.0
"""Degrees; more than this is not skew but a photograph."""

LEAST_SKEW = 0.3
"""Degrees; below, turning costs more sharpness than it straightens."""

SPECK_AREA = 0.00033
"""Square inches (30 pixels at 300 dpi) of ink with nothing around it: dirt; a hyphen alone has 48 pixels."""

SPECK_REACH = 0.09
"""Inches around a speck in which there is nothing else."""

INK_TABLE = [1 if level < 160 else 0 for level in range(256)]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An image to read, and the way back to the page."""

    image: Image.Image
    angle: float
    """Degrees counter-clockwise that the image was turned."""
    care: tuple[str, ...]
    """What was done, for the page's reason."""

    def back(self, box: Box, frame: Frame) -> Box:
        """Where a box in points of the prepared image lay before it was turned."""
        return self._turned(box, frame, self.angle)

    def forth(self, box: Box, frame: Frame) -> Box:
        """Where a box in points of the page lies in the prepared image."""
        return self._turned(box, frame, -self.angle)

    def _turned(self, box: Box, frame: Frame, angle: float) -> Box:
        """The box moved with its middle; it stays upright, as words are small."""
        if not self.angle:
            return box
        sine, cosine = sin(radians(angle)), cos(radians(angle))
        middle_x = frame.x0 + self.image.width * frame.scale / 2
        middle_y = frame.top + self.image.height * frame.scale / 2
        dx, dy = (box.x0 + box.x1) / 2 - middle_x, (box.top + box.bottom) / 2 - middle_y
        x, y = middle_x + dx * cosine - dy * sine, middle_y + dx * sine + dy * cosine
        return Box(x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2)


def prepare(image: Image.Image, dpi: float) -> Prepared:
    """Do to the image what it needs."""
    grey, marked = (image, False) if image.mode == "L" else colour.without_marks(image, dpi)
    care = ["coloured marks over print dropped"] if marked else []
    angle = skew(grey, dpi)
    if abs(angle) >= LEAST_SKEW:
        grey = grey.rotate(angle, resample=Image.Resampling.BILINEAR, fillcolor=_paper_level(grey))
        care.append(f"straightened by {angle:.1f}°")
    else:
        angle = 0.0
    grey, bars = inverted.light_print_darkened(grey, dpi)
    if bars:
        care.append(f"light print on {bars} dark bars made dark on light")
    if not _is_bilevel(grey):
        grey = _evened(grey.filter(_soft(BLUR)), dpi)
        care.append("light and contrast evened")
    cleaned, specks = without_specks(grey, dpi)
    if specks:
        care.append(f"{specks} specks removed")
    return Prepared(cleaned, angle, tuple(care))


def _is_bilevel(grey: Image.Image) -> bool:
    """True for black and white scans: nearly nothing in between."""
    counts = np.array(grey.histogram())
    return bool(counts[32:224].sum() < 0.001 * counts.sum())


def _soft(radius: float) -> ImageFilter.Kernel:
    """A Gaussian of nine pixels: a fifth of the time of a true one, and enough below one pixel of radius."""
    near, far = np.exp(-0.5 / radius**2), np.exp(-1 / radius**2)
    return ImageFilter.Kernel((3, 3), (far, near, far, near, 1, near, far, near, far))


def _paper_level(grey: Image.Image) -> int:
    return int(np.median(np.asarray(grey.reduce(8))))


def _evened(grey: Image.Image, dpi: float) -> Image.Image:
    """Paper white and ink black all over the page."""
    factor = max(1, round(dpi / PAPER_DPI))
    small = grey.reduce(factor)
    window = min(PAPER_WINDOW, (min(small.size) - 1) // 2 * 2 + 1)
    paper = small.filter(ImageFilter.MedianFilter(max(3, window))).filter(ImageFilter.BoxBlur(3))
    darkness = ImageChops.subtract(paper.resize(grey.size, Image.Resampling.BILINEAR), grey)
    grain = float(np.percentile(np.asarray(darkness)[::3, ::3], 75)) / QUARTILE
    ink = _full_ink(darkness, grain, dpi)
    if ink < LEAST_INK:
        return grey
    floor = max(FLOOR * ink, GRAIN_FLOOR * grain)
    span = max(1.0, CEILING * ink - floor)
    levels = [255 - round(255 * min(1.0, max(0.0, (level - floor) / span))) for level in range(256)]
    return darkness.point(levels)


def _full_ink(darkness: Image.Image, grain: float, dpi: float) -> float:
    """Grey levels that full ink is darker than the paper; little or nothing on an empty page.

    Args:
        darkness: how much darker each pixel is than the paper there.
        grain: standard deviation of that on bare paper.
        dpi: resolution.
    """
    levels = np.asarray(darkness)[::3, ::3].ravel()
    least = float(np.clip(CLEAR_OF_GRAIN * grain, LEAST_INK, 2 * LEAST_INK))
    usual = float(np.percentile(levels, INK_SHARE))
    inked = levels[levels > least]
    if len(inked) > LEAST_SHARE * len(levels):
        full = float(np.percentile(inked, FULL_INK))
        return usual if usual > ALIKE * full else full
    sparse = np.asarray(darkness.reduce(max(1, round(dpi / SPARSE_DPI)))).ravel()
    return float(np.partition(sparse, -SPARSE_INK)[-SPARSE_INK]) if len(sparse) > SPARSE_INK else 0.0


def skew(grey: Image.Image, dpi: float) -> float:
    """Degrees counter-clockwise by which to turn the image so that its lines lie level; 0 where in doubt.

    Lines lie level where the sums over rows of pixels change most from row to row.
    """
    factor = max(1, round(dpi / SKEW_DPI))
    small = grey.reduce(factor)
    background = small.filter(ImageFilter.BoxBlur(12))
    ink = np.asarray(ImageChops.subtract(background, small)) > LEAST_INK
    margin_y, margin_x = (size // 40 for size in ink.shape)
    rows, columns = np.nonzero(ink[margin_y : ink.shape[0] - margin_y, margin_x : ink.shape[1] - margin_x])
    if len(rows) < 300:
        return 0.0
    if len(rows) > 20_000:
        rows, columns = rows[:: len(rows) // 20_000 + 1], columns[:: len(columns) // 20_000 + 1]
    coarse = max(
        np.arange(-STEEPEST, STEEPEST + 0.1, 0.25), key=lambda angle: _levelness(rows, columns, angle)
    )
    fine = np.arange(coarse - 0.2, coarse + 0.21, 0.05)
    return float(max(fine, key=lambda angle: _levelness(rows, columns, angle)))


def _levelness(rows: NDArray[np.intp], columns: NDArray[np.intp], angle: float) -> float:
    moved = rows - columns * tan(radians(angle))
    sums = np.bincount((moved - moved.min()).round().astype(np.intp)).astype(np.float64)
    change = np.diff(sums)
    return float(change @ change)


def without_specks(grey: Image.Image, dpi: float) -> tuple[Image.Image, int]:
    """The image without lonely dots, and in how many cells of `SPECK_REACH` there were any."""
    side = max(2, round(SPECK_REACH * dpi))
    ink = np.asarray(grey.point(INK_TABLE))
    height, width = (size // side * side for size in ink.shape)
    cells = ink[:height, :width].reshape(height // side, side, width)
    counts = cells.sum(axis=1, dtype=np.uint8).reshape(height // side, width // side, side)
    count = counts.sum(axis=2, dtype=np.int32)
    lonely = (count > 0) & (_with_neighbours(count) <= SPECK_AREA * dpi * dpi)
    places = np.argwhere(lonely)
    if not len(places):
        return grey, 0
    cleaned = grey.copy()
    for row, column in places:
        left, top = int(column) * side, int(row) * side
        cleaned.paste(255, (left, top, left + side, top + side))
    return cleaned, len(places)


def _with_neighbours(count: NDArray[np.int32]) -> NDArray[np.int32]:
    """Sums over each cell and the eight around it."""
    padded = np.pad(count, 1)
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    total: NDArray[np.int32] = rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]
    return total
