"""Where a report goes: to stdout, or into a file."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from ..errors import OutputError, UsageError

Form = TypeVar("Form", bound=StrEnum)

ALSO = "Write the report in another form too; may be repeated."
"""Help of the option that `put_also` serves."""


def put(report: str, output: Path | None) -> None:
    """Print a report, or write it.

    Raises:
        OutputError: the file cannot be written.
    """
    if output is None:
        print(report, end="")
        return
    try:
        output.write_text(report, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror or error}") from error


def put_also(wanted: list[str] | None, forms: type[Form], render: Callable[[Form], str]) -> None:
    """Write reports in further forms, given as "FORM=FILE".

    Raises:
        UsageError: no such form.
        OutputError: a file cannot be written.
    """
    for one in wanted or []:
        form, _, file = one.partition("=")
        if form not in list(forms) or not file:
            raise UsageError(
                f"{one!r} is no report", next_step=f"write FORM=FILE, FORM one of {', '.join(forms)}"
            )
        put(render(forms(form)), Path(file))
