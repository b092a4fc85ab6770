"""The worst lines in pictures: what the scan shows, what is true, what each reader saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench._reading_cases import Case
from bench._reading_readers import Seen
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.distance import Levenshtein

from justera.ingest import open_source
from justera.schema import Box
from justera.settings import LimitSettings, OcrSettings

FONT = "DejaVuSans.ttf"
SHARPNESS = 150
"""Pixels per inch of the pictures."""


@dataclass(frozen=True, slots=True)
class Worst:
    """A line far from the truth."""

    errors: int
    """Characters that differ from the nearest true line."""
    case: Case
    page: int
    box: Box | None
    true: str
    seen: Mapping[str, str]
    """Reader to its nearest line."""


def lines(case: Case, seen: Mapping[str, Seen], most: int) -> list[Worst]:
    """The lines of justera's reading with most errors."""
    document = seen["justera"].document if "justera" in seen else None
    if document is None:
        return []
    true = [line for line in case.truth.replace("\f", "\n").split("\n") if line.strip()]
    found = []
    for page in document.pages:
        for line in page.lines:
            nearest = min(true, key=lambda one: Levenshtein.distance(one, line.text), default="")
            # A cell of a line: what stands beside it is no error of its own.
            errors = Levenshtein.distance(nearest, line.text) if line.text not in nearest else 0
            if errors:
                texts = {name: _nearest(nearest, one.text) for name, one in seen.items()}
                texts["justera"] = line.text
                found.append(Worst(errors, case, page.number, line.box, nearest, texts))
    return sorted(found, key=lambda one: -one.errors)[:most]


def _nearest(true: str, text: str) -> str:
    """The stretch of so many words that is most alike: single models keep no lines in common."""
    words = text.split()
    count = max(1, len(true.split()))
    starts = range(max(1, len(words) - count + 1))
    stretches = (" ".join(words[start : start + count]) for start in starts)
    return min(stretches, key=lambda one: Levenshtein.distance(one, true), default="")


def draw(worst: list[Worst], folder: Path) -> Iterator[Path]:
    """One picture for each."""
    for old in folder.glob("reading-worst-*.png"):
        old.unlink()
    for number, one in enumerate(worst, 1):
        path = folder / f"reading-worst-{number}.png"
        _picture(one).save(path)
        yield path


def _picture(one: Worst) -> Image.Image:
    rows = [("true", one.true), *one.seen.items()]
    part = _cut(one)
    width = max(900, part.width)
    image = Image.new("RGB", (width, part.height + 24 * len(rows) + 40), "white")
    image.paste(part, (0, 0))
    draw, font = ImageDraw.Draw(image), ImageFont.truetype(FONT, 15)
    for index, (name, text) in enumerate(rows):
        draw.text((8, part.height + 10 + 24 * index), f"{name:>9}: {text}"[:160], "black", font)
    draw.text((8, image.height - 24), f"{one.case.name}, page {one.page}", "gray", font)
    return image


def _cut(one: Worst) -> Image.Image:
    with open_source(one.case.path, OcrSettings(), LimitSettings(), name=one.case.name) as source:
        view = source.image(one.page, SHARPNESS)
    if view is None or one.box is None:
        return Image.new("RGB", (900, 10), "white")
    scale, spare = SHARPNESS / 72, 6
    edges = (one.box.x0 - spare, one.box.top - spare, one.box.x1 + spare, one.box.bottom + spare)
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    return view.crop((max(0, left), max(0, top), min(view.width, right), min(view.height, bottom)))
