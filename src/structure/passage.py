"""Passages: running text that still knows which words of which page it is made of.

Every value of the record is cut from a passage, so its evidence comes with it. Row ends are joined the way
a reader joins them: a hyphen that only broke the word disappears, one that belongs to it stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..schema import Word
from .rows import Cell, Row

PARAGRAPH = "\n"
"""Stands between two paragraphs of a passage."""

_HANGING = re.compile(r"(?:och|eller|samt|respektive|resp\.|till|alternativt|som|men|&)\b")
"""After a hyphen at a row's end these show that it stands for a left-out second half: "barn-/och ungdom"."""


class Span(NamedTuple):
    """Where a word stands in a passage. A tuple, as passages are cut ten thousand times a document."""

    start: int
    end: int
    page: int
    word: Word


@dataclass(frozen=True)
class Passage:
    """Text with the words that it is made of."""

    text: str
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.spans]

    @cached_property
    def _ends(self) -> list[int]:
        return [span.end for span in self.spans]

    def part(self, start: int, end: int) -> Passage:
        """The text from `start` to `end` without white space around it."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        end = start + len(text)
        low, high = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return Passage(
            text,
            tuple(Span(s.start - start, s.end - start, s.page, s.word) for s in self.spans[low:high]),
        )

    def group(self, match: re.Match[str], group: int | str = 0) -> Passage:
        """The part that a group of a match covers; empty where the group took no part."""
        start, end = match.span(group)
        return self.part(start, end) if start >= 0 else Passage("")

    def paragraphs(self) -> list[Passage]:
        """The paragraphs in order."""
        return self.split(PARAGRAPH)

    def split(self, separator: str) -> list[Passage]:
        """The parts between separators, empty ones left out."""
        found, start = [], 0
        for piece in self.text.split(separator):
            if piece.strip():
                found.append(self.part(start, start + len(piece)))
            start += len(piece) + len(separator)
        return found


def of_cells(cells: Iterable[tuple[Cell, int]]) -> Passage:
    """One line of text from cells and their pages."""
    return _joined((cell.words, page, " ") for cell, page in cells)


def of_row(row: Row) -> Passage:
    """The text of one row."""
    return _joined([(row.words, row.page, " ")])


def of_rows(rows: Sequence[Row], *, paragraphs: Sequence[bool] | None = None) -> Passage:
    """The text of rows with line breaks joined.

    Args:
        rows: in reading order.
        paragraphs: for each row, whether a paragraph begins there; none begins by default.
    """
    starts = paragraphs or [False] * len(rows)
    return _joined(
        (row.words, row.page, PARAGRAPH if starts[index] else " ") for index, row in enumerate(rows)
    )


def together(passages: Sequence[Passage], separator: str = " ") -> Passage:
    """Passages one after another."""
    text, spans = "", []
    for passage in passages:
        if text and passage:
            text += separator
        offset = len(text)
        text += passage.text
        spans += [Span(s.start + offset, s.end + offset, s.page, s.word) for s in passage.spans]
    return Passage(text, tuple(spans))


def of_lines(passages: Sequence[Passage]) -> Passage:
    """Lines of one text, each a passage, joined as a reader joins them."""
    text, spans = "", list[Span]()
    for passage in (one for one in passages if one):
        separator, cut = _seam(text.split()[-1], passage.text.split()[0], " ") if text else ("", False)
        if cut and spans:
            text = text[:-1]
            spans[-1] = spans[-1]._replace(end=spans[-1].end - 1)
        text += separator
        spans += [Span(s.start + len(text), s.end + len(text), s.page, s.word) for s in passage.spans]
        text += passage.text
    return Passage(text, tuple(spans))


def _joined(pieces: Iterable[tuple[tuple[Word, ...], int, str]]) -> Passage:
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for words, page, separator in pieces:
        if not words:
            continue
        if parts:
            separator, cut = _seam(parts[-1], words[0].text, separator)
            if cut:
                parts[-1] = parts[-1][:-1]
                length -= 1
                last = spans[-1]
                spans[-1] = Span(last.start, last.end - 1, last.page, last.word)
            parts.append(separator)
            length += len(separator)
        for index, word in enumerate(words):
            if index:
                parts.append(" ")
                length += 1
            spans.append(Span(length, length + len(word.text), page, word))
            parts.append(word.text)
            length += len(word.text)
    return Passage("".join(parts), tuple(spans))


def _seam(last: str, following: str, separator: str) -> tuple[str, bool]:
    """What to put between two rows, and whether the hyphen at the first one's end goes."""
    if separator == PARAGRAPH or len(last) < 2 or last[-1] not in "-\u00ad\u2010":
        return separator, False
    if last[-1] == "\u00ad":
        return "", True
    if last[-2].isupper() and following[:1].islower():
        return "", False  # "A-" and "salen": no word is parted behind a capital
    if not last[-2].isalpha() or _HANGING.match(following):
        # A number's hyphen ("2024-/0123") belongs to it; "barn- och" keeps hyphen and space.
        return (" " if _HANGING.match(following) else ""), False
    return "", following[:1].islower()
