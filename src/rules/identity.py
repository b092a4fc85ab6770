"""R01-R07: whose document it is, and whether the parts that its kind demands are there."""

from __future__ import annotations

from collections.abc import Iterator

from ..schema.record import AuthorityKind, Kind, Record, Role, SectionKind
from .authorities import listed, names_agree, needs_code
from .bodies import body_kind
from .calendar import parse
from .dated import dated_values
from .laws import binds_municipal_law
from .parts import MEETING_KINDS, MINUTES, decisions, is_unadjusted, items, label
from .registry import Hit, hit, rule

SEVERAL = 3
"""Items of minutes of which at least one decides something, if only who adjusts the minutes."""


@rule("R01")
def body_and_authority(record: Record) -> Iterator[Hit]:
    """The body is there and of a known kind; the authority's code is that of its name."""
    private = record.authority is not None and record.authority.kind in (
        AuthorityKind.FORENING,
        AuthorityKind.BOLAG,
    )
    if record.kind in MEETING_KINDS and record.body is None and not private:
        yield hit("/body", "no_body")
    if record.body is not None and not private and body_kind(record.body) is None:
        yield hit("/body", "unknown_body", body=record.body)
    if record.kind in MEETING_KINDS and record.authority is None:
        yield hit("/authority", "no_authority")
    yield from _authority(record)


def _authority(record: Record) -> Iterator[Hit]:
    authority = record.authority
    if authority is None or not needs_code(authority.kind):
        return
    if authority.code is None:
        yield hit("/authority", "unlisted", name=authority.name)
        return
    known = listed(authority.code)
    if known is None:
        yield hit("/authority/code", "unknown_code", code=authority.code)
    elif not names_agree(authority.name, known):
        yield hit("/authority/code", "code", code=authority.code, listed=known.names[0], name=authority.name)


@rule("R02")
def meeting_date(record: Record) -> Iterator[Hit]:
    """A meeting's document says when; no date is the 30th of February."""
    if record.kind in MEETING_KINDS and (record.meeting is None or record.meeting.date is None):
        yield hit("/meeting/date", "missing")
    for at, value in dated_values(record):
        if parse(value) is None:
            yield hit(at, "impossible", date=value)


@rule("R03")
def required_parts(record: Record) -> Iterator[Hit]:
    """Each kind of document has parts that make it one."""
    kind = record.kind.value
    match record.kind:
        case Kind.PROTOKOLL | Kind.KALLELSE | Kind.FOREDRAGNINGSLISTA if not record.items:
            yield hit("/items", "no_items", kind=kind)
        case Kind.PROTOKOLLSUTDRAG if not any(True for _ in decisions(record)):
            yield hit("/items", "no_decision", kind=kind)
    if record.kind in MINUTES and len(record.items) >= SEVERAL and not any(True for _ in decisions(record)):
        yield hit("/items", "none_decided", count=len(record.items))
    if record.kind in MINUTES and not _signed(record) and not is_unadjusted(record):
        yield hit("/signatures", "no_signature")
    if record.kind in (Kind.KALLELSE, Kind.FOREDRAGNINGSLISTA):
        for at, _, decision in decisions(record):
            if decision.status == "beslutat":
                yield hit(f"{at}/status", "taken", kind=kind)
    if record.kind is Kind.DELEGATIONSBESLUT:
        yield from _delegated_decision(record)


def _delegated_decision(record: Record) -> Iterator[Hit]:
    """A delegated decision shows its day, what it is, and who took it (Förvaltningslagen 31 §)."""
    shown = record.delegation
    if (
        record.date is None
        and not (shown and shown.decided_on)
        and not (record.meeting and record.meeting.date)
    ):
        yield hit("/date", "no_day")
    if not any(True for _ in decisions(record)):
        yield hit("/items", "no_decision", kind=record.kind.value)
    if not record.signatures and not record.attendance and not (shown and shown.decided_by):
        yield hit("/signatures", "no_decider")


@rule("R04")
def chair_and_secretary(record: Record) -> Iterator[Hit]:
    """Minutes are kept on the chair's responsibility, by a secretary."""
    if record.kind not in MINUTES:
        return
    if not _named(record, Role.ORDFORANDE, "chair", "ordförande"):
        yield hit("/meeting/chair", "chair")
    if not _named(record, Role.SEKRETERARE, "secretary", "sekreterare", "protokoll"):
        yield hit("/meeting/secretary", "secretary")


@rule("R05")
def adjusters(record: Record) -> Iterator[Hit]:
    """Somebody adjusts the minutes."""
    if record.kind not in MINUTES or is_unadjusted(record):
        return
    named = record.meeting is not None and record.meeting.adjusters
    titled = any("juster" in (signature.title or "").casefold() for signature in record.signatures)
    if not named and not titled and not any(person.role is Role.JUSTERARE for person in record.attendance):
        yield hit("/meeting/adjusters", "missing")


@rule("R06")
def place_and_time(record: Record) -> Iterator[Hit]:
    """Minutes under municipal law say where and when the body met."""
    if record.kind not in MINUTES or not binds_municipal_law(record):
        return
    if record.meeting is None or record.meeting.place is None:
        yield hit("/meeting/place", "place")
    if record.meeting is None or record.meeting.start is None:
        yield hit("/meeting/start", "time")


MOST_TITLED = 0.75
"""Where so few of the items have a heading, minutes are of a kind that has none for some."""


@rule("R07")
def whole_items(record: Record) -> Iterator[Hit]:
    """An item of minutes has a number, a heading, and says something."""
    if record.kind is not Kind.PROTOKOLL:
        return
    titles = [(item.title or "").strip() for _, item in items(record)]
    plain = titles.count("") > 1 and sum(map(bool, titles)) <= MOST_TITLED * len(titles)
    if plain:  # minutes of before the 1970s have numbers alone
        yield hit("/items", "untitled", count=titles.count(""), all=len(titles))
    for at, item in items(record):
        if item.number is None:
            yield hit(f"{at}/number", "number", title=item.title or "?")
        if not plain and not (item.title or "").strip():
            yield hit(f"{at}/title", "title", item=label(item))
        if not item.decisions and not item.sections:
            yield hit(at, "empty", item=label(item))


def _signed(record: Record) -> bool:
    if record.signatures or any(person.role is Role.JUSTERARE for person in record.attendance):
        return True
    if record.meeting is not None and (record.meeting.adjusted_on or record.meeting.adjusters):
        return True
    return any(section.kind is SectionKind.UNDERSKRIFT for item in record.items for section in item.sections)


def _named(record: Record, role: Role, field: str, *titles: str) -> bool:
    if record.meeting is not None and getattr(record.meeting, field):
        return True
    if any(person.role is role for person in record.attendance):
        return True
    signed = [(signature.title or "").casefold() for signature in record.signatures]
    return any(title in words for title in titles for words in signed)
