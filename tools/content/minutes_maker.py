"""Minutes, excerpts from them, and the notice that they are adjusted."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from justera.schema.record import Attendee, Kind, Meeting, Signature

from .matter_maker import Setting, matter
from .meeting_maker import meeting, office_and_body, setting, title
from .model import Matter, Script
from .people import Board, board
from .world import World, world


def minutes(seed: int, told: World | None = None, *, items: int | None = None) -> Script:
    """Minutes with so many items (by dice 4 to 14)."""
    told = told or world()
    dice = random.Random(f"minutes {seed}")
    office, body = office_and_body(dice, told)
    people = board(dice, told)
    shared = setting(dice, told, body, office, people)
    first, count = dice.choice(told.ways.first_numbers), items or dice.randint(4, 14)
    away = dice.randrange(2, len(people.members)) if dice.random() < 0.4 else None
    missed = first + dice.randrange(count)
    note, absent = _absence(dice, told, first, first + count - 1, missed)
    matters: list[Matter] = []
    for number in range(first, first + count):
        there = _without(shared, away) if absent(number) else shared
        matters.append(matter(dice, number, there))
        if told.ways.suffix and dice.random() < told.ways.suffix:
            matters.append(matter(dice, number, there, suffix="a"))
    met = meeting(dice, told, office, people, shared.day, (first, first + count - 1))
    titles = told.ways.signers
    signers = [(people.secretary.name, titles[0]), (people.members[0].name, titles[1])]
    signers += [(name, titles[2]) for name in met.adjusters]
    return Script(
        kind=Kind.PROTOKOLL,
        office=office,
        body=body,
        code=shared.code,
        title=title(dice, told, body),
        date=met.date,
        meeting=met,
        attendance=_noted(people, away, note),
        matters=tuple(matters),
        protocol_number=dice.randint(1, 20),
        signatures=tuple(Signature(name=name, title=office) for name, office in signers),
    )


def _absence(
    dice: random.Random, told: World, first: int, last: int, missed: int
) -> tuple[str, Callable[[int], bool]]:
    """How the absence of one member is noted, and whether it holds for an item."""
    form = told.ways.ranges[0] if len(told.ways.ranges) == 1 else dice.choice(told.ways.ranges)
    if "{b}" in form and missed > first:
        return form.format(a=first, b=missed - 1), lambda number: number >= missed
    if form.startswith("fr") and missed < last:
        return form.format(a=missed + 1), lambda number: number <= missed
    if "{n}" not in form:
        form = next(other for other in (*told.ways.ranges, "ej § {n}") if "{n}" in other)
    return form.format(n=missed), lambda number: number == missed


def _without(shared: Setting, away: int | None) -> Setting:
    """The meeting while one member is out of the room."""
    return replace(shared, voters=tuple(v for n, v in enumerate(shared.voters) if n != away))


def _noted(people: Board, away: int | None, note: str) -> tuple[Attendee, ...]:
    """The attendance list, in which one member may have missed something."""
    return tuple(
        person.model_copy(update={"items": note}) if n == away else person
        for n, person in enumerate(people.everyone)
    )


def excerpt(seed: int, told: World | None = None) -> Script:
    """One § of minutes, certified."""
    told = told or world()
    dice = random.Random(f"excerpt {seed}")
    whole = minutes(seed, told, items=1)
    clerk = Signature(name=board(dice, told, size=7).secretary.name, title="Nämndsekreterare")
    assert whole.meeting is not None
    one = whole.matters[0]
    return replace(
        whole,
        kind=Kind.PROTOKOLLSUTDRAG,
        title=None,
        meeting=Meeting(date=whole.meeting.date),
        attendance=(),
        matters=(one,),
        case_numbers=one.case_numbers,
        protocol_number=None,
        signatures=(clerk,),
    )


def notice(seed: int, told: World | None = None) -> Script:
    """The notice on the board that minutes have been adjusted; it has no items of its own."""
    dice = random.Random(f"notice {seed}")
    whole = minutes(seed, told, items=dice.randint(2, 9))
    assert whole.meeting is not None
    known = ("date", "items_from", "items_to", "adjusted_on", "posting")
    return replace(
        whole,
        kind=Kind.ANSLAG,
        title=None,
        meeting=Meeting.model_validate({name: getattr(whole.meeting, name) for name in known}),
        attendance=(),
        matters=(),
        protocol_number=None,
        signatures=(replace_title(whole.signatures[0], "Registrator"),),
    )


def replace_title(signature: Signature, words: str) -> Signature:
    """The same person signing in another office."""
    return signature.model_copy(update={"title": words})
