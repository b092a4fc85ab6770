"""Voting lists behind the minutes, each of the item whose § its heading names, or that names the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from . import ballots
from .draft import Draft, value_of
from .rows import Row

_HEADING = re.compile(
    r"(?:bilaga\b.{0,12}?)?(?:omröstning|votering|rösträkning|upprop)s?\w*\b.{0,60}?§\s*(?P<number>\d{1,4})",
    re.IGNORECASE,
)
""" "Omröstningslista § 44", "Bilaga 2 Voteringslista nr 1, Ks § 44"."""


_APPENDIX = re.compile(r"bilaga\s+(?:nr\s+)?(?P<appendix>\d{1,3})\W*", re.IGNORECASE)
"""The head of a page of lists without a § of their own: "Bilaga 2"."""


def begin(rows: Sequence[Row], last: int) -> int:
    """Where the first voting list behind the last item begins; the number of rows where there is none.

    Args:
        rows: without furniture.
        last: the row that begins the last item.
    """
    for index in range(last + 1, len(rows)):
        if _HEADING.match(rows[index].text) and rows[index].gap and _is_list(rows[index:]):
            return index
    heads = [index for index in range(last + 1, len(rows)) if _opens_page(rows, index)]
    return heads[0] if any(len(roll) > 1 for *_, roll in _numbered(rows, heads)) else len(rows)


def _opens_page(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is an appendix's number at the top of a page."""
    return bool(_APPENDIX.fullmatch(rows[index].text)) and rows[index - 1].page != rows[index].page


def _numbered(rows: Sequence[Row], heads: Sequence[int]) -> Iterator[tuple[int, Sequence[Row], list[Draft]]]:
    """Each appendix's number, rows and ballots."""
    for start, end in zip(heads, [*heads[1:], len(rows)], strict=False):
        match = _APPENDIX.fullmatch(rows[start].text)
        if match:
            yield int(match["appendix"]), rows[start:end], ballots.table(rows[start:end])


def _is_list(rows: Sequence[Row]) -> bool:
    """Whether ballots, not an item's text, follow: on a page of its own, or with a head."""
    return rows[0].first or ballots.is_table(rows[1:5])


def told(items: Sequence[Draft], rows: Sequence[Row]) -> list[Draft]:
    """The items with the roll calls of the lists that name them, or that they name.

    Args:
        items: of the minutes.
        rows: of the lists, from `begin` on.
    """
    rolls = [(number, roll) for number, part in _lists(rows) if len(roll := ballots.table(part)) > 1]
    heads = [index for index, row in enumerate(rows) if _APPENDIX.fullmatch(row.text)]
    appended = [(number, roll) for number, _, roll in _numbered(rows, heads) if len(roll) > 1]
    found = []
    for item in items:
        of_item = [roll for number, roll in rolls if number == value_of(item["number"])]
        of_item += [roll for number, roll in appended if _names(item, number)]
        found.append(item | {"votes": _with_rolls(item["votes"], of_item)} if of_item else item)
    return found


def _names(item: Draft, appendix: int) -> bool:
    """Whether the item says so: "Hur var och en röstar framgår av bilaga 2"."""
    if not item["votes"]:
        return False
    named = re.compile(rf"\bröst\w*\b[^.]*\bbilaga (?:nr )?{appendix}\b", re.IGNORECASE)
    return any(named.search(str(value_of(section["text"]))) for section in item["sections"])


def _lists(rows: Sequence[Row]) -> Iterator[tuple[int, Sequence[Row]]]:
    heads = [(index, match) for index, row in enumerate(rows) if (match := _HEADING.match(row.text))]
    ends = [*(index for index, _ in heads[1:]), len(rows)]
    for (index, match), end in zip(heads, ends, strict=False):
        yield int(match["number"]), rows[index:end]


def _with_rolls(votes: Sequence[Draft], rolls: Sequence[Sequence[Draft]]) -> list[Draft]:
    """The votes, those without a roll call given one in order; a roll call without a vote is a vote."""
    waiting = list(rolls)
    found = [vote if vote["roll"] or not waiting else vote | {"roll": waiting.pop(0)} for vote in votes]
    return [*found, *({"roll": roll} for roll in waiting if not votes)]
