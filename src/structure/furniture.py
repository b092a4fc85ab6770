"""Page furniture: running heads, page numbers, letterhead, strips for initials, stamps.

Told by three witnesses: patterns of whole rows (`furniture.toml`), repetition at the same place of several
pages, and nearness to an address block. Furniture stays in the text of the page and is in no section.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from . import authority, headings, sections, zones
from .rows import Row

_TABLE = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))


def _whole(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_PATTERNS: dict[str, re.Pattern[str]] = {
    kind: _whole(patterns) for kind, patterns in _TABLE["patterns"].items()
}
_ADDRESS_BLOCK = _whole(_TABLE["address_block"]["patterns"])
_PARAGRAPH = re.compile(r"(?:[A-ZÅÄÖ]{2,5} |Kf |Ks )?§")
_MARKS = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"(?<![\w/:.-])\d{1,4}(?![\w/:-])")
"""Numbers that may differ from page to page in a running head; case numbers and dates may not."""

_PAGE_OF = re.compile(
    r"(?:sid(?:a|an)?\.?\s*)\d{1,4}(?:\s?(?:/|av)\s?\d{1,4})?$|\d{1,4}\s?[(\[]\d{1,4}[)\]]$"
)
"""A page number at the end of a running head: "Sid 2/6", "sida 3 av 12", "4[12]"."""

EDGE_ROWS = 7
"""How many rows at the top and the bottom of a page may be running heads."""

RUNNING_SHARE = 0.4
"""A row at an edge that stands on this share of the pages (and on two at least) runs."""


MISREAD = 86.0
"""Least similarity (rapidfuzz ratio, 0 to 100) of a misread running head to the others."""

SAME_LINE = 0.4
"""Rows no further apart than this, in heights of letters, are at one height."""

SAME_PLACE = 2.5
"""How far a running row may wander from its usual place, in heights of letters."""


def marked(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with their furniture marked."""
    kinds: list[str | None] = [_by_pattern(row) for row in rows]
    pages = _pages(rows)
    for index in _inner_strips(rows, pages, kinds):
        kinds[index] = None
    running = _running(rows, pages)
    if running:
        running -= _below_content(rows, pages) | set(_among_content(rows, pages, running))
    for index in running:
        kinds[index] = kinds[index] or "running"
    _grow_addresses(rows, kinds)
    for index in zones.within(rows, pages, kinds):
        if not _is_content(rows[index]):
            kinds[index] = "running"
    return tuple(replace(row, furniture=kind) if kind else row for row, kind in zip(rows, kinds, strict=True))


def _by_pattern(row: Row) -> str | None:
    for kind, pattern in _PATTERNS.items():
        if pattern.fullmatch(row.text):
            return kind
    if len(row.cells) > 1 and all(_is_head(cell.text) for cell in row.cells):
        return "running"
    return None


def _inner_strips(
    rows: Sequence[Row], pages: Sequence[Sequence[int]], kinds: Sequence[str | None]
) -> set[int]:
    """Rows that read like a strip for initials but have text below: "Utdragsbestyrkande" above a name."""
    found: set[int] = set()
    for page in pages:
        below = 0
        for index in reversed(page):
            if kinds[index] == "signature_strip" and below > 1 and rows[index].gap:
                found.add(index)
            below += kinds[index] is None
    return found


def _below_content(rows: Sequence[Row], pages: Sequence[Sequence[int]]) -> set[int]:
    """Rows near the top of a page under a § or a section's heading: text, though it recurs."""
    found: set[int] = set()
    for page in pages:
        top = [index for index in page[: 2 * EDGE_ROWS] if not _is_far_down(rows, page, index)]
        first = next((order for order, index in enumerate(top) if _is_content(rows[index])), len(top))
        found.update(top[first:] if len(page) > 3 * EDGE_ROWS else top[first : first + 4])
    return found


def _among_content(
    rows: Sequence[Row], pages: Sequence[Sequence[int]], running: Collection[int]
) -> Iterator[int]:
    """Running rows between the headings of a page, or straight below the last one: text, though it recurs."""
    for page in pages:
        if not any(index in running for index in page):
            continue
        edges = [*page[: 2 * EDGE_ROWS], *page[2 * EDGE_ROWS :][-EDGE_ROWS:]]
        content = [index for index in edges if _is_content(rows[index])]
        for above, index in pairwise(edges):
            if not content or index < content[0]:
                continue
            if index > content[-1] and rows[index].top - rows[above].bottom > PARTED * rows[index].height:
                break
            yield index


PARTED = 2.0
"""White space, in heights of letters, that parts a foot from the text above it."""


def _is_far_down(rows: Sequence[Row], page: Sequence[int], index: int) -> bool:
    """Whether a row of a page with little text stands at its foot, far below the text."""
    place = page.index(index)
    above = rows[page[place - 1]] if place else None
    if above is None or rows[index].cells[0].words[0].box is None:
        return False
    return rows[index].top - above.bottom > FAR * rows[index].height


FAR = 8.0
"""White space, in heights of letters, that parts a foot from a text that ends early."""


def _is_head(text: str) -> bool:
    """Whether a cell holds only what running heads hold: the authority's name, a page number."""
    return bool(_PATTERNS["page_number"].fullmatch(text)) or authority.is_name(text)


def _pages(rows: Sequence[Row]) -> list[list[int]]:
    pages: dict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        pages[row.page].append(index)
    return list(pages.values())


def _running(rows: Sequence[Row], pages: Sequence[Sequence[int]]) -> set[int]:
    """Rows that stand at the same place of several pages."""
    if len(pages) < 2:
        return set()
    found: set[int] = set()
    for edge in (slice(None, EDGE_ROWS), slice(-EDGE_ROWS, None)):
        seen: dict[str, list[tuple[float, int]]] = defaultdict(list)
        unit = max(median(row.height for row in rows), 6.0)
        for page in pages:
            for index in page[edge]:
                seen[_signature(rows[index].text)].append((_place(rows, page, index, edge, unit), index))
        _gather_misread(seen)
        single = sorted(places[0][0] for places in seen.values() if len(places) == 1)
        for signature, gathered in seen.items():
            places = [(place, index) for place, index in gathered if not _is_content(rows[index])]
            count = len({rows[index].page for _, index in places})
            if signature and count >= max(2, RUNNING_SHARE * len(pages)):
                same = _same_place(_same_edge(rows, places)) if count < 4 else _same_place(places)
                if _others(single, places) <= 0.5 * len(same):
                    found.update(same)
    return found


def _same_digits(one: str, other: str) -> bool:
    """Whether two rows may be one running head: case numbers that differ in two digits are two items'."""
    digits = ("".join(filter(str.isdigit, text)) for text in (one, other))
    return Levenshtein.distance(*digits) < 2


def _gather_misread(seen: dict[str, list[tuple[float, int]]]) -> None:
    """Move rows that were read in a way of their own to the running head that they resemble."""
    often = [signature for signature, places in seen.items() if len(places) > 1 and len(signature) > 5]
    for signature in _read_once(seen):
        best = process.extractOne(signature, often, scorer=fuzz.ratio, score_cutoff=MISREAD)
        if best and _same_digits(best[0], signature):
            seen[best[0]] += seen.pop(signature)
    # Where every page was read in its own way, those at one height are compared with each other.
    for one, other in pairwise(sorted(_read_once(seen), key=lambda signature: seen[signature][0][0])):
        near = seen[other][0][0] - seen[one][-1][0] <= SAME_LINE
        if near and fuzz.ratio(one, other) >= MISREAD and _same_digits(one, other):
            seen[other] += seen.pop(one)


def _read_once(seen: Mapping[str, Sequence[tuple[float, int]]]) -> list[str]:
    return [signature for signature, places in seen.items() if len(places) == 1 and len(signature) > 5]


def _others(single: Sequence[float], places: Sequence[tuple[float, int]]) -> int:
    """How many rows that stand on one page only are at the place: where there are many, text runs there."""
    usual = median(place for place, _ in places)
    return bisect_right(single, usual + SAME_LINE) - bisect_left(single, usual - SAME_LINE)


def _is_content(row: Row) -> bool:
    """Whether a row, though it may stand on many pages, begins an item or a section."""
    return (
        bool(_PARAGRAPH.match(row.text))
        or _is_sentence(row.text)
        or sections.opens(row)
        or headings.match(row.text) is not None
    )


def _is_sentence(text: str) -> bool:
    """Whether a row is, or ends, a sentence of the text."""
    words = [word for word in text.split() if word.isalpha()]
    small = sum(word[0].islower() for word in words)
    return text[0].islower() or (len(words) >= SENTENCE and small > SMALL * len(words))


SENTENCE, SMALL = 7, 0.7
"""A row of so many words is of the text if more than this share of them begins with a small letter."""


def _place(rows: Sequence[Row], page: Sequence[int], index: int, edge: slice, unit: float) -> float:
    """Height on the page in letters of the usual size (`unit`, in points); for text input rows from the edge.

    One unit for all rows: measured in its own letters, a head of small print would stand level with text
    further down.
    """
    row = rows[index]
    if row.cells[0].words[0].box is not None:
        return row.top / unit
    return float(page.index(index) if edge.stop else page[-1] - index)


def _same_place(places: Sequence[tuple[float, int]]) -> set[int]:
    if not places:
        return set()
    usual = median(place for place, _ in places)
    return {index for place, index in places if abs(place - usual) <= SAME_PLACE}


def _same_edge(rows: Sequence[Row], places: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """Those that begin, or end, where one on another page does: a name in two columns runs nowhere."""
    return [
        (place, index)
        for place, index in places
        if any(
            rows[other].page != rows[index].page
            and min(abs(rows[other].x0 - rows[index].x0), abs(rows[other].x1 - rows[index].x1)) <= SAME_EDGE
            for _, other in places
        )
    ]


SAME_EDGE = 14.0
"""How far, in points (characters for text input), a running row may begin or end from another."""


def _signature(text: str) -> str:
    return _MARKS.sub("", _DIGITS.sub("0", _PAGE_OF.sub("0", text.casefold())))


def _grow_addresses(rows: Sequence[Row], kinds: list[str | None]) -> None:
    """Mark the rows beside an address row that belong to it: the sender's name, box, postal town."""
    for order in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        before: int | None = None
        for index in order:
            beside = before is not None and kinds[before] == "address" and _near(rows[before], rows[index])
            if kinds[index] is None and beside and _belongs(rows[index]):
                kinds[index] = "address"
            before = index


def _near(row: Row, other: Row) -> bool:
    apart = max(row.top, other.top) - min(row.bottom, other.bottom)
    return row.page == other.page and apart < FAR * row.height


def _belongs(row: Row) -> bool:
    return bool(_ADDRESS_BLOCK.fullmatch(row.text)) or authority.is_name(row.text)
