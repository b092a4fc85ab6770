"""Boards of invented people, by dice."""

from __future__ import annotations

import random
from dataclasses import dataclass

from justera.schema.record import Attendee, AuthorityKind, Person, Role

from .model import Office
from .world import World


def offices(world: World) -> tuple[Office, ...]:
    """The invented authorities."""
    return tuple(_office(n, entry) for n, entry in enumerate(world.people["authority"]))


def _office(index: int, entry: dict[str, str]) -> Office:
    town = entry["town"]
    ascii_town = town.lower().translate(str.maketrans("åäö", "aao"))
    host = f"region{ascii_town}.example" if entry["kind"] == "region" else f"{ascii_town}.example"
    return Office(
        name=entry["name"],
        kind=AuthorityKind(entry["kind"]),
        postal=f"Box {14 + 7 * index}, {930 + index} {20 + index} {town}",
        visit=f"Storgatan {2 + 3 * index}",
        phone=f"0{900 + index}-{12 + index} 34 {50 + index}",
        email=f"registrator@{host}",
        web=f"www.{host}",
        org_number=f"212000-9{index:02d}{index % 10}",
        town=town,
    )


@dataclass(frozen=True)
class Board:
    """Who sits at the meeting."""

    members: tuple[Attendee, ...]
    """Chair and vice chair first; serving deputies last."""
    deputies: tuple[Attendee, ...]
    officials: tuple[Attendee, ...]
    secretary: Attendee

    @property
    def everyone(self) -> tuple[Attendee, ...]:
        """In the order of an attendance list."""
        return (*self.members, *self.deputies, *self.officials, self.secretary)

    @property
    def voters(self) -> tuple[Person, ...]:
        """Members and serving deputies."""
        return tuple(Person(name=member.name, party=member.party) for member in self.members)


def _names(dice: random.Random, world: World, count: int) -> list[str]:
    """Different names; no two share a surname, as minutes then need no more than it to tell them apart."""
    given = dice.sample(world.people["given"], count)
    surnames = dice.sample(world.people["surname"], count)
    return [f"{first} {last}" for first, last in zip(given, surnames, strict=True)]


def board(dice: random.Random, world: World, *, size: int | None = None) -> Board:
    """A board of `size` members (by dice 7 to 15), with deputies and officials."""
    seats = size or dice.choice((7, 9, 11, 13, 15))
    serving, extra, staff = dice.randint(0, 2), dice.randint(0, 4), dice.randint(1, 3)
    names = iter(_names(dice, world, seats + 2 + extra + staff + 1))
    parties = [dice.choice(world.people["party"]) or None for _ in range(seats)]
    roles = [Role.ORDFORANDE, Role.VICE_ORDFORANDE, *[Role.LEDAMOT] * (seats - 2 - serving)]
    members = [Attendee(name=next(names), party=p, role=r) for p, r in zip(parties, roles, strict=False)]
    for party in parties[len(roles) :]:
        # The absent member is named after "ersättare för"; only as many as serve.
        members.append(
            Attendee(name=next(names), party=party, role=Role.TJANSTGORANDE_ERSATTARE, replaces=next(names))
        )
    deputies = tuple(
        Attendee(name=next(names), party=dice.choice(parties), role=Role.ERSATTARE) for _ in range(extra)
    )
    officials = tuple(
        Attendee(name=next(names), role=Role.TJANSTEPERSON, title=title)
        for title in dice.sample(world.fill["title"], staff)
    )
    secretary = Attendee(name=next(names), role=Role.SEKRETERARE, title=world.ways.secretary)
    return Board(tuple(members), deputies, officials, secretary)
