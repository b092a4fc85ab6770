"""`justera export`: further formats from what a run has left, without reading again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import JusteraError, MissingInput, UsageError, unforeseen
from ..exit_code import ExitCode
from . import messages
from .wording import several

if TYPE_CHECKING:
    from ..export import Format
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
        for note in notes:
            messages.say(
                f"{folder.relative_to(out)}: {note.format}: {note.text}", event="note", format=note.format
            )
    return failed, count


def _finder(out: Path, source: Path | None) -> Callable[[Record], Path]:
    """Where the file that a record was read from lies: in the folder given, or where the run found it."""
    if source is not None:
        return lambda record: source if source.is_file() else source / record.source.name
    from ..batch.status import read_from

    known = read_from(out)
    return lambda record: known.get(record.source.name, Path(record.source.name))
