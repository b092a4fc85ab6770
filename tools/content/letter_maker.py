"""Documents about one matter: letters to a board, decisions on its behalf, decisions of agencies."""

from __future__ import annotations

import random
from dataclasses import replace

from justera.schema.record import Delegation, Kind, SectionKind, Signature

from .matter_maker import case_number, matter, proposed
from .meeting_maker import office_and_body, setting
from .model import Letterhead, Matter, Part, Script
from .people import board
from .slots import definite
from .world import World, world
from .writing import Writer

KEPT = (
    SectionKind.SAMMANFATTNING,
    SectionKind.ARENDEBESKRIVNING,
    SectionKind.BAKGRUND,
    SectionKind.BEREDNING,
    SectionKind.BEDOMNING,
    SectionKind.EKONOMI,
    SectionKind.KONSEKVENSER,
    SectionKind.UPPFOLJNING,
    SectionKind.BESLUTSUNDERLAG,
    SectionKind.EXPEDIERING,
)
"""What of a decided matter stands in the letter before the meeting."""


def _proposal(parts: tuple[Part, ...], writer: Writer) -> tuple[Part, ...]:
    """A decided matter turned into the proposal before it; what happened at the meeting is left out."""
    decided = next(part for part in parts if part.section.kind is SectionKind.BESLUT)
    return (
        proposed(writer, decided.facts.decisions),
        *(part for part in parts if part.section.kind in KEPT),
    )


def _capital(words: str | None) -> str:
    """The words as "Tf ekonomichef"; abbreviations keep their capitals."""
    return f"{words[0].upper()}{words[1:]}" if words else ""


def letter(seed: int, told: World | None = None, *, kind: Kind = Kind.TJANSTESKRIVELSE) -> Script:
    """A letter to a board with a proposal: tjänsteskrivelse or föredragnings-PM."""
    told = told or world()
    dice = random.Random(f"letter {seed}")
    office, body = office_and_body(dice, told)
    people = board(dice, told, size=7)
    shared = setting(dice, told, body, office, people)
    about = matter(dice, 0, shared, contested=False)
    handler = people.officials[0]
    parts = _proposal(about.parts, shared.writer)
    return Script(
        kind=kind,
        office=office,
        body=body,
        code=shared.code,
        title=about.title,
        date=shared.day.isoformat(),
        case_numbers=about.case_numbers,
        matters=(Matter(None, about.title, parts, case_numbers=about.case_numbers),),
        letterhead=Letterhead(
            unit="Förvaltningskontoret",
            handler=handler.name,
            handler_title=_capital(handler.title),
            handler_phone=office.phone,
            to=(body,),
        ),
        signatures=(Signature(name=handler.name, title=_capital(handler.title)),),
    )


def delegated(seed: int, told: World | None = None) -> Script:
    """A decision taken by one official on a board's behalf."""
    told = told or world()
    dice = random.Random(f"delegated {seed}")
    office, body = office_and_body(dice, told)
    people = board(dice, told, size=7)
    shared = setting(dice, told, body, office, people)
    writer = Writer(body, shared.writer.headings, "att")
    about = matter(dice, 0, replace(shared, writer=writer, higher=None), contested=False)
    decider = people.officials[0]
    power = f"punkt {dice.randint(1, 9)}.{dice.randint(1, 20)} i {definite(body)}s delegationsordning"
    ground = writer.part(
        SectionKind.UPPLYSNINGAR, f"Beslutet är fattat med stöd av {power}.", heading="Lagstöd"
    )
    parts = [part for part in about.parts if part.section.kind is not SectionKind.FORSLAG_TILL_BESLUT]
    case = (case_number(dice, shared),)
    signer = Signature(name=decider.name, title=_capital(decider.title))
    day = shared.day.isoformat()
    return Script(
        kind=Kind.DELEGATIONSBESLUT,
        office=office,
        body=body,
        code=shared.code,
        title=about.title,
        date=day,
        case_numbers=case,
        matters=(Matter(None, about.title, (*parts, ground), case_numbers=case),),
        letterhead=Letterhead(handler=signer.name, handler_title=signer.title),
        signatures=(signer,),
        delegation=Delegation(decided_on=day, decided_by=(signer,), on_behalf_of=body, authority=power),
    )


def agency(seed: int, told: World | None = None) -> Script:
    """A letter in which an authority itself decides; its bodies are the authority's short name."""
    told = told or world("heldout_agency")
    dice = random.Random(f"agency {seed}")
    office, short = office_and_body(dice, told)
    people = board(dice, told, size=7)
    shared = setting(dice, told, short, office, people)
    about = matter(dice, 0, shared)
    decider, handler = people.officials[0], people.secretary
    signers = (
        Signature(name=decider.name, title=_capital(decider.title)),
        Signature(name=handler.name, title=_capital(handler.title)),
    )
    return Script(
        kind=Kind.OVRIGT,
        office=office,
        body=None,
        title=about.title,
        date=shared.day.isoformat(),
        case_numbers=about.case_numbers,
        matters=(replace(about, number=None),),
        letterhead=Letterhead(
            handler=handler.name,
            handler_title=_capital(handler.title),
            handler_phone=office.phone,
            to=tuple(dice.choice(told.fill["addressee"]).split("|")),
        ),
        signatures=signers,
    )
