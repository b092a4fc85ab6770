"""`justera eval`: how good are predicted records and texts, against a truth?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..check.options import EvalFormat
from ..exit_code import ExitCode
from .report import ALSO, put, put_also


def command(
    predicted: Annotated[Path, typer.Argument(help="Folder of results, a record or a text.")],
    truth: Annotated[Path, typer.Argument(help="The same documents as they should be.")],
    form: Annotated[
        EvalFormat, typer.Option("--format", "-f", help="Form of the report.")
    ] = EvalFormat.TABLE,
    output: Annotated[Path | None, typer.Option("--output", help="Write the report there.")] = None,
    also: Annotated[list[str] | None, typer.Option(metavar="FORM=FILE", help=ALSO)] = None,
    minimum: Annotated[
        list[str] | None,
        typer.Option(
            "--min",
            metavar="NAME=VALUE",
            help="Fail under this value (over it, for CER, WER and numbers_invented).",
        ),
    ] = None,
) -> None:
    """Compare with a truth: text measures, and F1 of every field of the record."""
    from ..check import eval_page, eval_report, evaluation
    from ..check.pairs import pairs

    limits = evaluation.limits(minimum or [])
    comparisons = [evaluation.compare(pair) for pair in pairs(predicted, truth)]
    total = evaluation.total(comparisons)
    missed = evaluation.shortfalls(total.figures, limits)
    renderers = {
        EvalFormat.TABLE: eval_report.table,
        EvalFormat.JSON: eval_report.as_json,
        EvalFormat.HTML: eval_page.page,
    }
    put_also(also, EvalFormat, lambda one: renderers[one](comparisons, total, missed))
    put(renderers[form](comparisons, total, missed), output)
    if missed:
        raise typer.Exit(ExitCode.FINDINGS)
