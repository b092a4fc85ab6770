"""`justera check`: is every record valid, and what would a trained secretary question?"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..check.options import FailOn, ReportFormat
from ..exit_code import ExitCode
from . import messages
from .report import ALSO, put, put_also
from .wording import several

if TYPE_CHECKING:
    from ..check.verdict import Verdict
    from ..schema import Reading


class Language(StrEnum):
    """Language of the findings."""

    EN = "en"
    SV = "sv"


def command(
    paths: Annotated[
        list[Path],
        typer.Argument(help="Records, folders of results, or documents (read first).", metavar="PATH..."),
    ],
    fail_on: Annotated[FailOn, typer.Option(help="Least severity that fails.")] = FailOn.ERROR,
    form: Annotated[ReportFormat, typer.Option("--format", "-f", help="Form of the report.")] = (
        ReportFormat.TEXT
    ),
    output: Annotated[Path | None, typer.Option("--output", help="Write the report there.")] = None,
    also: Annotated[list[str] | None, typer.Option(metavar="FORM=FILE", help=ALSO)] = None,
    language: Annotated[Language, typer.Option("--lang", help="Language of findings.")] = Language.EN,
    baseline: Annotated[Path | None, typer.Option(help="Known findings to accept.")] = None,
    write_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", help="Accept all findings of now in this file.")
    ] = None,
    sources: Annotated[
        Path | None, typer.Option(help="Folder of the source files: are they unchanged?", file_okay=False)
    ] = None,
) -> None:
    """Check records against the schema and the rules; exit code 0 for valid, 1 for findings that fail."""
    from ..check import baseline as known
    from ..check import reports
    from ..check.verdict import fails

    verdicts = _verdicts(paths, sources)
    if write_baseline is not None:
        number = known.save(write_baseline, verdicts)
        messages.say(
            f"{several(number, 'finding')} accepted in {write_baseline}", event="baseline", findings=number
        )
        return
    if baseline is not None:
        verdicts = known.applied(verdicts, known.load(baseline))
    put_also(also, ReportFormat, lambda one: reports.render(verdicts, one, fail_on, language.value))
    put(reports.render(verdicts, form, fail_on, language.value), output)
    if fails(verdicts, fail_on):
        raise typer.Exit(ExitCode.FINDINGS)


def _verdicts(paths: list[Path], sources: Path | None) -> list[Verdict]:
    from ..check import files, folder, series, subjects

    verdicts = series.with_series(subjects.verdicts(paths, _read))
    if sources is not None:
        verdicts = [
            verdict.with_findings(files.source_changed(verdict.record, sources))
            if verdict.record
            else verdict
            for verdict in verdicts
        ]
    for path in paths:
        own = [verdict for verdict in verdicts if verdict.file.is_relative_to(path)]
        more = folder.run_findings(path, own)
        if more:
            verdicts[verdicts.index(own[0])] = own[0].with_findings(more)
    return verdicts


def _read(path: Path) -> Reading:
    """The pipeline, imported when the first document needs it; it takes a while, so each is named."""
    from ..batch.names import safe
    from ..pipeline import read_document
    from ..settings import resolve

    messages.say(f"reading {path}", event="reading")
    return read_document(path, resolve().settings, name=safe(path.name))
