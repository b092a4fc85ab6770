"""Which words of a page are marked, and why: the ledger's offsets and the reader's doubts, by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...schema import Change, Line, Page, Word, WordSource


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that the report points out."""

    name: str
    """Its id on the page of the report."""
    word: Word
    page: int
    change: Change | None
    """The repair, if it was repaired."""


@dataclass(frozen=True, slots=True)
class MarkedWord:
    """A word in its line, with its mark if it has one."""

    word: Word
    space: str
    """White space before it."""
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page with its marks."""

    page: Page
    lines: tuple[tuple[int, tuple[MarkedWord, ...]], ...]
    """Block and words of each line."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, in reading order."""
        return tuple(word.mark for _, words in self.lines for word in words if word.mark is not None)


def marked(page: Page, changes: Iterable[Change]) -> MarkedPage:
    """Mark the words of a page.

    Args:
        page: as repaired.
        changes: of this page.
    """
    waiting = sorted(changes, key=lambda change: change.offset)
    lines = []
    offset = 0
    for number, line in enumerate(page.lines):
        lines.append((line.block, tuple(_words(page.number, number, line, offset, waiting))))
        offset += len(line.text) + 1
    return MarkedPage(page, tuple(lines))


def _words(
    page: int, number: int, line: Line, offset: int, changes: Sequence[Change]
) -> Iterator[MarkedWord]:
    for index, word in enumerate(line.words):
        space = word.space if index or word.source is WordSource.TEXT_FILE else ""
        offset += len(space)
        end = offset + len(word.text)
        change = next((one for one in changes if _touches(one, offset, end)), None)
        name = f"w{page}-{number}-{index}"
        mark = Mark(name, word, page, change) if change or word.doubt else None
        yield MarkedWord(word, space, mark)
        offset = end


def _touches(change: Change, start: int, end: int) -> bool:
    return change.offset < end and start < change.offset + max(1, len(change.after))
