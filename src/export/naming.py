"""What a document and its items are called, where a file needs one line for them."""

from __future__ import annotations

from ..schema.record import Item, Record
from .register import paragraph


def one_line(text: str) -> str:
    """The text on one line, without what cannot be printed."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def document_date(record: Record) -> str | None:
    """The meeting's date, or else the document's; ISO."""
    return (record.meeting.date if record.meeting else None) or record.date


def document_title(record: Record) -> str:
    """The document's title, or what can be said instead: kind, body and date, or the file's name."""
    if record.title:
        return one_line(record.title)
    parts = [part for part in (record.kind.capitalize(), record.body, document_date(record)) if part]
    return one_line(" ".join(parts)) if len(parts) > 1 else record.source.name


def item_title(item: Item) -> str:
    """Number and title, § 87 Delårsrapport; one of them where the other is missing."""
    number = f"§ {paragraph(item)}" if item.number is not None else ""
    return one_line(" ".join(filter(None, (number, item.title)))) or "Ärende"
