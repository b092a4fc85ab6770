"""The decision record: what a run writes to `record.json` for each document.

Field names are English, values stand as in the document (NFC), closed vocabularies are ASCII Swedish.
None and empty tuples mean that the document says nothing; nothing is guessed.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from .item import Ballot, BasisDocument, Decision, Item, Motion, Point, Section, Statement, Vote
from .meeting import Adjournment, Meeting, Posting
from .people import Attendee, Authority, Person, Signature
from .quality import DoubtfulWord, Evidence, Finding, PageQuality, Quality
from .value import BoxTuple, ClockTime, Confidence, IsoDate, Value
from .vocabulary import (
    AuthorityKind,
    Grade,
    Kind,
    MotionKind,
    Outcome,
    Role,
    SectionKind,
    Severity,
    VoteChoice,
)

__all__ = [
    "SCHEMA_VERSION",
    "Adjournment",
    "Attendee",
    "Authority",
    "AuthorityKind",
    "Ballot",
    "BasisDocument",
    "BoxTuple",
    "ClockTime",
    "Confidence",
    "ContentsEntry",
    "Decision",
    "Delegation",
    "DoubtfulWord",
    "Evidence",
    "Finding",
    "Grade",
    "IsoDate",
    "Item",
    "Kind",
    "Meeting",
    "Motion",
    "MotionKind",
    "Outcome",
    "PageQuality",
    "Part",
    "Person",
    "Point",
    "Posting",
    "Quality",
    "Record",
    "Role",
    "Section",
    "SectionKind",
    "Severity",
    "Signature",
    "Source",
    "Statement",
    "Vote",
    "VoteChoice",
]

SCHEMA_VERSION: Final = "1.0"


class Source(Value):
    """The file that the record was read from."""

    name: str
    sha256: str
    pages: int
    media_type: str


class Delegation(Value):
    """What a decision on a board's behalf must show (Förvaltningslagen 2017:900, 31 §)."""

    decided_on: IsoDate | None = None
    decided_by: tuple[Signature, ...] = ()
    on_behalf_of: str | None = None
    """The board whose power was delegated."""
    authority: str | None = None
    """Where the power stands, verbatim: "punkt 3.1 i nämndens delegationsordning"."""
    law: tuple[str, ...] = ()
    """Sections of law that the decision rests on, as written."""
    presenter: str | None = None
    """Föredragande."""
    present: tuple[str, ...] = ()
    """Who took part in the final handling without deciding."""
    reported_on: IsoDate | None = None
    """When the board was, or will be, told."""


class ContentsEntry(Value):
    """One line of a table of contents."""

    number: int | None
    title: str
    page: int | None = None
    """As printed."""


class Part(Value):
    """A further document in the same file: an appendix, or the next of a bundle."""

    pages_from: int
    pages_to: int
    kind: Kind
    kind_reason: str | None = None
    authority: Authority | None = None
    body: str | None = None
    title: str | None = None
    date: IsoDate | None = None
    case_numbers: tuple[str, ...] = ()
    meeting: Meeting | None = None
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    signatures: tuple[Signature, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    delegation: Delegation | None = None


class Record(Value):
    """A validated, structured decision record of one document."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    source: Source
    kind: Kind
    kind_reason: str | None = None
    """The evidence that told the kind."""
    authority: Authority | None = None
    body: str | None = None
    title: str | None = None
    date: IsoDate | None = None
    case_numbers: tuple[str, ...] = ()
    meeting: Meeting | None = None
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    signatures: tuple[Signature, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    """The document's own table of contents."""
    delegation: Delegation | None = None
    """Of a delegationsbeslut."""
    parts: tuple[Part, ...] = ()
    """The documents that follow the first one in the file; the fields above are the first one's."""
    findings: tuple[Finding, ...] = ()
    evidence: dict[str, tuple[Evidence, ...]] = Field(default={})
    """JSON pointer of a value to the places where it stands."""
    quality: Quality
