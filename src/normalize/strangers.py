"""Unlisted words of a document that a person should look at, though nothing was found to change in them.

A reader's slip makes a string that is spelt like no Swedish word (`kommunfùülbnäktige`, `Omröstaing`), or a
second spelling of a name (`Älvshbacka` beside `Älvsbacka`). Neither says what was printed: nothing is changed
here, but no such word may pass as sure. Author's own words and names come back in the same spelling; slips
seldom do.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from ..language import load
from ..language.tokens import LONGEST_WORD
from ..schema import Reason
from .candidates import VOWELS
from .casing import LONGEST_ACRONYM
from .channels import Channel
from .listed import is_seldom
from .naming import is_explained, is_plain
from .tokens import Kind, cut
from .verdict import LOST_LETTERS, ODD_SPELLING, SECOND_SPELLING, SELDOM_WORD, Verdict

ODD_LETTER = -2.1
"""Natural logarithm of a letter's probability, averaged over a word, from which an unlisted word is spelt
like none: of the slips in held-out minutes (read by two models, on three kinds of paper) 69 of 75 lie below,
of 11,000 right words none."""

USUAL = 2
"""Times that a spelling must stand in a document to vouch for itself."""

LOSES = {Channel.NO_DIACRITICS: 3, Channel.LOST_LETTERS: 4}
"""The same where the same letters are lost again and again."""

SHORTEST_LISTED = 5
"""Letters of a word that a list vouches for; shorter ones are slips of other words too (`Loch` for L och)."""

SHORTEST_TWIN = 6
"""Letters of words that are compared; shorter ones are a letter apart by chance."""

DOUBTED = 0.9
"""Confidence, at most, of a word in doubt here. Of such words in sound text 95 of 100 are right, of those in
readings one in three: a word alone does not tell which it is."""

UNIT = re.compile(r"[^\W\d_]{1,3}[²³]")
"""A unit with a raised figure (`m²`, `dm³`)."""

MUCH_RARER = 3
"""Times that an unlisted spelling must be more frequent than its twin not to be in doubt beside it."""

Rows = list[list[Verdict]]


@dataclass(frozen=True, slots=True)
class _Unlisted:
    """The unlisted words of a document, in lower case."""

    counts: Counter[str]
    twins: dict[str, str]
    """Another spelling that stands in the document, for those that have one."""

    def doubted(self, verdict: Verdict, channel: Channel) -> Verdict:
        """The verdict, with a doubt where one of its words is strange or has a twin."""
        for piece in unlisted(verdict.after):
            word = piece.lower()
            if word in self.twins:
                twin = self.twins[word].capitalize() if piece[:1].isupper() else self.twins[word]
                others = (*verdict.alternatives, verdict.after.replace(piece, twin))
                return _less_sure(verdict, SECOND_SPELLING, others)
            if self.counts[word] >= LOSES.get(channel, USUAL):
                continue
            if channel is Channel.LOST_LETTERS and piece == word:
                return _less_sure(verdict, LOST_LETTERS)
            if load().knows_lower(word):
                return _less_sure(verdict, SELDOM_WORD)
            if is_strange(piece):
                return _less_sure(verdict, ODD_SPELLING)
        return verdict


def doubted(pages: Sequence[Rows], channels: Sequence[Channel]) -> list[Rows]:
    """The verdicts of a document's pages, with doubts where an unlisted word is strange or has a twin.

    Args:
        pages: verdicts by line.
        channels: how each page was damaged.
    """
    texts = Counter([verdict.after for rows in pages for row in rows for verdict in row])
    asked = {text: pieces for text in texts if (pieces := unlisted(text))}
    if not asked:
        return list(pages)
    counts = Counter[str]()
    for text, pieces in asked.items():
        for piece in pieces:
            counts[piece.lower()] += texts[text]
    found = _Unlisted(
        counts, _twins(counts, {piece.lower() for text in texts for piece in cut(text).parts[1::2]})
    )
    return [
        [*_page(rows, asked.keys(), found, channel)] for rows, channel in zip(pages, channels, strict=True)
    ]


def _page(rows: Rows, asked: Set[str], found: _Unlisted, channel: Channel) -> Iterator[list[Verdict]]:
    goes_on = False
    for row in rows:
        if asked.isdisjoint([verdict.after for verdict in row]):
            yield row
        else:
            # What begins a line after a hyphen is the rest of a word.
            rest = row[:1] if goes_on else []
            yield rest + [
                found.doubted(verdict, channel) if verdict.after in asked and not verdict.doubt else verdict
                for verdict in row[len(rest) :]
            ]
        goes_on = bool(row) and cut(row[-1].after).hyphen


def _less_sure(verdict: Verdict, doubt: Reason, others: tuple[str, ...] = ()) -> Verdict:
    alternatives = tuple(dict.fromkeys(others or verdict.alternatives))
    return replace(
        verdict, doubt=doubt, confidence=min(verdict.confidence, DOUBTED), alternatives=alternatives
    )


@lru_cache(maxsize=1 << 15)
def unlisted(text: str) -> tuple[str, ...]:
    """The pieces of a token that are unknown or seldom words; no abbreviations, numbers, broken words."""
    token = cut(text)
    pieces = token.parts[1::2][: -1 if token.hyphen else None]
    return tuple(_unknown(pieces)) or _seldom(text) if token.kind is Kind.WORD else ()


def _unknown(pieces: Iterable[str]) -> Iterator[str]:
    for piece in pieces:
        is_acronym = piece.isupper() and len(piece) <= LONGEST_ACRONYM
        is_unit = UNIT.fullmatch(piece) is not None
        if not (piece.isdigit() or is_acronym or is_unit) and not load().knows_lower(piece.lower()):
            yield piece


def _seldom(text: str) -> tuple[str, ...]:
    """A token that is a short seldom word; labels of points (`aa.`) and abbreviations are none."""
    word = text.rstrip(",;")
    is_word = (
        not VOWELS.isdisjoint(word)
        and len(set(word)) > 1
        and word.islower()
        and is_seldom(load().lexicon.word(word))
    )
    return (word,) if is_word else ()


@lru_cache(maxsize=1 << 14)
def is_strange(piece: str) -> bool:
    """True for an unlisted word that is spelt like none, or that has a digit inside."""
    if not piece.isalpha():
        return len(piece) > 1
    language, word = load(), piece.lower()
    if len(word) >= SHORTEST_LISTED and language.lists(word):
        return False
    if piece[:1].isupper() and (is_explained(word) or is_plain(word)):
        return False
    spellings = [language.words, language.names] if piece[:1].isupper() else [language.words]
    best = max(spelling.logarithm(word) for spelling in spellings)
    return len(word) <= LONGEST_WORD and best < ODD_LETTER * (len(word) + 1)


def _twins(counts: Counter[str], every: Set[str]) -> dict[str, str]:
    """Unlisted words with another of the document that differs in one letter, neither its first nor its last.

    Endings differ by grammar. Of two unlisted ones the much more frequent one is not in doubt.

    Args:
        counts: how often each unlisted word stands there.
        every: all words of the document.
    """
    edges = {_edges(word) for word in counts if _is_comparable(word)}
    shelves: dict[str, list[str]] = defaultdict(list)
    for word in sorted(every):
        if _is_comparable(word) and _edges(word) in edges:
            for left in {word, *(word[:place] + word[place + 1 :] for place in range(1, len(word) - 1))}:
                shelves[left].append(word)
    found: dict[str, str] = {}
    for words in shelves.values():
        for word in words if len(words) > 1 else ():
            others = [other for other in words if other != word and _outweighs(other, word, counts)]
            if word in counts and others:
                found[word] = max(
                    [*others, *filter(None, [found.get(word)])], key=lambda it: (counts[it], it)
                )
    return found


def _outweighs(other: str, word: str, counts: Counter[str]) -> bool:
    """True for a known word, or an unlisted one that is not much rarer."""
    return other not in counts or MUCH_RARER * counts[other] > counts[word]


def _is_comparable(word: str) -> bool:
    return SHORTEST_TWIN <= len(word) <= LONGEST_WORD and word.isalpha()


def _edges(word: str) -> tuple[str, str]:
    return word[0], word[-1]
