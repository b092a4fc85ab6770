"""What every kind of source file offers: pages, one at a time, with a text layer, an image, or both."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from PIL import Image

from ...schema import OutlineEntry, Word
from ..engine.tsv import Frame
from ..ruling.ruling import Rule


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as an image, turned as the file says."""

    image: Image.Image
    dpi: float
    """Pixels to the inch of paper."""
    x0: float = 0.0
    """Where the image's left edge lies on the page, in points."""
    top: float = 0.0
    """Where the image's upper edge lies on the page, in points from the top."""
    inch: float = 72.0
    """Points of the page to the inch of paper: more where a file puts down pixels as points."""

    @property
    def frame(self) -> Frame:
        """Pixels to points."""
        return Frame(self.inch / self.dpi, self.x0, self.top)


class Sheet(Protocol):
    """One open page."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, turned as the file says."""
        ...

    @property
    def rotation(self) -> int:
        """Degrees clockwise that the file turns the page."""
        ...

    @property
    def is_scan(self) -> bool:
        """True where an image covers the page, so that a text layer is some earlier reader's work."""
        ...

    def layer(self) -> tuple[Word, ...]:
        """The words of the text layer, in the file's order; none where there is no layer."""
        ...

    def rules(self) -> tuple[Rule, ...]:
        """The ruled lines that the file draws, after `layer`; none where they are part of an image."""
        ...

    def picture(self, dpi: float) -> Picture:
        """The page's image: the scan's own at its own resolution, else rendered at `dpi`.

        Raises:
            TooManyPixels: the image is over the limit; nothing has been decoded.
            DamagedInput: the image cannot be decoded.
        """
        ...

    def view(self, dpi: float) -> Picture:
        """The page as it looks, rendered at `dpi`."""
        ...


class Sheets(Protocol):
    """An open source file of pages."""

    @property
    def count(self) -> int:
        """Number of pages."""
        ...

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The bookmarks."""
        ...

    def sheet(self, number: int) -> AbstractContextManager[Sheet]:
        """Page `number` from 1; all that it holds is given back at the end of the block."""
        ...

    def close(self) -> None:
        """Give back the file."""
        ...
