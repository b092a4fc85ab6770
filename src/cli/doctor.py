"""`justera doctor`: what is installed, what each Tesseract model can print, and what to do about the rest."""

from __future__ import annotations

import typer


def command() -> None:
    """Say what is installed, which models can print what, and what to do about what is missing."""
    from ..errors import ExitCode
    from ..ingest import installation

    found = installation.examine()
    print("\n".join(found.lines()))
    if found.advice:
        print("\nWhat to do:")
        print("\n".join(f"  {line}" for line in found.advice))
        raise typer.Exit(ExitCode.OCR_UNAVAILABLE)
    print("\nEverything that justera needs is here.")
