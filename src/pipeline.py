"""The order of the stages, for one document."""

from __future__ import annotations

from pathlib import Path

from . import ingest, normalize, rules, structure
from .schema import Reading
from .settings import Settings

__all__ = ["Reading", "read_document"]


def read_document(path: Path, settings: Settings, *, name: str | None = None) -> Reading:
    """Read one document into a validated record.

    Args:
        path: a PDF, TIFF, PNG, JPEG or text file.
        settings: see `justera config`.
        name: the document's name in the record; the file's own by default.

    Raises:
        InputError: the document cannot be read, or OcrUnavailable where it has only images.
    """
    with ingest.open_source(path, settings.ocr, settings.limits, name=name or path.name) as source:
        repaired = normalize.repair(source.read(), settings.repair)
        second_look = source.reread(repaired.doubtful_lines)
        repaired = normalize.reconcile(repaired, second_look, settings.repair)
    record = structure.record(repaired.document)
    return Reading(rules.checked(record, repaired.changes), repaired.document, repaired.changes)
