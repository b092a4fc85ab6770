"""Page furniture: running heads, page numbers, letterhead, strips for initials, stamps.

Told by three witnesses: patterns of whole rows (`furniture.toml`), repetition at the same place of several
pages, and nearness to an address block. Furniture stays in the text of the page and is in no section.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from ..names import authority
from ..swedish import patterns
from ..text.rows import Row
from . import content, running, zones

_TABLE = patterns.table("furniture")


def _whole(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_PATTERNS: dict[str, re.Pattern[str]] = {
    kind: _whole(patterns) for kind, patterns in _TABLE["patterns"].items()
}


_ANY_KIND = _whole([pattern.pattern for pattern in _PATTERNS.values()])
_LATER = _whole(_TABLE["later_pages"]["patterns"])
_ADDRESS_BLOCK = _whole(_TABLE["address_block"]["patterns"])


def marked(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with their furniture marked."""
    kinds: list[str | None] = [_by_pattern(row) for row in rows]
    pages = _pages(rows)
    for index in (*_inner_strips(rows, pages, kinds), *_no_pages(rows)):
        kinds[index] = None
    for index in _numbering(rows, pages):
        kinds[index] = kinds[index] or ("page_number" if rows[index].text[0].isdigit() else "running")
    recurring = running.found(rows, pages)
    if recurring:
        recurring -= content.below_headings(rows, pages)
        recurring -= set(content.among_headings(rows, pages, recurring))
    for index in recurring:
        kinds[index] = kinds[index] or "running"
    _grow_addresses(rows, kinds)
    for index in zones.within(rows, pages, kinds):
        if not content.is_content(rows[index]):
            kinds[index] = "running"
    parted = {
        at + 1
        for at, row in enumerate(rows[:-1])
        if row.gap and kinds[at] == "noise" and row.page == rows[at + 1].page
    }  # what stands below a line to sign on stands apart from the text above it
    return tuple(
        replace(row, furniture=kind, gap=row.gap or at in parted) if kind or at in parted else row
        for at, (row, kind) in enumerate(zip(rows, kinds, strict=True))
    )


def _by_pattern(row: Row) -> str | None:
    if _ANY_KIND.fullmatch(row.text):
        return next(kind for kind, pattern in _PATTERNS.items() if pattern.fullmatch(row.text))
    if len(row.words) <= MOST_ADDRESS_WORDS and _is_address(row.text):
        return "address"
    if row.page > 1 and _LATER.fullmatch(row.text):
        return "running"
    if len(row.cells) > 1 and all(_is_head(cell.text) for cell in row.cells):
        return "running"
    return None


_OF_ADDRESSES = re.compile(
    "|".join(f"(?P<part{at}>{part})" for at, part in enumerate(_TABLE["address_parts"]["patterns"])),
    re.IGNORECASE,
)
LEAST_PARTS = 3
MOST_ADDRESS_WORDS = 30


def _is_address(text: str) -> bool:
    """Whether a row holds so much of an address that it can be nothing else, whatever parts it."""
    return len({part.lastgroup for part in _OF_ADDRESSES.finditer(text)}) >= LEAST_PARTS


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


_OF = re.compile(r"(?P<number>\d{1,4})\s*/\s*(?P<total>\d{1,3})")


def _no_pages(rows: Sequence[Row]) -> list[int]:
    """Rows of the form "71/407" that number no page: over their total, or of totals that do not agree."""
    found = [(index, match) for index, row in enumerate(rows) if (match := _OF.fullmatch(row.text))]
    one_total = len({match["total"] for _, match in found}) == 1
    return [index for index, match in found if not one_total or int(match["number"]) > int(match["total"])]


_NUMBERED = re.compile(
    r".{3,90}\W(?:sida|sidan|sid\.?|s\.|blad)\s*\d{1,4}(?:\s*(?:av|/)\s*\d{1,4})?", re.IGNORECASE
)
"""A head or foot that ends in the page's number: "Bostads AB - Protokoll nr 2 - sid 2"."""


_PAGE_OF = re.compile(r"(?:sida |sid |blad )?\d{1,4} ?[(\[] ?\d{1,4} ?[)\]]", re.IGNORECASE)
"""The last cell of a head or a foot: "Hede kommun, tjänsteutlåtande | 1 (4)"."""


def _numbering(rows: Sequence[Row], pages: Sequence[Sequence[int]]) -> Iterator[int]:
    """Rows at the very edge of a page that end in its number, or are its number and nothing else."""
    for page in pages:
        for index in {page[0], page[-1]} if len(page) > 1 else ():
            row = rows[index]
            alone = row.text.rstrip(".") == str(row.page) and (row.page > 1 or index == page[-1])
            beside = len(row.cells) > 1 and _PAGE_OF.fullmatch(row.cells[-1].text)
            if alone or beside or _NUMBERED.fullmatch(row.text):
                yield index


def _is_head(text: str) -> bool:
    """Whether a cell holds only what running heads hold: the authority's name, a page number."""
    return bool(_PATTERNS["page_number"].fullmatch(text)) or authority.is_name(text)


def _pages(rows: Sequence[Row]) -> list[list[int]]:
    pages: dict[int, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        pages[row.page].append(index)
    return list(pages.values())


def _grow_addresses(rows: Sequence[Row], kinds: list[str | None]) -> None:
    """Mark the rows beside an address row that belong to it: the sender's name, box, postal town."""
    usual = median([row.size for row in rows if row.size is not None] or [0.0])
    for order in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        before: int | None = None
        for index in order:
            beside = before is not None and kinds[before] == "address" and _near(rows[before], rows[index])
            if kinds[index] is None and beside and (_belongs(rows[index]) or _is_small(rows[index], usual)):
                kinds[index] = "address"
            before = index


SMALL = 0.75
"""Share of the usual size of the letters up to which print beside an address is of it."""


def _is_small(row: Row, usual: float) -> bool:
    return row.size is not None and row.size <= SMALL * usual


def _near(row: Row, other: Row) -> bool:
    apart = max(row.top, other.top) - min(row.bottom, other.bottom)
    return row.page == other.page and apart < content.FAR * row.height


def _belongs(row: Row) -> bool:
    return bool(_ADDRESS_BLOCK.fullmatch(row.text)) or authority.is_name(row.text.split(",", 1)[0])
