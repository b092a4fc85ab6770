"""Files to pages of words: text layers, OCR, and the fusion of several readings."""

from __future__ import annotations

from .source import Source, open_source

__all__ = ["Source", "open_source"]
