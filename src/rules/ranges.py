"""Which items a person was present for, as written beside the name: "§§ 3-14", "ej § 378", "226, 228"."""

from __future__ import annotations

import re

_SPAN = re.compile(
    r"(?P<first>\d+)\s*(?:[-–—]+|till(?: och med)?|t\.?\s?o\.?\s?m\.?)\s*§{0,2}\s*(?P<last>\d+)"
    r"|(?P<until>till(?: och med)?|t\.?\s?o\.?\s?m\.?)\s*§{0,2}\s*(?P<end>\d+)"
    r"|(?P<since>från(?: och med)?|fr\.?\s?o\.?\s?m\.?)\s*§{0,2}\s*(?P<start>\d+)"
    r"|(?P<open>\d+)\s*[-–—]+\s*$|(?P<single>\d+)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}|\bkl\b|klockan|delvis|del av", re.IGNORECASE)
_EXCEPT = re.compile(r"\b(ej|utom|inte|förutom|dock ej)\b", re.IGNORECASE)

Ranges = tuple[bool, frozenset[int]]
"""(True, numbers) for present at these only; (False, numbers) for absent from these only."""

EVERYWHERE: Ranges = (False, frozenset())
WIDEST = 2000
"""Items that a span may hold; more is a misreading."""


def parse(written: str | None) -> Ranges | None:
    """Items as numbers; None where the text gives clock times or nothing that can be counted."""
    if written is None or not written.strip():
        return EVERYWHERE
    if _CLOCK.search(written):
        return None
    numbers: set[int] = set()
    for match in _SPAN.finditer(written):
        start, end = _bounds(match)
        if end - start > WIDEST:
            return None
        numbers.update(range(start, end + 1))
    if not numbers:
        return None
    return (not _EXCEPT.search(written), frozenset(numbers))


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    """The first and the last item of a span: "3-14", "t.o.m. § 6", "fr.o.m. § 9", "12-"."""
    if match["single"]:
        return int(match["single"]), int(match["single"])
    if match["first"]:
        return int(match["first"]), int(match["last"])
    if match["until"]:
        return max(1, int(match["end"]) - WIDEST), int(match["end"])
    start = int(match["start"] or match["open"])
    return start, start + WIDEST


def present(ranges: Ranges, number: int) -> bool:
    """Whether someone with these ranges took part in an item."""
    only, numbers = ranges
    return (number in numbers) if only else (number not in numbers)
