"""What was found out about one document, and what a set of verdicts amounts to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ..schema.record import Finding, Record, Severity
from .options import FailOn

RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One record with what the rules say."""

    name: str
    """Path as given on the command line or found below it, with forward slashes."""
    file: Path
    """The file that the findings are about: record.json, or the document itself."""
    record: Record | None
    """Without its texts (`slim.py`); None where there is none, or it does not follow the schema."""
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()
    """Findings that the baseline knows; they never fail a check."""

    def with_findings(self, more: Iterable[Finding]) -> Verdict:
        """The same verdict, with findings added that one record alone could not show."""
        return replace(self, findings=(*self.findings, *more))


def severe(finding: Finding, fail_on: FailOn) -> bool:
    """Whether a finding is as severe as asked for."""
    return RANK[finding.severity] >= RANK[Severity(fail_on.value)]


def fails(verdicts: Iterable[Verdict], fail_on: FailOn) -> bool:
    """Whether any finding that is not accepted is severe."""
    return any(severe(finding, fail_on) for verdict in verdicts for finding in verdict.findings)


def counts(verdicts: Iterable[Verdict]) -> dict[str, int]:
    """Number of findings by severity, and of accepted ones."""
    found = {severity.value: 0 for severity in reversed(Severity)} | {"accepted": 0}
    for verdict in verdicts:
        found["accepted"] += len(verdict.accepted)
        for finding in verdict.findings:
            found[finding.severity.value] += 1
    return found


def message(finding: Finding, language: str) -> str:
    """The finding's words in "en" or "sv"; English where a record from elsewhere has no Swedish."""
    return finding.message_sv or finding.message if language == "sv" else finding.message
