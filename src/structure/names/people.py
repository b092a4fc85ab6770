"""Persons in running text: a name with its party in brackets, names without party, surnames behind a title.

A name begins with a capital; particles and initials belong to it; words of rank before it do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..swedish import patterns
from ..text.passage import Passage
from . import parties
from .mentions import Mention as Mention
from .mentions import drafts as drafts
from .names import BARE_NAME as BARE_NAME
from .names import CAPITAL, PARTICLES, is_ordinary, is_place, rank
from .names import NAME as NAME
from .names import NAME_WORD as NAME_WORD
from .names import ends_in_name as ends_in_name
from .names import is_name as is_name
from .names import is_name_word as is_name_word
from .names import is_title as is_title
from .offices import OFFICE
from .parties import CODE_IN_BRACKETS, PARTY, code

WITH_PARTY = re.compile(
    rf"(?<![\w-])(?P<name>(?:[a-zåäö]{{2,8}}-(?=[{CAPITAL}]))?{NAME})"
    rf"(?:\s+m\.?\s?fl\.?)?(?P<office>,? {OFFICE})?,?\s*{PARTY}"
)
""" "Åsa Öhrn (C)", "Åsa Öhrn, vice ordförande (C)"."""

_SHARED = re.compile(
    rf"(?P<names>{NAME}(?:(?:, | och | samt ){NAME})+)\s*,?\s*\(?"
    rf"(?P<all>båda|bägge|samtliga|alla)\s*\(?\s*{CODE_IN_BRACKETS}"
)
""" "Granath och Holst (båda M)": one party for several people."""

_TWO_WORDS = re.compile(r"(?:Norra|Södra|Östra|Västra|Stora|Lilla|Gamla|Nya|Övre|Nedre|Yttre|Inre|Sankt) \S+")
"""A place of two words: "Norra Torpa"."""

_BEFORE_PLACE = re.compile(rf"(?P<name>{NAME_WORD}(?: (?:(?:{PARTICLES}) )*{NAME_WORD})+), $")
""" "Kerstin Ahl, Torpa (S)": where a person lives, between name and party."""

_BEHIND_COMMA = re.compile(
    rf"(?P<name>{NAME_WORD}(?: (?:(?:{PARTICLES}) )*{NAME_WORD})+)"
    rf"(?:, {parties.BEHIND_COMMA}| [–-] (?P<dashed>{parties.KNOWN}))"
    r"(?=[,;]|\.?$| (?:och|samt|tj|ers|yrka|reserv|röst))"
)
""" "Stig Ek, M, och Kai Öst, SÄ, yrkar avslag": codes without brackets, between commas."""

_CODE_NEAR = re.compile(rf", {parties.BEHIND_COMMA}(?!\w)| [–-] {parties.KNOWN}")

_ONE = re.compile(rf"(?:\b(?:{PARTICLES}) )?{NAME}")
_AND = re.compile(r"\s*(?:,|och|samt)\s+(?:(?:hela|övriga|samtliga) )?")


def with_party(passage: Passage, start: int = 0, end: int | None = None) -> list[Mention]:
    """Names with a party in brackets, or between commas, in order."""
    end = len(passage.text) if end is None else end
    found = _bracketed(passage, start, end) if ")" in passage.text or "]" in passage.text else []
    if _CODE_NEAR.search(passage.text, start, end):
        found += _behind_commas(passage, start, end, found)
    return sorted(found, key=lambda one: one.start)


def _bracketed(passage: Passage, start: int, end: int) -> list[Mention]:
    """People whose party stands in brackets, one for several among them."""
    found = [one for match in _SHARED.finditer(passage.text, start, end) for one in _sharing(passage, match)]
    taken = [(one.start, one.end) for one in found]
    for match in WITH_PARTY.finditer(passage.text, start, end):
        if any(first < match.end() and match.start() < last for first, last in taken):
            continue
        name_start, name_end = match.start("name") + rank(match["name"]), match.end("name")
        may_be_place = " " not in match["name"] or _TWO_WORDS.fullmatch(match["name"])
        lived = _BEFORE_PLACE.search(passage.text, start, name_start) if may_be_place else None
        if lived and not is_ordinary(lived["name"]):
            name_start, name_end = lived.start("name") + rank(lived["name"]), lived.end("name")
        name = passage.part(name_start, name_end)
        if name:
            party = passage.group(match, "party")
            found.append(Mention(name, party, code(party.text), name_start, match.end()))
    return found


def _behind_commas(passage: Passage, start: int, end: int, found: Sequence[Mention]) -> Iterator[Mention]:
    """People whose party stands between commas, but those already found."""
    for match in _BEHIND_COMMA.finditer(passage.text, start, end):
        begin = match.start() + rank(match["name"])
        name = passage.part(begin, match.end("name"))
        apart = all(one.end <= begin or match.end() <= one.start for one in found)
        if apart and " " in name.text and not is_ordinary(name.text):
            party = passage.group(match, "party" if match["party"] else "dashed")
            yield Mention(name, party, code(party.text), begin, match.end())


def _sharing(passage: Passage, match: re.Match[str]) -> Iterator[Mention]:
    """The people before "(båda M)", each with that party."""
    names = list(_ONE.finditer(passage.text, match.start("names"), match.end("names")))
    party = passage.group(match, "party")
    for name in names[-2:] if match["all"] in ("båda", "bägge") else names:
        begin = name.start() + rank(name.group())
        if begin < name.end():
            last = match.end() if name is names[-1] else name.end()
            yield Mention(passage.part(begin, name.end()), party, code(party.text), begin, last)


def bare(passage: Passage, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Names of two words and more without a party."""
    for match in BARE_NAME.finditer(passage.text, start, len(passage.text) if end is None else end):
        begin = match.start() + rank(match.group())
        name = passage.part(begin, match.end())
        if " " in name.text and not is_ordinary(name.text) and not is_place(name.text):
            yield Mention(name, None, None, begin, match.end())


def begins(text: str) -> bool:
    """Whether a text begins with a name of two words and more: "Åsa Ek § 3"."""
    first = next(bare(Passage(text)), None)
    return first is not None and first.start == 0


_BETWEEN = r"(?:, (?:v(?:ice|\.)? ?)?ordf(?:\.|örande)?)?(?:, | och | samt )"
"""What stands between surnames in a row: "hrr Lindskog, ordf., Paulsson och Moberg"."""

_NAMES = rf"{NAME}(?:{_BETWEEN}(?:(?:{PARTICLES}) )?{NAME})*"
_TITLED = re.compile(
    rf"(?<![\w-])(?i:{'|'.join(patterns.table('people')['courtesies'])})\b\.?\s+(?P<names>{_NAMES})"
)


def titled(passage: Passage, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """People by title and surname: "herr Stålberg", "ledamöterna Modig och Blom"."""
    for match in _TITLED.finditer(passage.text, start, len(passage.text) if end is None else end):
        for name in _ONE.finditer(passage.text, match.start("names"), match.end("names")):
            if not (is_ordinary(name.group()) or parties.is_party(name.group()) or _is_code(name.group())):
                yield Mention(passage.group(name), None, None, name.start(), name.end())


def _is_code(text: str) -> bool:
    """Whether a word is too short for a surname in capitals: what a reader makes of ditto marks."""
    return len(text) <= LONGEST_CODE and text.isupper()


LONGEST_CODE = 3


def named(passage: Passage, start: int = 0, end: int | None = None) -> list[Mention]:
    """The people of a part of a text: with their parties; where nobody has one, by full name, or by title.

    A full name beside one with a party counts too: "Åsa Öhrn (C) och Nils Ek".
    """
    found = with_party(passage, start, end)
    if not found:
        return list(bare(passage, start, end)) or list(titled(passage, start, end))
    return _with_those_beside(passage, found, bare(passage, start, end))


_MEMBERS = re.compile(
    r"\w-?(?:ledam|representant|ersättar|företräd)[a-zåäö]+ "
    rf"(?={NAME_WORD} (?:(?:{PARTICLES}) )*{NAME_WORD})"
)
""" "NS-ledamöterna Kurt Ek och Doris Lund": those of a party who are named."""


def everyone(passage: Passage, start: int = 0, end: int | None = None) -> list[Mention]:
    """Persons with party and parties beside them; where there are none, parties as a whole; else persons."""
    groups = parties.find(passage, start, end)
    persons = with_party(passage, start, end)
    if groups and persons:
        theirs = {str(one.code).casefold() for one in persons}
        others = [one for one in groups if str(one.code).casefold() not in theirs]
        return _with_those_beside(passage, named(passage, start, end), others)
    last = len(passage.text) if end is None else end
    members = _MEMBERS.search(passage.text, start, last) if groups else None
    return (
        (list(bare(passage, members.end(), end)) if members else []) or groups or named(passage, start, end)
    )


def _with_those_beside(
    passage: Passage, found: Sequence[Mention], others: Iterator[Mention] | Sequence[Mention]
) -> list[Mention]:
    """Those found, with the others that only a comma or an "och" parts from one of them."""
    all_of_them = list(found)
    for other in others:
        apart = all(other.end <= one.start or one.end <= other.start for one in all_of_them)
        if apart and any(
            _AND.fullmatch(passage.text, other.end, one.start)
            or _AND.fullmatch(passage.text, one.end, other.start)
            for one in all_of_them
        ):
            all_of_them.append(other)
    return sorted(all_of_them, key=lambda one: one.start)


_ALONE = re.compile(_NAMES)


def surnames(passage: Passage, end: int, start: int = 0) -> list[Mention]:
    """People without party, by surname alone too, where a part of a sentence says nothing else.

    "Holm och Ek reserverade sig": the part before the verb.
    """
    part = passage.text[start:end].strip(" .")
    if not _ALONE.fullmatch(part) or is_ordinary(part):
        return []
    return [
        Mention(passage.group(name), None, None, name.start(), name.end())
        for name in _ONE.finditer(passage.text, start, end)
    ]


CHAIR = frozenset({"ordföranden", "ordförande"})
"""Who moves or votes by the office alone; the document says who holds it."""

_CHAIR = re.compile(r"(?:(?:Därefter|Sedan|Även|Också|,|och|samt)\s+)*(?P<chair>[Oo]rdföranden?)\s*$")


def chair(passage: Passage, end: int, start: int = 0) -> list[Mention]:
    """The chair, where nobody else is named from `start` up to `end`: "Ordföranden yrkar bifall"."""
    match = _CHAIR.match(passage.text[start:end].strip(" ."))
    place = passage.text.lower().find("ordförande", start, end)
    if match is None:
        return []
    last = place + len(match["chair"])
    return [Mention(passage.part(place, last), None, None, place, end)]
