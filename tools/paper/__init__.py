"""Paper: pages laid out, printed to PDF and scanned, together with the truth about their text."""

from __future__ import annotations

from .fonts import FAMILIES, PACKAGES, Font, missing
from .layer import Layer
from .plain import LOOKS, Look, PlainItem, minutes_items, print_items, print_minutes, print_text
from .printer import Encoding, print_pdf
from .quality import DAMAGES, NO_DAMAGE, QUALITIES, Damage, Quality
from .scan import Scan, pictures, scan
from .scanner import ScannedPage
from .sheet import Paper, PlacedWord, Sheet

__all__ = [
    "DAMAGES",
    "FAMILIES",
    "LOOKS",
    "NO_DAMAGE",
    "PACKAGES",
    "QUALITIES",
    "Damage",
    "Encoding",
    "Font",
    "Layer",
    "Look",
    "Paper",
    "PlacedWord",
    "PlainItem",
    "Quality",
    "Scan",
    "ScannedPage",
    "Sheet",
    "minutes_items",
    "missing",
    "pictures",
    "print_items",
    "print_minutes",
    "print_pdf",
    "print_text",
    "scan",
]
