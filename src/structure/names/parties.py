"""Parties: their codes in brackets behind a name, and parties as a whole in running text and lists.

Codes are an open set: anything short in brackets straight after a name.
"""

from __future__ import annotations

import re

from ..swedish import patterns
from ..text.passage import Passage
from .mentions import Mention
from .names import CAPITAL
from .offices import OFFICE

_TABLE = patterns.table("people")
PARTY_NAMES: dict[str, str] = {name: code for code, names in _TABLE["parties"].items() for name in names}
_NAME = rf"(?i:{'|'.join(sorted(PARTY_NAMES, key=len, reverse=True))})"
NAMED = rf"{_NAME}(?!\w)"
"""A party by its name: "Moderaterna"."""

KNOWN = rf"(?:{'|'.join(dict.fromkeys(PARTY_NAMES.values()))})(?!\w)"
"""A code that everybody knows, without brackets."""

CODE_IN_BRACKETS = (
    rf"(?P<party>(?!(?:{'|'.join(_TABLE['no_parties'])})\b)"
    r"(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,5}|[a-zåäö]{1,3}|opol)"
    r"|[-–—]|[A-Z] [A-Z]|[0-9][A-Z]?|politisk vilde|partilös|obunden|oberoende"
    rf"|{NAMED}"
    r"|[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,2}?(?i:partiet|listan|alternativet|demokraterna| väl| framtid| bästa))"
    rf"(?:,? {OFFICE})?\s?[)\]]"
)
"""A code up to the bracket that closes: of "(C)", "(ÖrP)", "(-)", "(5D)", "(Bygdens väl)", "(S, ordf.)"."""

PARTY = rf"[(\[]\s?{CODE_IN_BRACKETS}"

BARE_CODE = (
    rf"(?P<party>(?!(?:{'|'.join(_TABLE['no_bare_parties'])})\b)"
    r"[A-ZÅÄÖ](?:[a-zåäö]{0,3}[A-ZÅÄÖ]{1,4}[a-zåäö]?)?)(?!\w)"
)
"""A code without brackets: "S", "KD", "FiSK", "BorgKr"."""

BEHIND_COMMA = BARE_CODE.replace(
    "(?P<party>", rf"(?P<party>(?:{'|'.join(_TABLE['small_parties'])})(?!\w)|{NAMED}|", 1
)
"""The same between commas, where old lists have small letters: "Åsa Ek, s, ordförande"."""

_BARE = re.compile(BARE_CODE)

_CODE = r"(?:[A-ZÅÄÖ]{1,5}|ÖrP|Fp|Kd|Mp|Sd)"
_IS_CODE = re.compile(_CODE)
_LIST = re.compile(
    r"(?i:ledamöterna|representanterna|företrädarna|ersättarna|grupperna|partierna|ledamoten|gruppen|partiet|"
    r"representanten|ledamöter)(?: (?:från|för|i))? "
    rf"(?P<list>{_CODE}(?:(?:, | och | samt ){_CODE})*)(?!\w|\.\s*[A-ZÅÄÖ])"
)
""" "Ledamöterna från M och D"."""

_CODES = re.compile(rf"{_CODE}(?:(?:, | och | samt ){_CODE})*")


def listed(passage: Passage, end: int) -> list[Mention]:
    """The parties that the words up to `end` name, and nothing else: "S och V"."""
    told = _CODES.fullmatch(passage.text, 0, end)
    codes = _IS_CODE.finditer(passage.text, 0, end) if told else ()
    return [Mention(None, passage.group(one), one.group(), one.start(), one.end()) for one in codes]


_ACTING = re.compile(
    rf"(?<![\w-])(?P<list>{_CODE}(?:(?:, | och | samt ){_CODE})*)(?=(?::?s)? "
    r"(?:(?:ledam|representant|företräd|reserver|yrka|anmäl|lämna|instäm|delt|avst)[a-zåäö]*)\b)"
)
""" "S och V reserverar sig", "KD:s ledamot lämnar en anteckning"."""

_LOCAL = re.compile(
    r"(?<![\w-])(?P<party>[A-ZÅÄÖ][a-zåäö-]+(?:partiet|listan|alternativet))"
    r"(?=s? (?:ledam|grupp|represent|företräd|reserver|yrka|anmäl|lämna|instäm|delt|avst)[a-zåäö]*\b)"
)
""" "Bypartiets ledamöter", "Bypartiet reserverar sig": a local party, as the document names it."""

_WORD = re.compile(
    r"(?<![\w-])("
    + "|".join(re.escape(name) for name in sorted(PARTY_NAMES, key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?<![\w)])(?P<unread>[^\s\w()\"”“»,.;:/–-]\S+ )?\((?P<party>[A-ZÅÄÖ]{1,5})\)")
""" "(M)": a party as a whole; behind "@rsted" it is of somebody whose name was not read."""

_SMALL = r"(?:[A-ZÅÄÖ]{1,5}|ÖrP|[A-ZÅÄÖa-zåäö][a-zåäö]{0,2})"
_GROUPS = re.compile(
    rf"(?<![\w-])(?P<list>{_SMALL}-(?:(?:,| och| samt) {_SMALL}-)*) ?(?=grupp|ledam|represent|företräd)"
)
""" "SD-gruppen", "S- och V-ledamöterna", "Fp- och kd-ledamöterna"."""

_HEAD = re.compile(
    rf"(?P<name>[{CAPITAL}][\w -]*(?:partiet|partiet de gröna|listan|framtid|alternativet|initiativ)"
    r"|(?:Nya )?(?i:\w*(?:demokrat|moderat|liberal|ist|vänn|folk|pension)\w*erna))"
    rf"(?:\s*{PARTY})?(?:\s*\(?\d+\)?)?:?|{PARTY.replace('party', 'code')}:?"
)


def code(party: str) -> str | None:
    """A party's code as written, without the spaces of a bad reading; None for one read as digits."""
    text = party.replace(" ", "") if len(party) < 5 else PARTY_NAMES.get(party.casefold(), party)
    return None if any(character.isdigit() for character in text) else text


def is_bare(text: str) -> bool:
    """Whether a word may be a party's code without brackets: "S", "FiSK"."""
    return _BARE.fullmatch(text) is not None


def is_party(text: str) -> bool:
    """Whether a word is a party's code or name: "SD", "Moderaterna"."""
    return _IS_CODE.fullmatch(text) is not None or text.casefold() in PARTY_NAMES


def find(passage: Passage, start: int = 0, end: int | None = None) -> list[Mention]:
    """Parties as a whole: "ledamöterna från M och D", "Vänsterpartiet", "SD-gruppen"."""
    end = len(passage.text) if end is None else end
    found = []
    acting = (match for match in _ACTING.finditer(passage.text, start) if match.end() <= end)
    for match in (*_LIST.finditer(passage.text, start, end), *acting):
        for one in _IS_CODE.finditer(passage.text, match.start("list"), match.end("list")):
            found.append(Mention(None, passage.group(one), one.group(), one.start(), one.end()))
    for match in _LOCAL.finditer(passage.text, start, end):
        if match["party"].casefold() not in PARTY_NAMES:
            found.append(
                Mention(None, passage.group(match, "party"), match["party"], match.start(), match.end())
            )
    for match in _WORD.finditer(passage.text, start, end):
        known = PARTY_NAMES[match[1].casefold()]
        found.append(Mention(None, passage.group(match), known, match.start(), match.end()))
    for match in _GROUPS.finditer(passage.text, start, end):
        for one in re.finditer(r"\w+(?=-)", match["list"]):
            first, last = (match.start("list") + at for at in one.span())
            found.append(Mention(None, passage.part(first, last), one.group(), first, last + 1))
    if not found:
        for match in _ALONE.finditer(passage.text, start, end):
            if match["unread"]:
                continue
            found.append(Mention(None, passage.group(match, "party"), match["party"], *match.span()))
    unique = {mention.code: mention for mention in sorted(found, key=lambda one: -one.start)}
    return sorted(unique.values(), key=lambda one: one.start)


_OWNING = re.compile(rf"(?P<party>{_NAME})s(?= )")


def owning(passage: Passage) -> list[Mention]:
    """Whose a heading says that something is: "Moderaternas yrkande"."""
    return [
        Mention(None, passage.group(match, "party"), code(match["party"]), *match.span("party"))
        for match in _OWNING.finditer(passage.text)
    ]


def heads_group(line: Passage) -> Mention | None:
    """The party that a line of a list names alone, its members below it: "Moderaterna", "Byns väl (BV)"."""
    match = _HEAD.fullmatch(line.text)
    known = PARTY_NAMES.get(line.text.rstrip(":").casefold())
    if known:
        return Mention(None, line, known, 0, len(line.text))
    if match is None:
        return None
    place = next((name for name in ("party", "code") if match[name]), None)
    told = code(match[place]) if place else PARTY_NAMES.get(match["name"].casefold())
    return Mention(None, line.group(match, place or "name"), told, 0, len(line.text))
