"""People of a list without a party: "Karin Holm, kommundirektör", names in a row, sentences on who served."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import pairwise

from ...schema.record import Role
from ..names import people
from ..names.mentions import Mention
from ..text import sentences
from ..text.draft import Draft, Found
from ..text.passage import Passage, together
from . import attendee, stand_ins

_PARTS = re.compile(
    r"[,;](?:\s+(?:och|samt)\b)?(?:\s+|$)|\s+[–-]\s+"
    r"|(?<!-)(?:^|\s+)(?:och|samt|ävensom|jämte)\s+"
    rf"(?=(?:[a-zåäö.-]+ ){{0,3}}{people.NAME_WORD} {people.NAME_WORD})"
    rf"|\s+(?:och|samt)\s+(?=[a-zåäö]{{2,30}}\.? {people.NAME_WORD}(?:[,.;]|\s+(?:och|samt) |$)|undertecknad)"
)
_SURNAME = re.compile(rf"(?P<title>[a-zåäö]{{4,30}}n) (?P<name>{people.NAME_WORD})")
""" "landstingsdirektören Hagberg": a post and a surname."""

_PRESIDES = re.compile(r"(?:[Hh]err )?[Oo]rdföranden")
""" "Herr ordföranden, rådman Hellqvist": who is named next is the chair."""

_COURTESY = re.compile(r"(?:[Hh]err(?:ar)?|[Hh]rr?|[Ff]ru(?:ar)?|[Ff]röken|[Ff]rk)\b\.? +")
_AND = re.compile(
    r"(?P<seam>\s*(?:,|och|samt)\s+(?:(?:och|samt)\s+)?)(?:(?:herr(?:ar)?|hrr?|fru(?:ar)?|fröken|frk)\.?\s+)?",
    re.IGNORECASE,
)
"""What stands between two people of "herrar Ek, Lund och Ståhle samt fru Nordin"."""


_PRESENT = re.compile(r"(?:närvarande|var|är|närvarade|deltog|som|tjänstgjorde|fungerade)\b")
_ABSENT = re.compile(r"(?:Frånvar|Förhindra|Anmäl[dt]|Förfall)\w*\b", re.IGNORECASE)
"""What a sentence on who was not there begins with: "Frånvarande voro herrar Berg och Modig"."""

ALSO = re.compile(
    r"(?:(?:Dessutom|Vidare|Därjämte|Jämväl) )?"
    r"(?:[Nn]ärv(?:ar(?:ande|ade)?|oro|\.)|[Dd]eltog(?:o)?|[Vv]oro|var) (?:närvarande )?"
)
"""What a sentence on who was there begins with: "Dessutom närvoro stadskamrer ..."."""


_LIVES = re.compile(
    rf"(?:^|[a-zåäö] ){people.NAME_WORD} {people.NAME}(?P<where> (?:i|på|från|vid) {people.NAME})$"
)
""" "Alfr. Svensson i Backa": in the country people are told apart by where they live."""

_OFFICE = re.compile(r"\([a-zåäö .]{3,30}\)")
""" "kanslist Berit Frost (sekreterare)": a title before the name, the office behind it."""

_OF_UNIT = re.compile(r"[a-zåäö] (?:för|på|vid|i|inom) $")
""" "förvaltningschef för Intern Service Jan Ek": words with a capital behind these belong to the title."""

WORDS_OF_NAME = 2
"""So many words behind the name of a unit are taken for the person's."""

MOST_TITLE_WORDS = 3
"""A title before a name has no more words."""

_OF_MEETING = (Role.ORDFORANDE, Role.VICE_ORDFORANDE, Role.SEKRETERARE)
"""Roles that words behind a title give: "HR-chef Lars Ek, ordförande"."""


def uncourteous(text: str) -> str:
    """A text without the "Herr" or "Fru" that it begins with."""
    return _COURTESY.sub("", text, count=1) if _COURTESY.match(text) else text


def of_line(line: Passage, role: Role) -> Iterator[Draft]:
    """The people of a logical line in which nobody has a party; `role` is what its label makes them."""
    for order, sentence in enumerate(sentences.split(line)):
        if _ABSENT.match(sentence.text):
            continue
        start = ALSO.match(sentence.text)
        at = start.end() if start else 0
        for begin, one, replaced, end in stand_ins.found(sentence):
            yield from _listed(sentence.part(at, begin), role, told=order > 0 or start is not None)
            yield attendee.draft(one, role, replaced=replaced)
            at = end
        yield from _listed(sentence.part(at, len(sentence.text)), role, told=order > 0 or start is not None)


def begins(words: Passage) -> int | None:
    """Where somebody without party begins in what stands behind a name: "§§ 8–9, kamrer Karin Lund"."""
    for seam in _PARTS.finditer(words.text):
        following = _PARTS.search(words.text, seam.end())
        piece = words.part(seam.end(), following.start() if following else len(words.text))
        name, title, _ = _name_and_title(piece, frozenset(), told=False)
        if name and (title is None or people.is_title(title.text) or _of_meeting(title, Role.TJANSTEPERSON)):
            return seam.end()
    return None


def _listed(line: Passage, role: Role, *, told: bool) -> Iterator[Draft]:
    """People with their titles in a row; `told` where a sentence behind the list names them."""
    pending: Draft | None = None
    presides = False
    surnames = {one.name.text for one in people.titled(line) if one.name}
    for piece in _pieces(line):
        name, title, items = _name_and_title(piece, surnames, told=told)
        if name:
            if pending:
                yield pending
            pending = _official(name, title, Role.TJANSTEPERSON if told and title else role)
            pending["items"] = items
            if presides:
                pending["role"] = Role.ORDFORANDE.value
            presides = False
        elif pending is None and _PRESIDES.fullmatch(piece.text):
            presides = True
        elif piece.text.startswith("undertecknad"):
            continue  # told by the signature
        elif pending and pending["title"] is None and pending["role"] == role.value:
            pending = _entitled(pending, piece, role)
        elif pending and pending["role"] == role.value and _of_meeting(piece, role):
            pending["role"] = attendee.told_role(piece.text, role).value
        elif pending and pending["title"] and pending["items"] is None and piece.text[:1].isupper():
            pending["title"] = attendee.found(together([pending["title"].passage, piece], ", "))
        elif pending and pending["items"] is None and (match := attendee.ITEMS.search(piece.text)):
            pending["items"] = attendee.span(piece.group(match))
    if pending:
        yield pending


def _of_meeting(piece: Passage, role: Role) -> bool:
    return attendee.told_role(piece.text, role) in _OF_MEETING


def _pieces(line: Passage) -> Iterator[Passage]:
    """What commas part, and every "och" between people: "herrar Ek, Lund och Ståhle samt fru Nordin"."""
    items = [match.span() for match in attendee.ITEMS.finditer(line.text)]
    seams = {
        match.span()
        for match in _PARTS.finditer(line.text)
        if not any(start < match.start() < end for start, end in items)  # "§§ 55, 57"
    }
    titled = list(people.titled(line))
    for one, other in pairwise(titled):
        if (between := _AND.fullmatch(line.text, one.end, other.start)) is not None:
            seams.add(between.span("seam"))
    start = 0
    for begin, end in sorted(seams):
        yield line.part(start, max(start, begin))
        start = max(start, end)
    yield line.part(start, len(line.text))


def _name_and_title(
    piece: Passage, surnames: Set[str], *, told: bool
) -> tuple[Passage | None, Passage | None, Found | None]:
    """A name, with the title before or behind it, and the items behind that: "ekonomichef Vera Lund § 43".

    Args:
        piece: between two commas.
        surnames: those that stand behind "herr" or "fru" in the line.
        told: whether a sentence tells of the person: "Stadsläkare Åke Ek var föredragande".
    """
    courtesy = _COURTESY.match(piece.text)
    surname = _SURNAME.fullmatch(piece.text.rstrip("."))
    if surname and people.is_title(surname["title"]):
        return piece.group(surname, "name"), piece.group(surname, "title"), None
    piece = piece.part(courtesy.end() if courtesy else 0, len(piece.text.rstrip(".")))
    told_items = attendee.ITEMS.search(piece.text)
    items = attendee.span(piece.group(told_items)) if told_items else None
    if told_items and told_items.start():
        piece = piece.part(0, len(piece.text[: told_items.start()].rstrip(" (,")))
    if lives := _LIVES.search(piece.text):
        piece = piece.part(0, lives.start("where"))
    if people.is_name(piece.text) or piece.text in surnames:
        return piece, None, items
    mention = next(people.bare(piece), None)
    if mention is None or mention.name is None:
        return None, None, None
    start = mention.start
    if _OF_UNIT.search(piece.text[:start]):
        words = mention.name.text.split()
        start = mention.end - len(" ".join(words[-WORDS_OF_NAME:]))
        if len(words) <= WORDS_OF_NAME:
            return None, None, None
    name, before, after = (
        piece.part(*span) for span in ((start, mention.end), (0, start), (mention.end, len(piece.text)))
    )
    if not before:
        return name, after or None, items
    if len(before.text.split()) > MOST_TITLE_WORDS and start == mention.start:
        return None, None, None
    if not after or (told and _PRESENT.match(after.text)):
        return name, before, items
    return (name, together([before, after]), items) if _OFFICE.fullmatch(after.text) else (None,) * 3


def _official(name: Passage, title: Passage | None, role: Role) -> Draft:
    one = attendee.draft(Mention(name, None, None, 0, 0), role) | {"role": role.value}
    return _entitled(one, title, role) if title else one


_STOP = re.compile(r"(?<=[a-zåäö]{6})\.$")
"""The stop of a sentence behind a title; "sekr." keeps its own."""


def _entitled(draft: Draft, title: Passage, role: Role) -> Draft:
    """The person with a title; the items behind it, and the role that it says, taken from it."""
    items = attendee.ITEMS.search(title.text)
    if items:
        draft["items"] = attendee.span(title.group(items))
    words = title.text[: items.start()] if items else title.text
    words = _STOP.sub("", words.strip(" ,:-–"))
    if words.count("(") > words.count(")"):
        words = words.rstrip(" (")
    enclosed = words.startswith("(") and words.find(")") in (
        -1,
        len(words) - 1,
    )  # "(chef, §§ 1–5)" ends early
    words = words.strip("()") if enclosed else words
    told = attendee.told_role(words, role)
    if (told is not role and role is not Role.TJANSTEPERSON) or told in (Role.SEKRETERARE, Role.OVRIG):
        draft["role"] = told.value
    if words and (
        role in (Role.TJANSTEPERSON, Role.OVRIG) or (role is Role.LEDAMOT and people.is_title(words))
    ):
        start = title.text.find(words)
        draft["title"] = attendee.found(title.part(start, start + len(words)))
    return draft
