"""The ledger: every word that was changed, in a form that can be undone."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from .value import BoxTuple


class Change(BaseModel):
    """One repair: a line of `changes.jsonl`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: int
    """From 1."""
    offset: int
    """Where `after` starts in the repaired text of the page, in characters."""
    box: BoxTuple | None
    """Points from the top left; None for text input."""
    before: str
    after: str
    rule: str
    """Code of the rule that changed it."""
    evidence: str
    """What spoke for the change, in plain words."""
    confidence: float
    """Calibrated probability that `after` is what was printed, 0 to 1."""
    alternatives: tuple[str, ...] = ()
    """Other candidates, likeliest first."""
