"""The decision record: what a run writes to `record.json` for each document.

Field names are English, values stand as in the document (NFC), closed vocabularies are ASCII Swedish.
None and empty tuples mean that the document says nothing; nothing is guessed.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

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

BoxTuple = tuple[float, float, float, float]
"""x0, top, x1, bottom in points from the top left of the upright page."""

Confidence = Annotated[float, Field(ge=0, le=1)]

IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]

ClockTime = Annotated[str, Field(pattern=r"^\d{2}:\d{2}$")]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Value):
    """The file that the record was read from."""

    name: str
    sha256: str
    pages: int
    media_type: str


class Authority(_Value):
    """The municipality, region or other body that the document belongs to."""

    name: str
    kind: AuthorityKind
    code: str | None = None
    """SCB's code: four digits for a municipality, two for a region."""


class Person(_Value):
    """A person with party, or (name None) a party as a whole."""

    name: str | None
    party: str | None = None


class Attendee(_Value):
    """One person's attendance."""

    name: str
    party: str | None = None
    role: Role
    title: str | None = None
    replaces: str | None = None
    """Name of the member that a serving deputy replaces."""
    items: str | None = None
    """Range of items as written: "§§ 3-14", "ej § 378"."""


class Posting(_Value):
    """Anslag/bevis: the notice that the minutes have been adjusted (Kommunallagen 8:12)."""

    posted_on: IsoDate | None = None
    removed_on: IsoDate | None = None
    storage: str | None = None
    appeal_by: IsoDate | None = None


class Adjournment(_Value):
    """A pause of the meeting."""

    start: ClockTime | None
    end: ClockTime | None
    reason: str | None = None


class Meeting(_Value):
    """The meeting that minutes, an excerpt or a summons is of."""

    date: IsoDate | None = None
    start: ClockTime | None = None
    end: ClockTime | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    adjusters: tuple[str, ...] = ()
    adjusted_on: IsoDate | None = None
    items_from: int | None = None
    items_to: int | None = None
    adjournments: tuple[Adjournment, ...] = ()
    posting: Posting | None = None


class Section(_Value):
    """A headed part of an item, line breaks joined within paragraphs."""

    kind: SectionKind
    heading: str | None
    text: str


class Point(_Value):
    """One point of a decision: an att-sats, a numbered point or a sentence."""

    label: str | None
    """The number or letter as written ("1.", "a)"); None for a plain att-sats."""
    text: str
    outcome: Outcome | None = None


class Decision(_Value):
    """A decision taken or proposed, text verbatim with line breaks joined."""

    text: str
    status: Literal["beslutat", "foreslaget"]
    level: Literal["eget_beslut", "forslag_till_hogre_organ"]
    body: str | None
    outcome: Outcome | None
    points: tuple[Point, ...] = ()


class Motion(_Value):
    """A yrkande."""

    kind: MotionKind
    by: tuple[Person, ...]
    text: str


class Ballot(_Value):
    """One person's vote in a roll call."""

    name: str
    party: str | None = None
    vote: VoteChoice
    replaces: str | None = None


class Vote(_Value):
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


class Statement(_Value):
    """A reservation, a protokollsanteckning or a särskilt yttrande."""

    by: tuple[Person, ...]
    text: str


class BasisDocument(_Value):
    """A document that the decision rests on."""

    title: str
    date: IsoDate | None = None
    case_number: str | None = None


class Item(_Value):
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


class Signature(_Value):
    """A typed name under a signature."""

    name: str
    title: str | None = None


class Delegation(_Value):
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


class Finding(_Value):
    """What a rule has to say about the record."""

    rule: str
    severity: Severity
    message: str
    """In English, one line."""
    at: str
    """JSON pointer into the record."""
    message_sv: str | None = None
    """The message in Swedish."""


class Evidence(_Value):
    """Where a value stands."""

    page: int
    box: BoxTuple | None
    as_written: str
    confidence: Confidence | None


class DoubtfulWord(_Value):
    """A word that a person should look at first."""

    text: str
    box: BoxTuple | None
    reason: str
    confidence: Confidence | None
    alternatives: tuple[str, ...] = ()


class PageQuality(_Value):
    """How well one page was read."""

    number: int
    origin: Literal["text_layer", "repaired_layer", "ocr", "mixed", "empty"]
    reason: str
    words: int
    confidence: Confidence | None
    doubtful: tuple[DoubtfulWord, ...] = ()
    printed: str | None = None
    """The page's number as printed on it: "3 (24)"."""
    fault: str | None = None
    """What went wrong when the page could not be read."""
    ink: float | None = Field(None, ge=0, le=1)
    """Share of the page that is dark, where it was measured; tells an empty page from an unread one."""


class ContentsEntry(_Value):
    """One line of a table of contents."""

    number: int | None
    title: str
    page: int | None = None
    """As printed."""


class Quality(_Value):
    """How well the document was read."""

    grade: Grade
    pages: tuple[PageQuality, ...]


class Part(_Value):
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


class Record(_Value):
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
    evidence: dict[str, tuple[Evidence, ...]] = {}
    """JSON pointer of a value to the places where it stands."""
    quality: Quality
