"""Where items, sections, decisions and findings lie on the pages: the boxes that the report draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...schema.record import BoxTuple, Evidence, Record, Severity
from ..places import first_places
from ..register import paragraph
from .html import Html, join
from .phrases import say, term


@dataclass(frozen=True, slots=True)
class Part:
    """A box on a page."""

    name: str
    """Its id on the page of the report."""
    kind: str
    """item, section, decision, or finding with its severity."""
    label: Html
    page: int
    box: BoxTuple


def parts(record: Record) -> tuple[Part, ...]:
    """All boxes: sections first, so that decisions and findings lie on top."""
    return (*_structure(record), *_findings(record))


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


def _structure(record: Record) -> Iterator[Part]:
    boxes: dict[tuple[int, str, int, int], BoxTuple] = {}
    for pointer, places in record.evidence.items():
        key = _key(pointer)
        if key is None:
            continue
        for place in places:
            if place.box is not None:
                at = (*key, place.page)
                boxes[at] = _around(boxes.get(at, place.box), place.box)
    order = {"section": 0, "item": 1, "decision": 2}
    for (item, kind, index, page), box in sorted(boxes.items(), key=lambda entry: order[entry[0][1]]):
        name = f"{kind}-{item}-{index}-{page}"
        yield Part(name, kind, _label(record, item, kind, index), page, box)


def _key(pointer: str) -> tuple[int, str, int] | None:
    """Item, kind of part and index that a pointer belongs to."""
    steps = pointer.split("/")
    if len(steps) < 4 or steps[1] != "items" or not steps[2].isdecimal():
        return None
    if steps[3] in ("number", "title"):
        return int(steps[2]), "item", 0
    if steps[3] in ("sections", "decisions") and len(steps) > 4 and steps[4].isdecimal():
        return int(steps[2]), steps[3].rstrip("s"), int(steps[4])
    return None


def _label(record: Record, item: int, kind: str, index: int) -> Html:
    if item >= len(record.items):
        return join("")
    of = record.items[item]
    number = f"§ {paragraph(of)} " if of.number is not None else ""
    if kind == "decision" and index < len(of.decisions):
        return join(number, say("decision" if of.decisions[index].status == "beslutat" else "proposal"))
    if kind == "section" and index < len(of.sections):
        return term("sections", of.sections[index].kind)
    return join(number)


def _findings(record: Record) -> Iterator[Part]:
    places = first_places(record)
    for index, finding in enumerate(record.findings):
        place = place_of(record, places, finding.at)
        if place is not None and place.box is not None and finding.severity is not Severity.INFO:
            label = join(finding.rule, " ", term("severity", finding.severity))
            yield Part(finding_name(index), f"finding {finding.severity}", label, place.page, place.box)


def _around(one: BoxTuple, other: BoxTuple) -> BoxTuple:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
