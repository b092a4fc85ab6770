"""Bodies: the boards, councils and committees that decide, in all their forms of name."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from ..swedish import patterns
from ..text.fold import fold

_TABLE = patterns.table("bodies")
ABBREVIATIONS: dict[str, str] = _TABLE["abbreviations"]
_ENDINGS = tuple(_TABLE["endings"])
_OPENINGS = tuple(_TABLE["openings"])
_OTHERS = frozenset(_TABLE["others"])
_NEVER = frozenset(_TABLE["never"])
_VERBS = frozenset(
    {"kallas", "inbjuds", "sammanträder", "beslutar", "beslutade", "har", "är", "föreslår", "föreslås"}
)
"""Behind these a sentence goes on, not a name."""

_PREPOSITIONS = frozenset(
    ("för", "i", "till", "av", "och", "samt", "på", "hos", "från", "genom", "enligt", "vid", "mot", "med")
)
MOST_WORDS = 9

PATTERN = r"(?:[A-ZÅÄÖ][\wåäöé-]*(?:[ ,][\wåäöé&-]+){0,7}?)"
"""Something that may be a body's name at the start of a sentence; `is_body` judges it."""


@lru_cache(maxsize=4096)
def is_body(name: str) -> bool:
    """Whether a phrase is the name of a body, in the nominative: "Kommunstyrelsens arbetsutskott"."""
    folded = fold(name)
    words = folded.split()
    if not words or len(words) > MOST_WORDS or folded in _NEVER or _VERBS & set(words):
        return False
    if words[0] in _PREPOSITIONS or words[-1] in _PREPOSITIONS or words[-1].endswith((",", "-")):
        return False
    if folded in _OTHERS or name.strip() in ABBREVIATIONS:
        return True
    if any(folded.startswith(opening) for opening in _OPENINGS) or _FOR.match(folded):
        return True
    if OF_PLACE.fullmatch(name):
        return True
    return words[-1].endswith(_ENDINGS) and (len(words) == 1 or _phrase(words))


OF_PLACE = re.compile(
    rf"(?P<body>(?:{'|'.join(_TABLE['of_places'])})nämnd(?:en)?)(?: [A-ZÅÄÖ][\wåäöé-]+){{1,3}}"
)
""" "Kommundelsnämnd Norr": a board of a part, or of several municipalities, whose place is of its name."""

_FOR = re.compile(r"\w+(?:nämnden|utskottet|beredningen) för (?!(?:sin|egen|eget|att|den|det) )\w")
""" "Myndighetsnämnden för miljö och bygg"."""


def _phrase(words: list[str]) -> bool:
    """Whether the words before the head can belong to a name: "hälso- och", "tekniska"."""
    if words[-1] == "stadsdelsnämnd" and not {*words} & {*_PREPOSITIONS}:
        return True  # of any place: "Hässelby-Vällingby stadsdelsnämnd"
    return all(
        word.endswith(("-", "s", "a", "-,")) or word in ("och", "samt", "för", "i") or word.endswith(_ENDINGS)
        for word in words[:-1]
    )


def standard(name: str) -> str:
    """The name with a capital first letter and abbreviations written out."""
    name = " ".join(name.split()).strip(" :.,")
    name = ABBREVIATIONS.get(name, name)
    if name.isupper():
        place, _, last = name.lower().rpartition(" ")
        name = f"{place.title()} {last}" if last == "stadsdelsnämnd" else name.lower()
    return name[:1].upper() + name[1:]


_STEMS = ("fullmäktige", "styrelsen", "nämnden", "utskottet", "arbetsutskott", "stämman")
LIKENESS = 83.0
"""Least similarity (rapidfuzz ratio, 0 to 100) of a misread word to how a body's name ends."""


@lru_cache(maxsize=4096)
def may_be_body(name: str) -> bool:
    """Whether a phrase is a body's name, errors of reading allowed for.

    Ask only where a verb of deciding follows.
    """
    if is_body(name):
        return True
    words = fold(name).split()
    if not words or len(words) > MOST_WORDS or words[0] in _PREPOSITIONS or not _phrase(words):
        return False
    return any(fuzz.ratio(words[-1][-len(stem) - 1 :], stem) >= LIKENESS for stem in _STEMS)


_DECIDES = (
    r"beslutar|beslutade|beslöto?|föreslå[rs]|föreslogo?|hemställer|hemställde"
    r"|(?:(?:har|hade) (?:\w+ )?)?beslutat|fatta(?:r|de) följande beslut"
)
_SENTENCE_START = re.compile(rf"{PATTERN}(?=\s(?:{_DECIDES})\b)")


def leading_body(text: str) -> re.Match[str] | None:
    """The body that a sentence such as "Nämnden beslutar att ..." begins with."""
    match = _SENTENCE_START.match(_in_small(text))
    return match if match and may_be_body(match.group()) else None


_DECIDER = re.compile(
    r"(?!(?:Reger|Riksdag|Länsst|\w*(?:verket|myndigheten|domstol|rätt(?:en)?|inspektionen|departement))\w*\s)"
    r"(?:[A-ZÅÄÖ][\wåäö-]*(?:en|et|an|erna|arna|orna)|Jag|Vi|Undertecknad)"
    r"(?=\s(?:beslutar|beslutade|beslöto?|fatta(?:r|de) följande beslut)\b(?! (?:den )?\d+(?:-\d| [a-z])))"
)


def leading_decider(text: str) -> re.Match[str] | None:
    """Whoever decides in a sentence: a body, or "Revisorerna", "Miljöchefen", "Jag", but no authority."""
    return leading_body(text) or _DECIDER.match(text)


_CAPITALS = re.compile(r"(?:[^\W\d_a-zåäöé]|[-,& ]){8,}(?!\w)")


def _in_small(text: str) -> str:
    """What begins in capitals, "TEKNISKA NÄMNDEN BESLUTAR att", with a capital first letter only."""
    capitals = _CAPITALS.match(text)
    return text[:1] + text[1 : capitals.end()].lower() + text[capitals.end() :] if capitals else text


_WORDS = re.compile(r"\S+")


def leading_subject(text: str) -> int:
    """Where the body that a sentence begins with ends; 0 where it begins with none."""
    for count, word in enumerate(_WORDS.finditer(text), 1):
        if count > 6:
            break
        name = text[: word.end()].rstrip(",;")
        if is_body(name):
            return len(name)
    return 0


_GENERIC = frozenset(
    {
        "nämnden",
        "styrelsen",
        "fullmäktige",
        "utskottet",
        "beredningen",
        "rådet",
        "direktionen",
        "kommittén",
        "delegationen",
        "stämman",
        "mötet",
        "landstinget",
    }
)


def is_generic(name: str) -> bool:
    """Whether a name says no more than "Nämnden"."""
    return fold(name) in _GENERIC


def resolved(name: str, own: str | None) -> str:
    """The body that a short name means in a document of `own`: "Nämnden" is the document's own board."""
    short = re.sub(r"(?:en|et|n)$", "", fold(name))
    whole = f" {fold(name)}" if " " in name else fold(name)  # "Plan- och byggutskottet" of a board
    if own and fold(own).endswith((whole, f" {short}")):
        return own
    if own and fold(name) in _GENERIC and (fold(name) in fold(own).split() or fold(own).endswith(short)):
        return own  # "Gemensamma nämnden för lönesamverkan", "Föreningsstämma"
    if own and (placed := OF_PLACE.fullmatch(own)) and fold(placed["body"]).startswith(short):
        return own
    known = own and fuzz.ratio(fold(name), fold(own)) >= LIKENESS
    return own if own and known else standard(name)
