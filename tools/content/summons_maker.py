"""The summons to a meeting, with its agenda."""

from __future__ import annotations

import random

from justera.schema.record import Kind, Role

from .matter_maker import matter
from .meeting_maker import meeting, office_and_body, setting
from .model import Matter, Script
from .people import board
from .world import World, world


def summons(seed: int, told: World | None = None, *, items: int | None = None) -> Script:
    """A summons with its agenda."""
    told = told or world()
    dice = random.Random(f"summons {seed}")
    office, body = office_and_body(dice, told)
    people = board(dice, told)
    shared = setting(dice, told, body, office, people)
    fixed = [
        Matter(1, "Upprop och val av justerare", ()),
        Matter(2, "Godkännande av föredragningslistan", ()),
    ]
    rest = [matter(dice, n, shared) for n in range(3, 3 + (items or dice.randint(4, 12)))]
    called = tuple(m.model_copy(update={"role": Role.LEDAMOT, "replaces": None}) for m in people.members)
    return Script(
        kind=Kind.KALLELSE,
        office=office,
        body=body,
        code=shared.code,
        title=dice.choice(("Kallelse", "Kallelse till sammanträde")),
        date=shared.day.isoformat(),
        meeting=meeting(dice, told, office, people, shared.day, None),
        attendance=(*called, *people.deputies),
        matters=(*fixed, *(Matter(m.number, m.title, (), case_numbers=m.case_numbers) for m in rest)),
    )
