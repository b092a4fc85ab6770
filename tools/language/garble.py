"""What an OCR without Swedish makes of clean text, drawn from the counted confusions of å ä ö.

Much faster than printing, scanning and reading, and exact about which word became which; it knows nothing of
misread plain letters, so that `bench/repair.py` measures on real readings too.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

NOISE = Path(__file__).parents[2] / "src" / "normalize" / "noise.tsv"


def garbled(text: str, seed: int) -> str:
    """The text with å ä ö as the English model reads them; white space and all else stay."""
    generator = random.Random(seed)
    return re.sub("[åäöÅÄÖ]", lambda match: _read(match.group(), generator), text)


def _read(letter: str, generator: random.Random) -> str:
    if letter.isupper():
        return "O" if letter == "Ö" else "A"
    readings, counts = _readings(letter)
    return generator.choices(readings, counts)[0]


@cache
def _readings(letter: str) -> tuple[list[str], list[int]]:
    rows = [line.split("\t") for line in NOISE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    kept = [row for row in rows if row[0] == letter and row[1] not in {"", letter}]
    found = [(read, int(count)) for _, read, count in kept]
    return [read for read, _ in found], [count for _, count in found]
