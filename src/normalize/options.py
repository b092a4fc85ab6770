"""What may have been printed where a piece of text was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

UNKNOWN_ALONE = -4.6
"""Natural logarithm of the share of running words that the lexicon lacks (`UNKNOWN_MASS` of
tools/language)."""

NUMBER_SHARE = -3.0
"""Natural logarithm of the share of tokens that are numbers."""


LEAST_NOISE = -18.0
"""Options that are less likely than this to be read so are none."""

CACHED = 1 << 15
"""Words, or parts of them, whose options are kept ready."""


class Source(StrEnum):
    """Where an option comes from; the code of the rule in the ledger."""

    READ = "read"
    """The reading itself."""
    WORD = "word"
    """A word of the lexicon with the same skeleton."""
    COMPOUND = "compound"
    """A compound of known parts."""
    NAME = "name"
    """An unknown word or name, by its letters."""
    DOCUMENT = "document"
    """A spelling that other places of the document vouch for."""
    MISREADING = "misreading"
    """A word of the lexicon, a real misreading away."""
    NUMBER = "number"
    """A number."""


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One thing that may have been printed."""

    text: str
    """In lower case."""
    index: int
    """Index in the lexicon that stands for it in the word context (a compound's last part)."""
    alone: float
    """Natural logarithm of the probability of what `index` stands for, without context."""
    form: float
    """Natural logarithm of the probability of this form of it: casing; letters of an unknown word; parts."""
    noise: float
    """Natural logarithm of the probability that it is read as it was."""
    source: Source

    @property
    def score(self) -> float:
        """Natural logarithm of all of it, without context."""
        return self.alone + self.form + self.noise
