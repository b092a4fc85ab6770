"""Passages: running text that still knows which words of which page it is made of.

Every value of the record is cut from a passage, so its evidence comes with it. Row ends are joined the way
a reader joins them: a hyphen that only broke the word disappears, one that belongs to it stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from ...schema import Word
from .rows import Cell, Row, of_table

PARAGRAPH = "\n"
"""Stands between two paragraphs of a passage."""

COLUMN = "\t"
"""Stands between two columns of a table of figures, whose numbers have spaces of their own."""

_HANGING = re.compile(r"(?:och|eller|samt|respektive|resp\.|till|alternativt|som|men|&)\b")
"""After a hyphen at a row's end these show that it stands for a left-out second half: "barn-/och ungdom"."""


class Span(NamedTuple):
    """Where a word stands in a passage. A tuple, as passages are cut ten thousand times a document."""

    start: int
    end: int
    page: int
    word: Word


_start, _end = attrgetter("start"), attrgetter("end")


class Passage:
    """Text with the words that it is made of, which are put together when they are asked for.

    Most passages are only looked at; few become values of the record, with evidence.
    """

    __slots__ = ("_at", "_make", "_root", "_spans", "text")

    def __init__(
        self, text: str, spans: tuple[Span, ...] = (), *, make: Callable[[], tuple[Span, ...]] | None = None
    ) -> None:
        self.text = text
        self._spans = spans if make is None else None
        self._make = make
        self._root: Passage | None = None
        self._at = 0

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its words stand in it."""
        if self._spans is None:
            self._spans = self._make() if self._make else self._cut()
        return self._spans

    def __bool__(self) -> bool:
        return bool(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Passage) and self.text == other.text and self.spans == other.spans

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Passage({self.text!r})"

    def part(self, start: int, end: int) -> Passage:
        """The text from `start` to `end` without white space around it."""
        text = self.text[start:end]
        bare = text.strip()
        found = Passage(bare)
        found._root = self._root or self
        found._at = self._at + start + (text.index(bare) if bare else 0)
        found._spans = None
        return found

    def words(self) -> list[tuple[int, Word]]:
        """Its words with their pages: what evidence asks for."""
        held = self.spans if self._root is None else self._held()
        return [(span.page, span.word) for span in held]

    def _cut(self) -> tuple[Span, ...]:
        start = self._at
        return tuple([Span(s.start - start, s.end - start, s.page, s.word) for s in self._held()])

    def _held(self) -> tuple[Span, ...]:
        """The words of the whole passage that this part holds, or holds a piece of, as they stand there."""
        assert self._root is not None
        whole, start = self._root.spans, self._at
        low = bisect_right(whole, start, key=_end)
        return whole[low : bisect_left(whole, start + len(self.text), key=_start)]

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
    placed = list(cells)
    if len(placed) == 1:
        [(cell, page)] = placed
        return _of_words(cell.text, cell.words, page)
    return _joined((cell.words, page, " ") for cell, page in placed)


def of_row(row: Row) -> Passage:
    """The text of one row."""
    return _of_words(row.text, row.words, row.page)


def _of_words(text: str, words: tuple[Word, ...], page: int) -> Passage:
    return Passage(text, make=lambda: _spans([_Line(words, page, "", False)]))


def of_rows(rows: Sequence[Row], *, paragraphs: Sequence[bool] | None = None) -> Passage:
    """The text of rows with line breaks joined; tabs keep the columns of tables of figures apart.

    Args:
        rows: in reading order.
        paragraphs: for each row, whether a paragraph begins there; none begins by default.
    """
    starts = paragraphs or [False] * len(rows)
    return _joined(
        piece
        for row, starts_here, tabled in zip(rows, starts, of_table(rows), strict=True)
        for piece in _pieces(row, PARAGRAPH if starts_here else " ", tabled)
    )


def _pieces(row: Row, separator: str, tabled: bool) -> Iterator[tuple[tuple[Word, ...], int, str]]:
    if not tabled:
        yield row.words, row.page, separator
        return
    for cell in row.cells:
        yield cell.words, row.page, separator
        separator = COLUMN


def together(passages: Sequence[Passage], separator: str = " ") -> Passage:
    """Passages one after another."""
    parts = [passage for passage in passages if passage]

    def spans() -> tuple[Span, ...]:
        found: list[Span] = []
        offset = 0
        for passage in parts:
            found += [Span(s.start + offset, s.end + offset, s.page, s.word) for s in passage.spans]
            offset += len(passage.text) + len(separator)
        return tuple(found)

    return Passage(separator.join(passage.text for passage in parts), make=spans)


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


class _Line(NamedTuple):
    """The words of one line, what parts them from those above, and whether a hyphen above is left out."""

    words: tuple[Word, ...]
    page: int
    separator: str
    cut: bool


def _joined(pieces: Iterable[tuple[tuple[Word, ...], int, str]]) -> Passage:
    parts: list[str] = []
    lines: list[_Line] = []
    for words, page, separator in pieces:
        if not words:
            continue
        cut = False
        if lines:
            separator, cut = _seam(lines[-1].words[-1].text, words[0].text, separator)
            if cut:
                parts[-1] = parts[-1][:-1]
            parts.append(separator)
        else:
            separator = ""
        lines.append(_Line(words, page, separator, cut))
        parts.append(" ".join([word.text for word in words]))
    return Passage("".join(parts), make=lambda: _spans(lines))


def _spans(lines: Sequence[_Line]) -> tuple[Span, ...]:
    spans: list[Span] = []
    length = 0
    for words, page, separator, cut in lines:
        if cut:
            length -= 1
            spans[-1] = spans[-1]._replace(end=spans[-1].end - 1)
        length += len(separator)
        for word in words:
            end = length + len(word.text)
            spans.append(Span(length, end, page, word))
            length = end + 1
        length -= 1
    return tuple(spans)


def _seam(last: str, following: str, separator: str) -> tuple[str, bool]:
    """What to put between two rows, and whether the hyphen at the first one's end goes."""
    if separator != " " or len(last) < 2 or last[-1] not in "-\u00ad\u2010":
        return separator, False
    if last[-1] == "\u00ad":
        return "", True
    if last[-2].isupper() and following[:1].islower():
        return "", False  # "A-" and "salen": no word is parted behind a capital
    if not last[-2].isalpha() or _HANGING.match(following):
        # A number's hyphen ("2024-/0123") belongs to it; "barn- och" keeps hyphen and space.
        return (" " if _HANGING.match(following) else ""), False
    return "", following[:1].islower()
