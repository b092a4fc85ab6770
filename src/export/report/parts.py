"""Where items, sections, decisions and findings lie on the pages: the boxes that the report draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...schema.record import BoxTuple, Evidence, Item, Record, Section, Severity
from ..places import first_places
from ..register import paragraph
from ..walk import entries, item_pointer
from .html import Html, join
from .phrases import say, term


@dataclass(frozen=True, slots=True)
class Part:
    """A box on a page."""

    name: str
    """Its id on the page of the report."""
    kind: str
    """item, section, decision, or finding with its severity; what was not read is one to look at."""
    label: Html
    page: int
    box: BoxTuple


def parts(record: Record) -> tuple[Part, ...]:
    """All boxes: sections first, so that decisions and findings lie on top."""
    return (*_structure(record), *_findings(record), *_not_read(record))


def finding_name(index: int) -> str:
    """The id of a finding's box."""
    return f"finding-{index}"


def place_of(record: Record, places: dict[str, Evidence], pointer: str) -> Evidence | None:
    """Where the value that a finding is about stands, or what holds it."""
    steps = pointer.split("/")
    if steps[1:3] == ["quality", "pages"] and len(steps) > 3 and steps[3].isdecimal():
        index = int(steps[3])
        pages = record.quality.pages
        return (
            Evidence(page=pages[index].number, box=None, as_written="", confidence=None)
            if index < len(pages)
            else None
        )
    while pointer:
        if pointer in places:
            return places[pointer]
        pointer = pointer.rpartition("/")[0]
    return None


def part_name(pointer: str, page: int) -> str:
    """The id of the box of an item, a section or a decision."""
    return f"{pointer.strip('/').replace('/', '-')}-p{page}"


def _structure(record: Record) -> Iterator[Part]:
    items = {entry.pointer: entry.item for entry in entries(record)}
    boxes: dict[tuple[str, int], BoxTuple] = {}
    for pointer, places in record.evidence.items():
        key = _part_pointer(pointer)
        for place in places if key else ():
            if key and place.box is not None:
                boxes[key, place.page] = _around(boxes.get((key, place.page), place.box), place.box)
    order = ("section", "item", "decision")
    kinds = [(order.index(_kind(pointer)), pointer, page, box) for (pointer, page), box in boxes.items()]
    for rank, pointer, page, box in sorted(kinds):
        label = _label(items, pointer)
        if label is not None:
            yield Part(part_name(pointer, page), order[rank], label, page, box)


def _part_pointer(pointer: str) -> str | None:
    """The item, section or decision that a value belongs to; None where it is in none of them."""
    item = item_pointer(pointer)
    if item is None:
        return None
    steps = pointer[len(item) + 1 :].split("/")
    if steps[0] in ("number", "title"):
        return item
    return (
        f"{item}/{steps[0]}/{steps[1]}" if steps[0] in ("sections", "decisions") and len(steps) > 1 else None
    )


def _kind(pointer: str) -> str:
    return "section" if "/sections/" in pointer else "decision" if "/decisions/" in pointer else "item"


def _label(items: Mapping[str, Item], pointer: str) -> Html | None:
    """What is written beside the box; None where the record has nothing at the pointer."""
    item = items.get(item_pointer(pointer) or "")
    if item is None:
        return None
    number = f"§ {paragraph(item)} " if item.number is not None else ""
    kind, index = _kind(pointer), pointer.rpartition("/")[2]
    if kind == "item":
        return join(number)
    values = item.sections if kind == "section" else item.decisions
    if not index.isdecimal() or int(index) >= len(values):
        return None
    value = values[int(index)]
    if isinstance(value, Section):
        return term("sections", value.kind)
    return join(number, say("decision" if value.status == "beslutat" else "proposal"))


def _findings(record: Record) -> Iterator[Part]:
    places = first_places(record)
    for index, finding in enumerate(record.findings):
        place = place_of(record, places, finding.at)
        if place is not None and place.box is not None and finding.severity is not Severity.INFO:
            label = join(finding.rule, " ", term("severity", finding.severity))
            yield Part(finding_name(index), f"finding {finding.severity}", label, place.page, place.box)


def _not_read(record: Record) -> Iterator[Part]:
    for page in record.quality.pages:
        for index, box in enumerate(page.unread):
            name = f"not-read-p{page.number}-{index}"
            yield Part(name, "finding info", say("not_read"), page.number, box)


def _around(one: BoxTuple, other: BoxTuple) -> BoxTuple:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
