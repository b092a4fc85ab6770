"""Stops and commas that the text around them speaks against, and marks at a word's end that close nothing.

At 200 dpi a comma and a stop are three pixels each, and readers agree on the wrong one. A sentence does not
go on in small letters behind a stop, unless it is an abbreviation's, and no paragraph ends with a comma.
A raised figure, a note's number, is read as a quotation mark or an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from ...schema import Line, Reason, Word
from .tokens import core, is_known

STOP = Reason("stop_unsure")

LEAST_LETTERS = 5
"""Of a word that is no abbreviation."""

RUNNING = 4
"""Words of a line of running text, at least: addresses and lists of names end with commas too."""

_QUOTES = re.compile('["”“»«]')

_RAISED = re.compile(r".*[^\W\d_][.,;:]?['’‘`´]")
"""A word with what may be a note's number."""

_NUMBER = re.compile(r"\d[\d,:]{2,}\.")
"""Of two figures it may be a day; at the head of a line it is a point's."""

_PARTY = re.compile(r"\([A-ZÅÄÖ]{1,3}\)\.")
"""A stop for the comma of `Öman (S), vice ordförande`."""

_BEGINS = re.compile(r"[A-ZÅÄÖ§\d(•–-]")
"""What begins a paragraph."""


def doubted(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page with such words in doubt."""
    found: list[Line] = []
    for _, pairs in groupby(zip_longest(lines, lines[1:]), key=lambda pair: pair[0].block):
        block = list(pairs)
        is_unpaired = _count(block) % 2 == 1
        for line, below in block:
            words = tuple(_doubted(line.words, is_unpaired=is_unpaired))
            if below is not None and below.block != line.block and _is_broken_off(words, below):
                words = (*words[:-1], replace(words[-1], doubt=words[-1].doubt or STOP))
            found.append(replace(line, words=words) if words != line.words else line)
    return found


def _count(block: Sequence[tuple[Line, Line | None]]) -> int:
    """Quotation marks of a paragraph."""
    return sum(len(_QUOTES.findall(word.text)) for line, _ in block for word in line.words)


def _doubted(words: Sequence[Word], *, is_unpaired: bool) -> Iterator[Word]:
    for place, (word, behind) in enumerate(
        zip(words, [*(other.text for other in words[1:]), ""], strict=True)
    ):
        is_wrong = _goes_on(word.text, behind, is_head=not place) or _is_raised(
            word.text, is_unpaired=is_unpaired
        )
        yield replace(word, doubt=STOP) if is_wrong and word.doubt is None else word


def _goes_on(text: str, behind: str, *, is_head: bool) -> bool:
    """Whether a sentence goes on behind its stop."""
    if _NUMBER.fullmatch(text):
        return not is_head and len(behind) > 1 and behind.isalpha() and behind.islower()
    inner = core(text)
    is_word = inner.isalpha() and inner[1:].islower() and len(inner) >= LEAST_LETTERS and is_known(inner)
    is_whole = is_word or _PARTY.fullmatch(text) is not None
    return text.endswith(".") and is_whole and len(behind) > 1 and behind.isalpha() and behind.islower()


def _is_raised(text: str, *, is_unpaired: bool) -> bool:
    """Whether a mark at the end of a word opens or closes nothing; a name in s may own something."""
    if is_unpaired and _QUOTES.search(text[-1:]):
        return True
    return _RAISED.fullmatch(text) is not None and text[-2:-1] not in ("s", "x", "z")


def _is_broken_off(words: Sequence[Word], below: Line) -> bool:
    """Whether a paragraph of running text ends with a comma."""
    is_text = len(words) >= RUNNING and words[-1].text.endswith(",") and words[-1].doubt is None
    return is_text and core(words[-1].text).islower() and _BEGINS.match(below.text) is not None
