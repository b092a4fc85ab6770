"""Votes told by what was voted for, not by yes and no: "För Eks förslag röstade A och B, för Lunds C"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ...schema.record import VoteChoice
from ..landmarks.choices import COUNTS, ballot
from ..names import people
from ..text.draft import Draft, Found
from ..text.fold import fold
from ..text.passage import Passage

_FIRST = re.compile(r"För (?:att )?(?P<side>[^.:()]{3,90}?) (?:röstar|röstade|har röstat):? ")
_BEHIND = re.compile(r" (?:röstar|röstade|har röstat) för (?!ja\b|nej\b)(?P<side>[^.:]{3,90})\.?$")

_VOTED = re.compile(r"\bröst(?:ar|ade|at)\b")
_WHILE = re.compile(r"(?:,? (?:medan|under det att)|;) ")
_LEAD = re.compile(r".*?\b(?:varvid|så att) ")


@dataclass(frozen=True, slots=True)
class Side:
    """What some voted for."""

    text: Passage
    voters: list[people.Mention]


def of(sentence: Passage) -> list[Side]:
    """The sides that a sentence tells with their voters."""
    cuts = [match.span() for match in _WHILE.finditer(sentence.text)] if _VOTED.search(sentence.text) else []
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence.text)]
    parts = (sentence.part(start, end) for start, end in zip(starts, ends, strict=True))
    return [side for part in parts if (side := _side(part))]


def _side(part: Passage) -> Side | None:
    """The side that a part of a sentence tells."""
    first = _FIRST.match(part.text)
    match = first or _BEHIND.search(part.text)
    if match is None:
        return None
    lead = _LEAD.match(part.text)
    start, end = (match.end(), len(part.text)) if first else (lead.end() if lead else 0, match.start())
    voters = people.named(part, start, end) or people.surnames(part, end, start)
    return Side(part.group(match, "side"), voters) if voters else None


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
    refused = [fold(one.text.text).startswith("avslag") for one in told]
    if any(refused) and not all(refused):
        return not fold(side.text.text).startswith("avslag")
    counts = [value.value if (value := tally.get(one)) else None for one in ("yes", "no")]
    return counts[0] != counts[1] and len(side.voters) == counts[0]


def roll(chosen: Mapping[VoteChoice, Side]) -> list[Draft]:
    """Who voted what."""
    return [ballot(one, choice) for choice, side in chosen.items() for one in side.voters]


def meanings(chosen: Mapping[VoteChoice, Side]) -> dict[str, Passage]:
    """What yes and no stood for."""
    return {COUNTS[choice]: side.text for choice, side in chosen.items()}
