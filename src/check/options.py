"""What a check can be asked for; apart from the rest, so that `justera --help` imports little."""

from __future__ import annotations

from enum import StrEnum


class FailOn(StrEnum):
    """The least severity that makes a check fail."""

    ERROR = "error"
    WARNING = "warning"


class ReportFormat(StrEnum):
    """Forms of a report."""

    TEXT = "text"
    JSON = "json"
    JUNIT = "junit"
    SARIF = "sarif"
    GITHUB = "github"


class EvalFormat(StrEnum):
    """Forms of an evaluation."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"
