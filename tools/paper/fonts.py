"""Typefaces of the sample documents, and how wide a text is in them.

All are free fonts from Debian packages (`PACKAGES`); nothing is bundled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from fontTools.ttLib import TTFont

PACKAGES = ("fonts-liberation", "fonts-dejavu-core", "fonts-texgyre", "fonts-courier-prime")
"""Debian packages that hold the fonts; Fedora: liberation-fonts, dejavu-fonts-all, texlive-tex-gyre, ..."""

_LIBERATION = "/usr/share/fonts/truetype/liberation/Liberation{}-{}.ttf"
_DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVu{}{}.ttf"
_GYRE = "/usr/share/texmf/fonts/opentype/public/tex-gyre/texgyre{}-{}.otf"
_COURIER_PRIME = "/usr/share/fonts/opentype/courier-prime/Courier Prime{}.otf"

_DASHED = ("Regular", "Bold", "Italic", "BoldItalic")
_LOWER = ("regular", "bold", "italic", "bolditalic")


def _files(pattern: str, name: str, cuts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(pattern.format(name, cut) for cut in cuts)


FAMILIES: dict[str, tuple[str, ...]] = {
    # Like Times New Roman, the municipal default for two decades.
    "times": _files(_LIBERATION, "Serif", _DASHED),
    # Like Arial and Helvetica.
    "arial": _files(_LIBERATION, "Sans", _DASHED),
    "narrow": _files(_LIBERATION, "SansNarrow", _DASHED),
    "helvetica": _files(_GYRE, "heros", _LOWER),
    "garamond": _files(_GYRE, "bonum", _LOWER),
    "century": _files(_GYRE, "schola", _LOWER),
    "palatino": _files(_GYRE, "pagella", _LOWER),
    "avantgarde": _files(_GYRE, "adventor", _LOWER),
    # Like Verdana.
    "verdana": _files(_DEJAVU, "Sans", ("", "-Bold", "-Oblique", "-BoldOblique")),
    "dejavuserif": _files(_DEJAVU, "Serif", ("", "-Bold", "-Italic", "-BoldItalic")),
    "typewriter": tuple(_COURIER_PRIME.format(cut) for cut in ("", " Bold", " Italic", " Bold Italic")),
    "courier": _files(_LIBERATION, "Mono", _DASHED),
}
"""Files of each family: regular, bold, italic, bold italic."""


def installed(family: str) -> bool:
    """Whether all files of the family are on this machine."""
    return all(Path(file).exists() for file in FAMILIES[family])


def missing() -> tuple[str, ...]:
    """Families that are not on this machine."""
    return tuple(family for family in FAMILIES if not installed(family))


@cache
def _advances(file: str) -> tuple[dict[int, float], float]:
    """Advance widths by code point in ems, and the width of an unknown character."""
    with TTFont(file, lazy=True) as font:
        unit = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        widths = {code: metrics[glyph][0] / unit for code, glyph in font.getBestCmap().items()}
        return widths, metrics[".notdef"][0] / unit


@dataclass(frozen=True)
class Font:
    """A typeface in a size."""

    family: str = "times"
    size: float = 11.0
    """Points."""
    bold: bool = False
    italic: bool = False

    @cached_property
    def file(self) -> str:
        """The font file."""
        return FAMILIES[self.family][self.bold + 2 * self.italic]

    def width(self, text: str) -> float:
        """Width of the text in points, without kerning, as it is printed."""
        widths, unknown = _advances(self.file)
        return self.size * sum(widths.get(ord(letter), unknown) for letter in text)

    def has(self, text: str) -> bool:
        """Whether the font can print every letter."""
        widths, _ = _advances(self.file)
        return all(ord(letter) in widths for letter in text)

    def but(self, **changes: object) -> Font:
        """The same font with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]
