"""The files of one document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..schema import Reading
from . import notes, original
from .formats import CONTRACT, Format, Skip, chosen, of_documents
from .remark import Remark
from .stored import as_stored


@dataclass(frozen=True, slots=True)
class Note:
    """What the user should know of a format that was left out, or did not become all it should."""

    format: str
    remark: Remark
    skipped: bool
    """True where nothing was written."""
    fault: bool = False
    """True where it would have been all it should, had the file that was read been there, unchanged."""

    @property
    def text(self) -> str:
        """In English, one line."""
        return self.remark.en


def write_document(reading: Reading, folder: Path, source: Path, formats: Iterable[str]) -> tuple[Note, ...]:
    """Write the chosen files of a document, and those of the contract.

    Args:
        reading: what the pipeline gave.
        folder: where to write; it is there already.
        source: the file that was read.
        formats: names from `FORMATS`; those that are for the whole run are passed over.

    Returns:
        What was left out or fell short, and why.

    Raises:
        UsageError: a name that is no format.
        OutputError: the folder cannot be written.
    """
    more = [form for form in of_documents(formats) if form != "pages"]
    return export_document(as_stored(reading) if more else reading, folder, source, (*CONTRACT, *formats))


def export_document(reading: Reading, folder: Path, source: Path, formats: Iterable[str]) -> tuple[Note, ...]:
    """Write just the chosen files of a document; see `write_document`."""

    def lacks(form: Format) -> bool:
        return form.needs_source and original.problem(reading, source) is not None

    found = []
    writers = [(form, write) for form in chosen(formats) if (write := form.document_writer)]
    for form, write in writers:
        try:
            remark = write(reading, folder, source)
        except Skip as skip:
            found.append(Note(form.name, skip.why, skipped=True, fault=lacks(form)))
        else:
            if remark is not None:
                found.append(Note(form.name, remark, skipped=False, fault=lacks(form)))
    notes.keep(folder, [form.name for form, _ in writers], {note.format: note.remark for note in found})
    return tuple(found)
