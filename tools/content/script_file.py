"""Documents written by hand: a TOML file to a script."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from justera.schema.record import (
    AuthorityKind,
    Ballot,
    BasisDocument,
    Delegation,
    Kind,
    Meeting,
    MotionKind,
    Outcome,
    SectionKind,
    Signature,
    Vote,
    VoteChoice,
)

from .model import Letterhead, Matter, Office, Part, Script
from .persons import attendee, persons
from .slots import long_date
from .writing import Clause, Writer, basis, counted

Table = Mapping[str, Any]


def read_script(path: Path, authorities: Path) -> Script:
    """The script in a file; `authorities` is the TOML of letterheads by key."""
    data = tomllib.loads(path.read_text("utf-8"))
    writer = Writer(
        data["body"],
        {SectionKind(kind): text for kind, text in data.get("headings", {}).items()},
        data.get("points", "att"),
    )
    return Script(
        kind=Kind(data["kind"]),
        office=_office(tomllib.loads(authorities.read_text("utf-8"))[data["authority"]]),
        body=data["body"] if data.get("names_body", True) else None,
        title=data.get("title"),
        date=data["date"],
        case_numbers=tuple(data.get("case_numbers", ())),
        meeting=Meeting.model_validate(data["meeting"]) if "meeting" in data else None,
        attendance=tuple(attendee(entry) for entry in data.get("attendance", ())),
        code=data.get("code"),
        matters=tuple(_matter(entry, writer) for entry in data.get("matter", ())),
        signatures=tuple(Signature(name=name, title=title) for name, title in data.get("signatures", ())),
        letterhead=_letterhead(data.get("letterhead", {})),
        protocol_number=data.get("protocol_number"),
        closing=tuple(data.get("closing", ())),
        delegation=Delegation.model_validate(data["delegation"]) if "delegation" in data else None,
    )


def _office(entry: Table) -> Office:
    return Office(**{**entry, "kind": AuthorityKind(entry["kind"])})


def _letterhead(entry: Table) -> Letterhead:
    return Letterhead(**{**entry, "to": tuple(entry.get("to", ()))})


def _matter(entry: Table, writer: Writer) -> Matter:
    return Matter(
        number=entry.get("number"),
        suffix=entry.get("suffix"),
        title=entry["title"],
        case_numbers=tuple(entry.get("case_numbers", ())),
        parts=tuple(_part(part, writer) for part in entry.get("part", ())),
    )


def _part(entry: Table, writer: Writer) -> Part:
    kind = SectionKind(entry["kind"])
    if kind in READERS:
        return READERS[kind](entry, writer)
    return writer.part(kind, *entry["text"], heading=entry.get("heading"))


def _decision(entry: Table, writer: Writer) -> Part:
    given = [
        writer.decided(
            one.get("lead"),
            [Clause(text, Outcome(outcome)) for text, outcome in one["points"]],
            proposed=entry["kind"] == "forslag_till_beslut",
            upward=one.get("upward", False),
            body=one.get("body"),
            style=one.get("style"),
        )
        for one in entry["decision"]
    ]
    return writer.decision(
        *given, proposed=entry["kind"] == "forslag_till_beslut", heading=entry.get("heading")
    )


def _motions(entry: Table, writer: Writer) -> Part:
    given = [(MotionKind(kind), persons(by), text) for kind, by, text in entry["motions"]]
    return writer.motions(*given, heading=entry.get("heading"))


def _vote(entry: Table, writer: Writer) -> Part:
    roll = [
        Ballot(name=who.name or "", party=who.party, vote=VoteChoice(choice))
        for choice in ("ja", "nej", "avstar", "franvarande")
        for who in persons(entry.get(choice, ()))
    ]
    known = {key: entry[key] for key in ("yes_means", "no_means", "result", "casting_vote") if key in entry}
    vote = counted(roll, **known) if roll else Vote.model_validate({**known, **entry["counts"]})
    return writer.vote(vote, *entry["text"], table=entry.get("table", False), heading=entry.get("heading"))


def _document(title: str, date: str | None = None, joint: str = ",") -> BasisDocument:
    """Printed as "title, 2024-03-12", or with the joint "den" as "title den 12 mars 2024"."""
    if date and joint == "den":
        return BasisDocument(title=f"{title} den {long_date(date)}", date=date)
    return basis(title, date)


def _reservation(entry: Table, writer: Writer) -> Part:
    return writer.reservation(persons(entry["by"]), entry["text"], heading=entry.get("heading"))


def _statement(entry: Table, writer: Writer) -> Part:
    kind = SectionKind(entry["kind"])
    return writer.statement(kind, persons(entry["by"]), entry["text"], heading=entry.get("heading"))


READERS: dict[SectionKind, Callable[[Table, Writer], Part]] = {
    SectionKind.BESLUT: _decision,
    SectionKind.FORSLAG_TILL_BESLUT: _decision,
    SectionKind.YRKANDEN: _motions,
    SectionKind.OMROSTNING: _vote,
    SectionKind.RESERVATION: _reservation,
    SectionKind.PROTOKOLLSANTECKNING: _statement,
    SectionKind.SARSKILT_YTTRANDE: _statement,
    SectionKind.JAV: lambda entry, writer: writer.recusal(persons(entry["people"]), entry["text"]),
    SectionKind.DELTAR_INTE: lambda entry, writer: writer.abstaining(persons(entry["people"]), entry["text"]),
    SectionKind.BESLUTSUNDERLAG: lambda entry, writer: writer.basis(
        *(_document(*document) for document in entry["documents"]), heading=entry.get("heading")
    ),
    SectionKind.EXPEDIERING: lambda entry, writer: writer.recipients(
        *entry["recipients"], heading=entry.get("heading")
    ),
}
"""How the parts that state facts are read; all others are plain text."""
