"""R90 and R92: nothing was lost, nothing was invented."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema.record import Record
from . import told
from .parts import items
from .registry import Hit, hit, rule

_SPACE = re.compile(r"\s+")


@rule("R90")
def pages_accounted_for(record: Record) -> Iterator[Hit]:
    """The quality report has every page of the file, in order."""
    numbers = [page.number for page in record.quality.pages]
    if len(numbers) != record.source.pages:
        yield hit("/quality/pages", "pages", pages=record.source.pages, read=len(numbers))
    elif numbers != list(range(1, len(numbers) + 1)):
        yield hit("/quality/pages", "order", pages=len(numbers))


@rule("R93")
def told_is_read(record: Record) -> Iterator[Hit]:
    """What the items tell of, a vote, a motion, a reservation, is in the record."""
    yield from told.unread(record)


@rule("R92")
def provenance(record: Record) -> Iterator[Hit]:
    """Values that people act on say where they stand, and are what stands there."""
    values = list(stated_values(record))
    if values and not record.evidence:
        yield hit("/evidence", "none")
        return
    for at, value in values:
        if not _has_evidence(at, record):
            yield hit(at, "missing")
        elif "/case_numbers/" in at:
            yield from _as_written(at, value, record)


def stated_values(record: Record) -> Iterator[tuple[str, str]]:
    """Pointer and text of every value that needs a place in the document."""
    own = {"body": record.body, "title": record.title, "date": record.date}
    for name in ("date", "chair", "secretary", "adjusted_on", "place") if record.meeting else ():
        own[f"meeting/{name}"] = getattr(record.meeting, name)
    yield from ((f"/{name}", value) for name, value in own.items() if value is not None)
    for index, number in enumerate(record.case_numbers):
        yield f"/case_numbers/{index}", number
    for index, person in enumerate(record.attendance):
        yield f"/attendance/{index}", person.name
    for at, item in items(record):
        if item.number is not None:
            yield f"{at}/number", str(item.number)
        if item.title is not None:
            yield f"{at}/title", item.title
        for index, number in enumerate(item.case_numbers):
            yield f"{at}/case_numbers/{index}", number
        for index, decision in enumerate(item.decisions):
            yield f"{at}/decisions/{index}", decision.text


def _has_evidence(at: str, record: Record) -> bool:
    """Evidence for the value itself, for a part of it, or for what it is a part of (but not a whole item)."""
    if at in record.evidence:
        return bool(record.evidence[at])
    if any(pointer.startswith(f"{at}/") for pointer in record.evidence):
        return True
    parent = at.rpartition("/")[0]
    return parent.count("/") != 2 and parent in record.evidence


def _as_written(at: str, value: str, record: Record) -> Iterator[Hit]:
    """A case number's characters stand in its evidence, white space aside."""
    written = [place.as_written for place in record.evidence.get(at, ())]
    bare = _SPACE.sub("", value).casefold()
    if written and not any(bare in _SPACE.sub("", text).casefold() for text in written):
        yield hit(at, "invented", value=value, written=written[0])
