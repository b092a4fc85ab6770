"""What all documents of a meeting share by dice: the authority, the board, the day, the way of writing."""

from __future__ import annotations

import random
from datetime import date, timedelta

from justera.schema.record import Meeting, Posting, SectionKind

from .matter_maker import Setting
from .model import Office
from .people import Board, offices
from .slots import definite
from .world import World
from .writing import Writer


def office_and_body(dice: random.Random, world: World) -> tuple[Office, str]:
    """An authority and one of its bodies."""
    office = dice.choice(offices(world))
    return office, dice.choice(world.people["bodies"][office.kind.value])


def writer(dice: random.Random, world: World, body: str) -> Writer:
    """The body's way of writing."""
    book = dice.choice(world.books)
    headings = {SectionKind(kind): text.replace("{Org}", body) for kind, text in book.items()}
    return Writer(body, headings, dice.choice(world.ways.points))


def _day(dice: random.Random, world: World) -> date:
    """A weekday in the world's years."""
    first, last = world.ways.years
    day = date(first, 1, 9) + timedelta(dice.randrange((last - first + 1) * 365))
    return day - timedelta(max(0, day.weekday() - 4))


def setting(dice: random.Random, world: World, body: str, office: Office, people: Board) -> Setting:
    """The setting of the body's matters."""
    writes, day = writer(dice, world, body), _day(dice, world)
    lead = dice.choice(world.ways.verbs).format(Org=body, ORG=body.upper())
    return Setting(
        writer=writes,
        day=day,
        voters=people.voters,
        code=world.people["codes"][body],
        family=random.Random(office.name).choice(world.ways.families),
        lead=lead,
        higher=world.ways.higher.get(body, world.ways.higher.get("*")),
        world=world,
    )


def title(dice: random.Random, world: World, body: str) -> str:
    """What the minutes are called."""
    return dice.choice(world.ways.titles).format(org=definite(body))


def meeting(
    dice: random.Random,
    world: World,
    office: Office,
    people: Board,
    day: date,
    numbers: tuple[int, int] | None,
) -> Meeting:
    """The meeting; before it was held (`numbers` None) nobody has adjusted anything."""
    adjusted = day + timedelta(dice.randint(1, 12))
    posted = adjusted + timedelta(dice.randint(0, 2))
    start = dice.choice(world.ways.starts)
    hour, minute = int(start[:2]) + dice.randint(1, 4), dice.choice(("00", "05", "15", "30", "40", "55"))
    adjusters = (
        [member.name for member in people.members[2:4]] if dice.random() < 0.4 else [people.members[2].name]
    )
    place = dice.choice(world.ways.places).format(town=office.town)
    posting = Posting(
        posted_on=posted.isoformat(),
        removed_on=(posted + timedelta(22)).isoformat(),
        storage=f"Kansliet, {office.town}",
    )
    held = numbers is not None
    return Meeting(
        date=day.isoformat(),
        start=start,
        end=f"{hour:02d}:{minute}" if held else None,
        place=place,
        chair=people.members[0].name,
        secretary=people.secretary.name,
        adjusters=tuple(adjusters) if held else (),
        adjusted_on=adjusted.isoformat() if held else None,
        items_from=numbers[0] if numbers else None,
        items_to=numbers[1] if numbers else None,
        posting=posting if held else None,
    )
