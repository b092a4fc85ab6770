"""Worlds: authorities of one sort with their people, matters and ways of writing, each in one TOML file.

Those that begin with heldout_ are for testing only, as are the layouts that set them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

WORLDS = Path(__file__).with_name("worlds")


@dataclass(frozen=True)
class Ways:
    """How the authorities of a world keep their minutes; chances are from 0 to 1."""

    years: tuple[int, int]
    """First and last year of the documents."""
    families: tuple[str, ...]
    """Ways of writing case numbers, one for each authority; empty where it has none."""
    verbs: tuple[str, ...]
    """ "{Org} beslutar", "BESLÖTS"."""
    points: tuple[str, ...]
    """How points are marked (`writing.labelled`)."""
    places: tuple[str, ...]
    starts: tuple[str, ...]
    first_numbers: tuple[int, ...]
    titles: tuple[str, ...]
    higher: Mapping[str, str]
    """The body above each body; "*" for all others."""
    unit: str | None = None
    """ "kommunen"; by the body's name where None."""
    inline: float = 0.5
    """That a single point stands on the line of its lead."""
    first: float = 0.6
    """That an item begins with its decision."""
    suffix: float = 0.0
    """That an item is followed by one with a letter ("§ 12 a")."""
    repeats: float = 0.0
    """That minutes print the proposal besides the decision."""
    lead: bool = True
    """Whether decisions are led in; if not, points are sentences."""
    basis: str = "iso"
    """How dates of basis documents are written: "iso", "den", "paren" or "none"."""
    ranges: tuple[str, ...] = ("ej § {n}",)
    """How a member's absence is noted: from item a, to item b, or without item n."""
    secretary: str = "sekreterare"
    signers: tuple[str, str, str] = ("Sekreterare", "Ordförande", "Justerande")
    """Titles under the signatures of secretary, chair and adjusters."""


@dataclass(frozen=True)
class World:
    """Everything that documents of one sort are made of."""

    ways: Ways
    people: Mapping[str, Any]
    """Given names, surnames, parties, authorities, their bodies and registry codes."""
    books: tuple[Mapping[str, str], ...]
    """Headings of sections; every book is one authority's way."""
    matters: tuple[Mapping[str, Any], ...]
    fill: Mapping[str, Any]
    """Values of the blanks in matters."""
    words: Mapping[str, Any]
    """What is said in motions, votes, reservations and asides."""


WORDS = ("motions", "order", "question", "tally", "reservation", "asides")


@cache
def world(name: str = "towns") -> World:
    """The world of that name."""
    data = tomllib.loads((WORLDS / f"{name}.toml").read_text("utf-8"))
    ways: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in data["ways"].items()
    }
    return World(
        ways=Ways(**ways),
        people=data["people"],
        books=tuple(data["book"]),
        matters=tuple(data["matter"]),
        fill=data["fill"],
        words={key: data[key] for key in WORDS},
    )
