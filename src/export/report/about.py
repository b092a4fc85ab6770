"""The head of a document's page: what it is, how good it is, and its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ...schema.record import Attendee, Delegation, Person, Record
from ..naming import document_title
from ..register import person
from ..remark import Remark
from ..walk import date_of
from .html import Child, Html, tag
from .phrases import number, remarked, say, term
from .shell import badge

_FILES = (
    ("document.pdf", "file_pdf"),
    ("text.txt", "file_text"),
    ("record.json", "file_record"),
    ("changes.jsonl", "file_changes"),
)

_PARTS = ("first", "items", "repairs", "pages")


def section(record: Record, folder: Path, notes: Mapping[str, Remark]) -> Html:
    """Title, grade, facts, files, and links to the parts of the page."""
    grade = record.quality.grade
    links = [
        tag("li", tag("a", say(label), href=name)) for name, label in _FILES if (folder / name).is_file()
    ]
    return tag(
        "section",
        tag("p", term("kinds", record.kind), class_="overline"),
        tag("h1", document_title(record), lang="sv", id="title"),
        tag(
            "p",
            badge(grade, term("grade", grade)),
            " ",
            term("grade_meaning", grade),
            class_="verdict",
        ),
        tag("dl", [_fact(name, value) for name, value in _facts(record) if value], class_="facts"),
        tag(
            "nav",
            tag("h2", say("files"), id="files"),
            tag("ul", links),
            aria_labelledby="files",
            class_="files",
        ),
        _attendance(record.attendance),
        _notes(notes),
        tag(
            "nav",
            tag("h2", say("contents"), id="contents"),
            _contents(),
            aria_labelledby="contents",
            class_="files",
        ),
        aria_labelledby="title",
        class_="about",
    )


def _contents() -> Html:
    labels = {"first": "first", "items": "items_title", "repairs": "repairs_title", "pages": "pages_title"}
    return tag("ul", [tag("li", tag("a", say(labels[name]), href=f"#{name}")) for name in _PARTS])


def _facts(record: Record) -> tuple[tuple[str, Child], ...]:
    meeting = record.meeting
    hours = " – ".join(filter(None, (meeting.start, meeting.end))) if meeting else ""
    return (
        ("authority", record.authority.name if record.authority else None),
        ("body", record.body),
        ("date", date_of(record)),
        ("time", hours),
        ("place", meeting.place if meeting else None),
        ("chair", meeting.chair if meeting else None),
        ("secretary", meeting.secretary if meeting else None),
        ("adjusters", ", ".join(meeting.adjusters) if meeting else None),
        ("case_numbers", ", ".join(record.case_numbers)),
        *_delegation(record.delegation),
        ("source", record.source.name),
    )


def _delegation(delegation: Delegation | None) -> tuple[tuple[str, Child], ...]:
    if delegation is None:
        return ()
    deciders = "; ".join(", ".join(filter(None, (one.name, one.title))) for one in delegation.decided_by)
    power = ", ".join(filter(None, (delegation.on_behalf_of, delegation.authority)))
    return ("decided_by", deciders), ("delegated", power)


def _fact(name: str, value: Child) -> Html:
    return tag("div", tag("dt", say(name)), tag("dd", value, lang="sv"))


def _attendance(attendance: Sequence[Attendee]) -> Html | None:
    if not attendance:
        return None
    rows = [
        tag(
            "li",
            person(Person(name=one.name, party=one.party)),
            tag(
                "span", ", ", term("roles", one.role), f", {one.title}" if one.title else None, class_="faint"
            ),
        )
        for one in attendance
    ]
    count = tag("span", number(len(rows)), class_="count")
    return tag(
        "details",
        tag("summary", say("attendance"), " ", count),
        tag("ul", rows, lang="sv"),
        class_="attendance",
    )


def _notes(notes: Mapping[str, Remark]) -> Html | None:
    if not notes:
        return None
    rows = [tag("li", tag("code", name), " ", remarked(remark)) for name, remark in sorted(notes.items())]
    return tag("div", tag("h2", say("notes_title")), tag("ul", rows), class_="files")
