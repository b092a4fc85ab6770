"""Which items a person was present for, as written beside the name: "§§ 3-14", "ej § 378", "226, 228"."""

from __future__ import annotations

import re

_SPAN = re.compile(r"(\d+)\s*(?:[-–—]+|till(?: och med)?|t\.?o\.?m\.?)\s*(\d+)|(\d+)")
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
    for first, last, single in _SPAN.findall(written):
        start, end = (int(first), int(last)) if first else (int(single), int(single))
        if end - start > WIDEST:
            return None
        numbers.update(range(start, end + 1))
    if not numbers:
        return None
    return (not _EXCEPT.search(written), frozenset(numbers))


def present(ranges: Ranges, number: int) -> bool:
    """Whether someone with these ranges took part in an item."""
    only, numbers = ranges
    return (number in numbers) if only else (number not in numbers)
