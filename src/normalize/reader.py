"""Who read a page, and what is known of the document it belongs to: all that a word's options depend on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .noise import Noise, load


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """One page's reader. Compared by identity, so that options looked up for it can be kept."""

    noise: Noise
    careful: bool = False
    """It knew Swedish; only unknown words may change, and only for the likeliest."""
    vouched: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lower-case spellings that other places of the document vouch for, by skeleton."""


ENGLISH_READER = Reader(load("noise.tsv"))
"""A model that does not know Swedish."""

SWEDISH_READER = Reader(load("noise_swedish.tsv"), careful=True)
"""One that does, or the software of a copier."""
