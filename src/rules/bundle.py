"""Several documents in one file: each is held against the rules as if it lay alone."""

from __future__ import annotations

from collections.abc import Iterator

from ..schema.record import Evidence, PageQuality, Part, Record

WHOLE_FILE = frozenset({"R08", "R09", "R80", "R81", "R83", "R87", "R90"})
"""Rules about the file, which are asked once."""


def documents(record: Record) -> Iterator[tuple[str, Record]]:
    """The documents of a file with the pointer where each begins: "" for the first, then "/parts/0" ..."""
    yield "", record
    for index, part in enumerate(record.parts):
        yield f"/parts/{index}", _alone(part, f"/parts/{index}", record)


def page_groups(record: Record) -> Iterator[tuple[PageQuality, ...]]:
    """The pages of each document of the file."""
    pages = record.quality.pages
    first = min((part.pages_from for part in record.parts), default=len(pages) + 1)
    yield tuple(page for page in pages if page.number < first)
    for part in record.parts:
        yield tuple(page for page in pages if part.pages_from <= page.number <= part.pages_to)


def _alone(part: Part, at: str, record: Record) -> Record:
    """A part as a record of its own, its evidence with it."""
    own = {name: getattr(part, name) for name in type(part).model_fields if name in Record.model_fields}
    update = {**own, "parts": (), "findings": (), "evidence": _below(at, record)}
    return record.model_copy(update=update)


def _below(at: str, record: Record) -> dict[str, tuple[Evidence, ...]]:
    return {
        pointer.removeprefix(at): places
        for pointer, places in record.evidence.items()
        if pointer.startswith(f"{at}/")
    }
