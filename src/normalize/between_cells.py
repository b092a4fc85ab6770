"""Upright strokes between the cells of a table: the same sign that is read for the word `i` elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from .verdict import Verdict

STROKE = "|"

APART = 3.0
"""White space on one side of a stroke, in characters, from which on it stands between cells."""


def left(verdicts: Sequence[Verdict], gaps: Sequence[float]) -> list[Verdict]:
    """The verdicts of a line, with such strokes as they were read.

    Args:
        verdicts: token by token.
        gaps: white space before each token and behind the last, in characters; 0 at the ends of the line.
    """
    starts = accumulate((verdict.width for verdict in verdicts), initial=0)
    return [
        Verdict(STROKE, STROKE, 1.0)
        if verdict.before == STROKE and max(gaps[at : at + 2]) >= APART
        else verdict
        for verdict, at in zip(verdicts, starts, strict=False)
    ]
