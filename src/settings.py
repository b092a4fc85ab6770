"""Every setting, in one frozen object: flag over environment over justera.toml over default.

`resolve` checks all values once, at the door, and remembers where each came from.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from .errors import SettingsError
from .ocr_mode import OcrMode

SETTINGS_FILE = "justera.toml"
ENVIRONMENT_PREFIX = "JUSTERA_"


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OcrSettings(_Section):
    """Reading pages."""

    mode: OcrMode = OcrMode.AUTO
    language: str = Field(
        "Latin", description="Tesseract model of the first reading; Latin prints å ä ö and § %"
    )
    second_language: str = Field("swe", description="Tesseract model of the second reading, empty for none")
    confirm_numbers: bool = Field(
        True, description="Compare the numbers of a scan's text layer with its image"
    )
    dpi: int = Field(300, ge=72, le=1200, description="Resolution at which pages without a scan are rendered")
    max_pixels: int = Field(200_000_000, ge=1, description="Largest image, in pixels")
    max_page_points: float = Field(14_400, gt=0, description="Largest page side, in points")
    pages: str = Field("", description='Pages to read, e.g. "1-3,8"; empty for all')


class RepairSettings(_Section):
    """Repairing Swedish."""

    enabled: bool = True
    threshold: float = Field(0.5, ge=0, le=1, description="Least confidence at which a word is changed")


class LimitSettings(_Section):
    """What one page or document may cost."""

    page_seconds: float = Field(120, gt=0)
    document_seconds: float = Field(60, gt=0, description="Base time of a document")
    document_seconds_per_page: float = Field(20, gt=0, description="Added to the base for each page")
    idle_seconds: float = Field(
        300, gt=0, description="A document in which no page is begun that long is stopped"
    )
    max_pages: int = Field(10_000, ge=1, description="Pages that a document may claim to have")
    memory_mb: int = Field(2_000, ge=128, description="Resident memory of a document's process group")


class BatchSettings(_Section):
    """A run over many files."""

    jobs: int = Field(0, ge=0, description="Documents at a time; 0 for as many as cores and memory allow")
    attempts: int = Field(2, ge=1, description="Tries before a document that kills its reader is given up")
    shard_mb: float = Field(
        30, gt=0, description="Input per task on a cluster; 30 MB is some 300 scanned pages"
    )


class ExportSettings(_Section):
    """Files to write."""

    formats: tuple[str, ...] = Field(
        ("json", "text", "changes", "pages", "register"),
        description="Files to write; see justera export --list",
    )


class Settings(_Section):
    """All settings, by room."""

    ocr: OcrSettings = OcrSettings()
    repair: RepairSettings = RepairSettings()
    limits: LimitSettings = LimitSettings()
    batch: BatchSettings = BatchSettings()
    export: ExportSettings = ExportSettings()


@dataclass(frozen=True, slots=True)
class Resolved:
    """Settings with the place that each value came from."""

    settings: Settings
    sources: Mapping[str, str]
    """Dotted name to "flag", "environment NAME", the settings file's path, or "default"."""


def setting_names() -> tuple[str, ...]:
    """Dotted names of all settings, in order: "ocr.mode", ..."""
    return tuple(
        f"{section}.{name}"
        for section, field in Settings.model_fields.items()
        for name in _section_type(field.annotation).model_fields
    )


def environment_name(name: str) -> str:
    """The environment variable of a setting: "ocr.max_pixels" is JUSTERA_OCR_MAX_PIXELS."""
    return ENVIRONMENT_PREFIX + name.replace(".", "_").upper()


def resolve(
    flags: Mapping[str, Any] | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Resolved:
    """Settle every setting.

    Args:
        flags: values given on the command line by dotted name; None counts as not given.
        environment: the process environment by default.
        folder: where justera.toml is looked for; the working folder by default.

    Raises:
        SettingsError: an unknown name or a bad value, with the place it came from.
    """
    environment = os.environ if environment is None else environment
    path = (folder or Path()) / SETTINGS_FILE
    layers = [
        (str(path), _from_file(path)),
        *_from_environment(environment),
        ("flag", {name: value for name, value in (flags or {}).items() if value is not None}),
    ]
    sources = dict.fromkeys(setting_names(), "default")
    values: dict[str, dict[str, Any]] = {}
    for source, given in layers:
        for name, value in given.items():
            if name not in sources:
                raise SettingsError(f"unknown setting {name} ({source})", next_step=_meant(name))
            section, key = name.split(".")
            values.setdefault(section, {})[key] = value
            sources[name] = source
    try:
        return Resolved(Settings.model_validate(values), sources)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"][:2])
        place = sources.get(name, "unknown")
        raise SettingsError(
            f"bad value for {name} ({place}): {first['msg']}", next_step="give it another value there"
        ) from error


def _meant(name: str) -> str:
    """The setting that an unknown name is likely to mean, or all of them."""
    near = get_close_matches(name, setting_names(), n=1)
    return f"did you mean {near[0]}?" if near else f"choose from {', '.join(setting_names())}"


def _section_type(annotation: Any) -> type[BaseModel]:
    assert isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return annotation


def _from_file(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}", next_step="mend or remove the file") from error
    flat: dict[str, Any] = {}
    for section, values in data.items():
        if not isinstance(values, dict):
            raise SettingsError(f"{path}: {section} must be a table such as [ocr]")
        flat |= {f"{section}.{name}": value for name, value in values.items()}
    return flat


def _from_environment(environment: Mapping[str, str]) -> list[tuple[str, dict[str, Any]]]:
    names = {environment_name(name): name for name in setting_names()}
    sections = tuple(environment_name(f"{section}.") for section in Settings.model_fields)
    layers = []
    for variable, raw in environment.items():
        if variable in names or variable.startswith(sections):
            # A misspelt one is unknown under its own name, and refused like any other.
            name = names.get(variable, variable.removeprefix(ENVIRONMENT_PREFIX).lower().replace("_", ".", 1))
            value: Any = tuple(raw.split(",")) if name == "export.formats" else raw
            layers.append((f"environment {variable}", {name: value}))
    return layers
