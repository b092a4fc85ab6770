"""A text file as a document: an extracted text layer, or a transcription.

Pages are separated by form feeds. Where a file has none, a line that starts with exactly one space
marks a page break: that is what some extractors leave of a form feed. Tab-indented lines at the end
are the PDF's outline, which its authoring program spelt: evidence, not body text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ...errors import DamagedInput, NoPages
from ...media import UTF_16_MARKS
from ...schema import Line, OutlineEntry, Page, PageOrigin, Reason, Word, WordSource

MOST_MARKED, MOST_BREAKS = 0.5, 0.34
"""Where more lines than this share start with one space, or pages would, the file is merely indented."""

UTF_8, UTF_16, WINDOWS_1252 = ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252")
"""Encodings as Python and as people call them; a mark at the start is read over."""

_TOKEN = re.compile(r"(\s*)(\S+)")
_BREAK = re.compile(r" (?=\S)")


@dataclass(frozen=True, slots=True)
class TextFile:
    """Pages and outline of a text file."""

    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...]


def read(path: Path) -> TextFile:
    """Read a text file in UTF-8, Windows-1252, or UTF-16 with a mark.

    Raises:
        DamagedInput: the bytes are none of these.
        NoPages: there is nothing but white space.
    """
    text, encoding = _decode(path)
    return parse(text, name=path.name, encoding=encoding)


def parse(text: str, *, name: str, encoding: str = "UTF-8") -> TextFile:
    """Split text into pages of lines, and the outline.

    Raises:
        NoPages: there is nothing but white space.
    """
    if not text.strip():
        raise NoPages(f"{name}: the file holds no text")
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    body, outline = _split_outline(lines)
    pages, how = _split_pages(body)
    reasons = (Reason.of("text_file", encoding=encoding), how)
    return TextFile(
        pages=tuple(_page(number, page, reasons) for number, page in enumerate(pages, 1)),
        outline=tuple(_entry(line) for line in outline),
    )


def _decode(path: Path) -> tuple[str, str]:
    data = path.read_bytes()
    for encoding, label in (UTF_16,) if data.startswith(UTF_16_MARKS) else (UTF_8, WINDOWS_1252):
        try:
            return data.decode(encoding), label
        except UnicodeDecodeError:
            continue
    raise DamagedInput(f"{path.name}: text in neither UTF-8, UTF-16 nor Windows-1252")


def _split_outline(lines: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """The body, and the tab-indented tail without its empty lines."""
    start = len(lines)
    while start and (not lines[start - 1].strip() or lines[start - 1].startswith("\t")):
        start -= 1
    outline = [line for line in lines[start:] if line.strip()]
    return (lines[:start], outline) if outline else (lines, [])


def _entry(line: str) -> OutlineEntry:
    title = line.strip()
    depth = len(line) - len(line.lstrip("\t")) - 1
    return OutlineEntry(title=title, page=None, level=depth)


def _split_pages(lines: Sequence[str]) -> tuple[list[list[str]], Reason]:
    if any("\f" in line for line in lines):
        joined = "\n".join(lines).removesuffix("\f")
        return [part.strip("\n").split("\n") for part in joined.split("\f")], Reason("pages_at_form_feeds")
    breaks = _single_space_breaks(lines)
    if len(breaks) == 1:
        return [_without_mark(lines)], Reason("pages_one")
    parts = [_without_mark(lines[start:end]) for start, end in pairwise([*breaks, len(lines)])]
    return parts, Reason("pages_at_spaces")


def _single_space_breaks(lines: Sequence[str]) -> list[int]:
    """Indices where pages start, 0 first; several marked lines in a row are the top of one page."""
    marked = [bool(_BREAK.match(line)) for line in lines]
    later = [index for index in range(1, len(lines)) if marked[index] and not marked[index - 1]]
    written = max(1, sum(bool(line.strip()) for line in lines))
    if sum(marked) > MOST_MARKED * written or len(later) > MOST_BREAKS * written:
        return [0]
    return [0, *later]


def _without_mark(lines: Sequence[str]) -> list[str]:
    """The lines of one page, its marks and its empty lines at the end taken off."""
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    top = 0
    while top < len(kept) and _BREAK.match(kept[top]):
        kept[top] = kept[top][1:]
        top += 1
    return kept


def _page(number: int, lines: Sequence[str], reasons: tuple[Reason, ...]) -> Page:
    empty = not any(line.strip() for line in lines)
    return Page(
        number=number,
        width=0,
        height=0,
        lines=() if empty else _lines(lines),
        origin=PageOrigin.EMPTY if empty else PageOrigin.TEXT_LAYER,
        reasons=(Reason("text_file_empty"),) if empty else reasons,
    )


def _lines(lines: Sequence[str]) -> tuple[Line, ...]:
    """Lines with their white space kept; an empty line starts a new block."""
    block, result = 0, []
    for line, following in pairwise([*lines, ""]):
        result.append(Line(_words(line), block))
        if not line.strip() and following.strip():
            block += 1
    return tuple(result)


def _words(line: str) -> tuple[Word, ...]:
    return tuple(Word(text, space=space, source=WordSource.TEXT_FILE) for space, text in _TOKEN.findall(line))
