"""Does a PDF that claims to be PDF/A have what that demands, as far as can be told without a validator?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf


def lack_of(file: Path) -> tuple[str | None, str | None]:
    """The flavour that a file claims ("2b"), and what it lacks for it.

    (None, None) for a file that claims nothing; (None, why) for one that cannot be opened.
    """
    try:
        with pikepdf.open(file) as pdf:
            flavour = _claimed(pdf)
            return flavour, _lack(pdf) if flavour else None
    except (pikepdf.PdfError, OSError, RuntimeError) as error:
        return None, str(error) or type(error).__name__


def _claimed(pdf: pikepdf.Pdf) -> str | None:
    return pdf.open_metadata().pdfa_status.lower() or None


def _lack(pdf: pikepdf.Pdf) -> str | None:
    if pdf.is_encrypted:
        return "it is encrypted"
    if "/OutputIntents" not in pdf.Root:
        return "it has no colour profile (output intent)"
    missing = sorted({name for page in pdf.pages for name in _loose_fonts(page)})
    return f"the font {missing[0]} is not embedded" if missing else None


def _loose_fonts(page: pikepdf.Page) -> list[str]:
    """Names of the page's fonts whose letters are not in the file."""
    fonts: Any = page.resources.get("/Font", {}) if "/Resources" in page else {}
    return [
        str(font.get("/BaseFont", "?"))
        for font in (value for _, value in fonts.items())
        if font.get("/Subtype") != "/Type3" and not _embedded(font)
    ]


def _embedded(font: pikepdf.Object) -> bool:
    descendants = font.get("/DescendantFonts")
    inner = descendants[0] if descendants is not None and len(descendants) else font
    descriptor: Any = inner.get("/FontDescriptor", {})
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
