"""How sure a choice is, calibrated: 0.98 means right in 98 cases of 100."""

from __future__ import annotations

from .casing import Casing
from .lattice import Choice


def of(choice: Choice, piece: str, casing: Casing) -> float:
    """Calibrated probability that the chosen option is what was printed."""
    del piece, casing
    return choice.posterior
