"""How sure a reading is, calibrated: 0.98 means right in 98 cases of 100.

Engines and rules (two readers agree, the lexicon knows the word) order words well, but a known word read at
0.96 is right in 999 cases of 1,000. `calibration.toml` holds how often words of each kind were wrong at each
step, on invented scans of all qualities (`tools/reading/calibration.py`).
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from dataclasses import replace
from functools import cache
from pathlib import Path

from ...schema import Line, Reason, Word
from ..words.tokens import bears_number, is_known

STEPS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96, 0.975, 0.985)
"""Steps of confidence as the reader has it."""

LEAST = 0.5
"""A word that is wrong more often than right is in doubt."""

UNSURE = Reason("word_unsure")


def calibrated(line: Line) -> Line:
    """The line with confidences that are as often right as they say, and its least sure words in doubt."""
    return replace(line, words=tuple(map(_calibrated, line.words)))


def _calibrated(word: Word) -> Word:
    errors = _table().get(group_of(word))
    if word.confidence is None or errors is None:
        return word
    sure = 1 - errors[step_of(word.confidence)]
    return replace(word, confidence=sure, doubt=word.doubt or (UNSURE if sure < LEAST else None))


def group_of(word: Word) -> str:
    """The kind of word that it counts among."""
    if word.doubt:
        return "doubtful"
    if bears_number(word.text):
        return "number"
    return "known" if is_known(word.text) else "unknown"


def step_of(sure: float) -> int:
    """The step of a confidence."""
    return bisect_right(STEPS, sure) - 1


@cache
def _table() -> dict[str, list[float]]:
    return tomllib.loads(Path(__file__).with_name("calibration.toml").read_text(encoding="utf-8"))
