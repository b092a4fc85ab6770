"""People of a list without a party: "Karin Holm, kommundirektör", names in a row, sentences on who served."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...schema.record import Role
from ..names import people
from ..names.mentions import Mention
from ..swedish import patterns
from ..text import sentences
from ..text.draft import Draft
from ..text.passage import Passage, together
from . import attendee, stand_ins, titled_names

_PARTS = re.compile(
    r"[,;](?:\s+(?:och|samt)\b)?(?:\s+|$)|\s+[–-]\s+"
    r"|(?<!-)(?:^|\s+)(?:och|samt|ävensom|jämte)\s+"
    rf"(?=(?:[a-zåäö.-]+ ){{0,3}}{people.NAME_WORD} {people.NAME_WORD})"
    r"|\s+(?:och|samt|ävensom|jämte)\s+(?=(?:suppleanter|ersättar)na )"
    rf"|\s+(?:och|samt)\s+(?=[a-zåäö]{{2,30}}\.? {people.NAME_WORD}(?:[,.;]|\s+(?:och|samt) |$)|undertecknad)"
)
_PRESIDES = re.compile(r"(?:[Hh]err |[Ff]ru )?(?P<vice>[Vv]ice |[Vv]\. ?)?[Oo]rdföranden")
""" "Herr ordföranden, rådman Hellqvist": who is named next is the chair."""

_AND = re.compile(
    r"(?P<seam>\s*(?:,|och|samt)\s+(?:(?:och|samt)\s+)?)(?:(?:herr(?:ar)?|hrr?|fru(?:ar)?|fröken|frk)\.?\s+)?",
    re.IGNORECASE,
)
"""What stands between two people of "herrar Ek, Lund och Ståhle samt fru Nordin"."""


_ABSENT = re.compile(r"(?:Frånvar|Förhindra|Anmäl[dt]|Förfall)\w*\b", re.IGNORECASE)
"""What a sentence on who was not there begins with: "Frånvarande voro herrar Berg och Modig"."""

_EXCUSED = patterns.compiled("roles", "excused")
""" "Af de öfriga hade herr Modig anmält förfall": a sentence on who was not there."""

_DEPUTIES = re.compile(r"\b(?:suppleanter|ersättar)na\b\s*", re.IGNORECASE)
""" "suppleanterna Karin Ek, tjänstgörande för Bo Öst, och Nils Lund": all that follow are deputies."""

_UNDERSIGNED = re.compile(rf"[Uu]ndertecknade?,? (?={people.NAME_WORD} {people.NAME_WORD})")
""" "undertecknad Åsa Ek": no title."""

KEPT = patterns.compiled("roles", "kept")
"""What a sentence on who kept the minutes begins with: "Protokollet fördes av kamrer Åsa Ek"."""

ALSO = re.compile(
    r"(?:(?:Dessutom|Vidare|Därjämte|Jämväl) )?"
    r"(?:(?:var(?:it)?|voro|är) närvarande|[Nn]ärv(?:ar(?:ande|ade)?|oro|\.)|[Dd]eltog(?:o)?|[Vv]oro|var) "
    r"(?:närvarande )?"
)
"""What a sentence on who was there begins with: "Dessutom närvoro stadskamrer ..."."""


_OF_MEETING = (Role.ORDFORANDE, Role.VICE_ORDFORANDE, Role.SEKRETERARE)
"""Roles that words behind a title give: "HR-chef Lars Ek, ordförande"."""


def of_line(line: Passage, role: Role) -> Iterator[Draft]:
    """The people of a logical line in which nobody has a party; `role` is what its label makes them."""
    for order, sentence in enumerate(sentences.split(line)):
        if _ABSENT.match(sentence.text):
            continue
        kept = KEPT.match(sentence.text)
        if kept and sentence.text[0].isupper():
            rest = _listed(sentence.part(kept.end(), len(sentence.text)), role, told=True)
            writer = next(rest, None)
            yield from [writer | {"role": Role.SEKRETERARE.value}] if writer else []
            yield from rest
            continue
        whom = stand_ins.OF_WHOM.search(sentence.text)
        sentence = sentence.part(0, whom.start()) if whom else sentence
        start = ALSO.match(sentence.text)
        told = order > 0 or start is not None
        at, own = start.end() if start else 0, role
        excused = _EXCUSED.search(sentence.text) is not None
        for begin, one, replaced, end in stand_ins.found(sentence):
            if not excused:
                yield from _listed(sentence.part(at, begin), own, told=told)
            yield attendee.draft(one, role, replaced=replaced)
            own = Role.ERSATTARE if _DEPUTIES.search(sentence.text, begin, one.start) else own
            at = end
        if not excused:
            yield from _listed(sentence.part(at, len(sentence.text)), own, told=told)


def names(words: Passage) -> bool:
    """Whether a text begins with somebody's title and name: "Skolchef Åsa Öst. Sekreterare Bo Ek."."""
    first = sentences.split(words)[:1]
    name = next(people.bare(first[0]), None) if first else None
    title = first[0].text[: name.start].strip(" :") if name else ""
    return bool(title) and (people.is_title(title) or KEPT.match(first[0].text) is not None)


def begins(words: Passage) -> int | None:
    """Where somebody without party begins in what stands behind a name: "§§ 8–9, kamrer Karin Lund"."""
    for seam in _PARTS.finditer(words.text):
        following = _PARTS.search(words.text, seam.end())
        piece = words.part(seam.end(), following.start() if following else len(words.text))
        name, title, _ = titled_names.parted(piece, frozenset(), told=False)
        undersigned = title is not None and title.text.startswith("undertecknad")
        if name and (
            undersigned
            or title is None
            or people.is_title(title.text)
            or _of_meeting(title, Role.TJANSTEPERSON)
        ):
            return seam.end()
    return None


def _listed(line: Passage, role: Role, *, told: bool) -> Iterator[Draft]:
    """People with their titles in a row; `told` where a sentence behind the list names them."""
    pending: Draft | None = None
    presides: Role | None = None
    surnames = {one.name.text for one in people.titled(line) if one.name}
    for piece in _pieces(line):
        if own := _UNDERSIGNED.match(piece.text):
            piece = piece.part(own.end(), len(piece.text))
        if deputies := _DEPUTIES.match(piece.text):
            role, piece = Role.ERSATTARE, piece.part(deputies.end(), len(piece.text))
        name, title, items = titled_names.parted(piece, surnames, told=told)
        if name:
            if pending:
                yield pending
            pending = _official(name, title, Role.TJANSTEPERSON if told and title else role)
            pending["items"] = items
            if presides:
                pending["role"] = presides.value
            presides = None
        elif (leads := _PRESIDES.fullmatch(piece.text)) and (pending is None or piece.text[0].isupper()):
            presides = Role.VICE_ORDFORANDE if leads["vice"] else Role.ORDFORANDE
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
