"""What a document and its items are called, where a file needs one line for them."""

from __future__ import annotations

from ..schema.record import Item, Kind, Record
from .register import paragraph
from .walk import date_of

KINDS = {
    Kind.PROTOKOLL: "Protokoll",
    Kind.PROTOKOLLSUTDRAG: "Protokollsutdrag",
    Kind.TJANSTESKRIVELSE: "Tjänsteskrivelse",
    Kind.FOREDRAGNINGS_PM: "Föredragnings-PM",
    Kind.KALLELSE: "Kallelse",
    Kind.FOREDRAGNINGSLISTA: "Föredragningslista",
    Kind.DELEGATIONSBESLUT: "Delegationsbeslut",
    Kind.ANSLAG: "Anslag",
    Kind.OVRIGT: "Handling",
}
"""How a document is called that has no title of its own."""


def one_line(text: str) -> str:
    """The text on one line, without what cannot be printed."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def document_title(record: Record) -> str:
    """The document's title, or what can be said instead: kind, body and date, or the file's name."""
    if record.title:
        return one_line(record.title)
    parts = [part for part in (KINDS[record.kind], record.body, date_of(record)) if part]
    return one_line(" ".join(parts)) if len(parts) > 1 else record.source.name


def item_title(item: Item) -> str:
    """Number and title, § 87 Delårsrapport; one of them where the other is missing."""
    number = f"§ {paragraph(item)}" if item.number is not None else ""
    return one_line(" ".join(filter(None, (number, item.title)))) or "Ärende"
