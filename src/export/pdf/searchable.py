"""A document as a searchable PDF: the source's pages, the repaired text under them, an outline, metadata."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name

from ...schema import Page, PageOrigin, Reading
from .. import original
from ..files import replacing, write_bytes
from ..formats import Skip
from ..remark import Remark
from . import archival, hidden, metadata, mute, opening, outline, protected, typeset
from .font import InvisibleFont
from .place import Place, place

_UNDATED = ""
"""No dates in the attachment: the same record gives the same file."""

_FONT = "/JusteraText"


def write(reading: Reading, target: Path, source: Path, *, attach: bool = False) -> Remark | None:
    """Write the PDF.

    Args:
        reading: what the pipeline gave.
        target: the file to write.
        source: the file that was read.
        attach: also carry the record as a file, as PDF/A-3b.

    Returns:
        What the user should know of the result; None where it is what was asked for.

    Raises:
        Skip: no PDF can be made of this source.
        OutputError: the folder cannot be written.
    """
    if why := original.problem(reading, source):
        raise Skip(why)
    with opening.open_pdf(reading.document, source) as pdf:
        kept = protected.reason(pdf)
        if kept is not None:
            write_bytes(target, source.read_bytes())
            return kept
        _lay_text(pdf, reading)
        archival.prepare(pdf)
        problems = archival.obstacles(pdf)
        if attach:
            _attach(pdf, reading)
        metadata.write(pdf, reading.record, part=None if problems else 3 if attach else 2)
        with replacing(target) as temporary:
            pdf.save(
                temporary,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                min_version="1.7",
            )
    return Remark.of("no_archive", why=Remark.joined(problems)) if problems else None


def _lay_text(pdf: pikepdf.Pdf, reading: Reading) -> None:
    """Exchange the text of every page that was read, and rebuild the outline."""
    font = InvisibleFont(pdf)
    changed = {change.page for change in reading.changes}
    places: dict[int, Place] = {}
    for page in reading.document.pages:
        if page.number > len(pdf.pages):
            break
        sheet = pdf.pages[page.number - 1]
        places[page.number] = place(sheet, opening.turn(reading.document, sheet, page.rotation))
        if page.fault is not None:
            continue
        visible = hidden.strip(pdf, sheet).visible
        if visible and page.origin is PageOrigin.TEXT_LAYER and page.number not in changed:
            continue  # printed from a program, and right as it is
        if visible:
            mute.mute(pdf, sheet)
        _add(pdf, sheet, page, places[page.number], font)
    font.finish()
    outline.write(pdf, outline.headings(reading.record), places)


def _add(pdf: pikepdf.Pdf, sheet: pikepdf.Page, page: Page, lies: Place, font: InvisibleFont) -> None:
    """Put the text before everything else on the page, where no graphics state can disturb it."""
    data = typeset.layer(page.lines, lies.height, lies.matrix, _FONT, font.encode)
    if not data:
        return
    resources = Dictionary(dict(sheet.resources.items()))
    resources.Font = Dictionary(
        {**dict(resources.get(Name.Font, Dictionary()).items()), _FONT: font.reference}
    )
    sheet.obj.Resources = resources
    sheet.contents_add(data, prepend=True)


def _attach(pdf: pikepdf.Pdf, reading: Reading) -> None:
    """The record as an associated file (ISO 19005-3, 6.8)."""
    data = (reading.record.model_dump_json(indent=2) + "\n").encode("utf-8")
    attachment = pikepdf.AttachedFileSpec(
        pdf,
        data,
        filename="record.json",
        mime_type="application/json",
        description="Decision record of this document",
        creation_date=_UNDATED,
        mod_date=_UNDATED,
    )
    attachment.obj.AFRelationship = Name.Data
    pdf.attachments["record.json"] = attachment
    pdf.Root.AF = pikepdf.Array([attachment.obj])
