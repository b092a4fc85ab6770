"""What to do with text layers; apart from the settings, so that the command line need not load pydantic."""

from __future__ import annotations

from enum import StrEnum


class OcrMode(StrEnum):
    """What to do with a page's text layer."""

    AUTO = "auto"
    """Judge the layer by what it says: keep, repair, or read fresh."""
    KEEP = "keep"
    """Use the text layer as it is; read only pages that have none."""
    REDO = "redo"
    """Read pages whose layer came from an OCR; keep born-digital text."""
    FORCE = "force"
    """Read every page from its image."""
