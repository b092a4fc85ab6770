"""Runs over many files: every input gets exactly one outcome, whatever is in it and whatever happens."""

from __future__ import annotations

from .engine import EngineName
from .observer import Observer
from .outcome import Outcome, Result, Retry
from .plan import Plan
from .report import Totals
from .run import Options, Summary, run

__all__ = [
    "EngineName",
    "Observer",
    "Options",
    "Outcome",
    "Plan",
    "Result",
    "Retry",
    "Summary",
    "Totals",
    "run",
]
