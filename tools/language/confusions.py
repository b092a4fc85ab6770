"""What a reader makes of printed letters, counted on pairs of truth and reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

LEAST_COUNT = 2
"""Confusions seen once are chance."""

LONGEST = (2, 3)
"""Letters printed and letters read in one confusion."""

MOST_WRONG = 0.6
"""Share of a word's letters that may differ; beyond, two other words stand side by side."""


DOCUMENTED = (
    *("l1", "l|", "i1", "i|", "ä3", "ä4", "ä&", "å4", "å5", "å&", "å@", "ö0", "s5", "f£", "j}"),
    *(("ä", "{a"), ("vv", "w")),
)
"""Letter and reading that real text layers show and a sample may lack ("region Orebro 13n",
"extrast5mma", "&r", "£6r", "t}anst", "tj{anst", "awikelse")."""

DOCUMENTED_SWEDISH = (
    *("åä", "äå", "åa", "äa", "öo", "ö6", "tl", "lt", "li", "il", "lj", "kt", "un", "nu", "ce", "gq", "ft"),
    *("l1", "l|", "i|", "i1", "o0", "s5", ("rn", "m"), ("m", "rn"), "ij", ("ti", "ü")),
)
"""The same for readers that know Swedish, copier software among them."""

DOCUMENTED_COUNT = 8
"""What a documented confusion counts at least."""


@dataclass(slots=True)
class Confusions:
    """Counts of printed letters and of what was read in their place, in lower case."""

    printed: Counter[str] = field(default_factory=Counter)
    read: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, truth: str, reading: str) -> None:
        """Count one pair of texts."""
        for printed, read in aligned_words(truth.split(), reading.split()):
            true, seen = printed.lower(), read.lower()
            if Levenshtein.distance(true, seen) <= max(2.0, MOST_WRONG * len(true)):
                self.printed.update(true)
                self.read.update(_differences(true, seen))

    def add_documented(self, pairs: Iterable[Sequence[str]]) -> None:
        """Make sure of the confusions that are known from real files."""
        for printed, read in pairs:
            self.read[printed, read] = max(self.read[printed, read], DOCUMENTED_COUNT)

    def rows(self) -> Iterator[str]:
        """The table: printed, read, count; rows with both the same count the printed letter."""
        for letter, count in sorted(self.printed.items()):
            if letter.isalpha() or letter.isdigit():
                yield f"{letter}\t{letter}\t{count}"
        for (true, seen), count in sorted(self.read.items(), key=lambda item: (-item[1], item[0])):
            if count >= LEAST_COUNT and len(true) <= LONGEST[0] and len(seen) <= LONGEST[1]:
                yield f"{true}\t{seen}\t{count}"


def aligned_words(truth: list[str], reading: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words that stand in the same place; where the numbers of words differ, none."""
    for part in Levenshtein.opcodes(truth, reading):
        if part.src_end - part.src_start == part.dest_end - part.dest_start:
            yield from zip(
                truth[part.src_start : part.src_end], reading[part.dest_start : part.dest_end], strict=True
            )


def _differences(true: str, seen: str) -> Iterator[tuple[str, str]]:
    """What differs, adjoining differences together (ä read as two letters is one)."""
    merged: list[list[int]] = []
    for part in Levenshtein.opcodes(true, seen):
        if part.tag == "equal":
            continue
        if merged and merged[-1][1] == part.src_start and merged[-1][3] == part.dest_start:
            merged[-1][1], merged[-1][3] = part.src_end, part.dest_end
        else:
            merged.append([part.src_start, part.src_end, part.dest_start, part.dest_end])
    for first, last, begin, end in merged:
        yield true[first:last], seen[begin:end]


def learn(pairs: Iterable[tuple[str, str]], documented: Iterable[Sequence[str]]) -> Confusions:
    """Count all pairs (truth, reading)."""
    found = Confusions()
    for truth, reading in pairs:
        found.add(truth, reading)
    found.add_documented(documented)
    return found
