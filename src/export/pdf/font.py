"""The font of the invisible text: embedded, without ink, and every code has its Unicode character.

Codes are given in the order in which characters are first used; all of them draw the same empty glyph.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from .typeset import ADVANCE

_BLANK_GLYPH = b"\x00\x01"
_BLOCK = 100
"""Most mappings in one block of a CMap (PDF 32000-1, 9.7.5.4 with Adobe technical note 5014)."""

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class InvisibleFont:
    """The font while a document is being written; `finish` embeds it."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._codes: dict[str, int] = {}
        self.reference = pdf.make_indirect(Dictionary())

    def encode(self, text: str) -> bytes:
        """Two bytes for each character."""
        return b"".join(self._code(char).to_bytes(2, "big") for char in text)

    def finish(self) -> None:
        """Embed the font with the characters that were used."""
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name.JusteraGlyphless,
            CIDSystemInfo=Dictionary(
                Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
            ),
            DW=int(ADVANCE * 1000),
            CIDToGIDMap=self._pdf.make_stream(_BLANK_GLYPH * (len(self._codes) + 1)),
            FontDescriptor=self._pdf.make_indirect(self._descriptor()),
        )
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.JusteraGlyphless,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([self._pdf.make_indirect(descendant)]),
            ToUnicode=self._pdf.make_stream(_CMAP.format(blocks="".join(self._blocks())).encode("ascii")),
        )
        for key, value in font.items():
            self.reference[key] = value

    def _code(self, char: str) -> int:
        # Code 0 stays free: many readers take it for the end of the text.
        return self._codes.setdefault(char, len(self._codes) + 1)

    def _descriptor(self) -> Dictionary:
        program = self._pdf.make_stream(Path(__file__).with_name("glyphless.ttf").read_bytes())
        program.Length1 = len(program.read_bytes())
        return Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name.JusteraGlyphless,
            Flags=5,  # fixed pitch, symbolic
            FontBBox=Array([0, -200, int(ADVANCE * 1000), 800]),
            ItalicAngle=0,
            Ascent=800,
            Descent=-200,
            CapHeight=700,
            StemV=80,
            FontFile2=program,
        )

    def _blocks(self) -> Iterator[str]:
        pairs = [
            f"<{code:04X}> <{char.encode('utf-16-be').hex().upper()}>\n" for char, code in self._codes.items()
        ]
        for start in range(0, len(pairs), _BLOCK):
            block = pairs[start : start + _BLOCK]
            yield f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n"
