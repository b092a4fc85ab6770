"""R20-R29: days and times agree with each other, with the calendar and with the law."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from ..schema.record import Kind, Meeting, Record
from .bodies import is_top_body
from .calendar import next_working_day, parse, weekday, written_dates, written_weekday
from .dated import clock_times, dated_values
from .laws import binds_municipal_law
from .parts import items
from .registry import Hit, hit, rule

ADJUSTED_WITHIN = 14
"""Days after the meeting (Kommunallagen 5:69)."""
POSTED_WITHIN = 2
"""Days after the adjustment (8:12)."""
APPEAL_DAYS = 21
"""Three weeks from the day of the notice (13:5)."""
SUMMONS_DAYS = 7
"""Days before a meeting of fullmäktige (5:13)."""
SELF_GOVERNMENT = date(1863, 1, 1)
FAR = 3
"""Years after the meeting beyond which no date of its minutes is believed."""
WRITTEN_AT_END = 90
"""Characters at the end of a reservation in which its date stands."""


def _meeting_day(record: Record) -> date | None:
    return parse(record.meeting.date) if record.meeting else None


@rule("R20")
def adjusted_after_meeting(record: Record) -> Iterator[Hit]:
    """Minutes of a meeting are adjusted at it or after it."""
    met, adjusted = _meeting_day(record), record.meeting and parse(record.meeting.adjusted_on)
    if met and adjusted and adjusted < met:
        yield hit("/meeting/adjusted_on", "early", adjusted=adjusted, meeting=met)


@rule("R21")
def adjusted_in_time(record: Record) -> Iterator[Hit]:
    """Within 14 days, where municipal law binds."""
    met, adjusted = _meeting_day(record), record.meeting and parse(record.meeting.adjusted_on)
    if met and adjusted and binds_municipal_law(record) and (adjusted - met).days > ADJUSTED_WITHIN:
        yield hit("/meeting/adjusted_on", "late", days=(adjusted - met).days)


@rule("R22")
def posted_in_time(record: Record) -> Iterator[Hit]:
    """The notice goes up at or after the adjustment, by the second day after it."""
    posting = record.meeting.posting if record.meeting else None
    posted = parse(posting.posted_on) if posting else None
    adjusted = parse(record.meeting.adjusted_on) if record.meeting else None
    if not posted or not adjusted or not binds_municipal_law(record):
        return
    at = "/meeting/posting/posted_on"
    if posted < adjusted:
        yield hit(at, "early", posted=posted, adjusted=adjusted)
    elif (posted - adjusted).days > POSTED_WITHIN:
        yield hit(at, "late", days=(posted - adjusted).days)


@rule("R23")
def three_weeks(record: Record) -> Iterator[Hit]:
    """The notice stays up, and an appeal can be made, for three weeks from its day."""
    posting = record.meeting.posting if record.meeting else None
    posted = parse(posting.posted_on) if posting else None
    if posting is None or posted is None or not binds_municipal_law(record):
        return
    removed, appeal = parse(posting.removed_on), parse(posting.appeal_by)
    last = posted + timedelta(days=APPEAL_DAYS)
    if removed and removed < last:
        days = (removed - posted).days
        yield hit("/meeting/posting/removed_on", "removed", removed=removed, days=days, posted=posted)
    if appeal and not last <= appeal <= next_working_day(last):
        yield hit("/meeting/posting/appeal_by", "appeal", appeal=appeal, posted=posted, expected=last)


@rule("R24")
def basis_at_hand(record: Record) -> Iterator[Hit]:
    """Minutes do not rest on papers from after the meeting."""
    met = _meeting_day(record)
    if record.kind not in (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG) or met is None:
        return
    for at, item in items(record):
        for index, basis in enumerate(item.basis_documents):
            day = parse(basis.date)
            if day and day > met:
                place = f"{at}/basis_documents/{index}/date"
                yield hit(place, "later", title=basis.title, date=day, meeting=met)


@rule("R25")
def weekdays(record: Record) -> Iterator[Hit]:
    """A weekday beside a date is that date's, and stands for a check that the number was read right."""
    for at, value in dated_values(record):
        day = parse(value)
        for evidence in record.evidence.get(at, ()):
            named = written_weekday(evidence.as_written)
            alone = set(written_dates(evidence.as_written)) <= {day}
            if day and named and alone and named != weekday(day):
                yield hit(at, "weekday", written=evidence.as_written, date=day, weekday=weekday(day))


@rule("R26")
def times(record: Record) -> Iterator[Hit]:
    """Times are times, the end follows the start, pauses lie between them."""
    broken = [(at, value) for at, value in clock_times(record) if value > "24:00" or value[3:] > "59"]
    yield from (hit(at, "impossible", time=value) for at, value in broken)
    meeting = record.meeting
    if meeting is None or broken or meeting.start is None or meeting.end is None:
        return
    if meeting.end < meeting.start:
        yield hit("/meeting/end", "end", start=meeting.start, end=meeting.end)
    else:
        yield from _pauses(meeting, meeting.start, meeting.end)


def _pauses(meeting: Meeting, start: str, end: str) -> Iterator[Hit]:
    for index, pause in enumerate(meeting.adjournments):
        known = [time for time in (pause.start, pause.end) if time is not None]
        if any(not start <= time <= end for time in known) or known != sorted(known):
            written = "-".join(known)
            yield hit(f"/meeting/adjournments/{index}", "pause", pause=written, start=start, end=end)


@rule("R27")
def sane_range(record: Record) -> Iterator[Hit]:
    """No date before there were municipalities, far after the meeting, or before the authority's name."""
    met = _meeting_day(record)
    for at, value in dated_values(record):
        day = parse(value)
        if day and day < SELF_GOVERNMENT:
            yield hit(at, "old", date=day)
        if day and met and day.year - met.year > FAR:
            yield hit(at, "far", date=day, years=day.year - met.year, meeting=met)
    own = met or parse(record.date)
    since = parse(_named_since().get(record.authority.name)) if record.authority else None
    if own and since and own < since and record.authority:
        yield hit("/authority/name", "name", name=record.authority.name, since=since, date=own)


@rule("R28")
def summons_in_time(record: Record) -> Iterator[Hit]:
    """A summons is dated before its meeting; that of fullmäktige a week before."""
    met, sent = _meeting_day(record), parse(record.date)
    if record.kind not in (Kind.KALLELSE, Kind.FOREDRAGNINGSLISTA) or not met or not sent or sent == met:
        # A summons is often headed by the meeting's date alone.
        return
    if sent > met:
        yield hit("/date", "late", date=sent, meeting=met)
    elif is_top_body(record.body) and binds_municipal_law(record) and (met - sent).days < SUMMONS_DAYS:
        yield hit("/date", "week", days=(met - sent).days)


@rule("R29")
def reasons_in_time(record: Record) -> Iterator[Hit]:
    """A dated reservation or statement is from before the adjustment."""
    adjusted = parse(record.meeting.adjusted_on) if record.meeting else None
    for at, item in items(record):
        for name in ("reservations", "statements"):
            for index, statement in enumerate(getattr(item, name)):
                dates = written_dates(statement.text[-WRITTEN_AT_END:])
                if adjusted and dates and dates[-1] > adjusted:
                    yield hit(f"{at}/{name}/{index}/text", "late", date=dates[-1], adjusted=adjusted)


@cache
def _named_since() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("regions.toml").read_text(encoding="utf-8"))
