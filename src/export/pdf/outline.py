"""The outline, built from items and their sections as they were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pikepdf

from ...schema.record import Evidence, Record
from ..naming import item_title, one_line
from ..places import first_places
from ..walk import Entry, entries
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
    found = []
    for entry in entries(record):
        place = places.get(entry.pointer)
        if place is not None:
            children = tuple(_sections(places, entry))
            found.append(Heading(item_title(entry.item), place.page, _top(place), children))
    return tuple(found)


def write(pdf: pikepdf.Pdf, wanted: Iterable[Heading], places: dict[int, Place]) -> None:
    """Replace the PDF's outline; without any the outline that it has stays.

    Args:
        pdf: the file that is being written.
        wanted: see `headings`.
        places: how each page lies, by number.
    """
    known = tuple(entry for entry in wanted if entry.page in places)
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


def _sections(places: Mapping[str, Evidence], entry: Entry) -> Iterator[Heading]:
    for number, section in enumerate(entry.item.sections):
        place = places.get(f"{entry.pointer}/sections/{number}")
        if section.heading and place is not None:
            yield Heading(section.heading, place.page, _top(place))


def _top(place: Evidence) -> float | None:
    return place.box[1] if place.box else None
