"""Who was there, by all that minutes say: lists of the head, a list of votes, the roll, who signs."""

from __future__ import annotations

from collections.abc import Sequence

from ...schema.record import Role
from ..landmarks.labels import Field
from ..text.draft import Draft, value_of
from ..text.rows import Row
from . import attendance, called_over

_OFFICERS = (Role.ORDFORANDE.value, Role.VICE_ORDFORANDE.value, Role.SEKRETERARE.value)
_SERVING = (Role.LEDAMOT.value, Role.TJANSTGORANDE_ERSATTARE.value)


def found(head: Sequence[Field], body: Sequence[Row], voters: Sequence[Draft]) -> list[Draft]:
    """Who was there.

    Args:
        head: labelled values above the first item.
        body: rows of the items, of which the first may hold the roll.
        voters: members of the list of votes of the whole meeting, if there is one.
    """
    people = attendance.drafts(head)
    if sum(_serves(person) for person in people) < 0.5 * len(voters):
        people = attendance.together(voters, people)
    if not any(map(_serves, people)):
        people = attendance.together(called_over.drafts(body, head), people)
    return people or called_over.presiding(body)


def _serves(person: Draft) -> bool:
    return person["role"] in _SERVING


def with_offices(people: Sequence[Draft], held: Draft | None, *, taken: bool) -> list[Draft]:
    """The people with the offices that signatures and labels tell, where the list tells of none.

    An official who keeps the minutes is their secretary, whatever the title says; a member who leads is the
    chair where nobody else is listed as one, if the meeting was held.
    """
    told = {name: str(value_of(held[name])).casefold() if held else None for name in ("secretary", "chair")}
    led = not taken or any(person["role"] == Role.ORDFORANDE.value for person in people)
    found = []
    for person in people:
        name, role = str(value_of(person["name"])).casefold(), person["role"]
        official = role == Role.LEDAMOT.value and person["title"] is not None and person["party"] is None
        if name == told["secretary"] and (official or role == Role.TJANSTEPERSON.value):
            role = Role.SEKRETERARE.value
        elif name == told["chair"] and role == Role.LEDAMOT.value and not led:
            role = Role.ORDFORANDE.value
        found.append(person | {"role": role})
    called = taken or any(person["role"] not in _OFFICERS for person in found)
    return found if called else []  # who leads and who writes a summons are not those it calls
