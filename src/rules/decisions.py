"""R40 and R41: decisions are found, and are the body's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema.record import Decision, Item, Kind, Record, SectionKind
from .bodies import is_top_body, proposes_upward, same_body
from .parts import decisions, items, label
from .registry import Hit, hit, rule

_HEADS = re.compile(
    r"^(?!.*\b(?:förslag|underlag|tidigare|enligt)\b).{0,60}\bbeslut(?:ar|ade)?:?$", re.IGNORECASE
)
_OPENS = re.compile(
    r"^[A-ZÅÄÖ][\w -]{2,50} (?:beslutar|beslutade|beslöt)"
    r"(?: (?:enhälligt|därför|därmed|alltså|sålunda|således|vidare|följande)){0,2}(?: att\b|:|$)"
)

_OWN_PART = re.compile(r"för egen del", re.IGNORECASE)
_ORDINAL = re.compile(r"\d+")


@rule("R40")
def decision_found(record: Record) -> Iterator[Hit]:
    """Where a section is headed Beslut there is a decision; numbered points run 1, 2, 3."""
    if record.kind not in (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG):
        return
    for at, item in items(record):
        has_section = any(s.kind is SectionKind.BESLUT and s.text.strip() for s in item.sections)
        if has_section and not item.decisions:
            yield hit(f"{at}/decisions", "none", item=label(item))
        elif not item.decisions and (written := _decides(item)):
            yield hit(f"{at}/decisions", "unread", item=label(item), written=written)
    for at, item, decision in decisions(record):
        labels = _numbers(decision)
        if _are_one_list(item):
            continue
        if labels and labels != list(range(1, len(labels) + 1)):
            yield hit(f"{at}/points", "points", item=label(item), labels=", ".join(map(str, labels)))


def _decides(item: Item) -> str | None:
    """Words by which an item decides, where they open a section: "Kommunfullmäktige beslutar"."""
    for section in item.sections:
        paragraphs = section.text.split("\n") if section.kind in _HELD else []
        for words, pattern in ((section.heading or "", _HEADS), *((one, _OPENS) for one in paragraphs)):
            match = pattern.match(words)
            if match:
                return match[0]
    return None


_HELD = frozenset(
    {
        SectionKind.ANNAT,
        SectionKind.YRKANDEN,
        SectionKind.PROPOSITIONSORDNING,
        SectionKind.OMROSTNING,
        SectionKind.BEHANDLING_PA_MOTET,
        SectionKind.RESERVATION,
        SectionKind.JAV,
    }
)
"""Sections of what happened at the meeting, in which a decision may lie that was not told apart."""


def _are_one_list(item: Item) -> bool:
    """Whether the points of an item's decisions are one numbered list, parted by level or body."""
    labels = sorted(number for decision in item.decisions for number in _numbers(decision))
    return len(item.decisions) > 1 and labels == list(range(1, len(labels) + 1))


def _numbers(decision: Decision) -> list[int]:
    """The points' numbers; empty where any point has none."""
    found = [_ORDINAL.search(point.label or "") for point in decision.points]
    if not found or None in found:
        return []
    return [int(match[0]) for match in found if match]


@rule("R41")
def body_and_level(record: Record) -> Iterator[Hit]:
    """Minutes hold their own body's decisions; what is proposed to fullmäktige is no decision of its own."""
    if record.kind not in (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG):
        return
    for at, item, decision in decisions(record):
        if decision.status != "beslutat":
            continue
        if decision.body and record.body and not same_body(decision.body, record.body):
            yield hit(f"{at}/body", "body", item=label(item), decider=decision.body, body=record.body)
        upward = proposes_upward(decision.text) and not _OWN_PART.search(decision.text)
        if decision.level == "eget_beslut" and upward and not is_top_body(record.body):
            yield hit(f"{at}/level", "upward", item=label(item))
        if decision.level == "forslag_till_hogre_organ" and is_top_body(record.body):
            yield hit(f"{at}/level", "top", item=label(item), body=record.body)
