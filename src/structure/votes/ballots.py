"""Roll calls in running text: who voted what, by the sentences that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ...schema.record import VoteChoice
from ..landmarks.choices import WORDS, ballot
from ..names import people
from ..names.parties import is_party
from ..swedish import patterns
from ..text import numerals
from ..text.draft import Draft
from ..text.passage import Passage

_WORD = r"(?P<choice>ja|nej|avstår|avstod|avst|frånvarande|frånv)"
_AFTER = patterns.compiled("ballots", "after")
_TURNED = patterns.compiled("ballots", "turned")
_BEFORE = patterns.compiled("ballots", "before", word=_WORD, number=numerals.PATTERN)
_COUNTED = patterns.compiled("ballots", "counted", word=_WORD, number=numerals.PATTERN)
_OWN = re.compile(rf"\s*[,:–—-]*\s*[\"”(]?{_WORD}\b(?! från att| ?\(?\d*\)?:)", re.IGNORECASE)
_ENCLOSED = re.compile(rf" \({_WORD}\)", re.IGNORECASE)
_ALONE = re.compile(rf"(?:^|: )(?P<name>{people.NAME_WORD} {people.NAME_WORD}): (?i:{_WORD})\.?$")
_PROPOSITION = re.compile(r"\b(?:den|de) (?:som|det)\b", re.IGNORECASE)
_MEANS = re.compile(
    r"\b(?:ja|nej)(?:-?röst(?:er)?)?[\"”]?(?: (?:innebar|innebär|betyder|betydde|är detsamma)\b"
    r"|\s?[:=–-] ?(?:bifall|avslag|återremiss|bordläggning|att|enligt)\b)",
    re.IGNORECASE,
)
"""What yes and no stand for is nobody's vote."""

_TURN = re.compile(
    r"(?<=[\w).:]) (?=(?:Ja|JA|Nej|NEJ|Avstår|AVSTÅR|Avstod|Frånvarande)"
    r"(?:-?röst(?:er)?| röstar| röstade)?(?: ?\(?\d+\)?)?: ?(?:\d+ )?\(?[A-ZÅÄÖ]"
    r"|(?:Ja|JA|Nej|NEJ)-?röst(?:er)? (?:avges|avgavs) av "
    r"|(?:Röstar|Röstade|Avstår) (?:ja|nej|från att rösta)\b[^:]{0,8}: "
    r"|Följande (?:ledamöter |ledamot )?(?:röstar|röstade|avstår|avstod)\b)"
)
""" "Ja: A, B (S) Nej: C (M)": where another choice begins in the same paragraph."""

_BULLET = re.compile(r"[•·▪◦●*–—-]\s+(?=\w)")

_BRACKETED = re.compile(
    r"\b(?P<choice>ja|nej|avstår|avstod|nedlagda?)(?:(?:-?| )röst(?:er)?)? "
    r"\((?P<who>(?:[^()]|\([^()]{1,8}\))*(?-i:[a-zåäö])(?:[^()]|\([^()]{1,8}\))*)\)",
    re.IGNORECASE,
)
""" "Med två ja-röster (A Ek och B Öst) och en nej-röst (C Lund)"."""


def sentence(passage: Passage) -> list[Draft]:
    """The ballots that one sentence tells: "A (S) och B (V) röstar Ja (2)"."""
    if bullet := _BULLET.match(passage.text):
        passage = passage.part(bullet.end(), len(passage.text))
    turns = [match.start() for match in _TURN.finditer(passage.text)]
    if turns:
        ends = [0, *turns, len(passage.text)]
        return [one for start, end in pairwise(ends) for one in sentence(passage.part(start, end))]
    if _PROPOSITION.search(passage.text) or _MEANS.search(passage.text):
        return []
    bracketed = [
        ballot(one, WORDS[match["choice"].casefold()])
        for match in _BRACKETED.finditer(passage.text)
        for one in _all_voters(passage, *match.span("who"))
    ]
    if bracketed:
        return bracketed
    each = listed(passage) or _namely(passage)
    if each:
        return each
    before = _COUNTED.match(passage.text) or _BEFORE.match(passage.text)
    if before:
        choice = WORDS[before["choice"].casefold()]
        count = _COUNT.search(passage.text)
        listed_only = passage.part(0, count.start()) if count else passage
        return [ballot(one, choice) for one in _voters(listed_only, before.end())]
    turned = _TURNED.match(passage.text)
    if turned:
        return list(_then(passage, turned.end(), _turned(turned)))
    first = _VERB_FIRST.search(passage.text)
    if first:
        return list(_in_turn(passage, first.end()))
    found: list[Draft] = []
    start = 0
    for match in _AFTER.finditer(passage.text):
        voters = _all_voters(passage, start, match.start())
        found += [ballot(one, _choice(match)) for one in voters if one.name and not is_party(one.name.text)]
        start = match.end()
    return found


_COUNT = re.compile(r"\s*\(\d{1,3}\)\W*$")
""" "Ja: Bo Ek, Eva Lund (2)": how many they are, and no party."""


_OTHERWISE = re.compile(
    r"(?:[,;]| och| samt| medan)+ (?P<choice>ja|nej|avstod|avstår)\b(?:-?röst\w*| röstade| röstar)?:? "
    r"(?=(?:herrar|herr|hrr|hr|fru|fröken|ledamöterna|ledamoten)\b|[A-ZÅÄÖ])"
)
""" "Ja röstade hrr Lindskog och Moberg, nej hr Paulsson": where another choice begins."""


def _then(passage: Passage, start: int, choice: VoteChoice) -> Iterator[Draft]:
    """Who voted so, and who voted otherwise, behind the verb."""
    for match in _OTHERWISE.finditer(passage.text, start):
        yield from (ballot(one, choice) for one in _voters(passage, start, match.start()))
        choice, start = WORDS[match["choice"]], match.end()
    yield from (ballot(one, choice) for one in _voters(passage, start))


_VERB_FIRST = re.compile(
    r"\b(?:röstar|röstade|röstat|avger|avgav|avgåvo)\s+(?!(?i:ja|nej)\b)(?=[A-ZÅÄÖ]|herrar?\b|hrr?\b|fru\b|frk\b|fröken\b)"
)
_CHOSEN = re.compile(r"(?<=[\w).]) (?:med |för )?[\"”]?(?P<choice>ja|nej|avstår|avstod)\b", re.IGNORECASE)


def _in_turn(passage: Passage, start: int) -> Iterator[Draft]:
    """Who voted what behind the verb: "röstar A, B och C ja samt D nej"."""
    for match in _CHOSEN.finditer(passage.text, start):
        choice = WORDS[match["choice"].casefold()]
        yield from (ballot(one, choice) for one in _all_voters(passage, start, match.start()))
        start = match.end()


def _voters(passage: Passage, start: int, end: int | None = None) -> list[people.Mention]:
    """Who votes in a part of a sentence: those with a party; where nobody has one, those named alone."""
    named = people.named(passage, start, end)
    with_party = any(one.party for one in named) or not people.with_party(passage)
    presiding = (
        people.chair(passage, len(passage.text) if end is None else end, named[-1].end) if named else []
    )
    return [one for one in (*named, *presiding) if with_party and not _owned(passage, one)]


def _all_voters(passage: Passage, start: int, end: int) -> list[people.Mention]:
    """Who votes in a part that holds nothing but voters, so that surnames alone tell: "Ek, Lund och Öst"."""
    lead = _AND.match(passage.text, start)
    return _voters(passage, start, end) or people.surnames(passage, end, lead.end() if lead else start)


_AND = re.compile(r"(?:[\s,]|och\b|samt\b|medan\b)+")
_CLAIM = re.compile(
    r"(?: m\.? ?fl\.?s?| med fleras?)? (?:\S*(?:yrkande|förslag|reservation)t?\b|(?:särskilda )?yttrande)"
)


def _owned(passage: Passage, one: people.Mention) -> bool:
    """Whether a person stands in the genitive: "enligt Åsa Öhrn (C)s yrkande" is no vote of hers."""
    return passage.text.startswith(("s ", ":s "), one.end) or bool(_CLAIM.match(passage.text, one.end))


def listed(passage: Passage) -> list[Draft]:
    """People each with a choice behind the name: "Åsa Öhrn (C) - Ja Bo Selling (M) - Nej", "Bo Ek (ja)"."""
    told = people.with_party(passage)
    alone = None if told else _ALONE.search(passage.text)
    if alone:
        one = people.Mention(passage.group(alone, "name"), None, None, *alone.span("name"))
        return [ballot(one, WORDS[alone["choice"].casefold()])]
    behind = _OWN if told else _ENCLOSED
    return [
        ballot(one, WORDS[own["choice"].casefold()])
        for one in told or people.bare(passage)
        if (own := behind.match(passage.text, one.end))
    ]


_NAMELY = re.compile(
    rf"(?:(?:,|\b(?:och|samt|medan)) )*(?:(?:{numerals.PATTERN}) )?"
    r"[\"”]?\b(?P<choice>ja|nej|avst(?:år|od|ående)|nedlagda?)\b[\"”]?"
    r"(?:(?:-| )?(?:röst(?:er)?)?,? nämligen:? "
    rf"|(?:-| )röst(?:er)?, (?=(?-i:{people.NAME_WORD} {people.NAME_WORD})))",
    re.IGNORECASE,
)
""" "röstade fem ja, nämligen Ek, Lund och Öst, och två nej, nämligen Berg", "två ja-röster, Bo Ek ..."."""


def _namely(passage: Passage) -> list[Draft]:
    """The voters named behind the count of each choice."""
    told = list(_NAMELY.finditer(passage.text))
    ends = [*(match.start() for match in told[1:]), len(passage.text)][: len(told)]
    return [
        ballot(one, WORDS[match["choice"].casefold()])
        for match, end in zip(told, ends, strict=True)
        for one in _all_voters(passage, match.end(), end)
    ]


def _choice(match: re.Match[str]) -> VoteChoice:
    if match["abstain"]:
        return VoteChoice.AVSTAR
    return VoteChoice.FRANVARANDE if match["absent"] else WORDS[match["choice"].casefold()]


def _turned(match: re.Match[str]) -> VoteChoice:
    """The choice of "Ja röstar ...", "Avstår gör ...", "För återremiss (nej) röstar ..."."""
    return WORDS[match["marked"].casefold()] if match["marked"] else _choice(match)
