"""R08, R09 and R88: every page of the scan is there and was read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..schema import faults
from ..schema.record import PageQuality, Record
from .bundle import page_groups
from .registry import Hit, hit, rule

PRINTED_PAGE_INK = 0.0004
"""Least share of dark pixels inside the margins that print leaves: two words leave it, six lines 0.0017."""

_PRINTED = re.compile(r"(\d+)\s*[(\[/]\s*(\d+)\s*[)\]]?$|(\d+)\s+av\s+(\d+)", re.IGNORECASE)


@rule("R08")
def whole_scan(record: Record) -> Iterator[Hit]:
    """Printed page numbers "n (m)" run from 1 to m, and m is the number of pages of the document."""
    for pages in page_groups(record):
        yield from _whole(pages)


def _whole(pages: tuple[PageQuality, ...]) -> Iterator[Hit]:
    printed = list(_printed(pages))
    if len(printed) < max(2, len(pages) / 2) or len({total for *_, total in printed}) > 1:
        # Too few numbers, or several documents in one: nothing can be said.
        return
    total = printed[0][2]
    seen = Counter(number for _, number, _ in printed)
    if total > len(pages):
        missing = sorted(set(range(1, total + 1)) - set(seen))
        yield hit("/source/pages", "count", printed=total, pages=len(pages))
        if len(printed) == len(pages):
            yield hit("/quality/pages", "missing", missing=_ranges(missing), total=total)
    done: set[int] = set()
    for index, number, _ in printed:
        if number in done:
            yield hit(f"/quality/pages/{index}", "double", number=number)
        done.add(number)


def _ranges(numbers: Sequence[int]) -> str:
    """Rising numbers in short: "1-13, 16"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


@rule("R09")
def all_read(record: Record) -> Iterator[Hit]:
    """A page that failed, or that has print but no words, says so."""
    for index, page in enumerate(record.quality.pages):
        if page.fault is not None:
            why = faults.told(page.reason_codes)
            yield hit(f"/quality/pages/{index}", "fault", page=page.number, why=why)
        elif page.words == 0 and page.ink is not None and page.ink >= PRINTED_PAGE_INK:
            yield hit(f"/quality/pages/{index}", "ink", page=page.number)


@rule("R88")
def all_told(record: Record) -> Iterator[Hit]:
    """A page says where something stands on it that was not read."""
    for index, page in enumerate(record.quality.pages):
        if page.unread:
            yield hit(f"/quality/pages/{index}", "unread", page=page.number, places=len(page.unread))


def _printed(pages: tuple[PageQuality, ...]) -> Iterator[tuple[int, int, int]]:
    """Index of the page in the file, its printed number, and the printed total."""
    for page in pages:
        match = _PRINTED.search(page.printed or "")
        if match:
            yield page.number - 1, int(match[1] or match[3]), int(match[2] or match[4])
