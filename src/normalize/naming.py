"""Whether an unlisted name is made of parts that Swedish names are made of, and so no slip of a reader."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from ..language import load
from ..language.skeleton import DIACRITICS

LEAST_KNOWN = 4
"""Letters of a part that is vouched for by the lexicon; shorter ones are in a name by chance."""

LEAST_REST = 3
"""Letters of what stands beside a listed part."""

LEAST_LISTED = 3
"""Letters of a listed part that may stand beside anything; `å`, `ör` and `ån` stand only beside a word."""

COMMON = -13.0
"""Natural logarithm of a word's probability from which it may end an unlisted name: `Tumbamålet`."""

RARER = -16.0
"""The same for what may begin one before such an end: `Ångermanlandskusten`."""


@lru_cache(maxsize=1 << 14)
def is_explained(name: str) -> bool:
    """True where every dotted letter of a lower-case name stands in a known part of names.

    `lindströmer` is not (no part ends it), `hedåker` and `öberg` are: a listed part may stand beside
    anything, a word of the lexicon only beside another or at the end.
    """
    stems = (name, name[:-1]) if name.endswith("s") else (name,)
    return any(_joins(stem[:cut], stem[cut:]) for stem in stems for cut in range(1, len(stem)))


@lru_cache(maxsize=1 << 14)
def is_plain(name: str) -> bool:
    """True where a name as read is made of two known words and needs no dots: `tallbacken`."""
    cuts = range(LEAST_KNOWN, len(name) - LEAST_KNOWN + 1)
    return any(_is_known(name[:cut], COMMON) and _is_known(name[cut:], COMMON) for cut in cuts)


def _joins(first: str, last: str) -> bool:
    beginnings, endings = _parts()
    begins, ends = not DIACRITICS.isdisjoint(first), not DIACRITICS.isdisjoint(last)
    if begins and ends:
        return (first in beginnings or _is_known(first)) and (last in endings or _is_known(last))
    if begins:
        if first in beginnings:
            return len(last) >= LEAST_REST if len(first) >= LEAST_LISTED else _is_known(last)
        return _is_known(first, RARER) and _is_known(last, COMMON)
    if ends:
        is_listed = last in endings and (len(last) >= LEAST_LISTED or _is_known(first))
        return len(first) >= LEAST_REST and (is_listed or _is_known(last, COMMON))
    return False


def _is_known(part: str, least: float = -18.0) -> bool:
    word = load().lexicon.word(part) if len(part) >= LEAST_KNOWN else None
    return word is not None and word.logarithm > least


@cache
def _parts() -> tuple[frozenset[str], frozenset[str]]:
    table = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    return frozenset(table["beginnings"]), frozenset(table["endings"])
