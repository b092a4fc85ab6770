"""The Swedish language as one object: words, compounds, context."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from .context import Context
from .dots import Dots
from .lexicon import BOUNDARY, CACHED, NUMBER, UNKNOWN, Lexicon
from .quantity import LOWEST
from .spelling import Spelling
from .tokens import LONGEST_WORD, core

FOLDER = Path(__file__).parent

UNKNOWN_WORD = -16.0
"""Natural logarithm of an unknown word's probability: rarer than any word of the lexicon."""

LEAST_PART = 3
"""Letters of a compound's part."""

LEAST_LINKED = 4
"""The same where it has three parts: with 3 a misread word in 110 passes, with 4 one in 200, as without."""


class Language:
    """What is known of Swedish, opened from the data files beside this module."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.lexicon = Lexicon(folder / "lexicon.bin")
        self.context = Context(folder / "context.bin", folder / "classes.bin")
        self.words = Spelling(folder / "spelling.bin", "word")
        self.names = Spelling(folder / "spelling.bin", "name")
        self.dots = Dots(folder / "dots.bin")
        self.knows_lower = lru_cache(maxsize=CACHED)(self._knows_lower)
        self._begins = lru_cache(maxsize=CACHED)(self._has_first)
        self._ends = lru_cache(maxsize=CACHED)(self._has_last)
        self._beginnings = lru_cache(maxsize=CACHED)(self._find_beginnings)
        self._endings = lru_cache(maxsize=CACHED)(self._find_endings)

    def knows(self, word: str) -> bool:
        """True for a word of the lexicon, in any casing, or a compound of known parts.

        Punctuation around the word does not count, and each part of a hyphenated word must be known.
        A number is not a word.
        """
        if word.isalpha():
            return self.knows_lower(word.lower())
        parts = core(word).lower().split("-")
        return any(parts) and all(self.knows_lower(part) for part in parts if part)

    def log_probability(self, words: Sequence[str]) -> float:
        """Natural logarithm of the probability of these words in this order, from the start of a sentence."""
        before_last, last, total = UNKNOWN, BOUNDARY, 0.0
        for word in words:
            for part in core(word).lower().split("-"):
                index, alone = self._index(part)
                total += self.context.logarithm(before_last, last, index, alone)
                before_last, last = last, index
        return total

    def lists(self, word: str) -> bool:
        """True for a lower-case word that any list has, be it misspelt there: it is somebody's spelling."""
        found = self.lexicon.word(word)
        return found is not None and found.logarithm > LOWEST

    def _knows_lower(self, word: str) -> bool:
        found = self.lexicon.word(word)
        return (found is not None and found.logarithm > UNKNOWN_WORD - 1) or self.is_compound(word)

    def is_compound(self, word: str) -> bool:
        """True where the word is parts that are known to begin and to end compounds: two, or three.

        A compound that begins another takes an s: `kommunlednings|kontoret`.
        """
        begins, ends = self._begins, self._ends
        for cut in range(LEAST_PART, min(len(word), LONGEST_WORD) - LEAST_PART + 1):
            if ends(word[cut:]) and begins(word[:cut]):
                return True
        return self._is_linked(word)

    def _is_linked(self, word: str) -> bool:
        """True where an s links a compound of two parts to a third; short parts are there by chance."""
        begins, ends = self._begins, self._ends
        return any(
            ends(word[link + 1 :])
            and any(
                begins(word[:cut]) and ends(word[cut:link])
                for cut in range(LEAST_LINKED, link - LEAST_LINKED + 1)
            )
            for link in range(2 * LEAST_LINKED, min(len(word), LONGEST_WORD) - LEAST_LINKED)
            if word[link] == "s"
        )

    def knows_with(self, head: str, middle: str, tail: str) -> bool:
        """True where the three together are a known word, in lower case.

        Quicker than `knows_lower` where many a middle is tried between the same ends. Compounds of three
        parts are too seldom among these to be looked for.
        """
        whole = head + middle + tail
        found = self.lexicon.word(whole)
        if found is not None and found.logarithm > UNKNOWN_WORD - 1:
            return True
        if len(whole) > LONGEST_WORD:
            return self.is_compound(whole)
        joint = len(head) + len(middle)
        return (
            any(self._ends(whole[cut:]) for cut in self._beginnings(head))
            or any(self._begins(whole[: joint + cut]) for cut in self._endings(tail))
            or any(
                self._begins(whole[:cut]) and self._ends(whole[cut:])
                for cut in range(max(len(head) + 1, LEAST_PART), min(joint, len(whole) - LEAST_PART + 1))
            )
        )

    def _find_beginnings(self, head: str) -> tuple[int, ...]:
        """Lengths of what compounds may begin with, at the beginning of a string."""
        return tuple(cut for cut in range(LEAST_PART, len(head) + 1) if self._begins(head[:cut]))

    def _find_endings(self, tail: str) -> tuple[int, ...]:
        """Places of a string from which on it is what compounds may end with."""
        return tuple(cut for cut in range(len(tail) - LEAST_PART + 1) if self._ends(tail[cut:]))

    def _has_first(self, part: str) -> bool:
        """True for what compounds are known to begin with."""
        word = self.lexicon.word(part)
        return word is not None and word.first != 0

    def _has_last(self, part: str) -> bool:
        """True for what they are known to end with."""
        word = self.lexicon.word(part)
        return word is not None and word.last != 0

    def _index(self, word: str) -> tuple[int, float]:
        if word[:1].isdigit():
            return NUMBER, UNKNOWN_WORD / 4
        found = self.lexicon.word(word)
        return (UNKNOWN, UNKNOWN_WORD) if found is None else (found.number, found.logarithm)


@cache
def load() -> Language:
    """The language, opened once; its data files are mapped into memory, not read."""
    return Language()
