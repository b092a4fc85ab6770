"""Page numbers as printed: "3 (24)", "Sida 3 av 24", "3/24"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text.rows import Row

_OF = re.compile(
    r"(?:(?:sida|sid|sidan|blad|s\.)\s*:?\s*)?(?P<number>\d{1,4})\s*(?:[(\[]\s*(?P<total>\d{1,4})\s*[)\]]|(?:av|/|:)\s*(?P<other>\d{1,4}))",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:sida|sid|sidan|blad|s\.)\s*:?\s*(?P<number>\d{1,4})|[-–—]\s*(?P<dashed>\d{1,4})\s*[-–—]",
    re.IGNORECASE,
)
_AT_END = re.compile(
    r"\s(?:(?P<number>\d{1,4})\s*[(\[]\s*(?P<total>\d{1,4})\s*[)\]]|(?:sida|sid|sidan|blad)\s*(?P<alone>\d{1,4}))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A page's number as printed."""

    text: str
    number: int
    total: int | None


def of_page(rows: Sequence[Row]) -> Printed | None:
    """The number that stands in the furniture of a page, or None."""
    for row in rows:
        if row.furniture is None:
            continue
        if row.furniture == "page_number" and row.text.isdecimal():
            return Printed(row.text, int(row.text), None)
        for cell in row.cells:
            found = _of_cell(cell.text)
            if found:
                return found
    return None


def _of_cell(text: str) -> Printed | None:
    match = _OF.fullmatch(text)
    if match:
        return Printed(text, int(match["number"]), int(match["total"] or match["other"]))
    match = _ALONE.fullmatch(text)
    if match:
        return Printed(text, int(match["number"] or match["dashed"]), None)
    match = _AT_END.search(text)
    if match:
        total = int(match["total"]) if match["total"] else None
        return Printed(match.group().strip(), int(match["number"] or match["alone"]), total)
    return None
