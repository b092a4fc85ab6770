"""Findings that are known and accepted, in a file beside the documents; new ones still fail."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from ..errors import UsageError
from ..export.files import write_text
from ..schema.record import Finding
from .verdict import Verdict

VERSION = 1

Key = tuple[str, str, str, str]
"""Document, rule, pointer and message."""


def load(path: Path) -> Counter[Key]:
    """The accepted findings.

    Raises:
        UsageError: the file is missing or is no baseline.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            raise ValueError(f"version {data['version']}")
        return Counter((one["document"], one["rule"], one["at"], one["message"]) for one in data["findings"])
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise UsageError(
            f"{path} is no baseline: {error}", next_step="write one with --write-baseline"
        ) from error


def save(path: Path, verdicts: Iterable[Verdict]) -> int:
    """Write every finding as accepted; the number of them.

    Raises:
        OutputError: the file cannot be written.
    """
    keys = sorted(_key(verdict, one) for verdict in verdicts for one in _everything(verdict))
    findings = [dict(zip(("document", "rule", "at", "message"), key, strict=True)) for key in keys]
    data = json.dumps({"version": VERSION, "findings": findings}, ensure_ascii=False, indent=1)
    write_text(path, data + "\n")
    return len(keys)


def applied(verdicts: Iterable[Verdict], known: Counter[Key]) -> list[Verdict]:
    """The verdicts with known findings set aside, each as often as the baseline has it."""
    left = known.copy()
    result = []
    for verdict in verdicts:
        kept: list[Finding] = []
        accepted: list[Finding] = []
        for finding in verdict.findings:
            key = _key(verdict, finding)
            (accepted if left[key] > 0 else kept).append(finding)
            left[key] -= 1
        result.append(replace(verdict, findings=tuple(kept), accepted=tuple(accepted)))
    return result


def _everything(verdict: Verdict) -> tuple[Finding, ...]:
    return (*verdict.findings, *verdict.accepted)


def _key(verdict: Verdict, finding: Finding) -> Key:
    """Documents by their own name in the record, so that it holds for any output folder."""
    name = verdict.record.source.name if verdict.record else verdict.file.parent.name
    return (name, finding.rule, finding.at, finding.message)
