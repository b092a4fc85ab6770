"""R34: whoever moves, votes or reserves was there to do so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema.record import Item, Kind, Record, Role, Vote, VoteChoice
from .names import is_listed, same_person
from .parts import SERVING, items, label, persons, serving
from .registry import Hit, hit, rule

FEWEST_LISTED = 3
"""Deciding members below which the attendance is no list to hold anyone against."""


@rule("R34")
def acted_present(record: Record) -> Iterator[Hit]:
    """Everyone who acts is in the attendance; nobody votes who may not."""
    listed = [person.name for person in record.attendance]
    whole_list = record.kind is Kind.PROTOKOLL and len(serving(record)) >= FEWEST_LISTED
    for at, item in items(record):
        reported: set[str] = set()
        for place, person in persons(item):
            name = person.name
            if whole_list and name and name not in reported and not is_listed(name, listed):
                reported.add(name)
                yield hit(f"{at}{place}", "absent", name=name, item=label(item))
        for index, vote in enumerate(item.votes):
            yield from _voters(f"{at}/votes/{index}", vote, item, record, whole_list)


def _voters(at: str, vote: Vote, item: Item, record: Record, whole_list: bool) -> Iterator[Hit]:
    listed = [person.name for person in record.attendance]
    for index, ballot in enumerate(vote.roll):
        place, values = f"{at}/roll/{index}", {"name": ballot.name, "item": label(item)}
        if ballot.vote is VoteChoice.FRANVARANDE:
            continue
        if whole_list and not is_listed(ballot.name, listed):
            yield hit(place, "absent", **values)
        elif ballot.replaces is None and only_deputy(ballot.name, record, item):
            yield hit(place, "deputy", **values)
        if is_listed(ballot.name, [person.name for person in item.recusals if person.name]):
            yield hit(place, "recused", **values)


def only_deputy(name: str, record: Record, item: Item) -> bool:
    """True for someone listed as a deputy who served at no item, and whom this item does not call in."""
    if any(_CALLED_IN.match(text, place) for text, place in _named(name, item)):
        return False
    roles = {person.role for person in record.attendance if same_person(person.name, name)}
    limited = any(person.items for person in record.attendance if same_person(person.name, name))
    return Role.ERSATTARE in roles and not roles & SERVING and not limited


_CALLED_IN = re.compile(
    r"(?: ?\([^)]{1,6}\))?,? (?:\w+ ){0,2}(?:tjänstgör|tjänstgjorde|inträd|går in|gick in|ersätter)"
)
""" "Inger Holst (S) tjänstgör": a deputy called in for an item."""


def _named(name: str, item: Item) -> Iterator[tuple[str, int]]:
    """Where the item's text stands behind a name."""
    for section in item.sections:
        for match in re.finditer(re.escape(name), section.text):
            yield section.text, match.end()
