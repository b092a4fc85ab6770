"""Every date and clock time in a record, with its pointer."""

from __future__ import annotations

from collections.abc import Iterator

from ..schema.record import Record
from .parts import items


def dated_values(record: Record) -> Iterator[tuple[str, str]]:
    """All dates that are given."""
    for at, value in _all_dates(record):
        if value is not None:
            yield at, value


def _all_dates(record: Record) -> Iterator[tuple[str, str | None]]:
    yield "/date", record.date
    if record.meeting is not None:
        yield "/meeting/date", record.meeting.date
        yield "/meeting/adjusted_on", record.meeting.adjusted_on
        if record.meeting.posting is not None:
            for name in ("posted_on", "removed_on", "appeal_by"):
                yield f"/meeting/posting/{name}", getattr(record.meeting.posting, name)
    for at, item in items(record):
        for index, basis in enumerate(item.basis_documents):
            yield f"{at}/basis_documents/{index}/date", basis.date


def clock_times(record: Record) -> Iterator[tuple[str, str]]:
    """All clock times that are given."""
    meeting = record.meeting
    if meeting is None:
        return
    times = [("/meeting/start", meeting.start), ("/meeting/end", meeting.end)]
    for index, pause in enumerate(meeting.adjournments):
        times += [
            (f"/meeting/adjournments/{index}/start", pause.start),
            (f"/meeting/adjournments/{index}/end", pause.end),
        ]
    yield from ((at, value) for at, value in times if value is not None)
