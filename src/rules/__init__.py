"""What a legally trained secretary would question in a record.

The rules are pure functions of the record: no clock, no network, no files; the same record gives the same
findings in the same order. What a rule cannot see it does not guess: where the record says nothing, all
rules but those that demand a part are silent. `docs/rules.md` lists every rule with its law.
"""

from __future__ import annotations

from . import (
    actors,
    amounts,
    archive,
    counts,
    dates,
    decisions,
    encoding,
    identity,
    numbering,
    pages,
    people,
    postponed,
    references,
    reservations,
    run,
    spelling,
    votes,
)
from .catalogue import RuleText, catalogue
from .check import check, checked
from .findings import finding
from .grading import grade
from .registry import Hit, hit

__all__ = ["Hit", "RuleText", "catalogue", "check", "checked", "finding", "grade", "hit"]

MODULES = (
    actors,
    amounts,
    archive,
    counts,
    dates,
    decisions,
    encoding,
    identity,
    numbering,
    pages,
    people,
    postponed,
    references,
    reservations,
    run,
    spelling,
    votes,
)
