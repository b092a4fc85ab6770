"""Marks in colour: stamps across the typed text, signatures in blue ink.

They are drawn on a white sheet that is laid over the scanned page, as ink darkens what is under it.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from .fonts import FAMILIES
from .marks import Random, curve
from .sheet import Colour, Run

INKS: tuple[Colour, ...] = ((196, 40, 52), (52, 70, 170), (98, 60, 150), (30, 120, 80))
"""Red, blue, violet and green pads."""

BLUE: Colour = (38, 52, 140)
"""A ballpoint pen."""


def sheet(size: tuple[int, int]) -> Image.Image:
    """A white sheet to draw on."""
    return Image.new("RGB", size, (255, 255, 255))


def stamp(over: Image.Image, random: Random, text: str, scale: float) -> None:
    """A round or boxed stamp somewhere on the text, turned, unevenly inked.

    Args:
        over: the sheet to draw on.
        random: decides ink, place and turn.
        text: what it says, lines separated by newlines.
        scale: pixels per point.
    """
    font = ImageFont.truetype(FAMILIES["arial"][1], round(13 * scale))
    draw = ImageDraw.Draw(over)
    _, _, right, bottom = draw.multiline_textbbox((0, 0), text, font=font, align="center")
    pad = round(14 * scale)
    mask = Image.new("L", (int(right) + 2 * pad, int(bottom) + 2 * pad), 0)
    ink = ImageDraw.Draw(mask)
    shape = ink.ellipse if random.random() < 0.5 else ink.rectangle
    shape((2, 2, mask.width - 3, mask.height - 3), outline=255, width=max(2, round(1.8 * scale)))
    ink.multiline_text((pad, pad), text, font=font, fill=255, align="center")
    uneven = Image.fromarray(random.integers(60, 235, (7, 9), dtype=np.uint8)).resize(mask.size)
    mask = ImageChops.multiply(mask, uneven).rotate(
        float(random.uniform(-18, 18)), Image.Resampling.BILINEAR, expand=True
    )
    x = round(random.uniform(0.3, 0.85) * (over.width - mask.width))
    y = round(random.uniform(0.15, 0.75) * (over.height - mask.height))
    over.paste(INKS[int(random.integers(len(INKS)))], (x, y), mask)


def sign(over: Image.Image, random: Random, runs: Iterable[Run], scale: float) -> None:
    """Signatures in blue over typed names: a tall initial, then a line that flattens out."""
    draw = ImageDraw.Draw(over)
    for run in runs:
        wide = (run.font.width(run.text) * float(random.uniform(0.6, 1.2)) + 18) * scale
        high = float(random.uniform(18, 30)) * scale
        x = (run.x - float(random.uniform(-6, 10))) * scale
        y = (run.y - float(random.uniform(4, 16))) * scale
        pen = max(1, round(float(random.uniform(0.5, 0.9)) * scale))
        points = [(x + a, y + b) for a, b in curve(random, wide, high, max(3, round(wide / high * 1.5)))]
        draw.line(points, fill=BLUE, width=pen, joint="curve")
        first = [
            (x - high * 0.2, y + high * 0.2),
            (x + high * 0.35, y - high),
            (x + high * 0.5, y + high * 0.1),
        ]
        draw.line(first, fill=BLUE, width=pen, joint="curve")


def laid_over(page: Image.Image, over: Image.Image) -> Image.Image:
    """The scanned page with the coloured sheet over it, a little blurred as the page is."""
    return ImageChops.multiply(page.convert("RGB"), over.filter(ImageFilter.BoxBlur(0.6)))
