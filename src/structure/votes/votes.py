"""Votes (omröstningar), in order: their tallies, roll calls, what yes and no meant, the casting vote."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...schema.record import SectionKind
from ..decisions import proposition
from ..landmarks.blocks import QUOTING, Block
from ..swedish import patterns
from ..text import numerals
from ..text.draft import Draft, Found
from ..text.passage import Passage, together
from ..text.rows import Row
from . import (
    ballots,
    labelled_lists,
    list_rows,
    meanings,
    parallel_lists,
    sides,
    tallies,
    voting_lists,
    worded_lists,
)
from .event import Event

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


def drafts(blocks: Sequence[Block]) -> list[Draft]:
    """The votes of an item, in order."""
    events: list[Event] = []
    for block in blocks:
        told = block.kind is SectionKind.BESLUT and _BEGINS.search(block.text.text)
        if block.kind in _SECTIONS_WITHOUT and not told:
            if any(events) and voting_lists.is_table(block.rows):
                _enter(events, _lists(block.rows))  # below the reservations
            continue
        if block.kind is SectionKind.OMROSTNING and (not events or events[-1]):
            events.append(Event())
        _read(block, events)
    return [event.draft() for event in _with_lists(events) if event]


def _with_lists(events: Sequence[Event]) -> list[Event]:
    """The votes, a list of who voted what that stands apart joined to the vote whose count it gives."""
    found: list[Event] = []
    for event in events:
        told = [one for one in found if not one.roll and one and _counts(one) == _counts(event)]
        if event.roll and not event.meanings and len(told) == 1:
            told[0].roll, told[0].inferred = event.roll, event.inferred
            told[0].result = told[0].result or event.result
        else:
            found.append(event)
    return found


def _counts(event: Event) -> tuple[object, ...]:
    return tuple(event.tally[name].value if name in event.tally else None for name in ("yes", "no"))


def _read(block: Block, events: list[Event]) -> None:
    whole = list_rows.joined(block.rows)
    block = block if len(whole) == len(block.rows) else replace(block, rows=whole)
    labelled = labelled_lists.find(block.rows)
    worded = None if labelled else worded_lists.find(block.rows)
    apart = labelled or worded
    rows, beside = parallel_lists.beside(apart.outside(block.rows) if apart else block.rows)
    headed = block.kind is SectionKind.OMROSTNING or voting_lists.is_table(rows)
    for part in parallel_lists.below_each_other(rows) if headed else [rows]:
        text = list(voting_lists.outside(part)) if headed else part
        said = block.sentences if text is block.rows else replace(block, rows=list(text)).sentences
        said = _with_sums(said)
        if block.kind is SectionKind.ANNAT and block.heading and tallies.of(block.heading):
            said = [block.heading, *said]  # "Avstår (0)" in bold
        for sentence, following in itertools.zip_longest(said, said[1:]):
            _tell(events, sentence, following, tabled=headed)
        _enter(events, _lists(part) if headed else [])
    _enter(events, [_List(beside)] if beside else [])
    _enter(events, [_List(labelled.roll, labelled.sums)] if labelled else [])
    _enter(events, [_List(roll) for roll in worded.rolls] if worded else [])


_SUM = re.compile(r"Summa:? \d{1,3}\W*", re.IGNORECASE)


def _with_sums(said: Sequence[Passage]) -> list[Passage]:
    """The sentences, "Summa 7." with the voters that it counts."""
    found: list[Passage] = []
    for sentence in said:
        if found and _SUM.fullmatch(sentence.text):
            found[-1] = together([found[-1], sentence])
        else:
            found.append(sentence)
    return found


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


def _enter(events: list[Event], lists: Sequence[_List]) -> None:
    """Give the lists to the votes told above them: one to the last, several to the last ones in order."""
    several = [event for event in events if event and not event.roll][-len(lists) :] if lists else []
    waiting = events[-1:] if len(lists) == 1 else several
    for one in lists:
        event = next((event for event in waiting if _agree(event, one)), None)
        if event is None:
            event = Event()
            events.append(event)
        waiting = [other for other in waiting if other is not event]
        event.tally = one.sums | event.tally
        event.inferred = one.inferred
        event.roll = one.roll if len(one.roll) > 1 else event.roll or one.roll


def _agree(event: Event, one: _List) -> bool:
    """Whether no count of a vote contradicts a list's sum."""
    return all(event.tally.get(name, count).value == count.value for name, count in one.sums.items())


def _tell(events: list[Event], sentence: Passage, following: Passage | None, *, tabled: bool) -> None:
    """Read one sentence into the votes, beginning a new one where it does."""
    tally = tallies.of(sentence)
    begins = _BEGINS.search(sentence.text)
    if _SECRET.search(sentence.text):
        if not _is_of(events, sentence):
            events.append(Event(secret=True))
    elif (
        not (tally or any(events))
        and tallies.VOTED.search(sentence.text)
        and _NAMED.search(sentence.text)
        and not ballots.sentence(sentence)
        and not sides.of(sentence)
    ):
        events.append(Event(secret=True, result=sentence))  # 3 röster för Eks yrkande och 2 för Holms
        return
    if events and events[-1].secret and not {"yes", "no"} <= tally.keys():
        if _COUNTED.search(sentence.text):
            above = events[-1].result
            events[-1].result = together([above, sentence]) if above else sentence
        return
    if begins and (not events or events[-1]):
        events.append(Event())
    if not events:
        told = len(sides.of(sentence)) > 1 or len(ballots.sentence(sentence)) > 1
        if not tally.keys() >= {"yes", "no"} and not told:
            return
        events.append(Event())
    _add(events, sentence, tally, tabled=tabled)
    if begins and following and not events[-1].meanings:
        events[-1].meanings = dict(meanings.both(together([sentence, following])))


def _is_of(events: Sequence[Event], sentence: Passage) -> bool:
    """Whether a sentence on ballot papers is of the election told before it: "Två valsedlar är blanka"."""
    if not (events and events[-1].secret):
        return False
    counts = _COUNTED.search(sentence.text) is not None and tallies.ELECTS.search(sentence.text) is None
    return events[-1].result is None or counts


def _add(events: list[Event], sentence: Passage, tally: dict[str, Found], *, tabled: bool) -> None:
    event = events[-1]
    if tally.keys() >= {"yes", "no"} and event.tally.keys() >= {"yes", "no"}:
        if all(tally[name].value == event.tally[name].value for name in ("yes", "no")):
            tally = {}
        elif event:
            event = Event()
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
