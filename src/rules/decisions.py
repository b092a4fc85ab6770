"""R40-R43: decisions are found, are the body's own, and do not contradict themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema.record import Decision, Item, Kind, Outcome, Record, SectionKind
from .bodies import is_top_body, proposes_upward, same_body
from .parts import decisions, items, label, taken
from .registry import Hit, hit, rule
from .winners import winner

PUT_OFF = frozenset({Outcome.UTGAR, Outcome.BORDLAGGNING, Outcome.ATERREMISS})
FINAL = frozenset({Outcome.BIFALL, Outcome.AVSLAG, Outcome.ANSES_BESVARAD})

_PARTLY = re.compile(
    r"i övrigt|i den del|\bpunkt(?:en|erna)?\b|delen\b|att-sats|ordnings|propositions", re.IGNORECASE
)
_SETTLES = re.compile(
    r"\b(bifall\w*|avsl[åo]\w*|ant(?:as|ar|a)\b|fastställ\w*|godkänn\w*|bevilj\w*|anses?\b.*\bbesvarad)",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(r"\b(återremi\w+|bordlägg\w+|bordlagt)", re.IGNORECASE)
_DECIDES_TODAY = re.compile(r"avgör\w*\s+(?:i dag|idag|vid dagens|nu)", re.IGNORECASE)
_HEADS = re.compile(
    r"^(?!.*\b(?:förslag|underlag|tidigare|enligt)\b).{0,60}\bbeslut(?:ar|ade)?:?$", re.IGNORECASE
)
_OPENS = re.compile(r"^[A-ZÅÄÖ][\w -]{2,50} beslutar(?: att|:|$)")
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
        if labels and labels != list(range(1, len(labels) + 1)):
            yield hit(f"{at}/points", "points", item=label(item), labels=", ".join(map(str, labels)))


def _decides(item: Item) -> str | None:
    """Words by which an item decides, where they open a section: "Kommunfullmäktige beslutar"."""
    for section in item.sections:
        opening = section.text.partition("\n")[0] if section.kind is SectionKind.ANNAT else ""
        for words, pattern in ((section.heading or "", _HEADS), (opening, _OPENS)):
            match = pattern.match(words)
            if match:
                return match[0]
    return None


def _numbers(decision: Decision) -> list[int]:
    """The points' numbers; empty where any point has none, or where they continue another decision's."""
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


@rule("R42")
def follows_from_vote(record: Record) -> Iterator[Hit]:
    """Where a vote was on putting the item off, the item was put off or not as the vote says."""
    for at, item in items(record):
        final = taken(item)
        if not final:
            continue
        was_put_off = any(_outcomes(decision) & PUT_OFF for decision in final)
        for index, vote in enumerate(item.votes):
            won, lost = winner(vote)
            place = f"{at}/votes/{index}"
            if won and _puts_off(won) and not was_put_off:
                yield hit(place, "referred", item=label(item), means=won)
            if lost and _puts_off(lost) and was_put_off:
                yield hit(place, "decided", item=label(item), means=lost)


def _puts_off(meaning: str) -> bool:
    return _REFERS_BACK.search(meaning) is not None and not _DECIDES_TODAY.search(meaning)


@rule("R43")
def put_off_or_decided(record: Record) -> Iterator[Hit]:
    """An item is put off or decided; both only in parts that the text names."""
    for at, item in items(record):
        final = taken(item)
        off = set().union(*(_outcomes(decision) for decision in final)) & PUT_OFF
        done = {outcome for decision in final for outcome in _settled(decision)}
        if off and done and not any(_PARTLY.search(decision.text) for decision in final):
            values = {"outcome": min(off).value, "other": min(done).value}
            yield hit(f"{at}/decisions", "both", item=label(item), **values)


def _settled(decision: Decision) -> set[Outcome]:
    """The outcomes of what settles the matter itself, in so many words; "får ställas" and tasks do not."""
    texts = [(point.text, point.outcome) for point in decision.points if not _is_letter(point.label)]
    texts = texts or [(decision.text, decision.outcome)]
    return {outcome for text, outcome in texts if outcome in FINAL and _SETTLES.search(text)}


def _is_letter(label: str | None) -> bool:
    """True for a) b) c), which spell out the point above them."""
    return label is not None and not any(character.isdecimal() for character in label)


def _outcomes(decision: Decision) -> set[Outcome]:
    """The outcomes of a decision's points, else its own."""
    points = {point.outcome for point in decision.points if point.outcome}
    return points or ({decision.outcome} if decision.outcome else set())
