"""Rows that only carry a decision: "Kommunstyrelsen beslutar", "BESLÖTS att".

"Nämnden beslöt" is none: in the minutes that tell so it begins the sentence that decides.
"""

from __future__ import annotations

import re

from ..names.bodies import leading_decider, resolved
from ..text.rows import Row

_CARRIER = re.compile(
    r"\s(?:beslutar|beslutade|har beslutat|fatta(?:r|de) följande beslut"
    r"|föreslås|föreslår(?: att)?"
    r"(?: [a-zåäö-]*(?:fullmäktige|styrelsen|nämnden|utskottet|direktionen|landstinget))?)"
    r"(?:\s(?:att|följande|för egen del|beslutar?|dessutom|enhälligt|därför|alltså|sålunda))*\s*"
    r"(?:[:,]|(?<=följande)\.)?$"
)
_PASSIVE_CARRIER = re.compile(
    r"(?:B[Ee][Ss][Ll](?:Ö|ö)[Tt][Ss]|B[Ee][Ss][Ll][Uu][Tt](?:[Aa][Dd][Ee])?[Ss])"
    r"(?:\s(?:enhälligt|därför|alltså|sålunda|vidare|följande|att))*\s*[:,]?"
)
"""\"BESLÖTS\", "Beslöts enhälligt att": a decision without a word on who decides."""


def carries(row: Row) -> bool:
    """Whether a row says only that a body decides: "Kommunstyrelsen beslutar"."""
    if _PASSIVE_CARRIER.fullmatch(row.text):
        return True
    match = _CARRIER.search(row.text.lower() if row.text.isupper() else row.text)
    return bool(match) and leading_decider(row.text) is not None


def proposer(row: Row, own: str | None) -> str | None:
    """Another body than the document's own that a row says proposes: "Styrelsen föreslår fullmäktige"."""
    lead = leading_decider(row.text)
    if lead is None or own is None or not row.text.startswith(" föreslår", lead.end()):
        return None
    return lead.group() if resolved(lead.group(), own) != own else None
