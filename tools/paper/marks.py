"""What lies on a page besides its print: stamps, handwriting, punch holes, dirt.

All functions draw on a greyscale picture at its own resolution and change it in place.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFont

from .fonts import FAMILIES
from .sheet import Run

Grey = Image.Image
Random = np.random.Generator

HOLE_DISTANCE_MM = 80
"""ISO 838: two holes 80 mm apart, 12 mm from the edge, 6 mm wide."""


def curve(random: Random, width: float, height: float, strokes: int) -> list[tuple[float, float]]:
    """A hand's line: loops of changing height that drift to the right."""
    steps = strokes * 14
    turns = np.linspace(0, strokes * 2 * math.pi, steps)
    tall = np.repeat(random.choice([0.12, 0.2, 0.25, 0.3, 0.7, 1.0], strokes), 14)
    tall = np.convolve(tall, np.ones(9) / 9, "same")
    lean = 0.35 * height
    x = np.linspace(0, width, steps) + 0.5 * width / strokes * np.sin(turns) + lean * tall * np.cos(turns)
    y = -height * tall * (0.5 - 0.5 * np.cos(turns)) + height * 0.05 * np.cumsum(random.normal(0, 0.2, steps))
    return [(float(a), float(b)) for a, b in zip(x, y, strict=True)]


def write_by_hand(image: Grey, random: Random, x: float, y: float, width: float, height: float) -> None:
    """Scribble a signature whose base line starts at x, y (all in pixels)."""
    draw = ImageDraw.Draw(image)
    strokes = max(3, round(width / height * 2.2))
    points = [(x + a, y + b) for a, b in curve(random, width, height, strokes)]
    pen = max(2, round(height / 22))
    draw.line(points, fill=int(random.integers(25, 80)), width=pen, joint="curve")
    tail = [(points[-1][0], points[-1][1]), (x + width * 1.12, y + height * float(random.uniform(-0.3, 0.4)))]
    draw.line(tail, fill=60, width=pen)


def sign(image: Grey, random: Random, runs: Iterable[Run], scale: float) -> None:
    """Signatures over typed names; `scale` in pixels per point."""
    for run in runs:
        wide = run.font.width(run.text) * float(random.uniform(1.0, 1.5))
        x, y = run.x - random.uniform(0, 8), run.y - random.uniform(3, 13)
        write_by_hand(image, random, x * scale, y * scale, wide * scale, 24 * scale)


def note(image: Grey, random: Random, scale: float) -> None:
    """A few handwritten words in the upper margin."""
    x = random.uniform(0.55, 0.7) * image.width
    for _ in range(int(random.integers(1, 3))):
        wide = random.uniform(30, 60) * scale
        write_by_hand(image, random, float(x), 30 * scale, float(wide), 9 * scale)
        x += wide + 12 * scale


def stamp(image: Grey, random: Random, text: str, scale: float) -> None:
    """A rubber stamp in a box, a little turned and unevenly inked."""
    font = ImageFont.truetype(FAMILIES["arial"][1], round(11 * scale))
    draw = ImageDraw.Draw(image)
    pad = round(6 * scale)
    _, _, right, bottom = draw.multiline_textbbox((0, 0), text, font=font, align="center")
    seal = Image.new("L", (int(right) + 2 * pad, int(bottom) + 2 * pad), 0)
    ink = ImageDraw.Draw(seal)
    ink.rectangle((1, 1, seal.width - 2, seal.height - 2), outline=255, width=max(2, round(1.4 * scale)))
    ink.multiline_text((pad, pad), text, font=font, fill=255, align="center")
    uneven = Image.fromarray(random.integers(90, 220, (6, 8), dtype=np.uint8)).resize(seal.size)
    mask = Image.fromarray(
        (np.asarray(seal, np.uint16) * np.asarray(uneven, np.uint16) // 255).astype(np.uint8)
    )
    mask = mask.rotate(float(random.uniform(-6, 6)), expand=True, resample=Image.Resampling.BILINEAR)
    x = round(image.width - mask.width - random.uniform(30, 90) * scale)
    y = round(random.uniform(70, 120) * scale)
    image.paste(45, (x, y), mask)


def punch(image: Grey, random: Random, dpi: int) -> None:
    """Two holes in the left margin, dark where the scanner's lid shows through."""
    draw = ImageDraw.Draw(image)
    mm = dpi / 25.4
    x, middle = 12 * mm, image.height / 2 + random.uniform(-3, 3) * mm
    for y in (middle - HOLE_DISTANCE_MM / 2 * mm, middle + HOLE_DISTANCE_MM / 2 * mm):
        draw.ellipse((x - 3 * mm, y - 3 * mm, x + 3 * mm, y + 3 * mm), fill=70, outline=150, width=2)


def sprinkle(image: Grey, random: Random, spots: float, dpi: int) -> None:
    """Dirt: `spots` dark specks per square inch, most a pixel wide."""
    count = int(spots * image.width * image.height / dpi**2)
    draw = ImageDraw.Draw(image)
    xs, ys = random.integers(0, image.width, count), random.integers(0, image.height, count)
    sizes = random.geometric(0.6, count).clip(1, 5)
    for x, y, size in zip(xs.tolist(), ys.tolist(), sizes.tolist(), strict=True):
        draw.ellipse((x, y, x + size, y + size), fill=60)


def crease(image: Grey, random: Random, folds: int) -> None:
    """Creases of a letter that was folded: a pale line and a shade below it across the page."""
    shades = Image.new("L", image.size, 255)
    draw = ImageDraw.Draw(shades)
    pale = ImageDraw.Draw(image)
    for fold in range(1, folds + 1):
        y = image.height * fold / (folds + 1) + float(random.uniform(-0.01, 0.01)) * image.height
        drop = float(random.uniform(-0.006, 0.006)) * image.height
        for below in range(26):
            shade = round(46 * (1 - below / 26))
            draw.line((0, y + below, image.width, y + drop + below), fill=255 - shade)
        pale.line((0, y, image.width, y + drop), fill=250, width=2)
    image.paste(ImageChops.multiply(image, shades))


def darken_edges(image: Grey, random: Random) -> None:
    """Black strips along two edges."""
    draw = ImageDraw.Draw(image)
    wide = int(random.integers(8, image.width // 60))
    draw.rectangle((image.width - wide, 0, image.width, image.height), fill=25)
    draw.polygon(
        ((0, 0), (image.width, 0), (image.width, wide), (0, int(random.integers(2, 2 * wide)))), fill=30
    )
