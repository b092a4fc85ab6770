"""Persons in running text: a name with its party in brackets, a party as a whole, names without party.

A name begins with a capital; particles and initials belong to it; words of rank before it do not. Party codes
are an open set: anything short in brackets straight after a name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .draft import Draft, Found
from .names import BARE_NAME as BARE_NAME
from .names import CAPITAL, PARTICLES, is_ordinary, rank
from .names import NAME as NAME
from .names import NAME_WORD as NAME_WORD
from .names import ends_in_name as ends_in_name
from .names import is_name as is_name
from .names import is_title as is_title
from .passage import Passage

_TABLE = tomllib.loads(Path(__file__).with_name("people.toml").read_text(encoding="utf-8"))
PARTY_NAMES: dict[str, str] = {name: code for code, names in _TABLE["parties"].items() for name in names}
_CODE_IN_BRACKETS = (
    r"(?P<party>(?!(?:ordf|sekr|just|tjg|ers|adj|insyn|digit|forts|kl|se|del|ej|bil|Vision|Saco|Ledarn\w*)\b)"
    r"(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,5}|[a-zåäö]{1,3}|opol)"
    r"|[-–—]|[A-Z] [A-Z]|[0-9][A-Z]?|politisk vilde|partilös|obunden|oberoende)\s?\)"
)
PARTY = rf"\(\s?{_CODE_IN_BRACKETS}"
_OFFICE = (
    r"(?:(?:\d:?[ea]|förste|andre|tredje|v\.?|tf\.?|vice) )*"
    r"(?:ordf\.|ordförande|ledamot|ersättare|suppleant|(?:kommun|region|landstings|borgar|oppositions)\w*råd)"
)
WITH_PARTY = re.compile(
    rf"(?<![\w-])(?P<name>(?:[a-zåäö]{{2,8}}-(?=[{CAPITAL}]))?{NAME})"
    rf"(?:\s+m\.?\s?fl\.?)?(?P<office>, {_OFFICE})?\s*{PARTY}"
)
""" "Åsa Öhrn (C)", "Åsa Öhrn, vice ordförande (C)"."""

_SHARED = re.compile(
    rf"(?P<names>{NAME}(?:(?:, | och | samt ){NAME})+)\s*,?\s*\(?"
    rf"(?P<all>båda|bägge|samtliga|alla)\s*\(?\s*{_CODE_IN_BRACKETS}"
)
""" "Granath och Holst (båda M)": one party for several people."""

_TWO_WORDS = re.compile(r"(?:Norra|Södra|Östra|Västra|Stora|Lilla|Gamla|Nya|Övre|Nedre|Yttre|Inre|Sankt) \S+")
"""A place of two words: "Norra Torpa"."""

_BEFORE_PLACE = re.compile(rf"(?P<name>{NAME_WORD}(?: (?:(?:{PARTICLES}) )*{NAME_WORD})+), $")
""" "Kerstin Ahl, Torpa (S)": where a person lives, between name and party."""

_PARTY_LIST = re.compile(
    r"(?:(?:ledamöterna|representanterna|företrädarna|ersättarna|grupperna|partierna|ledamoten|gruppen|partiet|"
    r"representanten|samtliga ledamöter|alla ledamöter|ledamöter)"
    r"(?: (?:från|för|i))? )"
    r"(?P<list>[A-ZÅÄÖ][A-ZÅÄÖa-zö]{0,4}(?:(?:, | och | samt )[A-ZÅÄÖ][A-ZÅÄÖa-zö]{0,4})*)(?![\w])",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-ZÅÄÖ]{1,4}(?:[a-zö][A-Z])?|ÖrP")
_PARTY_WORD = re.compile(
    r"(?<![\w-])("
    + "|".join(re.escape(name) for name in sorted(PARTY_NAMES, key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)
_PARTY_ALONE = re.compile(
    r"(?<![\w)])\((?P<party>[A-ZÅÄÖ]{1,5})\)"
    r"|(?<![\w-])(?P<group>[A-ZÅÄÖ]{1,4}|ÖrP|Fp)-(?=(?:(?:, [A-ZÅÄÖ]{1,4}-)* (?:och|samt) [A-ZÅÄÖ]{1,4}-)?"
    r"(?:, [A-ZÅÄÖ]{1,4}-)*(?: (?:och|samt) [A-ZÅÄÖ]{1,4}-)?"
    r"(?:gruppen|grupperna|ledamöterna|ledamoten|ledamöter|representanterna|företrädarna))"
)
"""\"(M)", "SD-gruppen", "S- och V-ledamöterna": a party as a whole."""


_SURNAME = re.compile(NAME)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, or (name None) a party as a whole, in a passage."""

    name: Passage | None
    party: Passage | None
    code: str | None
    """The party's code; where the party is written out, its usual code."""
    start: int
    end: int

    @property
    def draft(self) -> Draft:
        """As the record has it."""
        return {
            "name": Found(self.name.text, self.name) if self.name else None,
            "party": Found(self.code, self.party) if self.code and self.party else None,
        }


def with_party(passage: Passage, start: int = 0, end: int | None = None) -> list[Mention]:
    """Names with a party in brackets, in order."""
    end = len(passage.text) if end is None else end
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
    return sorted(found, key=lambda one: one.start)


def _sharing(passage: Passage, match: re.Match[str]) -> Iterator[Mention]:
    """The people before "(båda M)", each with that party."""
    names = list(_SURNAME.finditer(passage.text, match.start("names"), match.end("names")))
    party = passage.group(match, "party")
    for name in names[-2:] if match["all"] in ("båda", "bägge") else names:
        begin = name.start() + rank(name.group())
        if begin < name.end():
            last = match.end() if name is names[-1] else name.end()
            yield Mention(passage.part(begin, name.end()), party, code(party.text), begin, last)


def code(party: str) -> str | None:
    """A party's code as written, without the spaces of a bad reading; None for one read as digits."""
    text = party.replace(" ", "") if len(party) < 5 else party
    return None if any(character.isdigit() for character in text) else text


def parties(passage: Passage, start: int = 0, end: int | None = None) -> list[Mention]:
    """Parties as a whole: "ledamöterna från M och D", "Vänsterpartiet", "SD-gruppen"."""
    end = len(passage.text) if end is None else end
    found = []
    for match in _PARTY_LIST.finditer(passage.text, start, end):
        for one in _CODE.finditer(passage.text, match.start("list"), match.end("list")):
            found.append(Mention(None, passage.group(one), one.group(), one.start(), one.end()))
    for match in _PARTY_WORD.finditer(passage.text, start, end):
        found.append(
            Mention(None, passage.group(match), PARTY_NAMES[match[1].casefold()], match.start(), match.end())
        )
    if not found:
        for match in _PARTY_ALONE.finditer(passage.text, start, end):
            group = "party" if match["party"] else "group"
            found.append(Mention(None, passage.group(match, group), match[group], match.start(), match.end()))
    unique = {mention.code: mention for mention in sorted(found, key=lambda one: -one.start)}
    return sorted(unique.values(), key=lambda one: one.start)


_GROUP = re.compile(
    rf"(?P<name>[{CAPITAL}][\w -]*(?:partiet|partiet de gröna|listan|framtid|alternativet|initiativ)"
    r"|(?:Nya )?(?i:\w*(?:demokrat|moderat|liberal|ist|vänn|folk|pension)\w*erna))"
    rf"(?:\s*{PARTY})?(?:\s*\(?\d+\)?)?:?|{PARTY.replace('party', 'code')}:?"
)


def heads_group(line: Passage) -> Mention | None:
    """The party that a line of a list names alone, its members below it: "Moderaterna", "Byns väl (BV)"."""
    match = _GROUP.fullmatch(line.text)
    known = PARTY_NAMES.get(line.text.rstrip(":").casefold())
    if known:
        return Mention(None, line, known, 0, len(line.text))
    if match is None:
        return None
    place = next((name for name in ("party", "code") if match[name]), None)
    told = code(match[place]) if place else PARTY_NAMES.get(match["name"].casefold())
    return Mention(None, line.group(match, place or "name"), told, 0, len(line.text))


def everyone(passage: Passage, start: int = 0, end: int | None = None) -> list[Mention]:
    """Persons with party; where there is none, parties as a whole; else names without party."""
    persons = with_party(passage, start, end)
    if persons:
        beside = [one for one in parties(passage, start, end) if _is_beside(passage, one, persons)]
        return sorted([*persons, *beside], key=lambda one: one.start)
    return (
        parties(passage, start, end) or list(bare(passage, start, end)) or list(titled(passage, start, end))
    )


_AND = re.compile(r"\s*(?:,|och|samt)\s+")


def _is_beside(passage: Passage, party: Mention, persons: Sequence[Mention]) -> bool:
    """Whether a party as a whole is named beside a person: "Vänsterpartiet samt Anna Ek (MP)"."""
    if any(one.start <= party.start < one.end for one in persons):
        return False
    return any(
        _AND.fullmatch(passage.text, party.end, one.start)
        or _AND.fullmatch(passage.text, one.end, party.start)
        for one in persons
    )


def bare(passage: Passage, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Names of two words and more without a party."""
    for match in BARE_NAME.finditer(passage.text, start, len(passage.text) if end is None else end):
        begin = match.start() + rank(match.group())
        name = passage.part(begin, match.end())
        if " " in name.text and not is_ordinary(name.text):
            yield Mention(name, None, None, begin, match.end())


_TITLED = re.compile(
    rf"\b(?:[Hh]err(?:ar)?|[Hh]rr?|[Ff]ru(?:ar)?|[Ff]röken|[Ff]rk|[Ff]röknarna)\b\.?\s+"
    rf"(?P<names>{NAME}(?:(?:, | och | samt ){NAME})*)"
)


def titled(passage: Passage, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """People by title and surname: "herr Stålberg", "herrar Modig och Blom"."""
    for match in _TITLED.finditer(passage.text, start, len(passage.text) if end is None else end):
        for name in _SURNAME.finditer(passage.text, match.start("names"), match.end("names")):
            if not is_ordinary(name.group()):
                yield Mention(passage.group(name), None, None, name.start(), name.end())


_ALONE = re.compile(rf"{NAME}(?:(?:, | och | samt ){NAME})*")


def surnames(passage: Passage, end: int, start: int = 0) -> list[Mention]:
    """People without party, by surname alone too, where a part of a sentence says nothing else.

    "Holm och Ek reserverade sig": the part before the verb.
    """
    part = passage.text[start:end].strip()
    if not _ALONE.fullmatch(part) or is_ordinary(part):
        return []
    return [
        Mention(passage.group(name), None, None, name.start(), name.end())
        for name in _SURNAME.finditer(passage.text, start, end)
    ]


CHAIR = frozenset({"ordföranden", "ordförande"})
"""Who moves or votes by the office alone; the document says who holds it."""

_CHAIR = re.compile(r"(?:(?:Därefter|Sedan|Även|Också|,|och|samt)\s+)*(?P<chair>[Oo]rdföranden?)\s*$")


def chair(passage: Passage, end: int, start: int = 0) -> list[Mention]:
    """The chair, where nobody else is named from `start` up to `end`: "Ordföranden yrkar bifall"."""
    match = _CHAIR.match(passage.text[start:end].strip())
    place = passage.text.lower().find("ordförande", start, end)
    if match is None:
        return []
    last = place + len(match["chair"])
    return [Mention(passage.part(place, last), None, None, place, end)]


def drafts(mentions: Sequence[Mention]) -> list[Draft]:
    """The people as the record has them, each once."""
    seen: dict[tuple[str | None, str | None], Mention] = {}
    for mention in mentions:
        seen.setdefault((mention.name.text if mention.name else None, mention.code), mention)
    return [mention.draft for mention in seen.values()]
