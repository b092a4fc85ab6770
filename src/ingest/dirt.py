"""What is no print: specks, edges of stamps, scribble, read as lonely marks and letters.

Only cells that stand alone are judged: a dash before a point belongs to its line, an X in a table is print.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..schema import Line, Word
from .tokens import is_known, is_mark

FAINT_LETTER = 0.75
"""Engine confidence below which one or two unknown letters alone are scribble."""

FAINT_MARK = 0.85
"""The same for a lone mark: an empty cell's dash is surer."""

SHORT = 2


def without_dirt(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines that are print, and how many were not."""
    kept = [line for line in lines if not _is_dirt(line)]
    return kept, len(lines) - len(kept)


def _is_dirt(line: Line) -> bool:
    return all(_may_be_dirt(word) for word in line.words)


def _may_be_dirt(word: Word) -> bool:
    sure = word.confidence or 0.0
    if is_mark(word.text):
        return sure < FAINT_MARK
    unknown = len(word.text) <= SHORT and not is_known(word.text)
    return sure < FAINT_LETTER and (unknown or len(word.text) == 1) and not word.text.isdigit()
