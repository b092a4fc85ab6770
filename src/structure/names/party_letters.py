"""Parties in small letters that a reader of images took for capitals: s, c and v have one shape for both.

Where all other parties of a document are in small letters, "(m)", "(fp)", these are too.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..text.draft import Draft, Found

_ONE_SHAPE = frozenset("SCVO")
LEAST = 2
"""People of other parties, in small letters, that tell how the document writes them."""


def small(people: Sequence[Draft]) -> None:
    """Give people whose party was read in capitals of that shape the small letter, where the others have it.

    Args:
        people: everyone whom the document names with a party, as dictionaries that may be changed.
    """
    told = [one["party"] for one in people if isinstance(one.get("party"), Found)]
    others = [str(party.value) for party in told if not set(str(party.value).upper()) <= _ONE_SHAPE]
    if len(others) < LEAST or not all(party.islower() for party in others):
        return
    for one in people:
        party = one.get("party")
        if isinstance(party, Found) and set(str(party.value)) <= _ONE_SHAPE and _is_read(party):
            one["party"] = Found(str(party.value).lower(), party.passage)


def _is_read(party: Found) -> bool:
    """Whether it comes from an image."""
    return any(span.word.confidence is not None for span in party.passage.spans)
