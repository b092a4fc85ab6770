"""R12, R13 and R73: what only several records together can show.

Items are numbered by body and calendar year, so the meetings of a body in one folder check each other: a gap
between two meetings is a lost page, a lost document or a misread number. Bodies that begin with § 1 at every
meeting are left alone, and so is the time before the first meeting in the folder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from .. import rules
from ..rules import hit
from ..rules.bodies import fold, is_top_body
from ..rules.bundle import documents
from ..rules.calendar import parse
from ..schema.record import Finding, Kind, Record
from .verdict import Verdict

COUNCIL_WITHIN = 150
"""Days after a proposal until the council has most often decided: it meets monthly, but not in summer."""
LEAST_SITTINGS = 2
"""Later meetings of the council in the folder, without a gap, before a missing case says anything."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One document's minutes of a meeting."""

    verdict: Verdict
    at: str
    """JSON pointer of the document in its file."""
    date: str
    numbers: frozenset[int]

    @property
    def first(self) -> int:
        """Lowest item number."""
        return min(self.numbers)

    @property
    def last(self) -> int:
        """Highest item number."""
        return max(self.numbers)


def with_series(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The same verdicts, with what they show about each other."""
    everything = list(verdicts)
    more: dict[int, list[Finding]] = defaultdict(list)
    for verdict, finding in [*_numbering(everything), *_proposals(everything)]:
        more[id(verdict)].append(finding)
    return [verdict.with_findings(more[id(verdict)]) for verdict in everything]


def _numbering(verdicts: list[Verdict]) -> Iterator[tuple[Verdict, Finding]]:
    for sittings in _by_body_and_year(verdicts).values():
        meetings = _meetings(sittings)
        if len(meetings) > 1 and all(meeting[0].first == 1 for meeting in meetings):
            continue
        for before, after in pairwise(meetings):
            yield from _follows(before, after)


def _by_body_and_year(verdicts: list[Verdict]) -> dict[tuple[str, str, str], list[Sitting]]:
    groups: dict[tuple[str, str, str], list[Sitting]] = defaultdict(list)
    for verdict, at, record in _documents(verdicts):
        if record.kind is not Kind.PROTOKOLL or not record.body or not record.meeting:
            continue
        numbers = frozenset(item.number for item in record.items if item.number is not None)
        if record.meeting.date and numbers:
            owner = fold(record.authority.name) if record.authority else ""
            key = (owner, fold(record.body), record.meeting.date[:4])
            groups[key].append(Sitting(verdict, at, record.meeting.date, numbers))
    return groups


def _documents(verdicts: list[Verdict]) -> Iterator[tuple[Verdict, str, Record]]:
    """Every document of every file, with the pointer where it begins."""
    for verdict in verdicts:
        if verdict.record is not None:
            yield from ((verdict, at, record) for at, record in documents(verdict.record))


def _meetings(sittings: list[Sitting]) -> list[list[Sitting]]:
    """Sittings by date; a meeting has several documents where items were adjusted at once."""
    by_date: dict[str, list[Sitting]] = defaultdict(list)
    for sitting in sittings:
        by_date[sitting.date].append(sitting)
    return [sorted(by_date[date], key=lambda sitting: sitting.first) for date in sorted(by_date)]


def _follows(before: list[Sitting], after: list[Sitting]) -> Iterator[tuple[Verdict, Finding]]:
    last, first = max(before, key=lambda sitting: sitting.last), after[0]
    values = {"date": last.date, "name": last.verdict.name, "last": last.last, "first": first.first}
    if first.first == 1:
        case = "restart"
    elif first.first > last.last + 1:
        case = "gap"
    elif first.first <= last.last:
        case = "overlap"
    else:
        return
    yield first.verdict, _finding(first.verdict, "R12", case, f"{first.at}/items/0/number", values)


def _proposals(verdicts: list[Verdict]) -> Iterator[tuple[Verdict, Finding]]:
    """A proposal to fullmäktige meets its case number in later minutes of fullmäktige."""
    council = [verdict for verdict in verdicts if _is_council(verdict)]
    for verdict in verdicts:
        record = verdict.record
        if record is None or not record.meeting or not record.meeting.date or _is_council(verdict):
            continue
        later = _later(council, record.meeting.date)
        decided = {_bare(number) for other in later for number in _case_numbers(other)}
        for index, item in enumerate(record.items):
            upward = any(decision.level == "forslag_till_hogre_organ" for decision in item.decisions)
            wanted = {_bare(number): number for number in item.case_numbers}
            if later and upward and wanted and not decided & wanted.keys():
                values = {"item": f"§ {item.number}", "number": next(iter(wanted.values()))}
                yield verdict, _finding(verdict, "R73", "no_council", f"/items/{index}", values)


def _later(council: list[Verdict], date: str) -> list[Verdict]:
    """The council's meetings after a day, if they are there without a gap for long enough; else none."""
    start = parse(date)
    meetings = sorted(
        (
            sitting
            for group in _by_body_and_year(council).values()
            for sitting in group
            if sitting.date >= date
        ),
        key=lambda sitting: sitting.date,
    )
    last = parse(meetings[-1].date) if meetings else None
    long_enough = start and last and (last - start).days >= COUNCIL_WITHIN
    whole = all(b.first in (1, a.last + 1) for a, b in pairwise(meetings))
    enough = len(meetings) >= LEAST_SITTINGS and long_enough and whole
    return [sitting.verdict for sitting in meetings] if enough else []


def _is_council(verdict: Verdict) -> bool:
    record = verdict.record
    return record is not None and record.kind is Kind.PROTOKOLL and is_top_body(record.body)


def _case_numbers(verdict: Verdict) -> Iterator[str]:
    for item in verdict.record.items if verdict.record else ():
        yield from item.case_numbers


def _bare(number: str) -> str:
    return "".join(number.split()).casefold()


def _finding(verdict: Verdict, code: str, case: str, at: str, values: Mapping[str, object]) -> Finding:
    assert verdict.record is not None
    return rules.finding(code, hit(at, case, **values), verdict.record)
