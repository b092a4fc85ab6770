"""What is no print: specks, edges of stamps, scribble, read as lonely marks and letters.

Only cells that stand alone are judged: a dash before a point belongs to its line, an X in a table is print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...schema import Line, Reason, Word
from ..words.cells import box_of
from ..words.tokens import SIGN_LOOKALIKES, SYMBOLS, is_known, is_mark
from .marks import PARTY, is_in_column

FAINT_LETTER = 0.75
"""Engine confidence below which one or two unknown letters alone are scribble."""

FAINT_MARK = 0.85
"""The same for a lone mark: an empty cell's dash is surer."""

FAINT_EDGE = 0.5
"""The same for a mark close to a word."""

BULLETS = frozenset("-–—•*·")

STOPS = frozenset(".,:;'`‘’")
"""Marks that begin no line."""

STROKES = frozenset("|/\\")
"""What readers see in the rest of a rule or in a staple, and are sure of; nobody prints them alone."""

LEAST_DASH = 0.2
"""Width of a mark at the edge of a line, in heights of the word beside it; a hyphen has 0.28, a dash more."""

SHORT = 2

FAINT_LINE = 0.8
"""Mean engine confidence of a line's words below which it may be handwriting."""

CONFIRMED = 0.9
"""Confidence from which on a word is print."""

NOISE = 0.3
"""Greatest confidence of the words of such a line."""

UNREADABLE = Reason("line_unsure")

DOTS = frozenset("._…-–—•*·")

_ROW_OF_DOTS = re.compile(r"[._]{3,}")
"""A place to sign, `Just. sign. ......`"""

_PARAGRAPH = re.compile(r"[§Ss]{0,2}\d+|§{1,2}")
"""A number, a § with its number, maybe as an S: engines are unsure of a bold `§1`; a second look decides."""


def without_dirt(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines that are print, and how many were not."""
    parties = [line for line in lines if len(line.words) == 1 and PARTY.fullmatch(line.words[0].text)]
    boxes = [box_of(line.words[0]) for line in parties]
    kept = [
        _trimmed(line)
        for line in lines
        # Engines are unsure of a letter alone.
        if not _is_dirt(line) or (line in parties and is_in_column(box_of(line.words[0]), boxes))
    ]
    return kept, len(lines) - len(kept)


def unsure(line: Line) -> Line:
    """The line in doubt where it is likely handwriting or a stamp: no word known, and the engine unsure."""
    words = line.words
    sure = [word.confidence or 0.0 for word in words]
    if not words or sum(sure) / len(sure) >= FAINT_LINE or any(_is_print(word) for word in words):
        return line
    found = tuple(
        replace(word, confidence=min(NOISE, word.confidence or 0.0), doubt=word.doubt or UNREADABLE)
        for word in words
    )
    return replace(line, words=found)


def _is_print(word: Word) -> bool:
    # A stamp's date comes out in scraps, of which engines are sure: `20 1 Loio`.
    confirmed = (word.confidence or 0.0) >= CONFIRMED and sum(map(str.isalpha, word.text)) > SHORT
    return confirmed or set(word.text) <= DOTS or (len(word.text) > SHORT and is_known(word.text))


def _trimmed(line: Line) -> Line:
    """The line without specks before and after it."""
    words = list(line.words)
    while len(words) > 1 and _is_speck(words[0], words[1], may_begin=True):
        del words[0]
    while len(words) > 1 and _is_speck(words[-1], words[-2], may_begin=False):
        del words[-1]
    return line if len(words) == len(line.words) else replace(line, words=tuple(words))


def _is_speck(word: Word, neighbour: Word, *, may_begin: bool) -> bool:
    """A mark that stands off, of a kind that begins no point of a list or is too faint for one."""
    if not is_mark(word.text) or _ROW_OF_DOTS.fullmatch(word.text):
        return False
    if may_begin and word.text in SIGN_LOOKALIKES and neighbour.text[:1].isdigit():
        return False
    box, other = box_of(word), box_of(neighbour)
    if (may_begin and set(word.text) <= STOPS) or word.text in STROKES:
        return True
    if word.text in "-–—":
        if box.width < LEAST_DASH * other.height:
            return True
        if (word.confidence or 0.0) >= FAINT_MARK:
            return False  # of an empty cell beside another
    gap = max(box.x0 - other.x1, other.x0 - box.x1)
    faint = (word.confidence or 0.0) < (FAINT_MARK if gap > other.height else FAINT_EDGE)
    return faint or (gap > 0.6 * other.height and not (may_begin and set(word.text) & BULLETS))


def _is_dirt(line: Line) -> bool:
    return all(_may_be_dirt(word) for word in line.words)


def _may_be_dirt(word: Word) -> bool:
    sure = word.confidence or 0.0
    if word.text in SYMBOLS:
        return False  # a unit in its cell
    if is_mark(word.text):
        return sure < FAINT_MARK or word.text in STROKES
    unknown = len(word.text) <= SHORT and not is_known(word.text)
    return sure < FAINT_LETTER and (unknown or len(word.text) == 1) and not _PARAGRAPH.fullmatch(word.text)
