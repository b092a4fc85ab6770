"""Visible text whose encoding is broken is made silent: it looks the same, but copies as blanks.

The repaired text is laid under it; without this, a search would find both, and copying would mix them.
Only the fonts' ToUnicode maps change, in copies that belong to the page; what is painted does not depend
on them. (Readers that sort letters by their place, such as pdfminer, see the blanks between the letters.)
"""

from __future__ import annotations

import re
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Silent def
/CMapType 2 def
1 begincodespacerange
{codespace}
endcodespacerange
{rows}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""

_CODE = re.compile(rb"<([0-9A-Fa-f]{2})[0-9A-Fa-f]{2}>")

_BLANKS = " ".join(["<0020>"] * 256)

_COMMON = frozenset(range(16))
"""First bytes of the codes that a subset font uses where nothing tells."""


def mute(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Let every font of a page say blanks; fonts in forms that the page draws are left alone."""
    resources = Dictionary(dict(page.resources.items()))
    fonts = resources.get(Name.Font)
    if fonts is None:
        return
    resources.Font = Dictionary({name: _silent(pdf, font) for name, font in fonts.items()})
    page.obj.Resources = resources


def _silent(pdf: pikepdf.Pdf, font: Any) -> Any:
    """A copy of the font that shares its glyphs; the font itself where the copy could look different."""
    wide = font.get(Name.Subtype) == Name.Type0
    if wide and not _is_embedded(font):
        # A reader without the glyphs may choose them by ToUnicode.
        return font
    copy = Dictionary(dict(font.items()))
    copy.ToUnicode = pdf.make_stream(_cmap(_first_bytes(font) if wide else None))
    return pdf.make_indirect(copy)


def _is_embedded(font: Any) -> bool:
    descriptor = font.DescendantFonts[0].get(Name.FontDescriptor, Dictionary())
    return any(key in descriptor for key in (Name.FontFile, Name.FontFile2, Name.FontFile3))


def _first_bytes(font: Any) -> set[int]:
    """First bytes of the codes that the font has characters for."""
    known = font.get(Name.ToUnicode)
    if not isinstance(known, pikepdf.Stream):
        return set(_COMMON)
    return {int(code, 16) for code in _CODE.findall(known.read_bytes())} | _COMMON


def _cmap(first_bytes: set[int] | None) -> bytes:
    """Every code is a blank; codes of one byte where `first_bytes` is None, of two otherwise."""
    if first_bytes is None:
        rows = [f"<00> <FF> [{_BLANKS}]"]
    else:
        rows = [f"<{byte:02X}00> <{byte:02X}FF> [{_BLANKS}]" for byte in sorted(first_bytes)]
    blocks = "".join(f"1 beginbfrange\n{row}\nendbfrange\n" for row in rows)
    codespace = "<00> <FF>" if first_bytes is None else "<0000> <FFFF>"
    return _CMAP.format(codespace=codespace, rows=blocks).encode("ascii")
