"""How sure a choice is, calibrated: 0.98 means right in 98 cases of 100.

The decoder's posterior is honest for words of the lexicon and too bold for compounds, names and misreadings.
`calibration.toml` holds how often each kind of choice was wrong at each step on held-out text
(`tools/language/calibration.py`).
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from functools import cache
from math import log
from pathlib import Path

from ..language import load
from . import standing
from .lattice import Choice
from .options import Source
from .slots import Piece

STEPS = (0.0, 0.5, 1.0, 2.0, 3.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0)
"""Steps of certainty: the negative natural logarithm of the probability that is left to other options."""

ALONE = 12.0
"""Certainty of a choice that had no rival worth keeping."""


def of(choice: Choice, piece: Piece) -> float:
    """Calibrated probability that the chosen option is what was printed."""
    group, step = step_of(choice, piece)
    errors = _table().get(group)
    return choice.posterior if errors is None else 1 - errors[step]


def step_of(choice: Choice, piece: Piece) -> tuple[str, int]:
    """The kind of choice and its step of certainty."""
    left, group = 1 - choice.posterior, "plain"
    if standing.is_name(choice, piece):
        group = "name"
        if choice.option.text != (piece.text + piece.rest).lower():
            group = standing.kind(choice, piece)
            stands = standing.probability(choice, piece)
            left = stands + (1 - stands) * standing.others(choice, piece)
    elif choice.option.source is Source.COMPOUND and not load().knows_lower(choice.option.text):
        group = "loose"
    certainty = ALONE if left < 1e-9 else min(-log(left), ALONE - 1e-6)
    return f"{choice.option.source}_{group}", bisect_right(STEPS, certainty) - 1


@cache
def _table() -> dict[str, list[float]]:
    path = Path(__file__).with_name("calibration.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
