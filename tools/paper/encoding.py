"""Broken text behind pages that look right: what fonts say their glyphs mean, changed.

The tables follow damage seen in real files: every å ä ö another glyph (`f"reningen`, `P!`, `Byggnads#r`),
l read as j, ligatures lost; and not the same in every font of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from . import ligatures

TABLES: tuple[dict[str, str], ...] = (
    {"å": "!", "ä": "", "ö": '"', "Å": "#", "Ä": "$", "Ö": "%"},
    {"å": "Œ", "ä": "Š", "ö": "š", "Å": "", "Ä": "€", "Ö": "…", "l": "j"},
    {"å": "}", "ä": "{", "ö": "|", "Å": "]", "Ä": "[", "Ö": "\\"},
    {"å": "†", "ä": "„", "ö": "”", "Å": "", "Ä": "Ž", "Ö": "™", "§": "¤", "e": "g"},
)
"""One table for each font of a file in turn; an empty value means that the letter is lost."""

_BFCHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")


def _fonts(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The composite fonts of the file, in the order of their object numbers."""
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type0":
            yield item


def _remap(font: pikepdf.Object, table: dict[str, str]) -> None:
    def changed(match: re.Match[bytes]) -> bytes:
        letter = bytes.fromhex(match[2].decode()).decode("utf-16-be")
        meaning = table.get(letter)
        if meaning is None:
            return match[0]
        # Readers show a blank for an empty meaning; a missing line makes PDFium distrust the whole table.
        return b"<%s> <%s>" % (match[1], (meaning or " ").encode("utf-16-be").hex().upper().encode())

    stream = font.ToUnicode
    head, begin, rest = stream.read_bytes().partition(b"beginbfchar")
    stream.write(head + begin + _BFCHAR.sub(changed, rest))


def break_letters(document: pikepdf.Pdf) -> None:
    """Map å ä ö (and a letter more) of each font to other characters."""
    for index, font in enumerate(_fonts(document)):
        _remap(font, TABLES[index % len(TABLES)])


def drop_ligatures(document: pikepdf.Pdf) -> None:
    """Let joined letters mean only half of themselves, or nothing."""
    for index, font in enumerate(_fonts(document)):
        meanings = ligatures.MEANINGS[index % len(ligatures.MEANINGS)]
        _remap(font, {code: meanings[pair] for pair, code in ligatures.CODES.items()})
