"""The matter: sections, decisions, yrkanden, votes, reservations, and the item that holds them."""

from __future__ import annotations

from typing import Literal

from .people import Person
from .value import IsoDate, Value
from .vocabulary import MotionKind, Outcome, SectionKind, VoteChoice


class Section(Value):
    """A headed part of an item, line breaks joined within paragraphs."""

    kind: SectionKind
    heading: str | None
    text: str


class Point(Value):
    """One point of a decision: an att-sats, a numbered point or a sentence."""

    label: str | None
    """The number or letter as written ("1.", "a)"); None for a plain att-sats."""
    text: str
    outcome: Outcome | None = None


class Decision(Value):
    """A decision taken or proposed, text verbatim with line breaks joined."""

    text: str
    status: Literal["beslutat", "foreslaget"]
    level: Literal["eget_beslut", "forslag_till_hogre_organ"]
    body: str | None
    outcome: Outcome | None
    points: tuple[Point, ...] = ()


class Motion(Value):
    """A yrkande."""

    kind: MotionKind
    by: tuple[Person, ...]
    text: str


class Ballot(Value):
    """One person's vote in a roll call."""

    name: str
    party: str | None = None
    vote: VoteChoice
    replaces: str | None = None


class Vote(Value):
    """An omröstning."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    absent: int | None = None
    yes_means: str | None = None
    no_means: str | None = None
    roll: tuple[Ballot, ...] = ()
    casting_vote: bool | None = None
    """True where the chair's casting vote (utslagsröst) decided."""
    result: str | None = None


class Statement(Value):
    """A reservation, a protokollsanteckning or a särskilt yttrande."""

    by: tuple[Person, ...]
    text: str


class BasisDocument(Value):
    """A document that the decision rests on."""

    title: str
    date: IsoDate | None = None
    case_number: str | None = None


class Item(Value):
    """One paragraph (§) of minutes, or the whole matter of a letter (number None)."""

    number: int | None
    suffix: str | None = None
    title: str | None
    case_numbers: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    decisions: tuple[Decision, ...] = ()
    motions: tuple[Motion, ...] = ()
    proposition_order: str | None = None
    """Propositionsordning, verbatim."""
    votes: tuple[Vote, ...] = ()
    reservations: tuple[Statement, ...] = ()
    statements: tuple[Statement, ...] = ()
    recusals: tuple[Person, ...] = ()
    non_participants: tuple[Person, ...] = ()
    basis_documents: tuple[BasisDocument, ...] = ()
    recipients: tuple[str, ...] = ()
