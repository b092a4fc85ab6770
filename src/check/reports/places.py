"""Where a finding stands: the lines of a record's file."""

from __future__ import annotations

from ..positions import lines
from ..verdict import Verdict


def known_lines(verdict: Verdict) -> dict[str, int]:
    """Pointer to line of a record on disk; empty for anything else, so that all findings stand on line 1."""
    if verdict.record is None or verdict.file.suffix != ".json":
        return {}
    try:
        return lines(verdict.file.read_text(encoding="utf-8-sig"))
    except OSError:
        return {}
