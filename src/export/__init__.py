"""Files out: what a document and a run leave on disk, in the formats that were chosen."""

from __future__ import annotations

from .document import Note, export_document, write_document
from .formats import CONTRACT, FORMATS, Format, chosen, of_documents
from .run import write_run
from .stored import document_folders, load_reading, load_record, refuse_empty

__all__ = [
    "CONTRACT",
    "FORMATS",
    "Format",
    "Note",
    "chosen",
    "document_folders",
    "export_document",
    "load_reading",
    "load_record",
    "of_documents",
    "refuse_empty",
    "write_document",
    "write_run",
]
