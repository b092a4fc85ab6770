"""What a result depends on beside the document: settings, code, data, programs and models, as hashes.

Two machines with the same fingerprint give the same files for the same document; a worker whose
fingerprint differs is turned away. The formats to write stand apart: what was read alike is not read again
for them.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import metadata
from pathlib import Path

from .. import __version__, export
from ..settings import Settings
from .store import digest

PACKAGE = Path(__file__).parent.parent

ROOMS = (
    "ingest",
    "normalize",
    "structure",
    "rules",
    "language",
    "schema",
    "export",
    "pipeline.py",
    "settings.py",
)
"""Where the code and data live that a result depends on."""

LIBRARIES = ("pdfplumber", "pdfminer.six", "pypdfium2", "pikepdf", "rapidfuzz", "pydantic", "numpy", "pillow")

ALWAYS_USED_MODELS = ("osd",)

PROBE_SECONDS = 20


@dataclass(frozen=True)
class Fingerprint:
    """Versions by name, and hashes over all of them and the settings that matter."""

    versions: dict[str, str]
    settings: str
    """Hash of the settings that change what is read."""
    formats: tuple[str, ...] = ()
    """Files of a document that are wanted beside those that each has, by their formats."""

    @cached_property
    def reading(self) -> str:
        """Hash of everything that a reading depends on but the document."""
        return _digest({"versions": self.versions, "settings": self.settings})

    @cached_property
    def base(self) -> str:
        """What a result depends on but the document, as the books have it."""
        return " ".join((self.reading, *self.formats))

    def key(self, sha256: str) -> str:
        """What a document's reading depends on, as one hash: done means that this is the same."""
        return hashlib.sha256(f"{sha256}:{self.reading}".encode()).hexdigest()

    def reads_alike(self, base: str) -> bool:
        """Whether what the books have under that base would be read the same way now."""
        return base.partition(" ")[0] == self.reading

    def lacking(self, formats: Iterable[str]) -> tuple[str, ...]:
        """Formats that are wanted and not among these."""
        return tuple(name for name in self.formats if name not in set(formats))


def take(settings: Settings) -> Fingerprint:
    """The fingerprint of this machine under these settings."""
    models = tuple(filter(None, (settings.ocr.language, settings.ocr.second_language, *ALWAYS_USED_MODELS)))
    return of({"justera": __version__, "code": _code(), **_libraries(), **_tesseract(models)}, settings)


def of(versions: dict[str, str], settings: Settings) -> Fingerprint:
    """The fingerprint of a machine with these versions; limits and jobs change no result."""
    formats = export.of_documents(settings.export.formats)
    return Fingerprint(
        versions, _digest(settings.model_dump(mode="json", include={"ocr", "repair"})), formats
    )


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


@cache
def _code() -> str:
    """Hash of the package's code and data; the language model counts as data."""
    total = hashlib.sha256()
    for path in sorted(_files(), key=str):
        total.update(f"{path.relative_to(PACKAGE)}:{digest(path)}\n".encode())
    return total.hexdigest()


def _files() -> Iterator[Path]:
    for room in ROOMS:
        top = PACKAGE / room
        for path in (top,) if top.is_file() else top.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


@cache
def _libraries() -> dict[str, str]:
    return {name: _version(name) for name in LIBRARIES}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"


@cache
def _tesseract(models: tuple[str, ...]) -> dict[str, str]:
    """Tesseract's version, and the hash of each model file that a run may use."""
    program = shutil.which("tesseract")
    if program is None:
        return {"tesseract": "not installed"}
    version = (_ask(program, "--version").splitlines() or [""])[0].removeprefix("tesseract ")
    folder = re.search(r'"([^"]+)"', _ask(program, "--list-langs"))
    where = Path(folder[1]) if folder else Path(os.environ.get("TESSDATA_PREFIX", "."))
    return {"tesseract": version} | {f"model {name}": _model(where, name) for name in _parts(models)}


def _parts(models: tuple[str, ...]) -> list[str]:
    return sorted({part for model in models for part in model.split("+")})


def _model(folder: Path, name: str) -> str:
    for path in (folder / f"{name}.traineddata", folder / "script" / f"{name}.traineddata"):
        try:
            return digest(path)
        except OSError:
            continue
    return "not installed"


def _ask(program: str, argument: str) -> str:
    try:
        answer = subprocess.run(
            [program, argument], capture_output=True, timeout=PROBE_SECONDS, check=False, errors="replace"
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout or answer.stderr
