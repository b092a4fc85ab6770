"""The values that cross the rooms' borders: pages as read, the ledger, the record.

The record's types are imported when they are first asked for: building them takes as long as repairing a
page, and `justera repair` does without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .change import Change
from .page import (
    Box,
    Document,
    Line,
    LinePlace,
    LineReading,
    OpenWord,
    OutlineEntry,
    Page,
    PageOrigin,
    TablePlace,
    Word,
    WordSource,
)
from .reason import Reason

if TYPE_CHECKING:
    from .reading import Reading
    from .record import SCHEMA_VERSION, Record

__all__ = [
    "SCHEMA_VERSION",
    "Box",
    "Change",
    "Document",
    "Line",
    "LinePlace",
    "LineReading",
    "OpenWord",
    "OutlineEntry",
    "Page",
    "PageOrigin",
    "Reading",
    "Reason",
    "Record",
    "TablePlace",
    "Word",
    "WordSource",
]


def __getattr__(name: str) -> Any:
    if name == "Reading":
        from .reading import Reading

        return Reading
    if name in {"Record", "SCHEMA_VERSION"}:
        from . import record

        return getattr(record, name)
    raise AttributeError(f"module {__name__} has no attribute {name}")
