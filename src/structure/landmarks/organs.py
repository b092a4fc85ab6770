"""Numbers that several organs gave one matter: the document's own among them, "Ks § 112 / Au § 98"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..text.fold import fold
from ..text.rows import Row
from .openings import Candidate


def of_one_organ(
    rows: Sequence[Row], candidates: Sequence[Candidate], body: str | None = None
) -> list[Candidate]:
    """The candidates without other organs' numbers beside or below the own ones: "Ks § 112 / Au § 98".

    Of organs that count alike, as in an excerpt, the document's own body is meant, or else the first.
    """
    counts = Counter(one.organ for one in candidates if one.series == "§")
    return [
        max(group, key=lambda one: (counts[one.organ], _stands_for(one.organ, body)))
        for group in _groups(rows, candidates)
    ]


def _stands_for(organ: str, body: str | None) -> bool:
    """Whether letters are those of a body: "kf" of "Kommunfullmäktige", "ksau" of a committee's name."""
    letters = iter(fold(body)) if body and organ and body[0].casefold() == organ[0] else iter("")
    return bool(organ) and all(letter in letters for letter in organ)


def _groups(rows: Sequence[Row], candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """The candidates, those together that are numbers of one matter at several organs."""
    group: list[Candidate] = []
    for one in candidates:
        if group and not _joins(rows, group, one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _joins(rows: Sequence[Row], group: Sequence[Candidate], one: Candidate) -> bool:
    """Whether a number is that of another organ beside those of a group, or straight below them."""
    above = group[-1]
    if one.series != "§" or above.series != "§" or one.organ in {other.organ for other in group}:
        return False
    if one.row == above.row:
        return True
    near = one.row - above.row == 1 and rows[one.row].page == rows[above.row].page
    aside = any(abs(rows[one.row].x0 - cell.x0) < rows[one.row].height for cell in rows[above.row].cells)
    return near and aside and bool(one.organ or above.organ)
