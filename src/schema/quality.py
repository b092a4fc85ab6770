"""How well the document was read, where each value stands, and what the rules say of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .value import BoxTuple, Confidence, Value
from .vocabulary import Grade, Severity


class Finding(Value):
    """What a rule has to say about the record."""

    rule: str
    severity: Severity
    message: str
    """In English, one line."""
    at: str
    """JSON pointer into the record."""
    message_sv: str | None = None
    """The message in Swedish."""


class Evidence(Value):
    """Where a value stands."""

    page: int
    box: BoxTuple | None
    as_written: str
    confidence: Confidence | None


class DoubtfulWord(Value):
    """A word that a person should look at first."""

    text: str
    box: BoxTuple | None
    reason: str
    """In English, one line."""
    confidence: Confidence | None
    alternatives: tuple[str, ...] = ()
    reason_code: str | None = None
    """The reason in the closed vocabulary of reasons.toml."""
    reason_sv: str | None = None
    """The reason in Swedish."""


class PageQuality(Value):
    """How well one page was read."""

    number: int
    origin: Literal["text_layer", "repaired_layer", "ocr", "mixed", "empty"]
    reason: str
    """In English, one line."""
    words: int
    confidence: Confidence | None
    doubtful: tuple[DoubtfulWord, ...] = ()
    printed: str | None = None
    """The page's number as printed on it: "3 (24)"."""
    fault: str | None = None
    """What went wrong when the page could not be read."""
    ink: float | None = Field(None, ge=0, le=1)
    """Share of the page that is dark, where it was measured; tells an empty page from an unread one."""
    unread: tuple[BoxTuple, ...] = ()
    """Where something is printed, stamped or written by hand that was not read."""
    reason_codes: tuple[str, ...] = ()
    """The reasons in the closed vocabulary of reasons.toml."""
    reason_sv: str | None = None
    """The reasons in Swedish."""


class Quality(Value):
    """How well the document was read."""

    grade: Grade
    pages: tuple[PageQuality, ...]
