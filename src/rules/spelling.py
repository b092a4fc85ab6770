"""R35-R38: parties, signatures and the spelling of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..schema.record import Kind, Record, Role
from . import parties
from .laws import document_date
from .names import fold, is_listed, looks_misread, one_letter_apart, same_person
from .parts import items, persons
from .registry import Hit, hit, rule

_NO_NAME = re.compile(r"[\d|{}\[\]<>=~_§%@#/\\]|^\W|^.?$")

TITLES = {"chair": ("ordförande",), "secretary": ("sekreterare", "protokollförare", "vid protokollet")}


def _mandates(record: Record) -> Iterator[tuple[str, str, str]]:
    """Pointer, name and party of everyone who has one."""
    for index, person in enumerate(record.attendance):
        if person.party:
            yield f"/attendance/{index}", person.name, person.party
    for at, item in items(record):
        for place, actor in persons(item):
            if actor.party:
                yield f"{at}{place}", actor.name or f"({actor.party})", actor.party
        for v, vote in enumerate(item.votes):
            for b, ballot in enumerate(vote.roll):
                if ballot.party:
                    yield f"{at}/votes/{v}/roll/{b}", ballot.name, ballot.party


@rule("R35")
def party_codes(record: Record) -> Iterator[Hit]:
    """One finding for a code: where it stands first."""
    mandates = list(_mandates(record))
    bearers = Counter(party for party, _ in {(party, fold(name)) for _, name, party in mandates})
    seen: set[str] = set()
    for at, name, party in mandates:
        if party not in seen:
            seen.add(party)
            yield from _code(f"{at}/party", name, party, bearers[party], document_date(record))


def _code(at: str, name: str, party: str, bearers: int, date: str | None) -> Iterator[Hit]:
    meant = parties.misread(party)
    if meant:
        yield hit(at, "misread", party=party, name=name, meant=meant)
    elif not parties.is_known(party):
        if bearers == 1:
            yield hit(at, "unknown", party=party, name=name)
    elif date and (span := parties.out_of_time(party, date)):
        yield hit(at, "time", party=party, name=name, span=span, date=date)


@rule("R36")
def signers(record: Record) -> Iterator[Hit]:
    """A signature with a role is of one who had it; there may be several chairs."""
    meeting = record.meeting
    if record.kind is not Kind.PROTOKOLL or meeting is None:
        return
    yield from _unlisted(record)
    for index, signature in enumerate(record.signatures):
        title, at = (signature.title or "").casefold(), f"/signatures/{index}"
        for field, words in TITLES.items():
            other = getattr(meeting, field)
            is_role = any(title.startswith(word) for word in words)
            if is_role and other and not _held(record, field, signature.name, other):
                yield hit(at, field, name=signature.name, other=other)
        chosen = list(meeting.adjusters)
        if title.startswith("juster") and chosen and not is_listed(signature.name, chosen):
            yield hit(at, "adjuster", name=signature.name)


def _unlisted(record: Record) -> Iterator[Hit]:
    """A chair or secretary who is in the header alone, while the attendance names others in the role."""
    listed = [person.name for person in record.attendance]
    roles = (("chair", "ordförande", Role.ORDFORANDE), ("secretary", "sekreterare", Role.SEKRETERARE))
    for field, title, role in roles:
        name = getattr(record.meeting, field)
        filled = any(person.role is role for person in record.attendance)
        if name and filled and not is_listed(name, listed):
            yield hit(f"/meeting/{field}", "unlisted", name=name, role=title)


def _held(record: Record, field: str, name: str, other: str) -> bool:
    """Whether the signer is the one in the header, or one of several that the attendance gives the role."""
    roles = {"chair": (Role.ORDFORANDE, Role.VICE_ORDFORANDE), "secretary": (Role.SEKRETERARE,)}[field]
    listed = [person.name for person in record.attendance if person.role in roles]
    return same_person(name, other) or is_listed(name, listed)


@rule("R37")
def officials(record: Record) -> Iterator[Hit]:
    """A party after an official is most often another person's."""
    for index, person in enumerate(record.attendance):
        if person.role is Role.TJANSTEPERSON and person.party:
            yield hit(f"/attendance/{index}/party", "official", name=person.name, party=person.party)


@rule("R38")
def one_spelling(record: Record) -> Iterator[Hit]:
    """Two spellings that a reader confuses; one letter apart where one of the two was not present."""
    yield from _garbled(record)
    places = dict(_names(record))
    present = {fold(person.name) for person in record.attendance}
    folded = sorted(places)
    for i, left in enumerate(folded):
        for right in folded[i + 1 :]:
            stranger = bool(present) and (left in present) != (right in present)
            if looks_misread(left, right) or (stranger and one_letter_apart(left, right)):
                at = max(places[left], places[right], key=_later)
                yield hit(at[0], "misread", name=places[left][1], other=places[right][1])


def _garbled(record: Record) -> Iterator[Hit]:
    """What stands where a name should, and is none: a pen read as capitals, digits among letters."""
    places = [(f"/attendance/{n}/name", person.name) for n, person in enumerate(record.attendance)]
    places += [(f"/signatures/{n}/name", signature.name) for n, signature in enumerate(record.signatures)]
    capitals = sum(name.isupper() for _, name in places)
    for at, name in places:
        shouts = name.isupper() and capitals * 2 < len(places)
        if shouts or _NO_NAME.search(name):
            yield hit(at, "garbled", name=name)


def _names(record: Record) -> Iterator[tuple[str, tuple[str, str]]]:
    """Folded name to pointer and spelling, of whole names; the first place counts."""
    found: dict[str, tuple[str, str]] = {}
    for index, person in enumerate(record.attendance):
        found.setdefault(fold(person.name), (f"/attendance/{index}/name", person.name))
    for at, item in items(record):
        for place, actor in persons(item):
            if actor.name:
                found.setdefault(fold(actor.name), (f"{at}{place}/name", actor.name))
    yield from ((name, place) for name, place in found.items() if " " in name)


def _later(place: tuple[str, str]) -> tuple[bool, str]:
    """Items come after the attendance, which is the likelier to be right."""
    return place[0].startswith("/items"), place[0]
