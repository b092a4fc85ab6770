"""The choices of a vote: their words, how the record counts them, and one person's ballot."""

from __future__ import annotations

import re

from ...schema.record import VoteChoice
from ..names import people
from ..swedish import patterns
from ..text.draft import Draft
from ..text.fold import fold

WORDS = {
    "ja": VoteChoice.JA,
    "nej": VoteChoice.NEJ,
    "avstår": VoteChoice.AVSTAR,
    "avstod": VoteChoice.AVSTAR,
    "avst": VoteChoice.AVSTAR,
    "avstående": VoteChoice.AVSTAR,
    "abst": VoteChoice.AVSTAR,
    "abstår": VoteChoice.AVSTAR,
    "nedlagd": VoteChoice.AVSTAR,
    "nedlagda": VoteChoice.AVSTAR,
    "frånvarande": VoteChoice.FRANVARANDE,
    "frånv": VoteChoice.FRANVARANDE,
} | {
    f"{word}{ending}": choice
    for word, choice in (("ja", VoteChoice.JA), ("nej", VoteChoice.NEJ))
    for ending in ("röst", "röster", "-röst", "-röster")
}
"""Choices by the words that head their columns or stand behind a name, folded."""

COUNTS = {
    VoteChoice.JA: "yes",
    VoteChoice.NEJ: "no",
    VoteChoice.AVSTAR: "abstain",
    VoteChoice.FRANVARANDE: "absent",
}
"""How the record names the count of each choice."""


def ballot(one: people.Mention, choice: VoteChoice) -> Draft:
    """How one person voted."""
    return {**one.draft, "vote": choice.value}


_LED = frozenset(patterns.table("ballots")["leading"])
"""Words around the choice in a line that leads to those who made it."""


def of_head(text: str) -> VoteChoice | None:
    """The choice that a column's head names: "Ja", "Nej-röster (3)", "Följande ledamöter röstar ja:"."""
    words = re.sub(r"\W*\d+\W*$", "", fold(text)).split()
    if not words or len(words) > MOST_WORDS:
        return None
    bare = [re.sub(r"[- ]?röst(?:er)?$", "", word) for word in words if word not in _LED]
    return WORDS.get(bare[0]) if len([word for word in bare if word]) == 1 else None


MOST_WORDS = 7
"""Of a head; with more it is a sentence."""
