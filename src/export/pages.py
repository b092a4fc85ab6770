"""`pages.jsonl.gz`: the pages as repaired, word by word, so that later exports need no second reading.

The first line is the document without its pages, then follows a page a line. Only what differs from
the default of `schema.Word` is written; boxes are rounded to 0.01 points, confidences to 0.0001.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from ..schema import Box, Document, Line, OutlineEntry, Page, PageOrigin, Reading, Reason, Word, WordSource
from .files import write_bytes

FILE = "pages.jsonl.gz"

_WORD_DEFAULTS = {field.name: field.default for field in fields(Word) if field.name != "text"}


def write(reading: Reading, folder: Path, source: Path) -> None:
    """Write the pages; the same pages give the same bytes."""
    write_bytes(folder / FILE, dumps(reading.document))


def load(folder: Path) -> Document:
    """Read the pages back.

    Raises:
        OSError: the file cannot be read.
        ValueError, KeyError or TypeError: it does not hold pages.
    """
    return loads((folder / FILE).read_bytes())


def dumps(document: Document) -> bytes:
    """The document as compressed JSON Lines."""
    head = {
        "name": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "outline": [[entry.title, entry.page, entry.level] for entry in document.outline],
    }
    lines: Iterable[Mapping[str, Any]] = (head, *map(_page_out, document.pages))
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
    # Level 6: 9 costs twice the time for two per cent. No time stamp, so that equal pages are equal bytes.
    return gzip.compress(text.encode("utf-8"), compresslevel=6, mtime=0)


def loads(data: bytes) -> Document:
    """The document from compressed JSON Lines."""
    lines = gzip.decompress(data).decode("utf-8").rstrip("\n").split("\n")
    head = json.loads(lines[0])
    return Document(
        name=head["name"],
        sha256=head["sha256"],
        media_type=head["media_type"],
        pages=tuple(_page_in(json.loads(line)) for line in lines[1:]),
        outline=tuple(OutlineEntry(*entry) for entry in head["outline"]),
    )


def _page_out(page: Page) -> dict[str, Any]:
    return {
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "origin": page.origin,
        "reasons": [_reason_out(reason) for reason in page.reasons],
        "rotation": page.rotation,
        "dpi": page.dpi,
        "is_scan": page.is_scan,
        "fault": page.fault,
        "lines": [
            {"block": line.block, "words": [_word_out(word) for word in line.words]} for line in page.lines
        ],
    }


def _page_in(page: dict[str, Any]) -> Page:
    lines = tuple(
        Line(words=tuple(_word_in(word) for word in line["words"]), block=line["block"])
        for line in page.pop("lines")
    )
    reasons = tuple(_reason_in(*reason) for reason in page.pop("reasons"))
    return Page(lines=lines, origin=PageOrigin(page.pop("origin")), reasons=reasons, **page)


def _reason_out(reason: Reason) -> tuple[str, dict[str, Any]]:
    return reason.code, dict(reason.values)


def _reason_in(code: str, values: dict[str, Any]) -> Reason:
    return Reason.of(code, **values)


def _word_out(word: Word) -> dict[str, Any]:
    out: dict[str, Any] = {"text": word.text}
    for name, default in _WORD_DEFAULTS.items():
        value = getattr(word, name)
        if value != default:
            out[name] = value
    if word.doubt is not None:
        out["doubt"] = _reason_out(word.doubt)
    if word.box is not None:
        out["box"] = [round(edge, 2) for edge in (word.box.x0, word.box.top, word.box.x1, word.box.bottom)]
    if word.confidence is not None:
        out["confidence"] = round(word.confidence, 4)
    if word.size is not None:
        out["size"] = round(word.size, 2)
    return out


def _word_in(word: dict[str, Any]) -> Word:
    if "box" in word:
        word["box"] = Box(*word["box"])
    if "doubt" in word:
        word["doubt"] = _reason_in(*word["doubt"])
    if "source" in word:
        word["source"] = WordSource(word["source"])
    if "alternatives" in word:
        word["alternatives"] = tuple(word["alternatives"])
    return Word(**word)
