"""R50-R52 and R54-R56: counts, roll calls and what was voted on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..schema.record import Item, Outcome, Record, Role, Vote, VoteChoice
from . import ranges
from .names import fold, is_listed
from .parts import item_text, items, label, serving, taken
from .registry import Hit, hit, rule
from .winners import winner, yes_won

COUNTS = {
    VoteChoice.JA: "yes",
    VoteChoice.NEJ: "no",
    VoteChoice.AVSTAR: "abstain",
    VoteChoice.FRANVARANDE: "absent",
}

_RESOLVED = re.compile(r"utslagsröst|lott", re.IGNORECASE)
_OTHERWISE = re.compile(r"\bdet (?:ej|inte|icke) vill\b", re.IGNORECASE)
""" "den det ej vill röstar nej": nej stands for nothing but not ja."""

_GRANTS = re.compile(
    r"^\W*(?:att\s+)?(?:bifall\w*|godkän\w*)\b(?!.*\bavsl).*\b(?:motion|medborgarförslag)", re.IGNORECASE
)
_REJECTS = re.compile(
    r"^\W*(?:att\s+)?(?:avsl\w+)\b(?!.*\bbifall).*\b(?:motion|medborgarförslag|ansök|begäran)", re.IGNORECASE
)


def _votes(record: Record) -> Iterator[tuple[str, Item, Vote]]:
    for at, item in items(record):
        for index, vote in enumerate(item.votes):
            yield f"{at}/votes/{index}", item, vote


@rule("R50")
def roll_call(record: Record) -> Iterator[Hit]:
    """Named votes add up to the counts, and nobody is named twice."""
    for at, item, vote in _votes(record):
        named = Counter(ballot.vote for ballot in vote.roll)
        several = sum(named[choice] > 0 for choice in COUNTS) > 1
        for choice, field in COUNTS.items():
            counted = getattr(vote, field)
            listed = named[choice] or (several and choice is not VoteChoice.FRANVARANDE)
            if listed and counted is not None and named[choice] != counted:
                values = {"named": named[choice], "choice": choice.value, "counted": counted}
                yield hit(f"{at}/{field}", "count", item=label(item), **values)
        people = Counter((fold(ballot.name), ballot.party) for ballot in vote.roll)
        for (name, _), times in people.items():
            if times > 1:
                yield hit(f"{at}/roll", "twice", item=label(item), name=name)


@rule("R51")
def no_more_than_serve(record: Record) -> Iterator[Hit]:
    """No more votes than serving members who were not recused and did not stand aside."""
    for at, item, vote in _votes(record):
        able = _able_to_vote(record, item)
        if able is None or vote.yes is None or vote.no is None:
            continue
        votes = vote.yes + vote.no + (vote.abstain or 0)
        if votes > able:
            yield hit(at, "many", item=label(item), votes=votes, serving=able)


LEAST_LISTED = 3
"""Fewer deciding members are no list: it lies elsewhere, or was not read (R31)."""


def _able_to_vote(record: Record, item: Item) -> int | None:
    """Members who could vote in an item; None where the attendance cannot tell.

    Where nobody has a party, as in associations, a member may keep the minutes.
    """
    parties = any(person.party for person in record.attendance)
    keepers = [one for one in record.attendance if one.role is Role.SEKRETERARE and not parties]
    aside = [p.name for p in (*item.recusals, *item.non_participants) if p.name]
    able = set()
    for person in (*serving(record), *keepers):
        span = ranges.parse(person.items)
        if span is None:
            return None
        here = item.number is None or ranges.present(span, item.number)
        if here and not is_listed(person.name, aside):
            able.add(fold(person.name))
    return len(able) if len(able) >= LEAST_LISTED else None


@rule("R52")
def majority(record: Record) -> Iterator[Hit]:
    """The side with more votes wins; at a tie the chair or the lot decides."""
    for at, item, vote in _votes(record):
        if vote.yes is None or vote.no is None:
            continue
        values = {"item": label(item), "yes": vote.yes, "no": vote.no}
        tie = vote.yes == vote.no
        said = f"{vote.result or ''} {' '.join(section.text for section in item.sections)}"
        if tie and not vote.casting_vote and not _RESOLVED.search(said):
            yield hit(at, "tie", **values)
        if vote.casting_vote and not tie:
            yield hit(f"{at}/casting_vote", "casting", **values)
        result = (vote.result or "").strip(" .").casefold()
        if not tie and result in ("ja", "nej") and (result == "ja") != yes_won(vote):
            yield hit(f"{at}/result", "loser", **values, result=result)


@rule("R54")
def meaning(record: Record) -> Iterator[Hit]:
    """Yes and no mean different things, and the decision is what the winning side meant."""
    for at, item, vote in _votes(record):
        if vote.yes_means and vote.no_means:
            if fold(vote.yes_means) == fold(vote.no_means):
                yield hit(at, "same", item=label(item), means=vote.yes_means)
        elif (vote.yes_means or vote.no_means) and not _OTHERWISE.search(item_text(item)):
            known, missing = ("ja", "nej") if vote.yes_means else ("nej", "ja")
            yield hit(at, "half", item=label(item), known=known, missing=missing)
        if vote is item.votes[-1]:
            yield from _contradiction(at, item, vote)


def _contradiction(at: str, item: Item, vote: Vote) -> Iterator[Hit]:
    won, _ = winner(vote)
    outcomes = {decision.outcome for decision in taken(item)}
    if won is None or len(outcomes) != 1:
        return
    outcome = outcomes.pop()
    wrong = {Outcome.AVSLAG: _GRANTS, Outcome.BIFALL: _REJECTS}.get(outcome or Outcome.VAL)
    if wrong is not None and outcome is not None and wrong.search(won):
        yield hit(at, "contradicts", item=label(item), means=won, outcome=outcome.value)


def _is_open(vote: Vote) -> bool:
    return vote.yes is None and vote.no is None and not vote.roll and vote.result is None


@rule("R55")
def each_resolved(record: Record) -> Iterator[Hit]:
    """Of several votes in one item, each has counts, a roll call or a result."""
    for at, item in items(record):
        total = len(item.votes)
        for index, vote in enumerate(item.votes):
            if total > 1 and _is_open(vote):
                yield hit(f"{at}/votes/{index}", "open", item=label(item), number=index + 1, total=total)


@rule("R56")
def acclamation(record: Record) -> Iterator[Hit]:
    """A single vote without any count was perhaps none."""
    for at, item in items(record):
        if len(item.votes) == 1 and _is_open(item.votes[0]):
            yield hit(f"{at}/votes/0", "empty", item=label(item))
