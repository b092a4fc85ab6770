"""The people of one line of an attendance list: with a party, or officials with their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..schema.record import Role
from . import patterns, people, sentences
from .draft import Draft, Found
from .passage import Passage, together

_ROLES = [
    (Role(entry["role"]), re.compile(patterns.any_of(entry["patterns"]), re.IGNORECASE))
    for entry in patterns.table("roles")["role"]
]
_REPLACES = patterns.compiled("roles", "replaces")
_ITEMS = patterns.compiled("roles", "items")
_CHAIRED = re.compile(r"\b(?:vice ordf\w*|ledamot|ersättare)\b.*\bordf(?:örande|\.)?,? $", re.IGNORECASE)
""" "Vice ordförande, ordförande § 7": what was chaired, not when the person was there."""

_PLURAL = re.compile(r"\b(?:ersättarna|ledamöterna)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"(?:[,;\s]|och\b|samt\b)+")
_PARTS = re.compile(
    r"[,;](?:\s+|$)|\s+[–-]\s+"
    rf"|\s+(?:och|samt)\s+(?=(?:[a-zåäö.-]+ ){{0,3}}{people.NAME_WORD} {people.NAME_WORD})"
)
_COURTESY = re.compile(r"(?:[Hh]err(?:ar)?|[Hh]r|[Ff]ru(?:ar)?|[Ff]röken|[Ff]rk)\b\.? +")
_COURTESY_END = re.compile(r"(?:herr|hr|fru|fröken|frk)\.? *$")
_PRESENT = re.compile(r"(?:var|är|närvarade|deltog|som|tjänstgjorde|fungerade)\b")
_VACANT = frozenset({"vakant", "vakans"})


def uncourteous(text: str) -> str:
    """A text without the "Herr" or "Fru" that it begins with."""
    return _COURTESY.sub("", text, count=1) if _COURTESY.match(text) else text


def of_line(line: Passage, role: Role) -> list[Draft]:
    """The people of one logical line of a list; `role` is what its label makes them."""
    persons = people.with_party(line)
    if persons:
        return list(_with_party(line, persons, role))
    return list(_officials(line, role))


def _with_party(line: Passage, persons: Sequence[people.Mention], role: Role) -> Iterator[Draft]:
    """People with a party; words after a name belong to it, words straight before one to that one."""
    before = line.part(0, persons[0].start)
    index = 0
    while index < len(persons):
        one, replaced = persons[index], None
        end = _next(persons, index, line)
        if index + 1 < len(persons) and _REPLACES.search(line.text[one.end : end]):
            index += 1
            replaced = persons[index]
            tail = line.part(one.end, replaced.start)
            rest, following = _halves(line, replaced.end, _next(persons, index, line))
        else:
            tail, following = _halves(line, one.end, end)
            rest = tail
        index += 1
        if replaced is None and (bare := replaced_by(rest)):
            replaced = bare
        if one.name and one.name.text.casefold() not in _VACANT:
            office = line.part(one.start + len(one.name.text), one.end)  # "Åsa Ek, ordförande (C)"
            about = together([before, office]) if office.text.startswith(",") else before
            yield attendee(one, about, tail, rest, replaced, role)
        before = following if following or not _PLURAL.search(before.text) else before


def replaced_by(rest: Passage) -> people.Mention | None:
    """Whom a deputy serves for, named without a party: "tjänstgörande ersättare för Karin Ek"."""
    return next((one for one in people.bare(rest) if _REPLACES.search(rest.text[: one.start])), None)


def _next(persons: Sequence[people.Mention], index: int, line: Passage) -> int:
    return persons[index + 1].start if index + 1 < len(persons) else len(line.text)


def _halves(line: Passage, start: int, end: int) -> tuple[Passage, Passage]:
    """What belongs to the person before, and what to the person after: parted at the last separator."""
    if end == len(line.text):
        return line.part(start, end), line.part(end, end)
    cut = max(line.text.rfind(mark, start, end) for mark in (",", ";", " och ", " samt "))
    if cut < 0:
        cut = end
    after = line.part(cut, end)
    lead = _SEPARATOR.match(after.text)
    return line.part(start, cut), after.part(lead.end() if lead else 0, len(after.text))


def attendee(
    one: people.Mention,
    before: Passage,
    tail: Passage,
    rest: Passage,
    replaced: people.Mention | None,
    role: Role,
) -> Draft:
    """One person of a list.

    Args:
        one: who.
        before: words before the name that are about the person.
        tail: words behind the name.
        rest: words behind the one who is replaced, or the same as `tail`.
        replaced: whom a deputy serves for.
        role: what the label makes them.
    """
    assert one.name
    items = _ITEMS.search(rest.text) or _ITEMS.search(tail.text)
    source = rest if items and _ITEMS.search(rest.text) else tail
    if items and _CHAIRED.search(source.text, 0, items.start()):
        items = None
    told = _role(f"{before.text} | {tail.text}", role)
    if replaced or before.text.endswith("*") or tail.text.startswith("*"):
        told = Role.TJANSTGORANDE_ERSATTARE
    if told is Role.TJANSTEPERSON:
        told = Role.OVRIG
    return {
        "name": Found(one.name.text, one.name),
        "party": Found(one.code, one.party) if one.code and one.party else None,
        "role": told.value,
        "title": None,
        "replaces": Found(replaced.name.text, replaced.name) if replaced and replaced.name else None,
        "items": _found(source.group(items)) if items else None,
    }


def _role(words: str, default: Role) -> Role:
    for role, pattern in _ROLES:
        if pattern.search(words):
            if role is Role.ERSATTARE and default is Role.TJANSTGORANDE_ERSATTARE:
                return default
            if role is Role.LEDAMOT and default is not Role.LEDAMOT:
                return default
            return role
    return default


def _officials(line: Passage, role: Role) -> Iterator[Draft]:
    """People without a party: "Karin Holm, kommundirektör", names in a row, or sentences on who served."""
    for order, sentence in enumerate(sentences.split(line)):
        if _ABSENT.match(sentence.text):
            continue
        start = _AT_FIRST.match(sentence.text)
        at = start.end() if start else 0
        for one, replaced in _serving(sentence):
            nothing = sentence.part(0, 0)
            yield from _listed_officials(sentence.part(at, one.start), role, told=order > 0)
            yield attendee(one, nothing, nothing, nothing, replaced, role)
            at = replaced.end
        yield from _listed_officials(sentence.part(at, len(sentence.text)), role, told=order > 0)


_ABSENT = re.compile(r"(?:Frånvar|Förhindra|Anmäl[dt]|Förfall)\w*\b", re.IGNORECASE)
"""What a sentence on who was not there begins with: "Frånvarande voro herrar Berg och Modig"."""

_AT_FIRST = re.compile(
    r"(?:(?:Dessutom|Vidare|Därjämte|Jämväl) )?(?:[Nn]ärv(?:ar(?:ande|ade)?|oro|\.)|[Dd]eltog(?:o)?|[Vv]oro) "
)
"""What a sentence on who was there begins with: "Dessutom närvoro stadskamrer ..."."""


def _serving(sentence: Passage) -> Iterator[tuple[people.Mention, people.Mention]]:
    """Deputies and those they serve for: "Dessutom tjänstgjorde hr Olof Ljung i stället för hr Karl Frid"."""
    for one, replaced in pairwise(people.bare(sentence)):
        between = _COURTESY_END.sub("", sentence.text[one.end : replaced.start])
        if _REPLACES.search(between):
            yield one, replaced


def _listed_officials(line: Passage, role: Role, *, told: bool) -> Iterator[Draft]:
    pending: Draft | None = None
    for piece in _pieces(line):
        name, title, items = _name_and_title(piece, told=told)
        if name:
            if pending:
                yield pending
            pending = _official(name, title, Role.TJANSTEPERSON if told and title else role)
            pending["items"] = items
        elif pending and pending["title"] is None and pending["role"] == role.value:
            pending = _entitled(pending, piece, role)
        elif pending and pending["role"] == role.value and _role(piece.text, role) is Role.ORDFORANDE:
            pending["role"] = Role.ORDFORANDE.value  # "HR-chef Lars Ek, ordförande"
        elif pending and pending["items"] is None and (match := _ITEMS.search(piece.text)):
            pending["items"] = _found(piece.group(match))
    if pending:
        yield pending


def _pieces(line: Passage) -> Iterator[Passage]:
    start = 0
    for match in _PARTS.finditer(line.text):
        yield line.part(start, match.start())
        start = match.end()
    yield line.part(start, len(line.text))


def _name_and_title(piece: Passage, *, told: bool) -> tuple[Passage | None, Passage | None, Found | None]:
    """A name, with the title before or behind it, and the items behind that: "ekonomichef Vera Lund § 43".

    Args:
        piece: between two commas.
        told: whether a sentence tells of the person: "Stadsläkare Åke Ek var föredragande".
    """
    courtesy = _COURTESY.match(piece.text)
    piece = piece.part(courtesy.end() if courtesy else 0, len(piece.text.rstrip(".")))
    found = _ITEMS.search(piece.text)
    items = _found(piece.group(found)) if found else None
    piece = (
        piece.part(0, len(piece.text[: found.start()].rstrip(" (,"))) if found and found.start() else piece
    )
    if people.is_name(piece.text):
        return piece, None, items
    mention = next(people.bare(piece), None)
    if mention is None or mention.name is None:
        return None, None, None
    before, after = piece.part(0, mention.start), piece.part(mention.end, len(piece.text))
    if not before:
        return mention.name, after or None, items
    if (not after or (told and _PRESENT.match(after.text))) and len(before.text.split()) <= MOST_TITLE_WORDS:
        return mention.name, before, items
    if _OFFICE.fullmatch(after.text) and len(before.text.split()) <= MOST_TITLE_WORDS:
        return mention.name, together([before, after]), items
    return None, None, None


_OFFICE = re.compile(r"\([a-zåäö .]{3,30}\)")
""" "kanslist Berit Frost (sekreterare)": a title before the name, the office behind it."""

MOST_TITLE_WORDS = 3
"""A title before a name has no more words."""


def _official(name: Passage, title: Passage | None, role: Role) -> Draft:
    draft: Draft = {
        "name": Found(name.text, name),
        "party": None,
        "role": role.value,
        "title": None,
        "replaces": None,
        "items": None,
    }
    return _entitled(draft, title, role) if title else draft


def _entitled(draft: Draft, title: Passage, role: Role) -> Draft:
    items = _ITEMS.search(title.text)
    if items:
        draft["items"] = _found(title.group(items))
    words = title.text[: items.start()] if items else title.text
    words = words.strip(" ,-–")
    words = words[1:-1] if words.startswith("(") and words.endswith(")") else words
    told = _role(words, role)
    if (told is not role and role is not Role.TJANSTEPERSON) or told is Role.SEKRETERARE:
        draft["role"] = told.value
    if words and (role is Role.TJANSTEPERSON or (role is Role.LEDAMOT and people.is_title(words))):
        start = title.text.find(words)
        draft["title"] = _found(title.part(start, start + len(words)))
    return draft


def _found(passage: Passage) -> Found | None:
    return Found(passage.text, passage) if passage else None
