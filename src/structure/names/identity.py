"""The same person under several spellings: one name across the document, as written kept in the evidence.

"A Ström (S)" in a voting list, "Ström" after "herr" and "Anna Strom" by a reader that loses dots are the
Anna Ström of the attendance. A spelling is only taken for a person whom it fits and who is the only one it
fits; parties must not differ. Nothing is looked up outside the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz.distance import Levenshtein

from ...schema.record import Role
from ..text.draft import Draft, Found, value_of
from . import likeness, party_letters, people

UNSURE = 0.9
"""Confidence of a word below which its letters, not only its dots, may be wrong."""

_PEOPLE = ("recusals", "non_participants")
_BY = ("motions", "reservations", "statements")


@dataclass
class _Person:
    """A person with every way the document spells the full name."""

    spellings: Counter[str] = field(default_factory=Counter)
    first: str = ""
    party: Found | None = None
    chairs: bool = False
    unsure: bool = False
    """Whether a reader was not sure of the name in the attendance."""

    @property
    def name(self) -> str:
        """The spelling found most often; of several the one with most dots and rings, which readers lose."""
        return max(
            self.spellings,
            key=lambda one: (self.spellings[one], _marks(one), (one == self.first) is not self.unsure),
        )


def unified(draft: Draft) -> Draft:
    """The draft of minutes with one name for each person.

    Args:
        draft: with `attendance`, `items`, `meeting` and `signatures`.
    """
    attendance: list[Draft] = [_in_full(one, draft) for one in draft["attendance"]]
    party_letters.small([*attendance, *_mentions(draft)])
    known = list({one.first: one for one in map(_person, reversed(attendance))}.values())[::-1]
    presiding = _presiding(draft["meeting"], known)
    mentions = list(_mentions(draft))
    told = [(mention, _meant(mention, [*known, *presiding])) for mention in mentions]
    for mention, person in told:
        if person is not None and _is_full(mention["name"].value, person):
            person.spellings[mention["name"].value] += 1
    for mention, person in told:
        if person is not None:
            _rename(mention, person)
    _drop_offices(draft)
    _spell_parties(draft, attendance)
    names = {one.first: one.name for one in known}
    return draft | {
        "attendance": [_renamed(one, names) for one in attendance],
        "meeting": _officers(draft["meeting"], known) if draft["meeting"] else None,
        "signatures": [one | {"name": _called(one["name"], known)} for one in draft["signatures"]],
    }


def _in_full(attendee: Draft, draft: Draft) -> Draft:
    """An attendee listed by surname alone, "herr Elofsson", with the name of who signs or adjusts so."""
    name = attendee["name"]
    if " " in str(name.value):
        return attendee
    held = draft["meeting"] or {"adjusters": ()}
    signed = [one["name"] for one in draft["signatures"]] + list(held["adjusters"])
    full = {str(one.value) for one in signed if isinstance(one, Found) and " " in str(one.value)}
    fitting = [one for one in full if likeness.shortened(str(name.value), one)]
    return attendee | {"name": Found(fitting[0], name.passage)} if len(fitting) == 1 else attendee


def _presiding(meeting: Draft | None, known: Sequence[_Person]) -> list[_Person]:
    """Who led the meeting, where the attendance names no chair: "Ordföranden yrkar" is that person."""
    name = meeting["chair"] if meeting else None
    if not isinstance(name, Found) or any(one.chairs for one in known):
        return []
    own = [one for one in known if likeness.same_skeleton(str(name.value), one.first)]
    for one in own:
        one.chairs = True
    return [] if own else [_Person(Counter([str(name.value)]), str(name.value), chairs=True)]


def _person(attendee: Draft) -> _Person:
    name = str(value_of(attendee["name"]))
    chairs = value_of(attendee["role"]) == Role.ORDFORANDE.value
    return _Person(Counter([name]), name, attendee["party"], chairs, _is_unsure(attendee["name"], UNSURE))


def _mentions(draft: Draft) -> Iterator[Draft]:
    """Every person named in the items, as dictionaries that may be changed."""
    for item in draft["items"]:
        for name in _PEOPLE:
            yield from _named(item[name])
        for name in _BY:
            for one in item[name]:
                yield from _named(one["by"])
        for vote in item["votes"]:
            yield from _named(vote["roll"])


def _named(people: Sequence[Draft]) -> Iterator[Draft]:
    yield from (one for one in people if isinstance(one.get("name"), Found))


def _drop_offices(draft: Draft) -> None:
    """Leave out who is named by the chair's office alone where the document does not say who holds it."""
    for item in draft["items"]:
        for name in _BY:
            for one in item[name]:
                one["by"] = [person for person in one["by"] if not _is_office(person)]
        for vote in item["votes"]:
            vote["roll"] = [person for person in vote["roll"] if not _is_office(person)]


def _spell_parties(draft: Draft, attendance: Sequence[Draft]) -> None:
    """Give parties as a whole the code that their members have: "Moderaterna" where members are "(m)".

    A party without members here has a code as the others have: small letters among small letters.
    """
    told = [one.get("party") for one in (*attendance, *_mentions(draft))]
    usual = Counter(str(party.value) for party in told if isinstance(party, Found))
    spelt = {code.casefold(): code for code, _ in reversed(usual.most_common())}
    small = len(usual) > 1 and all(code.islower() for code in usual)
    for item in draft["items"]:
        for group in (one for name in _BY for act in item[name] for one in act["by"]):
            party = group.get("party")
            if group.get("name") is None and isinstance(party, Found):
                code = str(party.value)
                own = spelt.get(code.casefold(), code.lower() if small and code.isupper() else code)
                group["party"] = Found(own, party.passage)


def _is_office(person: Draft) -> bool:
    return str(value_of(person["name"]) or "").casefold() in people.CHAIR


def _meant(mention: Draft, known: Sequence[_Person]) -> _Person | None:
    """The one person that a mention fits; None where none or several do."""
    name, party = mention["name"], value_of(mention.get("party"))
    if name.value.casefold() in people.CHAIR:
        chairs = [one for one in known if one.chairs]
        return chairs[0] if len(chairs) == 1 else None
    fitting = [one for one in known if _agree(party, value_of(one.party))]
    for same in (likeness.equal, likeness.same_skeleton, likeness.shortened):
        found = [one for one in fitting if same(name.value, one.first)]
        if found:
            return found[0] if len(found) == 1 else None
    found = [
        one
        for one in fitting
        if likeness.alike(name.value, one.first) and (_is_unsure(name, UNSURE) or _is_read(name, one, party))
    ]
    return found[0] if len(found) == 1 else None


def _agree(party: Any, other: Any) -> bool:
    return party is None or other is None or str(party).casefold() == str(other).casefold()


def _is_unsure(name: Found, sure: float) -> bool:
    known = [span.word for span in name.passage.spans]
    return any(word.doubt or (word.confidence is not None and word.confidence < sure) for word in known)


def _is_read(name: Found, person: _Person, party: Any) -> bool:
    """Whether both names come from a scan and agree in party: a slip of one letter is then the reader's."""
    same_party = party is not None and person.party is not None
    slip = Levenshtein.distance(str(name.value).casefold(), person.first.casefold()) <= MOST_SLIPS
    return same_party and slip and (_is_unsure(name, 1.0) or person.unsure)


MOST_SLIPS = 2
"""Letters, "li" read as "h" is two, in which a name from a scan may differ from the person's."""


def _is_full(name: str, person: _Person) -> bool:
    alike = likeness.same_skeleton(name, person.first) or likeness.alike(name, person.first)
    return len(name.split()) == len(person.first.split()) and alike


def _marks(name: str) -> int:
    return sum(ord(letter) > 127 for letter in name)


def _rename(mention: Draft, person: _Person) -> None:
    mention["name"] = Found(person.name, mention["name"].passage)
    party = mention.get("party")
    if "party" in mention and person.party and (party is None or _is_unsure(party, 1.0)):  # "S" read for "s"
        mention["party"] = Found(person.party.value, (party or person.party).passage)


def _renamed(attendee: Draft, names: dict[str, str]) -> Draft:
    name = attendee["name"]
    return attendee | {"name": Found(names[str(name.value)], name.passage)}


def _called(name: Found | None, known: Sequence[_Person]) -> Found | None:
    """A name of an officer or a signature by the person's spelling; of short forms only a surname alone."""
    if not isinstance(name, Found):
        return name
    same = likeness.same_skeleton if " " in str(name.value) else likeness.shortened
    found = [one for one in known if same(str(name.value), one.first)]
    return Found(found[0].name, name.passage) if len(found) == 1 else name


def _officers(meeting: Draft, known: Sequence[_Person]) -> Draft:
    chair = _called(meeting["chair"], known)
    adjusters = [_called(one, known) for one in meeting["adjusters"]]
    if chair and value_of(chair) != value_of(
        meeting["chair"]
    ):  # by surname the chair was not told among them
        adjusters = [one for one in adjusters if value_of(one) != value_of(chair)]
    return meeting | {
        "chair": chair,
        "secretary": _called(meeting["secretary"], known),
        "adjusters": adjusters,
    }
