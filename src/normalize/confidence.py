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
from .casing import NAMELIKE
from .lattice import Choice
from .options import Option, Source
from .slots import Piece

STEPS = (0.0, 0.5, 1.0, 2.0, 3.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 12.0)
"""Steps of certainty: the negative natural logarithm of the probability that is left to other options."""

USUAL_NAME = -15.0
"""Natural logarithm of a word's probability from which lists and texts have a name several times: some five
times in 16 M words."""

MOSTLY_CAPITAL = log(0.5)
"""Natural logarithm of the share of capitals from which a word is a name."""

SPOKEN_FOR = log(0.5)
"""Natural logarithm of the probability of a name's dots from which the letters around them speak for them."""

STRAINED = 3.0
"""Natural logarithm by which a reading must be likelier for another spelling to speak against the choice."""

ALONE = 12.0
"""Certainty of a choice that had no rival worth keeping."""


def of(choice: Choice, piece: Piece) -> float:
    """Calibrated probability that the chosen option is what was printed."""
    group, step = step_of(choice, piece)
    errors = _table().get(group)
    return choice.posterior if errors is None else 1 - errors[step]


def step_of(choice: Choice, piece: Piece) -> tuple[str, int]:
    """The kind of choice and its step of certainty."""
    left = 1 - choice.posterior
    certainty = ALONE if left < 1e-9 else min(-log(left), ALONE - 1e-6)
    kind = "plain"
    if piece.casing in NAMELIKE:
        kind = "name" if is_quiet(piece.text) else "marred_name"
        if (
            choice.option.source is Source.WORD
            and choice.others
            and choice.others[0][0].source is Source.WORD
        ):
            # Between two that are listed the counts decide; what is unlisted has none.
            kind = f"listed_{kind}"
        elif _is_strained(choice):
            kind = "strained_name"
        elif kind == "name" and _is_backed(choice.option):
            kind = "backed_name"
    return f"{choice.option.source}_{kind}", bisect_right(STEPS, certainty) - 1


def _is_strained(choice: Choice) -> bool:
    """True where the letters that were read speak for another spelling than the chosen one: `Sérred`."""
    return choice.option.source is Source.NAME and any(
        other.noise - choice.option.noise > STRAINED for other, _ in choice.others if other.noise
    )


def _is_backed(option: Option) -> bool:
    """True for a usual name, and for dots that the letters around them ask for (`Hammargården`)."""
    if option.source is Source.WORD:
        return option.alone > USUAL_NAME and option.form > MOSTLY_CAPITAL
    is_spelt = option.source in {Source.NAME, Source.COMPOUND}
    return is_spelt and load().dots.logarithm(option.text) > SPOKEN_FOR


def is_quiet(read: str) -> bool:
    """True where nothing in a reading shows that dots were lost: `Tornberg`, not `T6rnberg`."""
    return read.isalpha() and "é" not in read.lower()


@cache
def _table() -> dict[str, list[float]]:
    path = Path(__file__).with_name("calibration.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
