"""Parts of compounds, learnt from the compounds in the vocabulary.

A part may begin compounds (`sjukvårds`, `hälso`, `kommun`) or end them (`nämnden`); how many different
words it
does so in says how freely it makes new ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log

from .vocabulary import Entry

LEAST_PART = 3
"""Letters of a part; shorter ones make compounds of anything."""

LEAST_COUNT = 15
"""Occurrences of a word before it may be a part."""

LEAST_WORDS = 2
"""Different compounds that a part must be seen in."""

ROUNDS = 3
"""Rounds of splitting with the parts of the round before; the third changes few splits."""

JOINTS = {
    "": ("",),
    "s": ("",),
    "o": ("a", "e"),
    "u": ("a",),
    "e": ("a", ""),
    "a": ("",),
}
"""Joint letter to what it stands in place of: sjukvård-s, hälso (hälsa), gatu (gata), kyrko (kyrka),
familje."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Number of different compounds that each part begins or ends."""

    first: dict[str, float]
    last: dict[str, float]


def learn(vocabulary: Mapping[str, Entry]) -> Parts:
    """Split the vocabulary's compounds and count their parts."""
    free = {word for word, entry in vocabulary.items() if _may_be_part(word, entry)}
    firsts = {form for word in free for form in _first_forms(word)}
    parts = Parts(dict.fromkeys(firsts, 1.0), dict.fromkeys(free, 1.0))
    for _ in range(ROUNDS):
        first: Counter[str] = Counter()
        last: Counter[str] = Counter()
        for word, entry in vocabulary.items():
            split = _best_split(word, parts) if entry.count >= 1 and entry.capital < 0.5 else None
            if split is not None:
                first[split[0]] += 1
                last[split[1]] += 1
        parts = Parts(dict(first), dict(last))
    return Parts(_frequent(parts.first), _frequent(parts.last))


def _may_be_part(word: str, entry: Entry) -> bool:
    small = entry.count * (1 - entry.capital)  # `stad` is a word, though most stand in names of cities
    return len(word) >= LEAST_PART and word.isalpha() and small >= LEAST_COUNT


def _first_forms(word: str) -> Iterator[str]:
    """The forms that a word may take at the head of a compound."""
    for joint, replaced in JOINTS.items():
        for ending in replaced:
            if word.endswith(ending):
                yield word.removesuffix(ending) + joint


def _best_split(word: str, parts: Parts) -> tuple[str, str] | None:
    best, best_score = None, -1e9
    for cut in range(LEAST_PART, len(word) - LEAST_PART + 1):
        first, last = parts.first.get(word[:cut]), parts.last.get(word[cut:])
        if first and last and (score := log(first) + log(last)) > best_score:
            best, best_score = (word[:cut], word[cut:]), score
    return best


def _frequent(counts: Mapping[str, float]) -> dict[str, float]:
    return {part: count for part, count in sorted(counts.items()) if count >= LEAST_WORDS}
