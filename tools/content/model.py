"""An invented document as its author meant it: text to print and truth record come from one source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import chain

from justera.schema.record import (
    Attendee,
    Authority,
    AuthorityKind,
    BasisDocument,
    Decision,
    Delegation,
    Item,
    Kind,
    Meeting,
    Motion,
    Person,
    Section,
    SectionKind,
    Signature,
    Statement,
    Vote,
)


@dataclass(frozen=True)
class Office:
    """An invented authority and what its letterhead says."""

    name: str
    kind: AuthorityKind
    postal: str
    """Postal address in one line: "Box 14, 781 21 Ålsjö"."""
    visit: str
    """Visiting address."""
    phone: str
    email: str
    web: str
    org_number: str
    town: str

    @property
    def authority(self) -> Authority:
        """The authority as the record has it; invented ones have no code of SCB's."""
        return Authority(name=self.name, kind=self.kind)


@dataclass(frozen=True)
class Facts:
    """What a part of a matter adds to the record."""

    decisions: tuple[Decision, ...] = ()
    motions: tuple[Motion, ...] = ()
    votes: tuple[Vote, ...] = ()
    reservations: tuple[Statement, ...] = ()
    statements: tuple[Statement, ...] = ()
    recusals: tuple[Person, ...] = ()
    non_participants: tuple[Person, ...] = ()
    basis_documents: tuple[BasisDocument, ...] = ()
    recipients: tuple[str, ...] = ()


NO_FACTS = Facts()


@dataclass(frozen=True)
class Part:
    """A headed section with the facts that it states."""

    section: Section
    facts: Facts = NO_FACTS
    table: tuple[tuple[str, ...], ...] = ()
    """Rows that a layout may set as a table; joined by spaces they are the last paragraphs of the text."""
    appended: tuple[tuple[str, ...], ...] = ()
    """Rows of a voting list that stands behind the document and not in the text."""


@dataclass(frozen=True)
class Matter:
    """One paragraph (§) of minutes, or the one matter of a letter."""

    number: int | None
    title: str
    parts: tuple[Part, ...]
    suffix: str | None = None
    case_numbers: tuple[str, ...] = ()
    class_code: str | None = None
    """Code of the registry plan, printed after the case number by some authorities."""

    @property
    def item(self) -> Item:
        """The matter as the record has it."""
        facts = {
            field.name: tuple(chain.from_iterable(getattr(part.facts, field.name) for part in self.parts))
            for field in fields(Facts)
        }
        order = [part.section.text for part in self.parts if part.section.kind == "propositionsordning"]
        return Item(
            number=self.number,
            suffix=self.suffix,
            title=self.title,
            case_numbers=self.case_numbers,
            sections=_sections(self.parts),
            proposition_order="\n".join(order) or None,
            **facts,
        )


def _sections(parts: Iterable[Part]) -> tuple[Section, ...]:
    """The sections as a reader sees them: a part without a heading runs on from what stands before it.

    Before the first heading nothing tells the kind of what is said.
    """
    sections: list[Section] = []
    for section in (part.section for part in parts):
        if section.heading is not None:
            sections.append(section)
        elif sections:
            text = paragraphs((sections[-1].text, section.text))
            sections[-1] = sections[-1].model_copy(update={"text": text})
        else:
            sections.append(Section(kind=SectionKind.ANNAT, heading=None, text=section.text))
    return tuple(sections)


@dataclass(frozen=True)
class Letterhead:
    """What letters say above their text."""

    unit: str | None = None
    handler: str | None = None
    handler_title: str | None = None
    handler_phone: str | None = None
    to: tuple[str, ...] = ()
    """Addressee, line by line."""


NO_LETTERHEAD = Letterhead()


@dataclass(frozen=True)
class Script:
    """A whole document before it is laid out."""

    kind: Kind
    office: Office
    body: str | None
    matters: tuple[Matter, ...]
    title: str | None = None
    date: str | None = None
    case_numbers: tuple[str, ...] = ()
    meeting: Meeting | None = None
    attendance: tuple[Attendee, ...] = ()
    signatures: tuple[Signature, ...] = ()
    letterhead: Letterhead = NO_LETTERHEAD
    protocol_number: int | None = None
    closing: tuple[str, ...] = ()
    """Last words of a letter ("Med vänlig hälsning")."""
    code: str | None = None
    """The body's registry code, "KS"."""
    delegation: Delegation | None = None
    """What a decision on a board's behalf shows."""

    def people(self, *roles: str) -> tuple[Attendee, ...]:
        """Attendees with one of the roles, in order."""
        return tuple(person for person in self.attendance if person.role in roles)


def paragraphs(texts: Iterable[str]) -> str:
    """Paragraphs as the text of a section."""
    return "\n".join(texts)
