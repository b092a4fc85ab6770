"""The items of a file, wherever they stand: in its first document, or in one that follows in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..schema.record import Item, Part, Record

_ITEM = re.compile(r"((?:/parts/\d+)?/items/\d+)(?:/|$)")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with what it belongs to."""

    pointer: str
    """Of the item: "/items/3", "/parts/0/items/1"."""
    item: Item
    owner: Record | Part


def documents(record: Record) -> Iterator[tuple[str, Record | Part]]:
    """The documents in a file, each with the pointer that its own pointers begin with."""
    yield "", record
    for index, part in enumerate(record.parts):
        yield f"/parts/{index}", part


def entries(record: Record) -> Iterator[Entry]:
    """Every item of a file, in order."""
    for pointer, owner in documents(record):
        for index, item in enumerate(owner.items):
            yield Entry(f"{pointer}/items/{index}", item, owner)


def item_pointer(pointer: str) -> str | None:
    """The item that a JSON pointer leads into: "/items/3" for "/items/3/title", None for "/title"."""
    found = _ITEM.match(pointer)
    return found[1] if found else None


def date_of(owner: Record | Part) -> str | None:
    """The meeting's date, or else the document's; ISO."""
    return (owner.meeting.date if owner.meeting else None) or owner.date
