"""The true record of a laid-out document: what was meant, cut down to what the layout prints."""

from __future__ import annotations

import hashlib

from justera.schema.record import ContentsEntry, Grade, Kind, Meeting, PageQuality, Quality, Record, Source

from ..content.model import Script
from ..paper.sheet import Paper
from .catalogue import LAYOUTS

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "png": "image/png",
    "jpg": "image/jpeg",
    "txt": "text/plain",
}

TITLED_BY_KIND = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG, Kind.KALLELSE, Kind.FOREDRAGNINGSLISTA)
"""Kinds whose heading only names the kind: the record has no title then."""

WITHOUT_MEETING = (Kind.TJANSTESKRIVELSE, Kind.FOREDRAGNINGS_PM, Kind.DELEGATIONSBESLUT, Kind.OVRIGT)


def record(script: Script, layout: str, paper: Paper, *, name: str, data: bytes, origin: str) -> Record:
    """The record that a perfect reading of the file gives; findings and evidence are left empty.

    Args:
        script: what the document says.
        layout: the name of its layout, which may leave some facts unprinted.
        paper: how it was laid out, for the words on each page.
        name: the file's name.
        data: the file.
        origin: where a reader gets the text from ("ocr", "text_layer", "repaired_layer").
    """
    silent = LAYOUTS[layout].silent
    return Record(
        source=Source(
            name=name,
            sha256=hashlib.sha256(data).hexdigest(),
            pages=len(paper.sheets),
            media_type=MEDIA_TYPES[name.rpartition(".")[2]],
        ),
        kind=script.kind,
        authority=script.office.authority,
        body=script.body,
        title=None if script.kind in TITLED_BY_KIND else script.title,
        date=script.date,
        case_numbers=script.case_numbers,
        meeting=_meeting(script, silent),
        attendance=script.attendance,
        items=tuple(matter.item for matter in script.matters),
        signatures=() if "signatures" in silent else script.signatures,
        contents=_contents(script, layout, paper),
        delegation=script.delegation,
        quality=Quality(grade=Grade.GOD, pages=_pages(paper, origin)),
    )


def _contents(script: Script, layout: str, paper: Paper) -> tuple[ContentsEntry, ...]:
    """The lines of the contents page, where the layout has one; its page numbers are the outline's."""
    if not LAYOUTS[layout].design.contents:
        return ()
    return tuple(
        ContentsEntry(number=matter.number, title=matter.title, page=page)
        for matter, (_, page) in zip(script.matters, paper.outline, strict=True)
    )


def _pages(paper: Paper, origin: str) -> tuple[PageQuality, ...]:
    return tuple(
        PageQuality.model_validate(
            {"number": n, "origin": origin, "reason": "truth", "words": len(text.split()), "confidence": None}
        )
        for n, text in enumerate(paper.pages, 1)
    )


def _meeting(script: Script, silent: tuple[str, ...]) -> Meeting | None:
    if script.meeting is None or script.kind in WITHOUT_MEETING:
        return None
    unsaid = {field: None for field in silent if field in Meeting.model_fields}
    return script.meeting.model_copy(update=unsaid)
