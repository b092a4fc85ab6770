"""The meeting that minutes, an excerpt or a summons is of."""

from __future__ import annotations

from .value import ClockTime, IsoDate, Value


class Posting(Value):
    """Anslag/bevis: the notice that the minutes have been adjusted (Kommunallagen 8:12)."""

    posted_on: IsoDate | None = None
    removed_on: IsoDate | None = None
    storage: str | None = None
    appeal_by: IsoDate | None = None


class Adjournment(Value):
    """A pause of the meeting."""

    start: ClockTime | None
    end: ClockTime | None
    reason: str | None = None


class Meeting(Value):
    """The meeting that minutes, an excerpt or a summons is of."""

    date: IsoDate | None = None
    start: ClockTime | None = None
    end: ClockTime | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    adjusters: tuple[str, ...] = ()
    adjusted_on: IsoDate | None = None
    items_from: int | None = None
    items_to: int | None = None
    adjournments: tuple[Adjournment, ...] = ()
    posting: Posting | None = None
