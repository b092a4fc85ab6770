"""Findings in the forms that people and programs read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..options import FailOn, ReportFormat
from ..verdict import Verdict
from . import as_json, github, junit, sarif, text

Render = Callable[[Sequence[Verdict], FailOn, str], str]

RENDERERS: dict[ReportFormat, Render] = {
    ReportFormat.TEXT: text.render,
    ReportFormat.JSON: as_json.render,
    ReportFormat.JUNIT: junit.render,
    ReportFormat.SARIF: sarif.render,
    ReportFormat.GITHUB: github.render,
}


def render(verdicts: Sequence[Verdict], form: ReportFormat, fail_on: FailOn, language: str) -> str:
    """The report as text, ending in a newline; the same verdicts give the same bytes."""
    return RENDERERS[form](verdicts, fail_on, language)


__all__ = ["RENDERERS", "render"]
