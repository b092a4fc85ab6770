"""Which models read what, as far as they are installed."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import OcrUnavailable
from ..engine import tesseract
from . import spans

NUMBER_MODEL = "eng"
"""Knows § % and digits, and shares no training with the first reading's network."""


@dataclass(frozen=True, slots=True)
class Readers:
    """The models of the readings; None for one that is not wanted or not installed."""

    first: tesseract.Reader
    words: tesseract.Reader | None
    numbers: tesseract.Reader | None


def installed(first: str, second: str) -> Readers:
    """The readers of lines for these models, as far as they are installed."""
    return Readers(
        tesseract.Reader(first, spans.LINE_PSM),
        _available(second) if second else None,
        _available(NUMBER_MODEL) if second else None,
    )


def _available(model: str) -> tesseract.Reader | None:
    try:
        tesseract.model(model)
    except OcrUnavailable:
        return None
    return tesseract.Reader(model, spans.LINE_PSM)
