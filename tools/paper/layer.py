"""Text layers behind scanned images: none, good, read with the wrong language, or a copier's guess."""

from __future__ import annotations

import csv
import io
import os
import random
import subprocess
import tempfile
from enum import StrEnum
from pathlib import Path

from .scanner import ScannedPage
from .sheet import PlacedWord


class Layer(StrEnum):
    """What stands behind the image of a scanned PDF."""

    NONE = "none"
    GOOD = "good"
    """Every printed word, right."""
    ENGLISH = "english"
    """Really read by Tesseract with its English model: no å ä ö survives."""
    COPIER = "copier"
    """Right words damaged at random in the ways of copier software; no program is run."""


COPIER_SLIPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ö", ("ó", "ö", "o", "6")),
    ("ä", ("ä", "á", "a", "å")),
    ("å", ("å", "à", "a")),
    ("rn", ("m",)),
    ("l", ("1", "I", "j")),
    ("ti", ("tj", "ü")),
    ("m", ("rn",)),
    ("0", ("O", "o")),
    ("5", ("S",)),
)
"""Letters and what copier software made of them in a real scan of 2011 (`fór`, `ändal1ål`)."""

SLIP_RATE = 0.04
"""Chance that a letter that can slip does."""


def words_of(page: ScannedPage, layer: Layer | str, *, seed: int = 0) -> tuple[PlacedWord, ...]:
    """The words that the layer puts behind the page.

    Raises:
        ValueError: a layer of true words was asked for on a turned page.
    """
    kind = Layer(layer)
    if kind is Layer.NONE:
        return ()
    if kind is Layer.ENGLISH:
        return read_english(page)
    if page.rotation:
        raise ValueError(f"a {kind} layer needs an upright page")
    return page.words if kind is Layer.GOOD else copied(page.words, seed)


def copied(words: tuple[PlacedWord, ...], seed: int) -> tuple[PlacedWord, ...]:
    """The words as copier software misread them."""
    dice = random.Random(seed)
    return tuple(
        PlacedWord(_slipped(word.text, dice), word.x, word.y, word.width, word.size) for word in words
    )


def _slipped(text: str, dice: random.Random) -> str:
    for letters, slips in COPIER_SLIPS:
        rate = SLIP_RATE * (4 if letters in "åäö" else 1)
        pieces = text.split(letters)
        text = pieces[0] + "".join(
            (dice.choice(slips) if dice.random() < rate else letters) + piece for piece in pieces[1:]
        )
    return text


def read_english(page: ScannedPage) -> tuple[PlacedWord, ...]:
    """Read the image with Tesseract's English model, as a scanner with factory settings does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.jpg"
        path.write_bytes(page.jpeg)
        done = subprocess.run(
            ["tesseract", str(path), "stdout", "-l", "eng", "--dpi", str(page.dpi), "tsv"],
            check=True,
            capture_output=True,
            timeout=300,
            # More threads make Tesseract several times slower.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    return _placed_words(done.stdout.decode(), 72 / page.dpi)


def _placed_words(tsv: str, scale: float) -> tuple[PlacedWord, ...]:
    """Words of Tesseract's table, boxes in points; a line's words share its height."""
    rows = list(csv.DictReader(io.StringIO(tsv), delimiter="\t", quoting=csv.QUOTE_NONE))
    lines = {_line(row): row for row in rows if row["level"] == "4"}
    placed = []
    for row in rows:
        if row["level"] == "5" and row["text"].strip():
            whole = lines[_line(row)]
            height = int(whole["height"]) * scale
            baseline = (int(whole["top"]) + int(whole["height"]) * 0.78) * scale
            placed.append(
                PlacedWord(
                    row["text"], int(row["left"]) * scale, baseline, int(row["width"]) * scale, height * 0.9
                )
            )
    return tuple(placed)


def _line(row: dict[str, str]) -> tuple[str, ...]:
    return row["block_num"], row["par_num"], row["line_num"]
