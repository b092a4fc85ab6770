"""Build the two small files that every PDF/A needs: a font without ink and a colour profile.

    python tools/pdf_parts.py

Both are written into `src/export/pdf/`; the same versions of fontTools and Pillow give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from PIL import ImageCms

FOLDER = Path(__file__).parents[1] / "src" / "export" / "pdf"

ADVANCE = 500
"""Width of the one glyph in thousandths of the size; the writer scales each word to its place."""

CREATED = 3_786_912_000
"""2024-01-01 in seconds from 1904, so that the file does not change from build to build."""

ICC_VERSION = bytes.fromhex("04200000")
"""4.2, the version that PDF 1.7 names; LittleCMS writes 4.4 but uses nothing that is newer than 4.2."""


def font() -> None:
    """A TrueType font with .notdef and one glyph, both without ink."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "blank"])
    builder.setupCharacterMap({0x20: "blank"})
    builder.setupGlyf({".notdef": Glyph(), "blank": _diagonal()})
    builder.setupHorizontalMetrics({".notdef": (ADVANCE, 0), "blank": (ADVANCE, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Justera Glyphless", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost(isFixedPitch=1)
    builder.font["head"].created = builder.font["head"].modified = CREATED
    builder.font.recalcTimestamp = False
    builder.save(FOLDER / "glyphless.ttf")


def _diagonal() -> Glyph:
    """A contour that goes one way and back: no ink, but a reader that measures glyphs sees a full box.

    Without one pdfium drops words of one letter, and marks selected words with a hairline.
    """
    pen = TTGlyphPen(None)
    pen.moveTo((0, -200))
    pen.lineTo((ADVANCE, 800))
    pen.closePath()
    return pen.glyph()


def profile() -> None:
    """LittleCMS's own sRGB, with a fixed date."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[8:12] = ICC_VERSION
    data[24:36] = bytes.fromhex("07e800010001000000000000")
    (FOLDER / "srgb.icc").write_bytes(bytes(data))


if __name__ == "__main__":
    font()
    profile()
