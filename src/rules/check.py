"""Running all rules over one record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..schema import Change
from ..schema.record import Finding, Record
from .bundle import WHOLE_FILE, documents
from .findings import finding, ordered
from .grading import grade
from .registry import RULES
from .repairs import questionable


def check(record: Record, changes: Sequence[Change] = ()) -> tuple[Finding, ...]:
    """What the rules have to say.

    Args:
        record: as the structure stage gives it, or as read from disk; its own findings are ignored.
        changes: the ledger, so that repaired digits are listed (R91); none where it is not at hand.
    """
    found = [one for at, document in documents(record) for one in _of_document(at, document)]
    found += [finding("R91", hit, record) for hit in questionable(changes)]
    return ordered(found)


def _of_document(at: str, document: Record) -> Iterator[Finding]:
    """What the rules say of one document of the file, its pointers beginning where the document does."""
    for code, rule in RULES.items():
        if not at or code not in WHOLE_FILE:
            yield from (finding(code, replace(hit, at=at + hit.at), document) for hit in rule(document))


def checked(record: Record, changes: Sequence[Change] = ()) -> Record:
    """The same record with its findings, and the grade that follows from them."""
    findings = check(record, changes)
    with_findings = record.model_copy(update={"findings": findings})
    quality = record.quality.model_copy(update={"grade": grade(with_findings)})
    return with_findings.model_copy(update={"quality": quality})
