"""What the PDF says about itself: XMP, and the same in the old document information."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Name

from ... import __version__
from ...schema.record import Record
from ..naming import document_title, one_line
from ..walk import date_of, documents, entries

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
        if creator := one_line(kept.get("/Creator", "")):
            xmp["xmp:CreatorTool"] = creator
        xmp["pdf:Producer"] = PRODUCER
        if part is not None:
            xmp["pdfaid:part"] = str(part)
            xmp["pdfaid:conformance"] = "B"


def _properties(record: Record) -> dict[str, Any]:
    date = date_of(record)
    authority = record.authority.name if record.authority else None
    about = ", ".join(filter(None, (record.kind, record.body, authority, date)))
    cases = [one_line(number) for number in _case_numbers(record)]
    return {
        "dc:title": document_title(record),
        "dc:creator": [one_line(record.body or authority or "")] if record.body or authority else None,
        "dc:publisher": {one_line(authority)} if authority else None,
        "dc:description": one_line(about),
        "dc:date": [date] if date else None,
        "dc:type": {str(record.kind)},
        "dc:language": {"sv"},
        "dc:identifier": cases[0] if len(cases) == 1 else None,
        "dc:subject": {"; ".join(cases)} if cases else None,
        "dc:source": f"{record.source.name} sha256:{record.source.sha256}",
        "pdf:Keywords": "; ".join(cases),
    }


def _case_numbers(record: Record) -> list[str]:
    numbers = [number for _, owner in documents(record) for number in owner.case_numbers]
    numbers += [number for entry in entries(record) for number in entry.item.case_numbers]
    return list(dict.fromkeys(numbers))
