"""The rules' words: code, severity, messages in English and Swedish, and the law behind each.

One TOML file per group, beside the module with its functions:

    [R21]
    severity = "warning"
    title = { en = "...", sv = "..." }
    scope = "record"                     # or "series" (several records) or "files" (what lies beside one)
    source = "justering"                 # a name in laws.toml, or plain words where it is not law
    [R21.cases.late]
    en = "adjusted {days} days after the meeting"
    sv = "justerat {days} dagar efter sammanträdet"
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..schema.record import Severity

GROUPS = (
    "identity",
    "numbering",
    "dates",
    "people",
    "decisions",
    "votes",
    "reservations",
    "references",
    "archive",
    "run",
)


@dataclass(frozen=True, slots=True)
class CaseText:
    """One message of a rule."""

    en: str
    sv: str
    severity: Severity
    """The rule's own, unless this case is milder or graver."""
    source: str | None
    """The rule's own, unless this case rests on another law, or on none ("")."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a rule says, to whom it matters and why."""

    code: str
    group: str
    severity: Severity
    title_en: str
    title_sv: str
    scope: str
    """"record", "series" or "files": what the rule must see."""
    source: str | None
    """A law's name in laws.toml, or plain words."""
    note: str | None
    """What the rule cannot see, or where it is milder than its model, for docs/rules.md."""
    cases: Mapping[str, CaseText]


@cache
def catalogue() -> Mapping[str, RuleText]:
    """All rules by code, in the order of their codes."""
    rules = [rule for group in GROUPS for rule in _group(group)]
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}


def _group(name: str) -> list[RuleText]:
    path = Path(__file__).with_name(f"{name}.toml")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return [_rule(code, name, table) for code, table in tables.items()]


def _rule(code: str, group: str, table: dict[str, Any]) -> RuleText:
    severity = Severity(table["severity"])
    cases = {
        name: CaseText(
            case["en"],
            case["sv"],
            Severity(case.get("severity", severity)),
            case.get("source", table.get("source")),
        )
        for name, case in table["cases"].items()
    }
    return RuleText(
        code,
        group,
        severity,
        table["title"]["en"],
        table["title"]["sv"],
        table.get("scope", "record"),
        table.get("source"),
        table.get("note"),
        cases,
    )
