"""The values that cross the rooms' borders: pages as read, the ledger, the record."""

from __future__ import annotations

from .change import Change
from .page import (
    Box,
    Document,
    Line,
    LinePlace,
    LineReading,
    OutlineEntry,
    Page,
    PageOrigin,
    TablePlace,
    Word,
    WordSource,
)
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
    "OutlineEntry",
    "Page",
    "PageOrigin",
    "Reading",
    "Record",
    "TablePlace",
    "Word",
    "WordSource",
]
