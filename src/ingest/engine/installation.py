"""What of Tesseract is installed, and what each model of it can print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...errors import OcrUnavailable
from . import tesseract
from .traineddata import characters

NEEDED = "§%@–åäöÅÄÖ"
"""What Swedish minutes cannot do without."""

USES = {
    "Latin": "first reading",
    "swe": "second reading of doubtful lines",
    "eng": "third look, and the samples' foreign text layers",
    "osd": "orientation of sideways pages",
}
"""The models that justera uses, and for what."""

INSTALL = {
    "Debian, Ubuntu": f"sudo {tesseract.INSTALL}",
    "Fedora": "sudo dnf install tesseract tesseract-langpack-swe tesseract-script-latin"
    " tesseract-langpack-eng tesseract-osd",
    "macOS": "brew install tesseract tesseract-lang",
}


@dataclass(frozen=True, slots=True)
class Model:
    """One of the models that justera uses."""

    name: str
    prints: str
    """Which of `NEEDED` it can print; empty for a missing model, and for osd, which prints nothing."""
    missing: bool = False

    def line(self) -> str:
        """One line for a person."""
        use = USES[self.name]
        if self.missing:
            return f"  {self.name:<6} missing ({use})"
        if self.name == "osd":
            return f"  {self.name:<6} {use}"
        cannot = "".join(character for character in NEEDED if character not in self.prints)
        verdict = "prints " + " ".join(self.prints) + (f", cannot print {' '.join(cannot)}" if cannot else "")
        return f"  {self.name:<6} {use}: {verdict}"


@dataclass(frozen=True, slots=True)
class Installation:
    """Tesseract as it is found on this machine."""

    version: str | None
    """None where there is no Tesseract that answers."""
    models: tuple[Model, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the models that are not there."""
        return tuple(model.name for model in self.models if model.missing)

    def lines(self) -> Iterator[str]:
        """The state of things, for a person."""
        yield f"Tesseract {self.version}" if self.version else "Tesseract is not installed"
        yield from (model.line() for model in self.models)

    def advice(self) -> Iterator[str]:
        """What to do; nothing where all is well."""
        if self.missing:
            yield f"install Tesseract with the models {', '.join(self.missing)}:"
            yield from (f"  {system + ':':<16} {command}" for system, command in INSTALL.items())
            yield "Until then text layers are read; pages that are only images are marked as failed."


def examine() -> Installation:
    """Look at what is installed."""
    try:
        program = tesseract.command()
        version = tesseract.version(program)
    except OcrUnavailable:
        return Installation(None, tuple(Model(name, "", missing=True) for name in USES))
    return Installation(version, tuple(_model(name, program) for name in USES))


def _model(name: str, program: str) -> Model:
    try:
        installed = tesseract.model(name)
    except OcrUnavailable:
        return Model(name, "", missing=True)
    path = tesseract.model_folder(program) / f"{installed}.traineddata"
    return Model(name, "" if name == "osd" else _printable(path))


def _printable(path: Path) -> str:
    known = characters(path)
    return "".join(character for character in NEEDED if character in known)
