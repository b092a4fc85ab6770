"""A laid-out page: what stands where, and the truth about its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .fonts import Font

A4 = (595.28, 841.89)
"""Width and height of the paper in points."""


Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text on one baseline; points from the top left corner of the page."""

    text: str
    x: float
    y: float
    """Baseline."""
    font: Font
    underline: bool = False
    grey: float = 0.0
    """0 black to 1 white."""
    signed: bool = False
    """A typed name that a hand signs over."""
    colour: Colour | None = None
    """Of the ink, instead of its grey."""

    def moved(self, dx: float, dy: float) -> Run:
        """The same text elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, or a filled rectangle where `fill` is given."""

    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float = 0.5
    fill: float | None = None
    """Grey of the filling, 0 black to 1 white."""
    colour: Colour | None = None
    """Of the line or the filling, instead of its grey."""

    def moved(self, dx: float, dy: float) -> Rule:
        """The same line elsewhere."""
        return replace(self, x0=self.x0 + dx, y0=self.y0 + dy, x1=self.x1 + dx, y1=self.y1 + dy)


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """One word where it stands; points from the top left corner."""

    text: str
    x: float
    y: float
    """Baseline."""
    width: float
    size: float
    """Font size in points."""


@dataclass(frozen=True)
class Sheet:
    """One page ready for the printer."""

    runs: tuple[Run, ...] = ()
    rules: tuple[Rule, ...] = ()
    text: str = ""
    """The truth: what the page says in reading order, line by line, furniture included."""
    width: float = A4[0]
    height: float = A4[1]

    @property
    def signed(self) -> tuple[Run, ...]:
        """Typed names that a hand signs over."""
        return tuple(run for run in self.runs if run.signed)

    @property
    def words(self) -> tuple[PlacedWord, ...]:
        """All words in the order of the runs."""
        return tuple(word for run in self.runs for word in _words(run))


def _words(run: Run) -> Iterator[PlacedWord]:
    start = 0
    for token in run.text.split(" "):
        if token:
            before = run.font.width(run.text[:start])
            yield PlacedWord(token, run.x + before, run.y, run.font.width(token), run.font.size)
        start += len(token) + 1


@dataclass(frozen=True)
class Paper:
    """A laid-out document."""

    sheets: tuple[Sheet, ...]
    outline: tuple[tuple[str, int], ...] = ()
    """Bookmarks: title and page number from 1."""
    title: str = ""

    @property
    def pages(self) -> tuple[str, ...]:
        """The true text of each page."""
        return tuple(sheet.text for sheet in self.sheets)

    @property
    def text(self) -> str:
        """The true text, pages separated by form feeds."""
        return "\f".join(self.pages)
