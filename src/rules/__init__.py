"""What a legally trained secretary would question in a record.

The rules are pure functions of the record: no clock, no network, no files; the same record gives the same
findings in the same order. What a rule cannot see it does not guess: where the record says nothing, all
rules but those that demand a part are silent. `docs/rules.md` lists every rule with its law.
"""

from __future__ import annotations

from . import (
    archive,
    dates,
    decisions,
    identity,
    numbering,
    pages,
    people,
    references,
    reservations,
    run,
    votes,
)
from .catalogue import RuleText, catalogue
from .check import check, checked
from .grading import grade

__all__ = ["RuleText", "catalogue", "check", "checked", "grade"]

_GROUPS = (
    identity,
    numbering,
    pages,
    dates,
    people,
    decisions,
    votes,
    reservations,
    references,
    archive,
    run,
)
"""Imported for the rules that they register."""
