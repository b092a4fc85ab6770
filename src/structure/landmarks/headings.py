"""Headings of the parts of an item: which line is one, of what kind, and what follows it on the line.

The dictionary is `headings.toml`. A heading may carry a body in the genitive ("Nämndens beslut"), a colon
with text after it, and errors of reading. Whether a line that matches *stands* as a heading (and is not a
value, a title or the end of a sentence) is judged by the caller, who sees what is around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from ...schema.record import SectionKind
from ..names.bodies import is_body
from ..swedish import patterns
from ..text.fold import fold

MOST_WORDS = 9
"""A line of more words is no heading; "Konsekvenser för miljö-, barn- och jämställdhet" has 6."""

LIKENESS = 87.0
"""Least similarity (0 to 100, rapidfuzz ratio) of a line with errors of reading to a heading."""

OWNED_LIKENESS = 80.0
"""The same behind the name of a body, which leaves little else that may follow: "Nämndens förslaa"."""

LEAST_LETTERS = 6
"""Shorter lines must match exactly: "Jäv", "Paus" and "Exp" are too near to other words."""

_TABLE = patterns.table("headings")


def _kinds(name: str) -> dict[str, SectionKind]:
    """The kinds by the folded words of a table of the dictionary."""
    return {fold(words): SectionKind(kind) for kind, listed in _TABLE[name].items() for words in listed}


_VARIANTS, _GENITIVE = _kinds("variants"), _kinds("genitive")
_OPENINGS: dict[str, SectionKind] = {
    opening.casefold(): SectionKind(kind)
    for kind, openings in _TABLE["openings"].items()
    for opening in openings
}
_OWNED = [
    (re.compile(rf"^((?:\S+ ){{0,5}}?\S+s) {re.escape(opening)}\b.{{0,80}}$"), SectionKind(kind))
    for kind, openings in _TABLE["owned_openings"].items()
    for opening in openings
]
_MOVERS = tuple(_TABLE["movers"])
_LONG = [variant for variant in _VARIANTS if len(variant) >= LEAST_LETTERS]
_LONG_GENITIVE = [variant for variant in _GENITIVE if len(variant) >= LEAST_LETTERS]
_LONGEST = max(map(len, _VARIANTS))
_WITHOUT_SPACES = {variant.replace(" ", ""): kind for variant, kind in _VARIANTS.items()}
_SPACED = re.compile(r"(?:\w{1,3} ){3,}\w{1,3}")
"""Letters with spaces between: "B E S L U T"."""

_GENITIVE_SPLIT = re.compile(r"^((?:\S+ ){0,5}?\S+s) (\S.*)$")
_NOT_OWNER = re.compile(
    r"(?:ja|nej|enligt|på|bifall|avslag|med|i|till|mot|av|om|för|från|efter|utifrån|se|att)\b"
)
"""A line that begins so is a phrase about somebody's proposal, not a heading: "Enligt nämndens förslag:"."""

_NOT_OF_OWNER = re.compile(
    r"[:(]"
    r"| (?:på|till|om|att|enligt|mot|med|av|från|vid|ställ\w*|yrka\w*|finner|fann|föresl\w+|\w+styrk\w*)\b"
)
"""No body's name has these words: "Ordföranden ställde proposition på nämndens förslag" is a sentence."""

_TO_A_BODY = re.compile(
    r"(?:besluts)?förslag till (?:\S+ och )?(?:\S+s )?"
    r"(?:\S*(?:nämnden?|styrelsen|fullmäktige|utskottet|direktionen|beredningen|rådet)s?(?: beslut)?)"
    r"(?: (?:för (?:vidare )?(?:beslut|behandling) i|att föreslå|och) \S+(?: och \S+)?)?"
)
"""What a proposal to any body is called: the name of the body cannot be listed."""

_FROM_A_BODY = re.compile(
    r"(?:besluts)?förslag (?:från|av) (?:\S+s )?"
    r"\S*(?:nämnden|styrelsen|utskottet|direktionen|beredningen|presidiet|förvaltningen|kontoret|ordföranden)"
)
"""What the proposal of a body is called: one of persons or parties was moved at the meeting."""

_BY_A_BODY = re.compile(
    r"beslut (?:(?:i|av) )?(?P<body>(?:\S+ och )?(?:\S+s )?"
    r"\S*(?:nämnden|styrelsen|fullmäktige|utskottet|direktionen|rådet))(?: för egen del)?"
)
"""What a decision of any body is called: "Beslut i kommunstyrelsen för egen del", "Beslut kulturnämnden"."""

_SENT = re.compile(
    r"(?:(?:detta )?besluten?|beslutet|protokollsutdrag(?:et)?|utdrag(?:et)?|protokollet|kopia)?"
    r" ?(?:ska |skall |har )?(?:skickas?|skickats|skickades|(?:över|till|ut)?sänd(?:e?s?|as)|sänts"
    r"|delges|delgetts|expedieras|meddelas|lämnas|tillställs|distribueras|kopia|exp|utdr)"
    r"(?: till)?(?: för (?:kännedom|åtgärd|verkställighet)(?: till)?)?"
    r"|(?:kopi(?:a|or)|(?:protokolls)?utdrag(?:et)?|avskrift) (?:av|ur) (?:beslutet|protokollet|paragrafen)"
    r" (?:till|för (?:kännedom|åtgärd)(?: till)?)"
)
"""Whom a decision is sent to, in all the ways of saying so: "Beslutet lämnas för kännedom till"."""

_TELLS = re.compile(r"\b(?:beslutar|beslutade|beslöt|beslutat|godkänner|bifaller|enligt)\b")
"""No heading: \"Fullmäktige beslutade enligt styrelsens förslag\"."""

_AT_MEETING = re.compile(r" (?:under|på|vid) (?:dagens )?(?:sammanträde|möte)t?$| m\.? ?m\.?$| \(\w{1,5}\)$")
"""What it says no more: "Förslag under mötet" and "Förslag (S)" head what "Förslag" heads."""

_ABBREVIATED = re.compile(r"(?<=^[a-zåäö]{2}):s(?= )|(?<=^[a-zåäö]{3}):s(?= )")
"""The genitive of a body's letters: "AU:s beslut"."""

_DIGIT_IN_WORD = re.compile(r"(?<=[a-zåäö])[10](?=[a-zåäö])")
_AND = re.compile(r" (?:och|samt) ")
_NUMBERING = re.compile(r"^(?:\d{1,2}[.)]?|nr \d+|[a-z]\))(?= )|(?: nr)? \d{1,3}$")


_UNFINISHED = (" och", " samt", " eller")
"""How a row of a sentence ends: "Följande voteringsproposition uppsattes och"."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line says as a heading."""

    kind: SectionKind
    exact: bool
    """False where errors of reading had to be allowed for."""
    owner: str | None = None
    """The body in the genitive, folded: "nämndens"."""


@lru_cache(maxsize=4096)
def match(line: str) -> Heading | None:
    """The heading that a whole line is; None for other lines."""
    folded = _ABBREVIATED.sub("s", fold(line))
    if not folded or len(folded) > _LONGEST + 80 or folded.endswith(_UNFINISHED):
        return None
    if _SPACED.fullmatch(folded) and (kind := _WITHOUT_SPACES.get(folded.replace(" ", ""))):
        return Heading(kind, True)
    if len(folded) > _LONGEST + 40 or folded.count(" ") >= MOST_WORDS:
        return _owned(folded)
    plain = _DIGIT_IN_WORD.sub(
        lambda found: "l" if found[0] == "1" else "o", _NUMBERING.sub("", folded).strip()
    )
    bare = _AT_MEETING.sub("", plain)
    return (
        _exact(plain)
        or _exact(bare)
        or _genitive(bare)
        or _of_body(bare)
        or _joined(bare)
        or _owned(plain)
        or _opening(plain)
        or _fuzzy(plain)
    )


_KEYWORDS = [
    (re.compile("|".join(map(re.escape, words))), SectionKind(kind))
    for kind, words in _TABLE["keywords"].items()
]


def goes_on(following: str) -> bool:
    """Whether a word tells that what stands before it begins a sentence: "Beslutet", with "kan" behind it."""
    return following.islower() and following != "att"


def tells(line: str) -> bool:
    """Whether a line tells that somebody decides."""
    return _TELLS.search(fold(line)) is not None


def told_by_words(line: str) -> SectionKind:
    """The kind that the words of a line that stands as a heading tell; of two joined the first one's."""
    folded = fold(line)
    if folded.endswith(_UNFINISHED):
        return SectionKind.ANNAT
    for part in _AND.split(folded):
        if found := _exact(part):
            return found.kind
        if told := next((kind for words, kind in _KEYWORDS if words.search(part)), None):
            return told
    return SectionKind.ANNAT


def _exact(folded: str) -> Heading | None:
    kind = _VARIANTS.get(folded)
    if kind is None and (_TO_A_BODY.fullmatch(folded) or _FROM_A_BODY.fullmatch(folded)):
        kind = SectionKind.FORSLAG_TILL_BESLUT
    if kind is None and _SENT.fullmatch(folded):
        kind = SectionKind.EXPEDIERING
    if kind is None and (decided := _BY_A_BODY.fullmatch(folded)):
        return Heading(SectionKind.BESLUT, True, f"{decided['body'].removesuffix('s')}s")
    return Heading(kind, True) if kind else None


def _genitive(folded: str) -> Heading | None:
    if _NOT_OWNER.match(folded) or _TELLS.search(folded):
        return None
    split = _GENITIVE_SPLIT.match(folded)
    owner, rest = split.groups() if split else ("", "")
    while rest:
        if _NOT_OF_OWNER.search(owner):
            return None
        kind = _GENITIVE.get(rest)
        if kind is None and _TO_A_BODY.fullmatch(rest):
            kind = SectionKind.FORSLAG_TILL_BESLUT
        if owner.endswith(_MOVERS):
            kind = kind or _VARIANTS.get(rest)
            kind = SectionKind.YRKANDEN if kind is SectionKind.FORSLAG_TILL_BESLUT else kind
        if kind:
            return Heading(kind, True, owner)
        if len(rest) >= LEAST_LETTERS:
            least = OWNED_LIKENESS if is_body(owner.removesuffix("s")) else LIKENESS
            best = process.extractOne(rest, _LONG_GENITIVE, scorer=fuzz.ratio, score_cutoff=least)
            if best:
                return Heading(_GENITIVE[best[0]], False, owner)
        further = _GENITIVE_SPLIT.match(rest)
        owner, rest = (f"{owner} {further[1]}", further[2]) if further else ("", "")
    return None


def _of_body(folded: str) -> Heading | None:
    """A body with its decision or proposal behind it: "Kommunstyrelsen beslut"."""
    for kind in (SectionKind.BESLUT, SectionKind.FORSLAG_TILL_BESLUT):
        for ending in _TABLE["genitive"][kind.value]:
            if folded.endswith(f" {ending}") and is_body(folded.removesuffix(f" {ending}")):
                return Heading(kind, True, f"{folded.removesuffix(f' {ending}')}s")
    return None


def _joined(folded: str) -> Heading | None:
    """Two headings in one are of the first one's kind: "Enhetens analys och bedömning"."""
    for match in _AND.finditer(folded):
        first = _exact(folded[: match.start()]) or _genitive(folded[: match.start()])
        if first and first.exact and _exact(folded[match.end() :]):
            return first
    return None


def _owned(folded: str) -> Heading | None:
    if _NOT_OWNER.match(folded) or _TELLS.search(folded):
        return None
    for pattern, kind in _OWNED:
        if match := pattern.match(folded):
            return Heading(kind, True, match[1])
    return None


def _opening(folded: str) -> Heading | None:
    for opening, kind in _OPENINGS.items():
        if folded.startswith(opening + " "):
            return Heading(kind, True)
    return None


def _fuzzy(folded: str) -> Heading | None:
    if len(folded) < LEAST_LETTERS or folded.count(" ") > 5:
        return None
    best = process.extractOne(folded, _LONG, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return Heading(_VARIANTS[best[0]], False) if best else None
