"""Who: authorities, persons, their attendance and signatures."""

from __future__ import annotations

from .value import Value
from .vocabulary import AuthorityKind, Role


class Authority(Value):
    """The municipality, region or other body that the document belongs to."""

    name: str
    kind: AuthorityKind
    code: str | None = None
    """SCB's code: four digits for a municipality, two for a region."""


class Person(Value):
    """A person with party, or (name None) a party as a whole."""

    name: str | None
    party: str | None = None


class Attendee(Value):
    """One person's attendance."""

    name: str
    party: str | None = None
    role: Role
    title: str | None = None
    replaces: str | None = None
    """Name of the member that a serving deputy replaces."""
    items: str | None = None
    """Range of items as written: "§§ 3-14", "ej § 378"."""


class Signature(Value):
    """A typed name under a signature."""

    name: str
    title: str | None = None
