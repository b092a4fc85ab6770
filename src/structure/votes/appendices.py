"""Appendices behind the minutes, and the voting lists among them: of the § they name, or that names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ...schema.record import VoteChoice
from ..landmarks.choices import COUNTS
from ..text.draft import Draft, Found, value_of
from ..text.rows import Row
from . import parallel_lists, voting_lists
from .voting_grid import Grid

_LIST = r"(?:bilaga\b.{0,12}?)?(?:omröstning|votering|rösträkning|upprop|närvaro)s?[\w-]*\b"
_HEADING = re.compile(
    rf"{_LIST}.{{0,60}}?§\s*(?P<number>\d{{1,4}}(?: ?[a-h]\b)?)"
    rf"|(?:[A-ZÅÄÖ]\w{{1,5}} )?§\s*(?P<above>\d{{1,4}}(?: ?[a-h]\b)?).{{0,90}}? {_LIST}",
    re.IGNORECASE,
)
""" "Omröstningslista § 44", "Bilaga 2 Voteringslista nr 1, Ks § 44", on one row or on two."""

_APPENDIX = re.compile(r"bilaga\s+(?:nr\s+)?(?P<appendix>\d{1,3})\W*", re.IGNORECASE)
"""The head of a page of lists without a § of their own: "Bilaga 2"."""


@dataclass(frozen=True, slots=True)
class _List:
    """A voting list: of which item or which appendix, who voted what, and its sums."""

    number: str | None
    """With its suffix: "44", "36a"."""
    appendix: int | None
    roll: list[Draft]
    sums: dict[str, Found]


_PAGE = re.compile(r"bilaga\s+(?:nr\s+)?\w{1,3}\b.{0,50}", re.IGNORECASE)
""" "Bilaga 1 till KF § 71/2020": the head of a page with a reservation or a statement."""

_MEMBERS = re.compile(
    r"(?:närvaro|tjänstgörings|upprops)(?:lista|förteckning)|"
    r"förteckning över (?:beslutande|närvarande|tjänstgörande)(?: ledamöter)?(?: och ersättare)?",
    re.IGNORECASE,
)
""" "Förteckning över beslutande": the head of a page that the cover calls an appended list."""

_SIGNED = re.compile(r"(?:vid protokollet|in fidem|underskrifter|justera[st])\b", re.IGNORECASE)


def begin(rows: Sequence[Row], last: int) -> int:
    """Where the first appendix behind the last item begins; the number of rows where there is none.

    Args:
        rows: without furniture.
        last: the row that begins the last item.
    """
    for index in range(last + 1, len(rows)):
        if rows[index].gap and _numbered(rows, index) and _is_list(rows[index:]):
            return index
    heads = [index for index in range(last + 1, len(rows)) if _opens_page(rows, index, _APPENDIX)]
    if any(len(one.roll) > 1 for one in _cut(rows, heads)):
        return heads[0]
    pages = (
        index
        for index in range(last + 1, len(rows))
        if _opens_page(rows, index, _PAGE) or _opens_page(rows, index, _MEMBERS)
    )
    first = next(pages, len(rows))
    return len(rows) if any(_SIGNED.match(row.text) for row in rows[first:]) else first


def of_members(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of appendices that begin with a list of the members; none where they do not."""
    return rows if rows and _MEMBERS.fullmatch(rows[0].text) else ()


def _numbered(rows: Sequence[Row], index: int) -> str | None:
    """The § that a list's heading names, which may run over two rows of its page."""
    below = rows[index + 1 : index + 2]
    whole = " ".join(row.text for row in (rows[index], *below) if row.page == rows[index].page)
    for text in (rows[index].text, whole):
        match = _HEADING.match(text)
        if match:
            return str(match["number"] or match["above"]).replace(" ", "").casefold()
    return None


def _opens_page(rows: Sequence[Row], index: int, head: re.Pattern[str]) -> bool:
    """Whether a row is an appendix's head at the top of a page, and no list of several appendices."""
    if rows[index - 1].page == rows[index].page or not head.fullmatch(rows[index].text):
        return False
    return not any(head.fullmatch(row.text) for row in rows[index + 1 : index + 2])


def _is_list(rows: Sequence[Row]) -> bool:
    """Whether ballots, not an item's text, follow: on a page of its own, or with a head."""
    return rows[0].first or voting_lists.is_table(rows[1:6])


def _cut(rows: Sequence[Row], heads: Sequence[int]) -> Iterator[_List]:
    """The lists that begin at these rows."""
    for start, end in zip(heads, [*heads[1:], len(rows)], strict=False):
        part = rows[start:end]
        appendix = _APPENDIX.fullmatch(rows[start].text)
        for one in parallel_lists.each(part):
            yield _List(
                None if appendix else _numbered(rows, start),
                int(appendix["appendix"]) if appendix else None,
                voting_lists.table(one),
                voting_lists.sums(one),
            )


def told(items: Sequence[Draft], rows: Sequence[Row], grid: Grid | None = None) -> list[Draft]:
    """The items with the roll calls of the lists that name them, or that they name.

    Args:
        items: of the minutes.
        rows: of the lists, from `begin` on.
        grid: one list for the whole meeting.
    """
    named = [index for index, row in enumerate(rows) if row.gap and _numbered(rows, index)]
    named = [at for above, at in zip([None, *named], named, strict=False) if not _repeats(rows, above, at)]
    heads = [index for index, row in enumerate(rows) if _APPENDIX.fullmatch(row.text)]
    lists = [one for one in (*_cut(rows, named), *_cut(rows, heads)) if len(one.roll) > 1]
    if grid:
        lists += [_List(number, None, roll.ballots, roll.sums) for (number, _), roll in grid.rolls.items()]
    lists = [_placed(one, items) for one in lists]
    found = []
    for item in items:
        number = _number(item)
        own = [one for one in lists if one.number == number]
        own += [one for one in lists if one.appendix and _names(item, one.appendix)]
        found.append(item | {"votes": _with_rolls(item["votes"], own)} if own else item)
    return found


def _number(item: Draft) -> str:
    """An item's number with its suffix."""
    return f"{value_of(item['number'])}{value_of(item['suffix']) or ''}"


def _placed(one: _List, items: Sequence[Draft]) -> _List:
    """A list whose § is none of the items', as a reader took "§ 8E" for "§ 88", with that of its counts."""
    if one.number is None or one.number in map(_number, items):
        return one
    counts = Counter(value_of(ballot["vote"]) for ballot in one.roll)
    fits = [
        _number(item)
        for item in items
        for vote in item["votes"]
        if not vote["roll"] and all(value_of(vote[COUNTS[choice]]) == counts[choice] for choice in _SIDES)
    ]
    return replace(one, number=fits[0]) if len(fits) == 1 else one


_SIDES = (VoteChoice.JA, VoteChoice.NEJ)


def _repeats(rows: Sequence[Row], above: int | None, index: int) -> bool:
    """Whether a list's heading stands again over its continuation overleaf."""
    if above is None or rows[above].page == rows[index].page:
        return False
    same = fuzz.ratio(rows[above].text, rows[index].text) >= LIKENESS
    return same and not any(map(voting_lists.is_sum, rows[above:index]))


LIKENESS = 90.0
"""Least similarity (rapidfuzz ratio, 0 to 100) of a list's heading to the same heading overleaf."""


def _names(item: Draft, appendix: int) -> bool:
    """Whether the item says so: "Hur var och en röstar framgår av bilaga 2"."""
    if not item["votes"]:
        return False
    named = re.compile(rf"\bröst\w*\b[^.]*\bbilaga (?:nr )?{appendix}\b", re.IGNORECASE)
    return any(named.search(str(value_of(section["text"]))) for section in item["sections"])


def _with_rolls(votes: Sequence[Draft], lists: Sequence[_List]) -> list[Draft]:
    """The votes, those without a roll call given one in order; a roll call without a vote is a vote."""
    waiting = list(lists)
    found = []
    for vote in votes:
        if not vote["roll"] and waiting:
            one = waiting.pop(0)
            told = {name: count for name, count in vote.items() if count is not None}
            vote = vote | one.sums | told | {"roll": one.roll}
        found.append(vote)
    return [*found, *({**one.sums, "roll": one.roll} for one in waiting if not votes)]
