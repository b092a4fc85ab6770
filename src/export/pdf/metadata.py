"""What the PDF says about itself: XMP, and the same in the old document information."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Name

from ... import __version__
from ...schema.record import Record

PRODUCER = f"justera {__version__}"


def write(pdf: pikepdf.Pdf, record: Record, *, part: int | None) -> None:
    """Describe the PDF by its record; dates of the source stay.

    Only properties that PDF/A predefines are used: others need an extension schema (ISO 19005-2, 6.6.2.3).

    Args:
        pdf: the file that is being written.
        record: of the document.
        part: the part of PDF/A that the file follows, at level B; None where it follows none.
    """
    kept = {key: str(pdf.docinfo[key]) for key in ("/CreationDate", "/Creator") if key in pdf.docinfo}
    if Name.Metadata in pdf.Root:
        del pdf.Root[Name.Metadata]
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    if "/CreationDate" in kept:
        pdf.docinfo[Name.CreationDate] = pikepdf.String(kept["/CreationDate"])
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as xmp:
        xmp.load_from_docinfo(pdf.docinfo)
        for key, value in _properties(record).items():
            if value:
                xmp[key] = value
        if creator := _clean(kept.get("/Creator", "")):
            xmp["xmp:CreatorTool"] = creator
        xmp["pdf:Producer"] = PRODUCER
        if part is not None:
            xmp["pdfaid:part"] = str(part)
            xmp["pdfaid:conformance"] = "B"


def title(record: Record) -> str:
    """The document's title, or what can be said instead: kind, body and date, or the file's name."""
    if record.title:
        return _clean(record.title)
    date = (record.meeting.date if record.meeting else None) or record.date
    parts = [part for part in (record.kind.capitalize(), record.body, date) if part]
    return _clean(" ".join(parts)) if len(parts) > 1 else record.source.name


def _properties(record: Record) -> dict[str, Any]:
    date = (record.meeting.date if record.meeting else None) or record.date
    authority = record.authority.name if record.authority else None
    about = ", ".join(filter(None, (record.kind, record.body, authority, date)))
    cases = [_clean(number) for number in _case_numbers(record)]
    return {
        "dc:title": title(record),
        "dc:creator": [_clean(record.body or authority or "")] if record.body or authority else None,
        "dc:publisher": {_clean(authority)} if authority else None,
        "dc:description": _clean(about),
        "dc:date": [date] if date else None,
        "dc:type": {str(record.kind)},
        "dc:language": {"sv"},
        "dc:identifier": cases[0] if len(cases) == 1 else None,
        "dc:subject": {"; ".join(cases)} if cases else None,
        "dc:source": f"{record.source.name} sha256:{record.source.sha256}",
        "pdf:Keywords": "; ".join(cases),
    }


def _case_numbers(record: Record) -> list[str]:
    numbers = [*record.case_numbers, *(number for item in record.items for number in item.case_numbers)]
    return list(dict.fromkeys(numbers))


def _clean(text: str) -> str:
    """One line without what XML cannot hold."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
