"""Pages on which a signing service certifies who signed: "Signerade med BankID", "Verifikat"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..names.offices import office
from ..text import dates
from ..text.draft import Found
from ..text.passage import of_row
from ..text.rows import Cell, Row
from . import signatures
from .signatures import Signer

_MARKS = re.compile(
    r"\b(?:bankid|e-?legitimation|freja|ip-?adress|scrive|comfact|penneo|assently|getaccept|visma sign)\b"
    r"|\bverifikat|\btransaktion|\bsigner(?:ade|at|ing)\b"
    r"|\b(?:elektronisk|digital)\w* (?:signatur|underskrift)|\bundertecknat?s? (?:av|med|den)\b"
    r"|\bidentifiera[dt]\b|\bpersonnummer\b",
    re.IGNORECASE,
)
LEAST_MARKS = 3
"""Cells of a page that speak of signing by a service; the foot of minutes has one or two."""

_NO_NAME = re.compile(
    r"[\d@:\"”]|\bunderskrift|^(?:namn|tidpunkt|metod|dokument\w*|signerare|parter|status)$", re.I
)
"""What else stands on such a page: times, addresses, heads of columns, names as the service knows them."""


def pages(rows: Sequence[Row]) -> frozenset[int]:
    """The numbers of the pages that certify signatures.

    Args:
        rows: below the heading of the last item.
    """
    counted = Counter(row.page for row in rows for cell in row.cells if _MARKS.search(cell.text))
    return frozenset(page for page, count in counted.items() if count >= LEAST_MARKS)


def signers(rows: Sequence[Row]) -> list[Signer]:
    """Who signed by the service, with their offices where the page gives these."""
    kept = [replace(row, cells=cells) for row in rows if (cells := tuple(filter(_may_tell, row.cells)))]
    return [
        signer if signer.title and office(signer.title.text) else replace(signer, title=None)
        for signer in signatures.signers(kept)
    ]


def adjusted_on(rows: Sequence[Row]) -> Found | None:
    """When the last of the chair and the adjusters signed by the service; None where no office is given."""
    if not any(signer.office in ("chair", "adjuster") for signer in signers(rows)):
        return None
    signed = [date for row in rows if _MARKS.search(row.text) and (date := dates.first(of_row(row)))]
    return Found(*max(signed, key=lambda date: date[0])) if signed else None


def _may_tell(cell: Cell) -> bool:
    return not _MARKS.search(cell.text) and not _NO_NAME.search(cell.text)
