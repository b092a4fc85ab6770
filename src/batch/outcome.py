"""What became of a document: every input of a run has exactly one outcome, with a reason and a next step."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """The outcomes; `MEANINGS` says each in one line."""

    OK = "ok"
    REVIEW = "review"
    PARTIAL = "partial"
    FAILED = "failed"
    TIMEOUT = "timeout"
    OOM = "oom"
    CRASH = "crash"
    SKIPPED = "skipped"


MEANINGS = {
    Outcome.OK: "read, and nothing needs a look",
    Outcome.REVIEW: "read; a person should look at what the record points out",
    Outcome.PARTIAL: "read, but for pages that could not be",
    Outcome.FAILED: "cannot be read",
    Outcome.TIMEOUT: "stopped: it took too long",
    Outcome.OOM: "stopped: it took too much memory",
    Outcome.CRASH: "the reader died on it",
    Outcome.SKIPPED: "not a document that justera reads",
}

WITH_RECORD = frozenset({Outcome.OK, Outcome.REVIEW, Outcome.PARTIAL})
"""Outcomes that leave a record."""

FAULTS = frozenset({Outcome.PARTIAL, Outcome.FAILED, Outcome.TIMEOUT, Outcome.OOM, Outcome.CRASH})
"""Outcomes that `--retry failed` tries again, and that `--fail-fast` stops at."""


class Retry(StrEnum):
    """Which finished documents are read again."""

    NONE = "none"
    FAILED = "failed"
    ALL = "all"

    def wants(self, outcome: str | None) -> bool:
        """Whether a document with that outcome is read again."""
        return self is Retry.ALL or (self is Retry.FAILED and outcome in FAULTS)


DOCUMENT_BYTES = 20_000
"""What a document costs whatever its size, counted as bytes of input."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a stage found in a document that it read."""

    sha256: str = ""
    """Of the bytes that were read."""
    pages: int = 0
    decisions: int = 0
    repairs: int = 0
    doubtful: int = 0
    """Words that a person should look at."""
    findings: int = 0
    """Findings of severity error or warning."""
    lost_pages: tuple[int, ...] = ()
    """Pages that could not be read, from 1."""
    fault: str = ""
    """Why the first of these could not."""
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one document; the first block is what `outcome.json` says and is deterministic."""

    name: str
    outcome: Outcome
    reason: str
    next_step: str = ""
    code: int = 0
    """Exit code that the error would have on its own, see docs/exit-codes.md."""
    sha256: str = ""
    pages: int = 0
    decisions: int = 0
    repairs: int = 0
    doubtful: int = 0
    findings: int = 0

    seconds: float = 0.0
    """Wall time over all attempts."""
    size: int = 0
    """Bytes of the input."""
    peak_mb: int = 0
    """Largest resident memory of the process group."""
    attempts: int = 1
    trace: str = ""
    """Where an unexpected error arose; kept in the ledger only."""

    @property
    def work(self) -> int:
        """What it cost, in bytes of input."""
        return self.size + DOCUMENT_BYTES

    def content(self) -> dict[str, Any]:
        """The deterministic part."""
        return {name: getattr(self, name) for name in CONTENT}

    def to_json(self) -> dict[str, Any]:
        """All of it, for the way back from a worker."""
        return {name: getattr(self, name) for name in NAMES}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Result:
        """From `to_json` or `content`; unknown names are passed over.

        Raises:
            KeyError, ValueError: it is no result.
        """
        kept = {name: value for name, value in values.items() if name in NAMES}
        return cls(**kept | {"outcome": Outcome(values["outcome"])})


NAMES = tuple(field.name for field in fields(Result))

CONTENT = NAMES[: NAMES.index("seconds")]
"""Fields of a result that do not depend on the machine or the moment."""
