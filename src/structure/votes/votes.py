"""Votes (omröstningar), in order: their tallies, roll calls, what yes and no meant, the casting vote."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...schema.record import SectionKind, VoteChoice
from ..decisions import proposition
from ..landmarks.blocks import QUOTING, Block
from ..landmarks.choices import COUNTS
from ..swedish import patterns
from ..text import numerals
from ..text.draft import Draft, Found
from ..text.passage import Passage, together
from ..text.rows import Row
from . import ballots, meanings, parallel_lists, sides, tallies, voting_lists, worded_lists

_BEGINS = patterns.compiled("votes", "begins")
_SECRET = patterns.compiled("votes", "secret")
_NAMED = patterns.compiled("votes", "named", number=numerals.PATTERN)
_COUNTED = re.compile(
    rf"(?<!\w)(?:{numerals.PATTERN}) (?:\w+ )?(?:röst(?:er)?|\w*sedlar)\b|\bröst(?:er)?\b.{{0,30}}\d",
    re.IGNORECASE,
)
""" "Sju röster avges, varav fyra på A": what an election by ballot papers says of its result."""

_CASTING = patterns.compiled("votes", "casting")
_RESULT = patterns.compiled("votes", "result", number=numerals.PATTERN)
_EMPTY = re.compile(r"\S+ (?:beslutar|beslutade|har beslutat)(?: \w+){0,2}[:.]?")
""" "Nämnden beslutar således": what, is told below."""

_SECTIONS_WITHOUT = (SectionKind.BESLUT, SectionKind.FORSLAG_TILL_BESLUT, *QUOTING)


@dataclass
class _Event:
    tally: dict[str, Found] = field(default_factory=dict)
    meanings: dict[str, Passage] = field(default_factory=dict)
    alone: dict[str, Passage] = field(default_factory=dict)
    """What yes or no stands for by a sentence that tells of that one only."""
    roll: list[Draft] = field(default_factory=list)
    sides: list[sides.Side] = field(default_factory=list)
    """Who voted for what, where that is told instead of yes and no."""
    sided: Passage | None = None
    """The first sentence that tells of sides."""
    inferred: bool = False
    """Whether the head of a column of the roll call was lost; the tally must then bear it out."""
    casting: Passage | None = None
    secret: bool = False
    """An election by ballot papers, or a vote between names: it has neither yes nor no."""
    result: Passage | None = None

    def __bool__(self) -> bool:
        counted = bool({"yes", "no"} & self.tally.keys() or len(self.roll) > 1 or len(self.sides) > 1)
        return counted or (self.secret and self.result is not None)


def drafts(blocks: Sequence[Block]) -> list[Draft]:
    """The votes of an item, in order."""
    events: list[_Event] = []
    for block in blocks:
        told = block.kind is SectionKind.BESLUT and _BEGINS.search(block.text.text)
        if block.kind in _SECTIONS_WITHOUT and not told:
            if any(events) and voting_lists.is_table(block.rows):
                _enter(events, _lists(block.rows))  # below the reservations
            continue
        if block.kind is SectionKind.OMROSTNING and (not events or events[-1]):
            events.append(_Event())
        _read(block, events)
    return [_draft(event) for event in _with_lists(events) if event]


def _with_lists(events: Sequence[_Event]) -> list[_Event]:
    """The votes, a list of who voted what that stands apart joined to the vote whose count it gives."""
    found: list[_Event] = []
    for event in events:
        told = [one for one in found if not one.roll and one and _counts(one) == _counts(event)]
        if event.roll and not event.meanings and len(told) == 1:
            told[0].roll, told[0].inferred = event.roll, event.inferred
            told[0].result = told[0].result or event.result
        else:
            found.append(event)
    return found


def _counts(event: _Event) -> tuple[object, ...]:
    return tuple(event.tally[name].value if name in event.tally else None for name in ("yes", "no"))


def _read(block: Block, events: list[_Event]) -> None:
    worded = worded_lists.find(block.rows)
    rows, beside = parallel_lists.beside(worded.outside(block.rows) if worded else block.rows)
    headed = block.kind is SectionKind.OMROSTNING or voting_lists.is_table(rows)
    for part in parallel_lists.below_each_other(rows) if headed else [rows]:
        text = list(voting_lists.outside(part)) if headed else part
        said = block.sentences if text is block.rows else replace(block, rows=list(text)).sentences
        if block.kind is SectionKind.ANNAT and block.heading and tallies.of(block.heading):
            said = [block.heading, *said]  # "Avstår (0)" in bold
        for sentence, following in itertools.zip_longest(said, said[1:]):
            _tell(events, sentence, following, tabled=headed)
        _enter(events, _lists(part) if headed else [])
    _enter(events, [_List(beside)] if beside else [])
    _enter(events, [_List(roll) for roll in worded.rolls] if worded else [])


@dataclass(frozen=True, slots=True)
class _List:
    """A list of who voted what."""

    roll: list[Draft]
    sums: dict[str, Found] = field(default_factory=dict)
    inferred: bool = False


def _lists(rows: Sequence[Row]) -> list[_List]:
    """The voting lists of rows, those side by side one after the other."""
    lists = [
        _List(voting_lists.table(one), voting_lists.sums(one), voting_lists.lost_head(one))
        for one in parallel_lists.side_by_side(rows)
    ]
    return [one for one in lists if one.roll or one.sums]


def _enter(events: list[_Event], lists: Sequence[_List]) -> None:
    """Give the lists to the votes told above them: one to the last, several to the last ones in order."""
    several = [event for event in events if event and not event.roll][-len(lists) :] if lists else []
    waiting = events[-1:] if len(lists) == 1 else several
    for one in lists:
        event = next((event for event in waiting if _agree(event, one)), None)
        if event is None:
            event = _Event()
            events.append(event)
        waiting = [other for other in waiting if other is not event]
        event.tally = one.sums | event.tally
        event.inferred = one.inferred
        event.roll = one.roll if len(one.roll) > 1 else event.roll or one.roll


def _agree(event: _Event, one: _List) -> bool:
    """Whether no count of a vote contradicts a list's sum."""
    return all(event.tally.get(name, count).value == count.value for name, count in one.sums.items())


def _tell(events: list[_Event], sentence: Passage, following: Passage | None, *, tabled: bool) -> None:
    """Read one sentence into the votes, beginning a new one where it does."""
    tally = tallies.of(sentence)
    begins = _BEGINS.search(sentence.text)
    if _SECRET.search(sentence.text):
        if not _is_of(events, sentence):
            events.append(_Event(secret=True))
    elif (
        not (tally or any(events))
        and tallies.VOTED.search(sentence.text)
        and _NAMED.search(sentence.text)
        and not ballots.sentence(sentence)
        and not sides.of(sentence)
    ):
        events.append(_Event(secret=True, result=sentence))  # 3 röster för Eks yrkande och 2 för Holms
        return
    if events and events[-1].secret and not {"yes", "no"} <= tally.keys():
        if _COUNTED.search(sentence.text):
            above = events[-1].result
            events[-1].result = together([above, sentence]) if above else sentence
        return
    if begins and (not events or events[-1]):
        events.append(_Event())
    if not events:
        if not tally.keys() >= {"yes", "no"} and len(sides.of(sentence)) < 2:
            return
        events.append(_Event())
    _add(events, sentence, tally, tabled=tabled)
    if begins and following and not events[-1].meanings:
        events[-1].meanings = dict(meanings.both(together([sentence, following])))


def _is_of(events: Sequence[_Event], sentence: Passage) -> bool:
    """Whether a sentence on ballot papers is of the election told before it: "Två valsedlar är blanka"."""
    if not (events and events[-1].secret):
        return False
    counts = _COUNTED.search(sentence.text) is not None and tallies.ELECTS.search(sentence.text) is None
    return events[-1].result is None or counts


def _add(events: list[_Event], sentence: Passage, tally: dict[str, Found], *, tabled: bool) -> None:
    event = events[-1]
    if tally.keys() >= {"yes", "no"} and event.tally.keys() >= {"yes", "no"}:
        if all(tally[name].value == event.tally[name].value for name in ("yes", "no")):
            tally = {}
        elif event:
            event = _Event()
            events.append(event)
    event.meanings = event.meanings or dict(meanings.both(sentence))
    event.alone = dict(meanings.alone(sentence)) | event.alone
    for name, found in tally.items():
        event.tally.setdefault(name, found)
    told = sides.of(sentence)
    event.sides += told
    event.sided = event.sided or (sentence if told else None)
    event.roll += [] if told else ballots.sentence(sentence)
    if _CASTING.search(sentence.text):
        event.casting = sentence
    closes = event or (tabled and (event.meanings or event.alone))  # a table's votes are read after its text
    result = (
        closes and not event.result and _RESULT.search(sentence.text) and not _EMPTY.fullmatch(sentence.text)
    )
    if result and not proposition.opens(sentence):
        event.result = sentence


def _is_borne_out(event: _Event) -> bool:
    """Whether no more votes stand in an inferred column than the tally gives."""
    if not event.inferred:
        return True
    counted = Counter(ballot["vote"] for ballot in event.roll)
    told = {choice: event.tally.get(COUNTS[choice]) for choice in (VoteChoice.JA, VoteChoice.NEJ)}
    return all(
        count is not None and counted[choice.value] <= int(count.value) for choice, count in told.items()
    )


def _draft(event: _Event) -> Draft:
    means = event.alone | event.meanings
    chosen = sides.choices(event.sides, event.tally, means)
    means = sides.meanings(chosen) | means
    tally = sides.counts(chosen, event.tally)
    roll = event.roll + sides.roll(chosen) if _is_borne_out(event) else []
    return {
        **{name: tally.get(name) for name in ("yes", "no", "absent")},
        "abstain": tally.get("abstain") or _abstaining(roll, tally),
        "yes_means": _text(means.get("yes")),
        "no_means": _text(means.get("no")),
        "roll": roll,
        "casting_vote": Found(True, event.casting) if event.casting else None,
        "result": _text(event.result or (None if chosen else event.sided)),
    }


def _abstaining(roll: Sequence[Draft], tally: Mapping[str, Found]) -> Found | None:
    """How many abstained, where they are named and not counted; of the others all must be named, or none."""
    counted = Counter(ballot["vote"] for ballot in roll)
    named = [ballot["name"] for ballot in roll if ballot["vote"] == VoteChoice.AVSTAR.value]
    others = {COUNTS[choice]: counted[choice.value] for choice in (VoteChoice.JA, VoteChoice.NEJ)}
    told = all((count := tally.get(name)) and others[name] in (0, count.value) for name in others)
    return Found(len(named), named[0].passage) if named and named[0] and told else None


def _text(passage: Passage | None) -> Found | None:
    return Found(passage.text, passage) if passage else None


__all__ = ["VoteChoice", "drafts"]
