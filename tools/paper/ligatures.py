"""Fonts with joined letters, as office programs print them.

The free fonts have no glyph for `ti`, `tt` or `ft`; here one is composed of the two letters and given a
code of the private use area, so that one glyph stands for two letters and can lose its meaning as a whole.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

JOINED = ("ft", "fi", "fl", "tt", "ti")
"""Letter pairs that become one glyph."""

FIRST_CODE = 0xE000

CODES = {pair: chr(FIRST_CODE + index) for index, pair in enumerate(JOINED)}

MEANINGS: tuple[dict[str, str], ...] = (
    {"ft": "f", "fi": "f", "fl": "f", "tt": "t", "ti": "t"},
    {"ft": " ", "fi": " ", "fl": " ", "tt": " ", "ti": " "},
)
"""What a text layer says for the pair, by font: half of it (`underskrifer`) or nothing (`fas gheten`)."""


def joined(text: str) -> str:
    """The text with every pair replaced by its one code."""
    for pair, code in CODES.items():
        text = text.replace(pair, code)
    return text


def _component(name: str, x: int) -> GlyphComponent:
    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = name, x, 0, 0x4
    return part


def _compose(font: TTFont, pair: str) -> None:
    cmap = font.getBestCmap()
    first, second = (cmap[ord(letter)] for letter in pair)
    advance = font["hmtx"][first][0]
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = [_component(first, 0), _component(second, advance)]
    name = f"joined_{pair}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"].metrics[name] = (advance + font["hmtx"][second][0], font["hmtx"][first][1])
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap[ord(CODES[pair])] = name
    glyph.recalcBounds(font["glyf"])


@cache
def font_with_ligatures(file: str) -> str:
    """Path of a copy of a TrueType font that has the joined glyphs; ValueError for other fonts."""
    with TTFont(file, recalcTimestamp=False) as font:
        if "glyf" not in font:
            raise ValueError(
                f"{file}: ligatures need a TrueType font (times, arial, narrow, verdana, courier)"
            )
        for pair in JOINED:
            _compose(font, pair)
        path = Path(tempfile.mkdtemp(prefix="justera-fonts-")) / Path(file).name
        font.save(path)
    return str(path)
