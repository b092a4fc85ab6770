"""How well a page was scanned, and what had happened to the paper before."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Quality:
    """A scanner and its settings."""

    dpi: int
    skew: float
    """Largest turn in degrees; each page gets its own within it."""
    blur: float
    """Radius in pixels."""
    noise: float
    """Standard deviation in grey levels of 255."""
    ink: int
    """Grey level of the darkest ink."""
    paper: int
    """Grey level of the paper."""
    uneven: float
    """Share of light lost at the darkest edge."""
    fade: float
    """Share of the ink lost where the print is faintest."""
    jpeg: int
    """JPEG quality of the stored image."""
    threshold: int | None = None
    """Grey level below which everything becomes black and all else white, as archives often scan."""


QUALITIES: dict[str, Quality] = {
    "clean": Quality(dpi=300, skew=0.0, blur=0.5, noise=2, ink=12, paper=253, uneven=0.0, fade=0.0, jpeg=80),
    "office": Quality(
        dpi=300, skew=0.7, blur=0.9, noise=9, ink=35, paper=243, uneven=0.05, fade=0.12, jpeg=55
    ),
    "archive": Quality(
        dpi=300,
        skew=0.5,
        blur=0.8,
        noise=14,
        ink=40,
        paper=240,
        uneven=0.04,
        fade=0.1,
        jpeg=75,
        threshold=160,
    ),
    "poor": Quality(dpi=200, skew=1.4, blur=1.6, noise=26, ink=70, paper=222, uneven=0.14, fade=0.3, jpeg=18),
}
"""Named qualities; `poor` is what a worn office copier of the nineties leaves.

`archive` is black and white, with specks and broken strokes.

`poor` is set so that Tesseract's Latin model makes 1 to 6 % character errors. With more uneven light
its global threshold fails and whole pages vanish; that is another test.
"""


@dataclass(frozen=True)
class Damage:
    """What the paper carries besides its print; nothing of it is in the true text."""

    stamps: tuple[str, ...] = ()
    """Texts of rubber stamps, lines separated by newlines; put in the upper right of the first page."""
    handwriting: bool = False
    """Names marked as signed get a signature over them, and first pages a note in the margin."""
    holes: bool = False
    """Punch holes in the left margin."""
    bleed: float = 0.0
    """How much of the next page shows through, 0 to 0.3."""
    speckle: float = 0.0
    """Dirt spots per square inch."""
    border: bool = False
    """Dark edges where the lid was open."""
    rotation: int = 0
    """Degrees clockwise that every page lies turned: 0, 90, 180 or 270."""
    turned_pages: tuple[int, ...] = field(default=())
    """Only these pages (from 1) lie turned; all where empty."""
    worn: float = 0.0
    """How unevenly a typewriter's worn ribbon has struck: share of the ink lost in the faintest letter."""
    folds: int = 0
    """Creases across the page."""
    colour_stamps: tuple[str, ...] = ()
    """Texts of coloured stamps across the print of the first page; the scan is in colour then."""
    blue_ink: bool = False
    """Signatures in blue over the names marked as signed; the scan is in colour then."""
    spread: bool = False
    """Two pages side by side in each image, as a bound volume is scanned."""

    @property
    def in_colour(self) -> bool:
        """Whether the scan is in colour."""
        return bool(self.colour_stamps) or self.blue_ink

    def rotation_of(self, page: int) -> int:
        """Degrees clockwise that this page (from 1) lies turned."""
        return self.rotation if not self.turned_pages or page in self.turned_pages else 0


NO_DAMAGE = Damage()

DAMAGES: dict[str, Damage] = {
    "none": NO_DAMAGE,
    "filed": Damage(stamps=("INKOM\n2011-03-09",), handwriting=True, holes=True, bleed=0.08, speckle=0.4),
    "stamped": Damage(colour_stamps=("JUSTERAT", "DIARIEFÖRD\nDnr ........"), blue_ink=True, holes=True),
    "worn": Damage(worn=0.55, handwriting=True, holes=True, speckle=0.6),
    "folded": Damage(folds=2, bleed=0.12, handwriting=True, border=True),
    "sideways": Damage(rotation=90, turned_pages=(2,), holes=True),
    "spread": Damage(spread=True, bleed=0.06),
}
"""Named fates of a document's paper."""
