"""Findings for a person, and a summary of what to do."""

from __future__ import annotations

from collections.abc import Sequence

from ...printable import visible
from ...schema.record import Severity
from ..options import FailOn
from ..verdict import Verdict, counts, fails, message

WORDS = {
    "en": {
        Severity.ERROR: "error",
        Severity.WARNING: "warning",
        Severity.INFO: "note",
        "valid": "valid",
        "accepted": "known findings accepted: {n}",
        "total": "documents: {documents}, errors: {error}, warnings: {warning}, notes: {info}",
        "bad": "fails (on {level})",
        "good": "passes (on {level})",
    },
    "sv": {
        Severity.ERROR: "fel",
        Severity.WARNING: "varning",
        Severity.INFO: "anmärkning",
        "valid": "giltig",
        "accepted": "kända anmärkningar som godtagits: {n}",
        "total": "dokument: {documents}, fel: {error}, varningar: {warning}, anmärkningar: {info}",
        "bad": "underkänd (vid {level})",
        "good": "godkänd (vid {level})",
    },
}


def render(verdicts: Sequence[Verdict], fail_on: FailOn, language: str) -> str:
    """One block per document, then one line for all."""
    words = WORDS[language]
    lines = [line for verdict in verdicts for line in _document(verdict, language)]
    numbers = counts(verdicts)
    outcome = words["bad" if fails(verdicts, fail_on) else "good"].format(level=fail_on.value)
    lines.append("")
    lines.append(f"{words['total'].format(documents=len(verdicts), **numbers)}; {outcome}")
    if numbers["accepted"]:
        lines.append(words["accepted"].format(n=numbers["accepted"]))
    return "\n".join(lines).lstrip("\n") + "\n"


def _document(verdict: Verdict, language: str) -> list[str]:
    words = WORDS[language]
    if not verdict.findings:
        return [f"{visible(verdict.name)}: {words['valid']}"]
    rows = [visible(verdict.name)]
    for finding in verdict.findings:
        place = f"  [{finding.at}]" if finding.at else ""
        rows.append(f"  {finding.rule} {words[finding.severity]}: {message(finding, language)}{place}")
    return rows
