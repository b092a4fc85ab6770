"""The chain of items: which rows begin a numbered paragraph (§).

Rows that may begin one are gathered with a weight (a printed § weighs most, a misread or lost one little),
and the heaviest chain of rising numbers is decoded as a whole by dynamic programming. A contents page, a
reference at the start of a row and the numbered points of a decision cannot join it without breaking it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...schema.record import SectionKind
from ..landmarks import headings, openings, organs
from ..landmarks.openings import Candidate
from ..text.fold import fold
from ..text.rows import Row
from . import repeated

_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{0,4}$|…\s*\d{0,4}$|\s\d{1,3}(?:\s?[-–]\s?\d{1,3})?$")
_REFERENCE = re.compile(
    r"^(?:[,;]|(?:kommunallagen|kl|fl|lagen|i |och|samt|tf|osl)\b|(?:19|20)\d{2}-\d{2}-\d{2})", re.IGNORECASE
)

_RANGE = re.compile(r"(?:\s*(?:§{1,2}\s*)?\d{1,4}[a-z]?\W*$|[-–—]\s?(?:§{1,2}\s*)?\d)")
"""What is left of "§§ 1-5", or "82–87, Bo Ek" behind a row's end: a range of items, no heading of one."""

_OF_LETTERS = (
    SectionKind.BESLUT,
    SectionKind.FORSLAG_TILL_BESLUT,
    SectionKind.SAMMANFATTNING,
    SectionKind.ARENDEBESKRIVNING,
    SectionKind.BAKGRUND,
    SectionKind.BESLUTSUNDERLAG,
)

BODY_ROWS = 8
"""From so many rows of text below it, a candidate surely stands in the body."""


def decode(
    rows: Sequence[Row],
    *,
    span: tuple[int, int] | None = None,
    excerpt: bool = False,
    summons: bool = False,
    body: str | None = None,
) -> tuple[Candidate, ...]:
    """The rows that begin items, in order.

    Args:
        rows: rows without furniture.
        span: the range of items that the cover states.
        excerpt: whether the document calls itself an excerpt, which holds one item at least.
        summons: whether it calls itself one, which may list its items and treat them further down.
        body: whose it is, if that is known: other bodies' numbers may stand beside its own.
    """
    found = list(openings.found(rows, (1, MOST_NUMBER) if excerpt else span))
    found = organs.of_one_organ(rows, found, body)
    stated = span if span and _agrees(span, found) else None
    candidates = list(_weighed(rows, found, stated))
    signed = _signed(candidates)
    if signed:
        return signed
    if stated:
        best = _best([one for one in candidates if one.series != "dot"])
        if best and all(stated[0] <= one.number <= stated[1] for one in best) and len(best) > 1:
            return tuple(best)
    listed = _best([one for one in candidates if one.series == "listed"])
    if len(listed) > 1 and not _are_headings(rows, listed):
        return tuple(listed)
    if excerpt and (one := _lone(rows, candidates)):
        return one
    found_bare = (
        () if _after_heading(rows, candidates) else _bare(candidates, _below_agenda(rows, candidates))
    )
    whole = _agenda(rows, candidates) if summons else ()
    best_bare = whole if len(whole) > len(found_bare) and repeated.treated(rows, whole) else found_bare
    return () if _are_headings(rows, best_bare) else best_bare


def _are_headings(rows: Sequence[Row], chain: Sequence[Candidate]) -> bool:
    """Whether the numbers are those of a letter's headings: "1 Förslag till beslut", "2 Bakgrund"."""
    titles = [headings.match(rows[one.row].text[one.rest_at :]) for one in chain]
    exact = [found.kind for found in titles if found is not None and found.exact]
    return 2 * len(exact) > len(chain) and any(one in _OF_LETTERS for one in exact)


def _agenda(rows: Sequence[Row], candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The numbers that follow one another below the heading of an agenda."""
    found: list[Candidate] = []
    for one in _below_agenda(rows, candidates):
        if one.number == len(found) + 1:
            found.append(one)
    return tuple(found)


def _below_agenda(rows: Sequence[Row], candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates below the heading of an agenda; none where there is no such heading."""
    start = next((index for index, row in enumerate(rows) if _heads_agenda(row)), len(rows))
    return [one for one in candidates if one.row > start]


def _signed(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The heavier chain of signs printed before the numbers or behind them."""
    chains = [
        _best([one for one in candidates if one.alone or one.series not in ("dot", other)])
        for sign, other in (("§", "turned"), ("turned", "§"))
        if any(one.series == sign for one in candidates)
    ]
    best = max(chains, key=_weight, default=[])
    return tuple(best) if _weight(best) >= LEAST_SIGNED else ()


LEAST_SIGNED = 2.0
"""A lighter chain is a reference to a law at the start of a row."""


def _weight(chain: Sequence[Candidate]) -> float:
    return sum(one.weight for one in chain)


def _lone(rows: Sequence[Row], candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The one item of an excerpt whose sign was misread or lost: above all sections, with space above it."""
    for one in candidates:
        row = rows[one.row]
        alone = not row.text[one.rest_at :] or one.series == "misread"
        if alone and row.gap and not row.text[one.rest_at :][:1].islower() and one.number < MOST_NUMBER:
            return () if _after_heading(rows, [one]) else (one,)
    return ()


MOST_NUMBER = 1000
"""A bare number from here on is a year, or none of a paragraph."""


def _agrees(span: tuple[int, int], candidates: Sequence[Candidate]) -> bool:
    """Whether the range that the cover states fits what was read as headings; it may itself be misread."""
    signed = [one for one in candidates if one.series in ("§", "misread")]
    within = sum(span[0] <= one.number <= span[1] for one in signed)
    return bool(signed) and within >= 0.5 * len(signed)


def _after_heading(rows: Sequence[Row], candidates: Sequence[Candidate]) -> bool:
    """Whether sections begin before the first number: then the numbers are points, the document a letter."""
    before = rows[: candidates[0].row] if candidates else rows
    return any(
        (found := headings.match(row.text)) is not None and found.exact and found.kind in _OF_LETTERS
        for row in before
    )


AGENDA = frozenset({"ärenden", "föredragningslista", "dagordning", "ärendelista", "ärendeförteckning"})
"""Headings below which a number at the start of a row begins an item."""


_NUMBERS = frozenset({"nr", "nummer", "punkt", "§", "ärendenr"})


def _heads_agenda(row: Row) -> bool:
    """Whether a row says that items follow: "Ärenden", or the head of a table, "Nr | Ärende | Diarienr"."""
    cells = [fold(cell.text) for cell in row.cells]
    table = len(cells) > 1 and cells[0] in _NUMBERS and cells[1] in {*AGENDA, "ärende", "rubrik"}
    return table or fold(row.text) in AGENDA


def _weighed(
    rows: Sequence[Row], candidates: Sequence[Candidate], span: tuple[int, int] | None
) -> Iterator[Candidate]:
    agenda = next((index for index, row in enumerate(rows) if _heads_agenda(row)), len(rows))
    last = {one.number: index for index, one in enumerate(candidates)}
    for index, one in enumerate(candidates):
        row = rows[one.row]
        rest = row.text[one.rest_at :]
        following = candidates[index + 1].row if index + 1 < len(candidates) else len(rows)
        weight = one.weight + 1.5 * min(following - one.row - 1, BODY_ROWS) / BODY_ROWS
        weight += 0.5 * row.gap + 0.7 * row.bold
        listed = one.row > agenda
        if one.series == "bare" and not (row.gap or row.bold or listed):
            weight -= 1.5
        if one.series == "bare" and listed:
            weight += 0.6
        if _REFERENCE.match(rest) or (rest[:1].islower() and rest[1:2] != ")"):
            weight -= 3.5
        if _RANGE.match(rest):
            weight -= 6.0
        in_contents = last[one.number] > index or not listed
        if in_contents and _LEADER.search(rest) and following - one.row <= 3:
            weight -= 3.0
        if one.series in ("dot", "bare") and rest.endswith("."):
            weight -= 0.6
        if span and not span[0] <= one.number <= span[1]:
            weight -= 3.0
        yield replace(one, weight=weight)


def _best(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The heaviest chain of rising numbers."""
    totals: list[float] = []
    before: list[int | None] = []
    for index, one in enumerate(candidates):
        best, link = 0.0, None
        for earlier in range(max(0, index - REACH), index):
            if _follows(candidates[earlier], one):
                total = totals[earlier] - _cost(candidates[earlier], one)
                if total > best:
                    best, link = total, earlier
        totals.append(best + one.weight)
        before.append(link)
    if not totals or max(totals) <= 0:
        return []
    place: int | None = max(range(len(totals)), key=lambda index: totals[index])
    chain: list[Candidate] = []
    while place is not None:
        chain.append(candidates[place])
        place = before[place]
    return chain[::-1]


REACH = 400
"""How many candidates back a chain may link: keeps the decoding linear in the pages."""


def _follows(earlier: Candidate, later: Candidate) -> bool:
    if later.number == earlier.number:
        return (later.suffix or "") > (earlier.suffix or "")
    return later.number > earlier.number


def _cost(earlier: Candidate, later: Candidate) -> float:
    """Gaps cost: items adjusted at once are missing from minutes, but few are."""
    step = later.number - earlier.number
    if step <= 1:
        return 0.0
    if not {earlier.series, later.series} <= _SURE:
        return UNSURE_GAP
    return min(3.5, 0.8 + 0.25 * step)


_SURE = frozenset({"§", "turned", "listed"})

UNSURE_GAP = 4.0
"""A row that only may begin an item (its § misread or lost) must follow its neighbour's number closely."""


_UNSIGNED = ("misread", "organ", "dot", "bare")


def _bare(candidates: Sequence[Candidate], listed: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The chain of a document that prints no §: "1. Stämmans öppnande", or every § misread.

    Those listed below an agenda's heading may have been read in two ways: "3", "4)".
    """
    groups = [[one for one in candidates if one.series == series] for series in _UNSIGNED]
    chains = map(_best, [*groups, [one for one in listed if one.series in ("dot", "bare")]])
    best = max(chains, key=_weight)
    steps = [later.number - earlier.number for earlier, later in pairwise(best)]
    if len(best) < 3 or best[0].number > 400 or steps.count(1) < 0.7 * len(steps):
        return ()
    return tuple(best)
