"""The law behind a rule, as it stood at the date of the document.

Kommunallagen binds municipalities, regions and their joint bodies only: an association's minutes are not
measured by it. Of a law whose paragraph was not read in the Code of Statutes, users see only the name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..schema.record import AuthorityKind, Record
from .bodies import is_municipal_body

MUNICIPAL = frozenset({AuthorityKind.KOMMUN, AuthorityKind.REGION, AuthorityKind.KOMMUNALFORBUND})
PUBLIC = MUNICIPAL | {AuthorityKind.MYNDIGHET}


@dataclass(frozen=True, slots=True)
class LawVersion:
    """A law for a span of time."""

    since: str
    """ISO date of coming into force."""
    law: str
    place: str
    """Chapter and paragraph."""
    confirmed: bool
    """True where the paragraph was read in the Code of Statutes."""

    @property
    def citation(self) -> str:
        """What users see."""
        return f"{self.law} {self.place}" if self.confirmed else self.law


@dataclass(frozen=True, slots=True)
class Law:
    """What several laws in turn have said about one matter."""

    applies: str
    """"kommunal" or "offentlig": whose documents it binds."""
    versions: tuple[LawVersion, ...]
    """Newest first."""

    def at(self, date: str) -> LawVersion | None:
        """The version in force on an ISO date."""
        return next((version for version in self.versions if version.since <= date), None)


@cache
def laws() -> Mapping[str, Law]:
    """All laws by name."""
    tables = tomllib.loads(Path(__file__).with_name("laws.toml").read_text(encoding="utf-8"))
    return {
        name: Law(
            table["applies"],
            tuple(LawVersion(v["from"], v["law"], v["place"], v["confirmed"]) for v in table["versions"]),
        )
        for name, table in tables.items()
    }


def binds_municipal_law(record: Record) -> bool:
    """True where Kommunallagen is known to bind the document's owner, or its body is a municipal one."""
    if record.authority is not None and record.authority.kind is not AuthorityKind.OKAND:
        return record.authority.kind in MUNICIPAL
    return is_municipal_body(record.body)


def document_date(record: Record) -> str | None:
    """The day whose law counts: the meeting's, else the document's own."""
    return (record.meeting.date if record.meeting else None) or record.date


def citation(source: str | None, record: Record) -> str | None:
    """What to cite for this document; None where the source is no law, or the date or owner is unknown."""
    law = laws().get(source or "")
    date = document_date(record)
    if law is None or date is None:
        return None
    if law.applies == "kommunal" and not binds_municipal_law(record):
        return None
    version = law.at(date)
    return version.citation if version else None
