"""A page evened: paper white and ink black all over it, whatever the light was.

Measured on printed pages of all qualities: this, after a slight blur that takes the grain away, leaves a
twentieth of the errors on poor scans and a tenth on faint typewriting.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

BLUR = 0.21
"""What each neighbour weighs in a pixel, across and down: a Gaussian of radius 0.7. Grain of one pixel goes,
strokes of three stay."""

BLUR_ROWS = 32
"""Rows blurred at a time, so that they stay in the processor's cache: 12 ms a page where Pillow takes 46."""

PAPER_DPI = 25
"""Resolution at which the paper's own brightness is judged: letters vanish in a median."""

PAPER_WINDOW, PAPER_STEP = 9, 3
"""Pixels at that resolution of which a median is taken, 0.36 inch, wider than a bold heading's strokes; and
from one median to the next."""

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


def evened(grey: Image.Image, dpi: float) -> Image.Image:
    """The image with its paper white and its ink black; an empty page as it is, blurred.

    Args:
        grey: of mode L.
        dpi: its pixels per inch.
    """
    grey = _blurred(grey)
    darkness = ImageChops.subtract(_paper(grey, dpi), grey)
    levels = counts(darkness)
    grain = _percentile(levels, 75) / QUARTILE
    ink = _full_ink(darkness, levels, grain, dpi)
    if ink < LEAST_INK:
        return grey
    floor = max(FLOOR * ink, GRAIN_FLOOR * grain)
    span = max(1.0, CEILING * ink - floor)
    return darkness.point(
        [255 - round(255 * min(1.0, max(0.0, (level - floor) / span))) for level in range(256)]
    )


def _paper(grey: Image.Image, dpi: float) -> Image.Image:
    """The page without its print."""
    small = np.pad(np.asarray(grey.reduce(max(1, round(dpi / PAPER_DPI)))), PAPER_WINDOW // 2, mode="edge")
    windows = sliding_window_view(small, (PAPER_WINDOW, PAPER_WINDOW))
    # A strip may be one place high or wide.
    rows, columns = (slice(min(1, places - 1), None, PAPER_STEP) for places in windows.shape[:2])
    windows = windows[rows, columns]
    levels = windows.reshape(*windows.shape[:2], -1)
    middle = PAPER_WINDOW * PAPER_WINDOW // 2
    medians = Image.fromarray(np.partition(levels, middle, axis=2)[:, :, middle])
    return medians.filter(ImageFilter.BoxBlur(1)).resize(grey.size, Image.Resampling.BILINEAR)


def counts(grey: Image.Image) -> NDArray[np.int64]:
    """How many of every ninth pixel have each level."""
    width, height = grey.size
    some = grey.resize((max(1, width // 3), max(1, height // 3)), Image.Resampling.NEAREST)
    return np.array(some.histogram())


def _percentile(counts: NDArray[np.int64], share: float) -> float:
    """The level up to which so many percent of the counted pixels are."""
    return float(np.searchsorted(np.cumsum(counts), share / 100 * counts.sum()))


def _full_ink(darkness: Image.Image, counts: NDArray[np.int64], grain: float, dpi: float) -> float:
    """Grey levels that full ink is darker than the paper; little or nothing on an empty page.

    Args:
        darkness: how much darker each pixel is than the paper there.
        counts: of its levels.
        grain: standard deviation of that on bare paper.
        dpi: resolution.
    """
    least = float(np.clip(CLEAR_OF_GRAIN * grain, LEAST_INK, 2 * LEAST_INK))
    usual = _percentile(counts, INK_SHARE)
    inked = np.where(np.arange(256) > least, counts, 0)
    if inked.sum() > LEAST_SHARE * counts.sum():
        full = _percentile(inked, FULL_INK)
        return usual if usual > ALIKE * full else full
    sparse = np.asarray(darkness.reduce(max(1, round(dpi / SPARSE_DPI)))).ravel()
    return float(np.partition(sparse, -SPARSE_INK)[-SPARSE_INK]) if len(sparse) > SPARSE_INK else 0.0


def _blurred(grey: Image.Image) -> Image.Image:
    """Each pixel with a share of its neighbours; the image's outermost pixels stay."""
    pixels = np.array(grey)
    side = round(BLUR * 256)
    whole = pixels.copy()
    for top in range(0, len(whole) - 2, BLUR_ROWS):
        rows = whole[top : top + BLUR_ROWS + 2].astype(np.uint16)
        across = _weighed(rows[:, :-2], rows[:, 1:-1], rows[:, 2:], side)
        pixels[top + 1 : top + 1 + len(rows) - 2, 1:-1] = _weighed(
            across[:-2], across[1:-1], across[2:], side
        )
    return Image.fromarray(pixels)


def _weighed(
    before: NDArray[np.uint16], here: NDArray[np.uint16], behind: NDArray[np.uint16], side: int
) -> NDArray[np.uint16]:
    total: NDArray[np.uint16] = (before + behind) * np.uint16(side) + here * np.uint16(256 - 2 * side)
    return (total + np.uint16(128)) >> np.uint16(8)
