"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from ... import __version__
from ...rules import RuleText, catalogue
from ...schema.record import Finding, Severity
from ..options import FailOn
from ..positions import line_of
from ..verdict import Verdict, message
from .places import known_lines

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(verdicts: Sequence[Verdict], fail_on: FailOn, language: str) -> str:
    """One run; findings that the baseline knows are there, suppressed."""
    codes = list(catalogue())
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(language)},
                "columnKind": "unicodeCodePoints",
                "results": [result for verdict in verdicts for result in _results(verdict, codes, language)],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _driver(language: str) -> dict[str, Any]:
    return {
        "name": "justera",
        "semanticVersion": __version__,
        "rules": [_rule(rule, language) for rule in catalogue().values()],
    }


def _rule(rule: RuleText, language: str) -> dict[str, Any]:
    title = rule.title_sv if language == "sv" else rule.title_en
    described = {"id": rule.code, "shortDescription": {"text": title}}
    if rule.note:
        described["fullDescription"] = {"text": rule.note}
    return described | {"defaultConfiguration": {"level": LEVELS[rule.severity]}}


def _results(verdict: Verdict, codes: list[str], language: str) -> Iterator[dict[str, Any]]:
    known = known_lines(verdict)
    for finding in verdict.findings:
        yield _result(verdict, finding, known, codes, language)
    for finding in verdict.accepted:
        suppressed = {"suppressions": [{"kind": "external", "justification": "accepted in the baseline"}]}
        yield _result(verdict, finding, known, codes, language) | suppressed


def _result(
    verdict: Verdict, finding: Finding, known: dict[str, int], codes: list[str], language: str
) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(verdict.name)},
            "region": {"startLine": line_of(finding.at, known)},
        }
    }
    if finding.at:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.at, "kind": "value"}]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": message(finding, language)},
        "locations": [location],
        "partialFingerprints": {"justera/v1": _fingerprint(verdict, finding)},
    }
    return result | ({"ruleIndex": codes.index(finding.rule)} if finding.rule in codes else {})


def _fingerprint(verdict: Verdict, finding: Finding) -> str:
    """The same for the same finding of the same document, whatever line it is on."""
    text = "\n".join((verdict.name, finding.rule, finding.at, finding.message))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
