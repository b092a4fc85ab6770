"""How far a record can be used as it is."""

from __future__ import annotations

from ..schema.record import Grade, PageQuality, Record, Severity

UNUSABLE_CONFIDENCE = 0.5
"""Mean word confidence of a page under which its text is no basis for a decision: every second word wrong."""

UNREADABLE = frozenset({"R08", "R09"})
"""Rules that say that a page is missing or could not be read."""


def grade(record: Record) -> Grade:
    """Grade from the findings and the pages; never better than a page that failed."""
    if any(found.rule in UNREADABLE for found in record.findings) or _unusable(record):
        return Grade.BRISTFALLIG
    questioned = any(found.severity is not Severity.INFO for found in record.findings)
    doubted = any(page.doubtful for page in record.quality.pages)
    return Grade.GRANSKA if questioned or doubted else Grade.GOD


def _unusable(record: Record) -> bool:
    pages = record.quality.pages
    return not any(page.words for page in pages) or any(_too_uncertain(page) for page in pages)


def _too_uncertain(page: PageQuality) -> bool:
    return bool(page.words) and page.confidence is not None and page.confidence < UNUSABLE_CONFIDENCE
