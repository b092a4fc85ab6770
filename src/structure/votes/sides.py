"""Votes told by what was voted for, not by yes and no: "För Eks förslag röstade A och B, för Lunds C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ...schema.record import VoteChoice
from ..landmarks.choices import COUNTS, ballot
from ..names import people
from ..text.draft import Draft, Found
from ..text.fold import fold
from ..text.passage import Passage

_FIRST = re.compile(
    r"(?P<how>För|[Ee]?[Mm]ot) (?:att )?(?P<side>[^.:()]{3,90}?) (?:röstar|röstade|har röstat):? "
)
""" "För återremiss röstade A och B", "Emot återremiss röstade C"."""

_VOTED = re.compile(r"\bröst(?:ar|ade|at)\b")
_VERB = re.compile(rf"{_VOTED.pattern} (?!för\b|e?mot\b|ja\b|nej\b)")
_FOR = re.compile(
    r"(?: (?:röstar|röstade|har röstat))? (?P<how>för|e?mot) (?!ja\b|nej\b)(?P<side>[^.:]{3,90}?)"
    r"(?=\.?$|(?:,| och| samt) (?:[a-z]+ )?[A-ZÅÄÖ][^.:]{1,60}? (?:för|e?mot) )"
)
""" "röstade A och B för Eks förslag och C för Lunds", "A och B röstade för Eks förslag"."""

_WHILE = re.compile(r"(?:,? (?:medan|under det att)|;) ")
_LEAD = re.compile(r".*?\b(?:varvid|så att) ")
_AND = re.compile(r"(?:,|\s|och\b|samt\b)+")


@dataclass(frozen=True, slots=True)
class Side:
    """What some voted for, or against."""

    text: Passage
    voters: list[people.Mention]
    against: bool = False


def of(sentence: Passage) -> list[Side]:
    """The sides that a sentence tells with their voters."""
    cuts = [match.span() for match in _WHILE.finditer(sentence.text)] if _VOTED.search(sentence.text) else []
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence.text)]
    parts = (sentence.part(start, end) for start, end in zip(starts, ends, strict=True))
    return [side for part in parts for side in _sides(part) if side.voters]


def _sides(part: Passage) -> Iterator[Side]:
    """The sides that a part of a sentence tells: before the voters, or behind them."""
    if first := _FIRST.match(part.text):
        voters = _voters(part, first.end(), len(part.text))
        yield Side(part.group(first, "side"), voters, first["how"] != "För")
        return
    lead = _VERB.search(part.text) or _LEAD.match(part.text)
    start = lead.end() if lead else 0
    for match in _FOR.finditer(part.text, start) if _VOTED.search(part.text) else ():
        yield Side(part.group(match, "side"), _voters(part, start, match.start()), match["how"] != "för")
        start = match.end()


def _voters(part: Passage, start: int, end: int) -> list[people.Mention]:
    and_ = _AND.match(part.text, start, end)
    begin = and_.end() if and_ else start
    return people.named(part, begin, end) or people.surnames(part, end, begin)


def choices(
    told: Sequence[Side], tally: Mapping[str, Found], means: Mapping[str, Passage]
) -> dict[VoteChoice, Side]:
    """Which side is yes and which is no; none where they are neither two nor named bifall or avslag.

    Of two sides that is yes which the question calls so, else that of bifall against avslag, else the one
    whose voters the count of yes gives, else the first.
    """
    yes = next((side for side in told if _is_yes(side, told, tally, means)), None)
    if len(told) == 1:
        word = fold(told[0].text.text).split()[0]
        alone = {"bifall": VoteChoice.JA, "avslag": VoteChoice.NEJ}.get(word)
        return {alone: told[0]} if alone and not means else {}
    if len(told) != 2:
        return {}
    yes = yes or told[0]
    return {VoteChoice.JA: yes, VoteChoice.NEJ: told[1] if yes is told[0] else told[0]}


def _is_yes(
    side: Side, told: Sequence[Side], tally: Mapping[str, Found], means: Mapping[str, Passage]
) -> bool:
    """Whether question, word or count tell that a side is yes."""
    if {"yes", "no"} <= means.keys():
        likeness = [
            fuzz.token_sort_ratio(fold(side.text.text), fold(means[one].text)) for one in ("yes", "no")
        ]
        return likeness[0] > likeness[1]
    refused = [one for one in told if one.against or fold(one.text.text).startswith("avslag")]
    if len(refused) == 1:
        return side is not refused[0]
    counts = [value.value if (value := tally.get(one)) else None for one in ("yes", "no")]
    return counts[0] != counts[1] and len(side.voters) == counts[0]


def roll(chosen: Mapping[VoteChoice, Side]) -> list[Draft]:
    """Who voted what."""
    return [ballot(one, choice) for choice, side in chosen.items() for one in side.voters]


def meanings(chosen: Mapping[VoteChoice, Side]) -> dict[str, Passage]:
    """What yes and no stood for."""
    return {COUNTS[choice]: side.text for choice, side in chosen.items() if not side.against}


def counts(chosen: Mapping[VoteChoice, Side], tally: Mapping[str, Found]) -> Mapping[str, Found]:
    """The tally, turned where it gives the winner first, "sex röster mot fyra", and fewer voted yes."""
    voters = {COUNTS[choice]: len(side.voters) for choice, side in chosen.items()}
    turned = {"yes": tally.get("no"), "no": tally.get("yes")}
    fits = all(count and voters.get(name) == count.value for name, count in turned.items())
    return {**tally, **{name: count for name, count in turned.items() if count}} if fits else tally
