"""The outline, built from items and their sections as they were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pikepdf

from ...schema.record import Evidence, Item, Record
from ..naming import item_title, one_line
from ..places import first_places
from .place import Place

MAX_TITLE = 200
"""Characters; some readers lay out a whole title on one line."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One entry of the outline."""

    title: str
    page: int
    """From 1."""
    top: float | None
    """Points from the top of the upright page; None where only the page is known."""
    children: tuple[Heading, ...] = ()


def headings(record: Record) -> tuple[Heading, ...]:
    """Items with their headed sections; what has no evidence has no place to lead to, and is left out."""
    places = first_places(record)
    entries = []
    for index, item in enumerate(record.items):
        place = places.get(f"/items/{index}")
        if place is not None:
            children = tuple(_sections(places, index, item))
            entries.append(Heading(item_title(item), place.page, _top(place), children))
    return tuple(entries)


def write(pdf: pikepdf.Pdf, entries: Iterable[Heading], places: dict[int, Place]) -> None:
    """Replace the PDF's outline; without entries the outline that it has stays.

    Args:
        pdf: the file that is being written.
        entries: see `headings`.
        places: how each page lies, by number.
    """
    known = tuple(entry for entry in entries if entry.page in places)
    if not known:
        return
    with pdf.open_outline() as outline:
        outline.root.clear()
        for entry in known:
            parent = _item(entry, places[entry.page])
            parent.children.extend(
                _item(child, places[child.page]) for child in entry.children if child.page in places
            )
            outline.root.append(parent)


def _item(entry: Heading, place: Place) -> pikepdf.OutlineItem:
    title = one_line(entry.title)[:MAX_TITLE]
    left, top = place.point(0, max(0, (entry.top or 0) - 6))
    return pikepdf.OutlineItem(title, entry.page - 1, "XYZ", left=left, top=top)


def _sections(places: Mapping[str, Evidence], index: int, item: Item) -> Iterator[Heading]:
    for number, section in enumerate(item.sections):
        place = places.get(f"/items/{index}/sections/{number}")
        if section.heading and place is not None:
            yield Heading(section.heading, place.page, _top(place))


def _top(place: Evidence) -> float | None:
    return place.box[1] if place.box else None
