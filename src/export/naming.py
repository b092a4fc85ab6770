"""What a document and its items are called, where a file needs one line for them."""

from __future__ import annotations

from ..schema.record import Item, Record
from .register import paragraph
from .walk import date_of


def one_line(text: str) -> str:
    """The text on one line, without what cannot be printed."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def document_title(record: Record) -> str:
    """The document's title, or what can be said instead: kind, body and date, or the file's name."""
    if record.title:
        return one_line(record.title)
    parts = [part for part in (record.kind.capitalize(), record.body, date_of(record)) if part]
    return one_line(" ".join(parts)) if len(parts) > 1 else record.source.name


def item_title(item: Item) -> str:
    """Number and title, § 87 Delårsrapport; one of them where the other is missing."""
    number = f"§ {paragraph(item)}" if item.number is not None else ""
    return one_line(" ".join(filter(None, (number, item.title)))) or "Ärende"
