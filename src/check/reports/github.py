"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...schema.record import Finding, Severity
from ..options import FailOn
from ..positions import line_of
from ..verdict import Verdict, message
from .places import known_lines

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(verdicts: Sequence[Verdict], fail_on: FailOn, language: str) -> str:
    """One line per finding; nothing where there is none."""
    return "".join(f"{line}\n" for verdict in verdicts for line in _document(verdict, language))


def _document(verdict: Verdict, language: str) -> Iterator[str]:
    known = known_lines(verdict)
    for finding in verdict.findings:
        yield _command(verdict, finding, line_of(finding.at, known), message(finding, language))


def _command(verdict: Verdict, finding: Finding, line: int, words: str) -> str:
    place = f"file={_property(verdict.name)},line={line},title={_property(finding.rule)}"
    return f"::{LEVELS[finding.severity]} {place}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
