"""What was read from a document: pages of lines of words, each word with its place and its doubts.

These cross from ingest to normalize to structure, by the million, so they are slotted dataclasses;
what is written to disk is pydantic (`record.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .reason import Reason, in_english


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points (1/72 inch) from the top left corner of the upright page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    def union(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )

    def holds_middle_of(self, other: Box) -> bool:
        """Whether the middle of another box lies in this one."""
        x, y = (other.x0 + other.x1) / 2, (other.top + other.bottom) / 2
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


class WordSource(StrEnum):
    """Who read the word."""

    TEXT_LAYER = "text_layer"
    OCR = "ocr"
    TEXT_FILE = "text_file"


class PageOrigin(StrEnum):
    """Where the text of a page comes from, as `quality.pages[].origin` says it."""

    TEXT_LAYER = "text_layer"
    REPAIRED_LAYER = "repaired_layer"
    OCR = "ocr"
    MIXED = "mixed"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Word:
    """One word as read, or as repaired."""

    text: str
    """Never empty, without white space, NFC."""
    box: Box | None = None
    """None for text input."""
    confidence: float | None = None
    """0 to 1, the probability that the text is what the page says; None where nothing is known."""
    source: WordSource = WordSource.TEXT_FILE
    space: str = " "
    """White space between the previous word of the line and this one; text input keeps it verbatim,
    so that runs of spaces and tabs still tell columns."""
    font: str | None = None
    """Font name in the text layer; a broken encoding is a property of the font."""
    size: float | None = None
    """Font size, or height of the letters, in points."""
    bold: bool = False
    doubt: Reason | None = None
    """Why a person should look at this word first; None for most words."""
    alternatives: tuple[str, ...] = ()
    """Other readings of the same place, likeliest first."""


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A cell of a ruled table; all counted from 0 in reading order, tables per page."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline in reading order; no words at all for an empty line of text input."""

    words: tuple[Word, ...] = ()
    block: int = 0
    """Blocks (paragraphs, columns, cells) of a page are numbered from 0 in reading order."""
    place: TablePlace | None = None
    """The innermost ruled cell that the line stands in; None outside ruled tables."""
    column: int = 0
    """Counted from 0 in reading order: running text set in columns, titles at the right of a text, and the
    pages of a spread, have one each. Lines of different columns at one height have nothing to do with each
    other."""

    @property
    def text(self) -> str:
        """The words with the white space between them; leading white space of the line is kept."""
        if not self.words:
            return ""
        first = self.words[0]
        lead = first.space if first.source is WordSource.TEXT_FILE else ""
        return lead + first.text + "".join(word.space + word.text for word in self.words[1:])

    @property
    def box(self) -> Box | None:
        """The box around the words that have one."""
        boxes = [word.box for word in self.words if word.box is not None]
        if not boxes:
            return None
        return Box(
            min(box.x0 for box in boxes),
            min(box.top for box in boxes),
            max(box.x1 for box in boxes),
            max(box.bottom for box in boxes),
        )


@dataclass(frozen=True, slots=True)
class Page:
    """One page, upright."""

    number: int
    """From 1."""
    width: float
    """Points; 0 for text input."""
    height: float
    """Points; 0 for text input."""
    lines: tuple[Line, ...]
    origin: PageOrigin
    reasons: tuple[Reason, ...] = ()
    """Why the text was taken from there, and what was done to it."""
    rotation: int = 0
    """Degrees clockwise that the page was turned to stand upright: 0, 90, 180 or 270."""
    dpi: float | None = None
    """Resolution of the image that was read, its pixels to 72 points of the page."""
    is_scan: bool = False
    """An image covers the page: a text layer on it is what somebody's reader made of that image."""
    fault: str | None = None
    """What went wrong when the page failed; its document goes on without it."""
    ink: float | None = None
    """Share of the page that is dark, where no word was read: tells an empty page from an unread one."""
    unread: tuple[Box, ...] = ()
    """Where something is printed, stamped or written by hand, of a line's height, that no reader told."""

    @property
    def text(self) -> str:
        """The lines joined by newlines, page furniture kept."""
        return "\n".join(line.text for line in self.lines)

    @property
    def reason(self) -> str:
        """The reasons in English, one line."""
        return in_english(self.reasons)

    @property
    def words(self) -> tuple[Word, ...]:
        """All words in reading order."""
        return tuple(word for line in self.lines for word in line.words)

    @property
    def confidence(self) -> float | None:
        """Mean confidence of the words that have one, 0 to 1."""
        known = [word.confidence for word in self.words if word.confidence is not None]
        return sum(known) / len(known) if known else None


@dataclass(frozen=True, slots=True)
class OpenWord:
    """A word that the image is to settle."""

    box: Box
    spellings: tuple[str, ...] = ()
    """Between which to decide, the likeliest first; none where it may be anything."""


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Which line of a document: page number from 1, index of the line within it from 0."""

    page: int
    line: int
    words: tuple[OpenWord, ...] = ()
    """Where on the line to look; the whole line where there are none."""


@dataclass(frozen=True, slots=True)
class LineReading:
    """A fresh reading of one line from the image, to be reconciled with what stood there."""

    place: LinePlace
    words: tuple[Word, ...]
    """Empty where the reader saw nothing."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark of the PDF: evidence spelt by the authoring program, not body text."""

    title: str
    page: int | None
    """From 1; None where the outline does not say."""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A whole source file as read."""

    name: str
    """Path relative to the folder named, with forward slashes and the extension kept."""
    sha256: str
    media_type: str
    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...] = ()

    @property
    def text(self) -> str:
        """All pages, separated by form feeds."""
        return "\f".join(page.text for page in self.pages)
