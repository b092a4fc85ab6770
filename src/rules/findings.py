"""From hits to findings: words, severity and law, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable

from ..schema import Reason
from ..schema.record import Finding, Record
from .catalogue import catalogue
from .laws import citation
from .registry import Hit


def finding(code: str, hit: Hit, record: Record) -> Finding:
    """The finding that a hit becomes; the law is cited as it stood at the document's date."""
    case = catalogue()[code].cases[hit.case]
    law = citation(case.source, record)
    tail = f" ({law})" if law else ""
    return Finding(
        rule=code,
        severity=case.severity,
        message=case.en.format(**_told(hit, "en")) + tail,
        message_sv=case.sv.format(**_told(hit, "sv")) + tail,
        at=hit.at,
    )


def _told(hit: Hit, language: str) -> dict[str, object]:
    """What fills the message; reasons have a text in each language."""
    return {
        name: getattr(value, language) if isinstance(value, Reason) else value for name, value in hit.values
    }


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, by code and place."""
    return tuple(sorted(set(findings), key=lambda found: (found.rule, _place(found.at), found.message)))


def _place(pointer: str) -> tuple[tuple[int, str], ...]:
    """Numbers in a pointer sort as numbers: /items/2 before /items/10."""
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in pointer.split("/"))
