"""R42 and R43: items that are referred back or tabled, by vote or without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema.record import Decision, Outcome, Record, Vote
from .bodies import is_top_body
from .parts import items, label, taken
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
_WHOLE = re.compile(
    r"\b(ärendet|frågan|motionen|medborgarförslaget|hela)\b.{0,40}\b(återremi|bordl|utgå)"
    r"|\b(återremittera|bordlägga)\s+(ärendet|frågan|motionen|medborgarförslaget)",
    re.IGNORECASE,
)
_MINORITY = re.compile(r"minoritet", re.IGNORECASE)
_REFERS_BACK = re.compile(r"\b(återremi\w+|bordlägg\w+|bordlagt)", re.IGNORECASE)
_DECIDES_TODAY = re.compile(r"avgör\w*\s+(?:i dag|idag|vid dagens|nu)", re.IGNORECASE)


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
            if lost and _puts_off(lost) and was_put_off and not _by_minority(vote, record):
                yield hit(place, "decided", item=label(item), means=lost)


def _by_minority(vote: Vote, record: Record) -> bool:
    """Whether a third of those present may have sent the item back: in fullmäktige they can (5:50)."""
    counts = (vote.yes or 0, vote.no or 0)
    third = 3 * min(counts) >= sum(counts) + (vote.abstain or 0)
    return _MINORITY.search(vote.result or "") is not None or (is_top_body(record.body) and third)


def _puts_off(meaning: str) -> bool:
    return _REFERS_BACK.search(meaning) is not None and not _DECIDES_TODAY.search(meaning)


@rule("R43")
def put_off_or_decided(record: Record) -> Iterator[Hit]:
    """An item is put off or decided; both only in parts that the text names."""
    for at, item in items(record):
        final = taken(item)
        off = {outcome for decision in final for outcome in _put_off(decision)}
        done = {outcome for decision in final for outcome in _settled(decision)}
        if off and done and not any(_PARTLY.search(decision.text) for decision in final):
            values = {"outcome": min(off).value, "other": min(done).value}
            yield hit(f"{at}/decisions", "both", item=label(item), **values)


def _put_off(decision: Decision) -> set[Outcome]:
    """How the whole matter is put off; one point of a budget may be, and the others decided."""
    return {outcome for text, outcome in _texts(decision) if outcome in PUT_OFF and _WHOLE.search(text)}


def _settled(decision: Decision) -> set[Outcome]:
    """The outcomes of what settles the matter itself, in so many words; "får ställas" and tasks do not."""
    return {outcome for text, outcome in _texts(decision) if outcome in FINAL and _SETTLES.search(text)}


def _texts(decision: Decision) -> list[tuple[str, Outcome | None]]:
    """The points of a decision, else the decision itself."""
    points = [(point.text, point.outcome) for point in decision.points if not _is_letter(point.label)]
    return points or [(decision.text, decision.outcome)]


def _is_letter(label: str | None) -> bool:
    """True for a) b) c), which spell out the point above them."""
    return label is not None and not any(character.isdecimal() for character in label)


def _outcomes(decision: Decision) -> set[Outcome]:
    """The outcomes of a decision's points, else its own."""
    points = {point.outcome for point in decision.points if point.outcome}
    return points or ({decision.outcome} if decision.outcome else set())
