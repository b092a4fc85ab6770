"""Where a report goes: to stdout, or into a file."""

from __future__ import annotations

from pathlib import Path

from ..errors import OutputError


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
