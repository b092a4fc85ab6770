"""R08-R15: pages and items are all there, once each, in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from ..schema.record import Item, Kind, Record
from .parts import is_adjusted_at_once, items, label
from .registry import Hit, hit, rule

SAME_HEADING = 85
"""Least likeness (0 to 100) of a heading and its line in the table of contents, which may shorten it."""


@rule("R10")
def consecutive(record: Record) -> Iterator[Hit]:
    """Numbers rise by one; a letter after a number keeps it."""
    if record.kind is not Kind.PROTOKOLL:
        return
    may_skip = is_adjusted_at_once(record)
    numbered = [(at, item) for at, item in items(record) if item.number is not None]
    for (_, before), (at, after) in pairwise(numbered):
        yield from _step(at, before, after, may_skip)


def _step(at: str, before: Item, after: Item, may_skip: bool) -> Iterator[Hit]:
    assert before.number is not None and after.number is not None
    values = {"before": _short(before), "after": _short(after)}
    if after.number < before.number:
        yield hit(f"{at}/number", "order", **values)
    elif after.number == before.number:
        if (after.suffix or "") < (before.suffix or ""):
            yield hit(f"{at}/suffix", "suffix", **values)
    elif after.number > before.number + 1 and not may_skip:
        yield hit(f"{at}/number", "gap", missing=_span(before.number + 1, after.number - 1), **values)


@rule("R11")
def header_span(record: Record) -> Iterator[Hit]:
    """The header's "Paragrafer 26-38" is what follows."""
    meeting, numbers = record.meeting, [item.number for item in record.items if item.number is not None]
    if record.kind is not Kind.PROTOKOLL or meeting is None or not numbers:
        return
    first, last = meeting.items_from, meeting.items_to
    if first is not None and last is not None and first > last:
        yield hit("/meeting/items_to", "backwards", first=first, last=last)
        return
    if first is not None and first != numbers[0]:
        yield hit("/meeting/items_from", "first", header=first, found=numbers[0])
    if last is not None and last != numbers[-1]:
        yield hit("/meeting/items_to", "last", header=last, found=numbers[-1])


@rule("R13")
def no_doubles(record: Record) -> Iterator[Hit]:
    """A number with its letter stands for one item."""
    seen: dict[tuple[int, str], int] = {}
    for index, item in enumerate(record.items):
        if item.number is None:
            continue
        key = (item.number, item.suffix or "")
        if key in seen:
            yield hit(f"/items/{index}/number", "double", item=label(item), first=seen[key] + 1)
        seen.setdefault(key, index)


@rule("R14")
def table_of_contents(record: Record) -> Iterator[Hit]:
    """What the table of contents promises is in the body, under the same heading."""
    if not record.contents:
        return
    listed: dict[int, list[str]] = {}
    for entry in record.contents:
        if entry.number is not None:
            listed.setdefault(entry.number, []).append(entry.title)
    body = {item.number: (at, item) for at, item in reversed([*items(record)]) if item.number is not None}
    for index, entry in enumerate(record.contents):
        if entry.number is not None and entry.number not in body:
            yield hit(f"/contents/{index}", "missing", number=entry.number, title=entry.title)
    for number, (at, item) in sorted(body.items(), key=lambda pair: pair[0] or 0):
        if number not in listed:
            yield hit(at, "unlisted", item=label(item))
        elif item.title and not any(_same_heading(item.title, title) for title in listed[number]):
            yield hit(f"{at}/title", "title", item=label(item), title=item.title, listed=listed[number][0])


@rule("R15")
def agenda_order(record: Record) -> Iterator[Hit]:
    """The numbers of an agenda rise."""
    if record.kind not in (Kind.KALLELSE, Kind.FOREDRAGNINGSLISTA):
        return
    numbered = [(at, item.number) for at, item in items(record) if item.number is not None]
    for (_, before), (at, after) in pairwise(numbered):
        if after <= before:
            yield hit(f"{at}/number", "order", before=before, after=after)


def _same_heading(title: str, listed: str) -> bool:
    left, right = title.casefold(), listed.casefold().rstrip(" .")
    shorter = min(len(left), len(right))
    return ratio(left, right) >= SAME_HEADING or (shorter > 0 and left[:shorter] == right[:shorter])


def _short(item: Item) -> str:
    return f"{item.number}{item.suffix or ''}"


def _span(first: int, last: int) -> str:
    return f"§ {first}" if first == last else f"§§ {first}-{last}"
