"""How a rule is written: a small pure function over the record, registered under its code.

A rule yields a `Hit` for each place that a trained secretary would question. The words, the severity
and the law are in the TOML file beside the module (`catalogue.py` reads it), so that a lawyer can
correct them without reading code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..schema import Record


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that breaks a rule."""

    at: str
    """JSON pointer into the record, "" for the record as a whole."""
    case: str
    """Name of the message in the rule's table."""
    values: tuple[tuple[str, object], ...] = ()
    """What fills the message's placeholders."""


Rule = Callable[[Record], Iterator[Hit]]

RULES: dict[str, Rule] = {}
"""Code to function, filled when the rule modules are imported."""


def rule(code: str) -> Callable[[Rule], Rule]:
    """Register a function as the rule with that code."""

    def register(function: Rule) -> Rule:
        assert code not in RULES, f"{code} is written twice"
        RULES[code] = function
        return function

    return register


def hit(at: str, case: str, **values: object) -> Hit:
    """A hit with the values of its message."""
    return Hit(at, case, tuple(values.items()))
