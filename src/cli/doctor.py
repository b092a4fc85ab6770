"""`justera doctor`: what is installed, what each Tesseract model can print, and what to do about the rest."""

from __future__ import annotations

import typer

PACKAGES = ("pdfplumber", "pypdfium2", "pikepdf", "pytesseract", "rapidfuzz", "pydantic")


def command() -> None:
    """Say what is installed, which models can print what, and what to do about what is missing."""
    import platform
    from importlib.metadata import version

    from ..exit_code import ExitCode
    from ..ingest.engine import installation

    print(f"justera {version('justera')}, Python {platform.python_version()}, {platform.system()}")
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES))
    found = installation.examine()
    print("\n".join(found.lines()))
    advice = tuple(found.advice())
    print("\nWhat to do:" if advice else "\nEverything that justera needs is here.")
    for line in advice:
        print(f"  {line}")
    if advice:
        raise typer.Exit(ExitCode.OCR_UNAVAILABLE)
