"""Where the parts of a record stand in the document."""

from __future__ import annotations

from ..schema.record import Evidence, Record


def first_places(record: Record) -> dict[str, Evidence]:
    """The first place of every value and of everything that holds it, by JSON pointer.

    "/items/3" is where the first value within item 3 stands.
    """
    found: dict[str, Evidence] = {}
    for pointer, places in record.evidence.items():
        for place in places:
            at = pointer
            # What holds a value begins no later than it.
            while at and (at not in found or _order(place) < _order(found[at])):
                found[at] = place
                at = at.rpartition("/")[0]
    return found


def _order(place: Evidence) -> tuple[int, float]:
    return place.page, place.box[1] if place.box else 0.0
