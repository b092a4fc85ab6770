"""Whole documents by dice: the same seed, kind and size give the same document."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from justera.schema.record import Attendee, Delegation, Kind, Meeting, Posting, Role, SectionKind, Signature

from .matter_maker import DATA as MATTERS
from .matter_maker import Setting, case_number, matter
from .model import Letterhead, Matter, Office, Part, Script
from .people import DATA as NAMES
from .people import Board, board, offices
from .slots import definite
from .writing import Writer

BOOKS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("headings.toml").read_text("utf-8"))[
    "book"
]

FAMILIES = (
    "{code} {year}/{n}",
    "{code}/{year}:{n}",
    "{code}-{year}-{n:05d}",
    "{yy:02d}{code}{n}",
    "{code} {yy:02d}/{n:04d}",
)
"""Ways of writing case numbers; one for each authority."""

PLACES = ("Stadshuset, {}", "Sammanträdesrum Åkern, kommunhuset", "Sessionssalen", "Folkets hus")

VERBS = ("beslutar", "beslutar", "beslutade", "beslutar följande")


def _writer(dice: random.Random, body: str) -> Writer:
    book = dice.choice(BOOKS)
    headings = {SectionKind(kind): text.replace("{Org}", body) for kind, text in book.items()}
    return Writer(body, headings, dice.choice(("att", "att", "numbered", "lettered")))


def _day(dice: random.Random) -> date:
    """A weekday between 1995 and 2025."""
    day = date(1995, 1, 9) + timedelta(dice.randrange(30 * 365))
    return day - timedelta(max(0, day.weekday() - 4))


def _office(dice: random.Random) -> tuple[Office, str]:
    office = dice.choice(offices())
    return office, dice.choice(NAMES["bodies"][office.kind.value])


def _setting(dice: random.Random, body: str, office: Office, people: Board) -> Setting:
    above = "regionfullmäktige" if office.kind.value == "region" else "kommunfullmäktige"
    executive = body in ("Kommunstyrelsen", "Regionstyrelsen")
    return Setting(
        writer=_writer(dice, body),
        day=_day(dice),
        voters=people.voters,
        code=NAMES["codes"][body],
        family=random.Random(office.name).choice(FAMILIES),
        verb=dice.choice(VERBS),
        higher=above if executive else None,
    )


def _meeting(
    dice: random.Random, office: Office, people: Board, day: date, numbers: tuple[int, int] | None
) -> Meeting:
    adjusted = day + timedelta(dice.randint(1, 12))
    posted = adjusted + timedelta(dice.randint(0, 2))
    start = dice.choice(("08:30", "09:00", "13:00", "13:15", "14:00", "18:30"))
    hour, minute = int(start[:2]) + dice.randint(1, 4), dice.choice(("00", "05", "15", "30", "40", "55"))
    adjusters = (
        [member.name for member in people.members[2:4]] if dice.random() < 0.4 else [people.members[2].name]
    )
    return Meeting(
        date=day.isoformat(),
        start=start,
        end=f"{hour:02d}:{minute}" if numbers else None,
        place=dice.choice(
            (
                f"Stadshuset, {office.town}",
                "Sammanträdesrum Åkern, kommunhuset",
                "Sessionssalen",
                "Folkets hus",
            )
        ),
        chair=people.members[0].name,
        secretary=people.secretary.name,
        adjusters=tuple(adjusters) if numbers else (),
        adjusted_on=adjusted.isoformat() if numbers else None,
        items_from=numbers[0] if numbers else None,
        items_to=numbers[1] if numbers else None,
        posting=Posting(
            posted_on=posted.isoformat(),
            removed_on=(posted + timedelta(22)).isoformat(),
            storage=f"Kansliet, {office.town}",
        )
        if numbers
        else None,
    )


def minutes(seed: int, *, items: int | None = None) -> Script:
    """Minutes with so many items (by dice 4 to 14)."""
    dice = random.Random(f"minutes {seed}")
    office, body = _office(dice)
    people = board(dice, MATTERS["fill"]["title"])
    setting = _setting(dice, body, office, people)
    first, count = dice.choice((1, 12, 26, 87, 143, 311)), items or dice.randint(4, 14)
    away = dice.randrange(2, len(people.members)) if dice.random() < 0.4 else None
    missed = first + dice.randrange(count)
    matters = tuple(
        matter(dice, n, _without(setting, away) if n == missed else setting)
        for n in range(first, first + count)
    )
    meeting = _meeting(dice, office, people, setting.day, (first, first + count - 1))
    signers = [(people.secretary.name, "Sekreterare"), (people.members[0].name, "Ordförande")]
    signers += [(name, "Justerande") for name in meeting.adjusters]
    return Script(
        kind=Kind.PROTOKOLL,
        office=office,
        body=body,
        title=dice.choice(("Sammanträdesprotokoll", "Protokoll", f"Protokoll från {definite(body)}")),
        date=meeting.date,
        meeting=meeting,
        attendance=_absent(people, away, missed),
        matters=matters,
        protocol_number=dice.randint(1, 20),
        signatures=tuple(Signature(name=name, title=title) for name, title in signers),
    )


def _without(setting: Setting, away: int | None) -> Setting:
    """The meeting while one member is out of the room."""
    return replace(setting, voters=tuple(v for n, v in enumerate(setting.voters) if n != away))


def _absent(people: Board, away: int | None, missed: int) -> tuple[Attendee, ...]:
    """The attendance list, in which one member may have missed an item."""
    return tuple(
        person.model_copy(update={"items": f"ej § {missed}"}) if n == away else person
        for n, person in enumerate(people.everyone)
    )


def excerpt(seed: int) -> Script:
    """One § of minutes, certified."""
    dice = random.Random(f"excerpt {seed}")
    whole = minutes(seed, items=1)
    clerk = Signature(
        name=board(dice, MATTERS["fill"]["title"], size=7).secretary.name, title="Nämndsekreterare"
    )
    assert whole.meeting is not None
    meeting = Meeting(date=whole.meeting.date)
    return Script(
        kind=Kind.PROTOKOLLSUTDRAG,
        office=whole.office,
        body=whole.body,
        date=whole.date,
        meeting=meeting,
        matters=whole.matters,
        case_numbers=whole.matters[0].case_numbers,
        signatures=(clerk,),
    )


def _proposal(parts: tuple[Part, ...], writer: Writer) -> tuple[Part, ...]:
    """A decided matter turned into the proposal before it; what happened at the meeting is left out."""
    kept = (
        SectionKind.SAMMANFATTNING,
        SectionKind.ARENDEBESKRIVNING,
        SectionKind.BEDOMNING,
        SectionKind.EKONOMI,
        SectionKind.KONSEKVENSER,
        SectionKind.BESLUTSUNDERLAG,
        SectionKind.EXPEDIERING,
    )
    decided = next(part for part in parts if part.section.kind is SectionKind.BESLUT)
    proposals = tuple(d.model_copy(update={"status": "foreslaget"}) for d in decided.facts.decisions)
    given = [(decision.text.split("\n"), decision) for decision in proposals]
    return (writer.decision(*given, proposed=True), *(part for part in parts if part.section.kind in kept))


def letter(seed: int, *, kind: Kind = Kind.TJANSTESKRIVELSE) -> Script:
    """A letter to a board with a proposal: tjänsteskrivelse or föredragnings-PM."""
    dice = random.Random(f"letter {seed}")
    office, body = _office(dice)
    people = board(dice, MATTERS["fill"]["title"], size=7)
    setting = _setting(dice, body, office, people)
    told = matter(dice, 0, setting, contested=False)
    handler = people.officials[0]
    return Script(
        kind=kind,
        office=office,
        body=body,
        title=told.title,
        date=setting.day.isoformat(),
        case_numbers=told.case_numbers,
        matters=(
            Matter(None, told.title, _proposal(told.parts, setting.writer), case_numbers=told.case_numbers),
        ),
        letterhead=Letterhead(
            unit="Förvaltningskontoret",
            handler=handler.name,
            handler_title=(handler.title or "").capitalize(),
            handler_phone=office.phone,
            to=(body,),
        ),
        signatures=(Signature(name=handler.name, title=(handler.title or "").capitalize()),),
    )


def summons(seed: int, *, items: int | None = None) -> Script:
    """A summons with its agenda."""
    dice = random.Random(f"summons {seed}")
    office, body = _office(dice)
    people = board(dice, MATTERS["fill"]["title"])
    setting = _setting(dice, body, office, people)
    fixed = [
        Matter(1, "Upprop och val av justerare", ()),
        Matter(2, "Godkännande av föredragningslistan", ()),
    ]
    rest = [matter(dice, n, setting) for n in range(3, 3 + (items or dice.randint(4, 12)))]
    called = tuple(m.model_copy(update={"role": Role.LEDAMOT, "replaces": None}) for m in people.members)
    return Script(
        kind=Kind.KALLELSE,
        office=office,
        body=body,
        title=dice.choice(("Kallelse", "Kallelse till sammanträde")),
        date=setting.day.isoformat(),
        meeting=_meeting(dice, office, people, setting.day, None),
        attendance=(*called, *people.deputies),
        matters=(*fixed, *(Matter(m.number, m.title, (), case_numbers=m.case_numbers) for m in rest)),
    )


def delegated(seed: int) -> Script:
    """A decision taken by one official on a board's behalf."""
    dice = random.Random(f"delegated {seed}")
    office, body = _office(dice)
    people = board(dice, MATTERS["fill"]["title"], size=7)
    setting = _setting(dice, body, office, people)
    writer = Writer(body, setting.writer.headings, "att")
    told = matter(dice, 0, replace(setting, writer=writer, higher=None), contested=False)
    decider = people.officials[0]
    title = (decider.title or "").capitalize()
    power = f"punkt {dice.randint(1, 9)}.{dice.randint(1, 20)} i {definite(body)}s delegationsordning"
    ground = writer.part(
        SectionKind.UPPLYSNINGAR, f"Beslutet är fattat med stöd av {power}.", heading="Lagstöd"
    )
    case = (case_number(dice, setting),)
    signer = Signature(name=decider.name, title=title)
    return Script(
        kind=Kind.DELEGATIONSBESLUT,
        office=office,
        body=body,
        title=told.title,
        date=setting.day.isoformat(),
        case_numbers=case,
        matters=(Matter(None, told.title, (*told.parts, ground), case_numbers=case),),
        letterhead=Letterhead(handler=decider.name, handler_title=title),
        signatures=(signer,),
        delegation=Delegation(
            decided_on=setting.day.isoformat(), decided_by=(signer,), on_behalf_of=body, authority=power
        ),
    )


MAKERS = {
    "protokoll": minutes,
    "protokollsutdrag": excerpt,
    "tjansteskrivelse": letter,
    "foredragnings_pm": lambda seed: letter(seed, kind=Kind.FOREDRAGNINGS_PM),
    "kallelse": summons,
    "delegationsbeslut": delegated,
}
"""Makers of documents by kind."""
