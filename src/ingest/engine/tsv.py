"""Tesseract's TSV table as words with boxes and the engine's confidence.

Columns: level, page_num, block_num, par_num, line_num, word_num, left, top, width, height, conf, text.
Level 5 is a word, level 4 a line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ...schema import Box, Word, WordSource

COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """Where an image lies on its page: points per pixel, and the place of its top left corner."""

    scale: float
    x0: float = 0.0
    top: float = 0.0

    def finer(self, factor: float) -> Frame:
        """The frame of the same image enlarged."""
        return Frame(self.scale / factor, self.x0, self.top)

    def box(self, left: float, top: float, width: float, height: float) -> Box:
        """Pixels to points."""
        x0, y0 = self.x0 + left * self.scale, self.top + top * self.scale
        return Box(x0, y0, x0 + width * self.scale, y0 + height * self.scale)


def lines(table: str, frame: Frame) -> tuple[tuple[Word, ...], ...]:
    """The words of each text line as Tesseract grouped them; confidence is the engine's own, 0 to 1."""
    found: dict[tuple[str, ...], list[Word]] = {}
    for row in _rows(table):
        found.setdefault(tuple(row[1:5]), []).append(_word(row, frame))
    return tuple(tuple(words) for words in found.values())


def _rows(table: str) -> Iterator[list[str]]:
    for raw in table.split("\n"):
        row = raw.split("\t")
        if len(row) == COLUMNS and row[0] == "5" and row[11].strip():
            yield row


def _word(row: list[str], frame: Frame) -> Word:
    left, top, width, height = (float(value) for value in row[6:10])
    box = frame.box(left, top, width, height)
    text = "".join(unicodedata.normalize("NFC", row[11]).split())
    confidence = min(1.0, max(0.0, float(row[10]) / 100))
    return Word(text, box=box, confidence=confidence, source=WordSource.OCR)
