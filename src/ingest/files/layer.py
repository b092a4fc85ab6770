"""The text layer of a PDF as words: characters with boxes, joined by the gaps between them."""

from __future__ import annotations

import logging
import struct
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ...errors import DamagedInput
from ...schema import Box, Word, WordSource
from ..ruling import ruling
from . import characters, holes

WORD_GAP = 0.2
"""Gap between characters of one word, at most, in font sizes; a space in Helvetica is 0.28."""

OVERPRINT = 0.15
"""The same character again within this many font sizes is one letter printed twice to look bold."""

REOPEN_AFTER = 50
"""Pages after which the file is opened anew: pdfminer keeps every object that it has parsed."""

BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_DROPPED = {"\u00ad": "-", "\u200b": "", "\ufeff": "", "\u2060": ""}
_TABLE = str.maketrans(_LIGATURES | _DROPPED)

Char = holes.Char


BROKEN = (
    PDFException,
    PSException,
    AssertionError,
    ArithmeticError,
    MemoryError,
    UnicodeError,
    EOFError,
    struct.error,
    zlib.error,
    PdfminerException,
    MalformedPDFException,
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    RecursionError,
    AttributeError,
)
"""What pdfplumber and pdfminer raise over a broken file; their trees are not closed."""

for _library in ("pdfminer", "pdfplumber"):
    # Their remarks on fonts and streams say nothing to a reader of minutes, and go to standard error where a
    # program has set up no logging of its own.
    logging.getLogger(_library).addHandler(logging.NullHandler())


class TextLayers:
    """The text layers of a PDF, one page in memory at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pdf: PDF | None = None
        self._read = 0
        self._rules: tuple[int, tuple[ruling.Rule, ...]] = (0, ())

    def rules(self, number: int) -> tuple[ruling.Rule, ...]:
        """The ruled lines of page `number`, if it is the page whose words were read last."""
        return self._rules[1] if self._rules[0] == number else ()

    def words(self, number: int, *, typeset: bool = False) -> tuple[Word, ...]:
        """The words of page `number` from 1, in the file's order.

        Args:
            number: of the page.
            typeset: the text was set in type; an earlier reader of a scan stretches spaces to its boxes.

        Raises:
            DamagedInput: the page's content cannot be parsed.
        """
        try:
            return self._words(number, typeset)
        except BROKEN as error:
            raise DamagedInput(f"{self._path.name}: the text layer of page {number} is broken") from error

    def close(self) -> None:
        """Give back the file."""
        pdf, self._pdf = self._pdf, None
        if pdf is None:
            return
        try:
            pdf.close()
        except BROKEN:  # it looks at all pages once more, the broken ones too
            pdf.stream.close()

    def _words(self, number: int, typeset: bool) -> tuple[Word, ...]:
        if self._read % REOPEN_AFTER == 0:
            self.close()
        self._read += 1
        if self._pdf is None:
            self._pdf = pdfplumber.open(self._path)
        page = self._pdf.pages[number - 1]
        try:
            left, top = page.cropbox[0] - page.bbox[0], page.cropbox[1] - page.bbox[1]
            drawn = characters.drawn(page)
            chars = holes.marked(drawn.chars) if typeset else drawn.chars
            found = tuple(_word(some, left, top) for some in _grouped(chars))
            self._rules = (number, ruling.of_shapes(drawn.lines, drawn.boxes, left, top))
            return found
        finally:
            page.close()


def _grouped(chars: Iterable[Char]) -> Iterator[list[Char]]:
    """Characters of one word each: cut at white space, at gaps and where the line changes."""
    word: list[Char] = []
    for char in chars:
        if not char["text"].strip():
            if word:
                yield word
            word = []
        elif not word or _continues(word[-1], char):
            if not (word and _overprints(word[-1], char)):
                word.append(char)
        else:
            yield word
            word = [char]
    if word:
        yield word


def _continues(last: Char, char: Char) -> bool:
    size = max(last["size"], char["size"], 1.0)
    if last["upright"] != char["upright"]:
        return False
    if not char["upright"]:
        return bool(abs(char["x0"] - last["x0"]) < size / 2 and abs(char["top"] - last["top"]) < 2 * size)
    overlap = min(last["bottom"], char["bottom"]) - max(last["top"], char["top"])
    gap = char["x0"] - last["x1"]
    if abs(last["size"] - char["size"]) > 0.1 and gap < -0.25 * size:
        return False  # a heading in the margin that reaches over the text's edge
    return bool(overlap > 0.4 * min(_height(last), _height(char)) and -size < gap < WORD_GAP * size)


def _height(char: Char) -> float:
    return float(char["bottom"] - char["top"])


def _overprints(last: Char, char: Char) -> bool:
    near = OVERPRINT * max(char["size"], 1.0)
    return bool(
        last["text"] == char["text"]
        and abs(last["x0"] - char["x0"]) < near
        and abs(last["top"] - char["top"]) < near
    )


def _word(chars: list[Char], left: float, top: float) -> Word:
    first = chars[0]
    text = "".join(_character(char["text"]) for char in chars)
    font = str(first.get("fontname") or "").split("+")[-1] or None
    return Word(
        text=unicodedata.normalize("NFC", text),
        box=Box(
            min(char["x0"] for char in chars) - left,
            min(char["top"] for char in chars) - top,
            max(char["x1"] for char in chars) - left,
            max(char["bottom"] for char in chars) - top,
        ),
        source=WordSource.TEXT_LAYER,
        font=font,
        size=round(float(first["size"]), 2),
        bold=any(name in (font or "").lower() for name in BOLD_NAMES),
        # Words are restored by what Swedish knows; of a name nobody knows which letters are missing.
        doubt=holes.LOST if holes.NO_MEANING in text and text[0].isupper() else None,
    )


def _character(text: str) -> str:
    """A character as it is compared: pdfminer writes "(cid:12)" for a glyph that has no meaning."""
    return holes.NO_MEANING if text.startswith("(cid:") else text.translate(_TABLE)
