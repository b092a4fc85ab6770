"""JSON pointers (RFC 6901) into a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from ..schema.record import Record


def resolves(pointer: str, record: Record) -> bool:
    """Whether the record has anything at the pointer."""
    here: Any = record
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(here, tuple):
            if not name.isdecimal() or int(name) >= len(here):
                return False
            here = here[int(name)]
        elif isinstance(here, BaseModel) and name in type(here).model_fields:
            here = getattr(here, name)
        elif isinstance(here, dict) and name in here:
            here = here[name]
        else:
            return False
    return pointer == "" or (pointer.startswith("/") and here is not None)


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """Every text in the record with its pointer, quality and evidence left out."""
    skipped = {"evidence", "quality", "findings", "schema_version"}
    for name in type(record).model_fields:
        if name not in skipped:
            yield from _texts(f"/{name}", getattr(record, name))


def _texts(at: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _texts(f"{at}/{index}", part)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(f"{at}/{name}", getattr(value, name))
