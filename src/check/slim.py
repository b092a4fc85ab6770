"""What is kept of a record once its rules have run: what other records, and the run's own counts, ask for.

A folder may hold tens of thousands of records of a megabyte each; the series needs numbers, case numbers and
levels of decisions, not texts, places and doubts.
"""

from __future__ import annotations

from ..schema.record import Decision, Item, Part, Record


def slim(record: Record) -> Record:
    """The record without texts, people and evidence; its documents, items and numbers stay."""
    quality = record.quality.model_copy(update={"pages": ()})
    parts = tuple(part.model_copy(update={**_NOTHING, "items": _items(part)}) for part in record.parts)
    items = _items(record)
    kept = {"items": items, "parts": parts, "quality": quality, "evidence": {}, "findings": ()}
    return record.model_copy(update={**_NOTHING, **kept})


_NOTHING = {"attendance": (), "signatures": (), "contents": ()}


def _items(document: Record | Part) -> tuple[Item, ...]:
    return tuple(
        Item(
            number=item.number,
            suffix=item.suffix,
            title=None,
            case_numbers=item.case_numbers,
            decisions=tuple(map(_decision, item.decisions)),
        )
        for item in document.items
    )


def _decision(decision: Decision) -> Decision:
    return Decision(
        text="", status=decision.status, level=decision.level, body=None, outcome=decision.outcome
    )
