"""What one document became: the value that the pipeline gives and the exports take."""

from __future__ import annotations

from dataclasses import dataclass

from .change import Change
from .page import Document
from .record import Record


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document became."""

    record: Record
    document: Document
    """The pages as repaired, furniture kept."""
    changes: tuple[Change, ...]
