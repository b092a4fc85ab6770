"""Learn when a name is right as it was read: `python -m tools.language.standing [SHARED]`.

Garbles sentences about names that are hidden from every list, and half of the held-out text, looks at the
names for which the decoder chooses another spelling, and learns from what was printed. Writes
`src/normalize/standing.toml`; `tools/language/calibration.py` comes after it. The hidden names and texts are
those of the calibration: `bench/repair.py` has others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from justera.language import load
from justera.normalize import standing

from . import outcomes, unlisted
from .calibration import APART, calibration_texts

ROOT = Path(__file__).parents[2]

READINGS = 3
"""How often each text is garbled."""

PULL = 0.5
"""What keeps weights small: half the square of each, measured in standard deviations."""

ROUNDS = 50

Floats = NDArray[np.float64]
Case = tuple[standing.Evidence, bool]
"""What is known of a name, and whether it was right as it was read."""


def main(shared: Path) -> None:
    """Learn and write."""
    texts = list(calibration_texts(shared))
    cases = [case for number, text in enumerate(texts) for case in _cases(text, number)]
    names = unlisted.hide(load(), unlisted.CALIBRATION)
    cases += _cases("\n\n".join(unlisted.sentences(names)), len(names))
    weights = _regressed(
        np.array([list(found.values()) for found, _ in cases]),
        np.array([stands for _, stands in cases], dtype=np.float64),
    )
    head = "# What speaks for a name as it was read, in natural logarithms (tools/language/standing.py)"
    rows = [f"{name} = {weight:.3f}" for name, weight in zip(cases[0][0], weights.tolist(), strict=True)]
    path = ROOT / "src" / "normalize" / "standing.toml"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def _cases(text: str, number: int) -> Iterator[Case]:
    """Names of a text for which a spelling was chosen that no list has."""
    for reading in range(READINGS):
        for outcome in outcomes.of_text(text, number + reading * APART):
            choice, piece = outcome.choice, outcome.piece
            is_changed = outcome.shown != piece.text and standing.is_name(choice, piece)
            if is_changed and standing.kind(choice, piece) == "unlisted":
                yield standing.evidence(choice, piece), outcome.printed == piece.text


def _regressed(table: Floats, stands: Floats) -> Floats:
    """Weights of a logistic regression, by Newton's method; the constant stands first and is not pulled."""
    spread = np.maximum(table.std(axis=0), 1e-9)
    spread[0] = 1.0
    scaled = table / spread
    pull = np.full(scaled.shape[1], PULL * READINGS)
    pull[0] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        shares = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (shares - stands) + pull * weights
        bend = scaled.T @ (scaled * (shares * (1 - shares) + 1e-9)[:, None]) + np.diag(pull)
        weights -= np.linalg.solve(bend, slope)
    found: Floats = weights / spread
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
