"""PDFs that must not be rewritten, because that would break what they are for."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Name

from ..remark import Remark

_SIGNATURES_EXIST = 1
"""Bit 1 of /SigFlags (PDF 32000-1, table 219)."""

_DEEPEST = 20


def reason(pdf: pikepdf.Pdf) -> Remark | None:
    """Why the file is copied as it is, None where it may be rewritten."""
    form = pdf.Root.get(Name.AcroForm)
    if form is None:
        return None
    fields = list(form.get(Name.Fields, []))
    if int(form.get(Name.SigFlags, 0)) & _SIGNATURES_EXIST or any(map(_is_signed, fields)):
        return Remark.of("signed")
    if Name.XFA in form or fields:
        return Remark.of("form")
    return None


def _is_signed(field: Any, depth: int = 0) -> bool:
    if field.get(Name.FT) == Name.Sig and Name.V in field:
        return True
    # A broken file may name a field as its own child.
    return depth < _DEEPEST and any(_is_signed(kid, depth + 1) for kid in field.get(Name.Kids, []))
