"""Findings as JSON, for a program of one's own."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ... import __version__
from ..options import FailOn
from ..verdict import Verdict, counts, fails


def render(verdicts: Sequence[Verdict], fail_on: FailOn, language: str) -> str:
    """One object: version, verdict, counts, and every document with its findings in both languages."""
    report = {
        "justera": __version__,
        "fail_on": fail_on.value,
        "fails": fails(verdicts, fail_on),
        "counts": {"documents": len(verdicts), **counts(verdicts)},
        "documents": [_document(verdict) for verdict in verdicts],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _document(verdict: Verdict) -> dict[str, object]:
    return {
        "name": verdict.name,
        "valid": verdict.record is not None,
        "findings": [finding.model_dump(mode="json") for finding in verdict.findings],
        "accepted": [finding.model_dump(mode="json") for finding in verdict.accepted],
    }
