"""`justera export`: further formats from what a run has left, without reading again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import JusteraError, MissingInput, UsageError, unforeseen
from ..exit_code import ExitCode
from . import messages
from .wording import several

if TYPE_CHECKING:
    from ..export import Format, Note
    from ..schema import Record


def command(
    out: Annotated[Path | None, typer.Argument(help="Folder of a run.")] = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", "-f", help="Formats, separated by commas.")
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option("--input", "-i", help="Folder of the files that were read, if they have moved."),
    ] = None,
    list_formats: Annotated[bool, typer.Option("--list", help="List the formats.")] = False,
) -> None:
    """Write further formats from the records of a run, such as searchable PDFs: --list shows them all."""
    from .. import export

    if list_formats:
        for form in export.FORMATS.values():
            print(f"{form.name:16} {form.files:26} {form.help}")
        return
    names = [name for given in formats or () for name in given.split(",")]
    wanted = export.chosen(names)
    if out is None or not wanted:
        raise UsageError(
            "there is nothing to export", next_step="as in: justera export OUT --format pdf,report"
        )
    export.refuse_empty(out)
    if source is not None and not source.exists():
        raise MissingInput(f"there is nothing at {source}")
    failed, documents = _documents(out, wanted, _finder(out, source))
    for error in export.write_run(out, names):
        messages.error(error)
        failed += 1
    text = f"{several(documents, 'document')} exported to {out}"
    text += ", but for what is told above" if failed else ""
    messages.say(text, event="exported", documents=documents, failed=failed)
    if failed:
        raise typer.Exit(ExitCode.SOME_FAILED)


def _documents(out: Path, wanted: tuple[Format, ...], find: Callable[[Record], Path]) -> tuple[int, int]:
    """Write the documents' own files; gives how many fell short, and how many there were."""
    from .. import export

    of_documents = [form for form in wanted if form.of_document]
    failed = count = 0
    told = Notes()
    progress = messages.NowAndThen()
    for folder in export.document_folders(out):
        count += 1
        if not of_documents:
            continue
        progress.say(f"{several(count, 'document')} so far", event="progress", documents=count)
        try:
            reading = export.load_reading(folder)
            notes = export.export_document(
                reading, folder, find(reading.record), [form.name for form in of_documents]
            )
        except Exception as error:  # whatever it is, the other documents are still to be written
            messages.error(error if isinstance(error, JusteraError) else unforeseen(error, folder.name))
            failed += 1
            continue
        failed += any(note.fault for note in notes)
        told.add(str(folder.relative_to(out)), notes)
    told.end()
    return failed, count


class Notes:
    """What fell short: told document by document to a program, by what it was to a person."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._counts = Counter[str]()

    def add(self, document: str, notes: Iterable[Note]) -> None:
        """Take what fell short of a document."""
        for note in notes:
            text = f"{note.format}: {note.text}"
            self._first.setdefault(text, document)
            self._counts[text] += 1
            if messages.is_json():
                messages.say(f"{document}: {text}", event="note", document=document, format=note.format)

    def end(self) -> None:
        """Say it, the most frequent first."""
        if messages.is_json():
            return
        for text, count in self._counts.most_common(MOST_NOTES):
            others = f" and {several(count - 1, 'more document')}" if count > 1 else ""
            messages.say(f"{self._first[text]}{others}: {text}", event="note")
        if len(self._counts) > MOST_NOTES:
            text = f"and {len(self._counts) - MOST_NOTES} more notes, each in the notes.json of its document"
            messages.say(text, event="note")


MOST_NOTES = 20
"""Different ones that are told to a person."""


def _finder(out: Path, source: Path | None) -> Callable[[Record], Path]:
    """Where the file that a record was read from lies: in the folder given, or where the run found it."""
    if source is not None:
        return lambda record: source if source.is_file() else source / record.source.name
    from ..batch.status import read_from

    known = read_from(out)
    return lambda record: known.get(record.source.name, Path(record.source.name))
