"""Running heads and feet: rows at the same place of several pages, errors of reading allowed for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from ..text.rows import Cell, Row
from .content import EDGE_ROWS, is_content

_MARKS = re.compile(r"[\W_]+")


_DIGITS = re.compile(r"(?<![\w/:.-])\d{1,4}(?![\w/:-])")
"""Numbers that may differ from page to page in a running head; case numbers and dates may not."""


_PAGE_OF = re.compile(
    r"(?:sid(?:a|an)?\.?\s*)\d{1,4}(?:\s?(?:/|av)\s?\d{1,4})?$|\d{1,4}\s?[(\[]\d{1,4}[)\]]$"
)
"""A page number at the end of a running head: "Sid 2/6", "sida 3 av 12", "4[12]"."""


RUNNING_SHARE = 0.4
"""A row at an edge that stands on this share of the pages (and on two at least) runs."""


MISREAD = 86.0
"""Least similarity (rapidfuzz ratio, 0 to 100) of a misread running head to the others."""


SAME_LINE = 0.4
"""Rows no further apart than this, in heights of letters, are at one height."""


SAME_PLACE = 2.5
"""How far a running row may wander from its usual place, in heights of letters."""


def found(rows: Sequence[Row], pages: Sequence[Sequence[int]]) -> set[int]:
    """Rows that stand at the same place of several pages."""
    if len(pages) < 2:
        return set()
    marked: set[int] = set()
    for edge in (slice(None, EDGE_ROWS), slice(-EDGE_ROWS, None)):
        seen: dict[str, list[tuple[float, int]]] = defaultdict(list)
        unit = max(median(row.height for row in rows), 6.0)
        for page in pages:
            for index in page[edge]:
                seen[_signature(rows[index].text)].append((_place(rows, page, index, edge, unit), index))
        _gather_misread(seen)
        single = sorted(places[0][0] for places in seen.values() if len(places) == 1)
        for signature, gathered in seen.items():
            places = [(place, index) for place, index in gathered if not is_content(rows[index])]
            count = len({rows[index].page for _, index in places})
            if signature and count >= max(2, RUNNING_SHARE * len(pages)):
                same = _same_place(_same_edge(rows, places)) if count < 4 else _same_place(places)
                if _others(single, places) <= 0.5 * len(same):
                    marked.update(same)
        heads = slice(None, HEAD_ROWS) if edge.stop else slice(-HEAD_ROWS, None)
        marked.update(_by_cells(rows, [page[heads] for page in pages], unit))
    return marked


HEAD_ROWS = 4
"""Rows of a head or a foot that two columns of different leading make, at most."""


def _by_cells(rows: Sequence[Row], edges: Sequence[Sequence[int]], unit: float) -> set[int]:
    """Rows all whose cells run: a head of two columns may make other rows on each page.

    What runs on every page tells for the cell beside it, which each page may have been read in its own way.
    """
    if rows[0].cells[0].words[0].box is None:
        return set()
    seen: dict[str, list[tuple[Row, Cell]]] = defaultdict(list)
    for index in (index for edge in edges for index in edge):
        for cell in rows[index].cells:
            seen[_signature(cell.text)].append((rows[index], cell))
    least = max(2, RUNNING_SHARE * len(edges))
    every = max(3, len(edges) - 1)

    def runs(row: Row, cell: Cell, least: float = least) -> bool:
        signature = _signature(cell.text)
        pages = {
            other.page
            for other, same in seen[signature]
            if abs(other.top - row.top) <= SAME_PLACE * unit and abs(same.x0 - cell.x0) <= SAME_EDGE
        }
        return len(signature) > 5 and len(pages) >= least

    rows_of_edges = {index for edge in edges for index in edge}
    return {
        index
        for index in rows_of_edges
        if not is_content(row := rows[index])
        and (all(runs(row, cell) for cell in row.cells) or runs(row, row.cells[0], every))
    }


def _same_digits(one: str, other: str) -> bool:
    """Whether two rows may be one running head: case numbers that differ in two digits are two items'."""
    digits = ("".join(filter(str.isdigit, text)) for text in (one, other))
    return Levenshtein.distance(*digits) < 2


def _gather_misread(seen: dict[str, list[tuple[float, int]]]) -> None:
    """Move rows that were read in a way of their own to the running head that they resemble."""
    often = [signature for signature, places in seen.items() if len(places) > 1 and len(signature) > 5]
    for signature in _read_once(seen):
        best = process.extractOne(signature, often, scorer=fuzz.ratio, score_cutoff=MISREAD)
        if best and _same_digits(best[0], signature):
            seen[best[0]] += seen.pop(signature)
    # Where every page was read in its own way, those at one height are compared with each other.
    for one, other in pairwise(sorted(_read_once(seen), key=lambda signature: seen[signature][0][0])):
        near = seen[other][0][0] - seen[one][-1][0] <= SAME_LINE
        if near and fuzz.ratio(one, other) >= MISREAD and _same_digits(one, other):
            seen[other] += seen.pop(one)


def _read_once(seen: Mapping[str, Sequence[tuple[float, int]]]) -> list[str]:
    return [signature for signature, places in seen.items() if len(places) == 1 and len(signature) > 5]


def _others(single: Sequence[float], places: Sequence[tuple[float, int]]) -> int:
    """How many rows that stand on one page only are at the place: where there are many, text runs there."""
    usual = median(place for place, _ in places)
    return bisect_right(single, usual + SAME_LINE) - bisect_left(single, usual - SAME_LINE)


def _place(rows: Sequence[Row], page: Sequence[int], index: int, edge: slice, unit: float) -> float:
    """Height on the page in letters of the usual size (`unit`, in points); for text input rows from the edge.

    One unit for all rows: measured in its own letters, a head of small print would stand level with text
    further down.
    """
    row = rows[index]
    if row.cells[0].words[0].box is not None:
        return row.top / unit
    return float(page.index(index) if edge.stop else page[-1] - index)


def _same_place(places: Sequence[tuple[float, int]]) -> set[int]:
    if not places:
        return set()
    usual = median(place for place, _ in places)
    return {index for place, index in places if abs(place - usual) <= SAME_PLACE}


def _same_edge(rows: Sequence[Row], places: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """Those that begin, or end, where one on another page does: a name in two columns runs nowhere."""
    return [
        (place, index)
        for place, index in places
        if any(
            rows[other].page != rows[index].page
            and min(abs(rows[other].x0 - rows[index].x0), abs(rows[other].x1 - rows[index].x1)) <= SAME_EDGE
            for _, other in places
        )
    ]


SAME_EDGE = 14.0
"""How far, in points (characters for text input), a running row may begin or end from another."""


@lru_cache(maxsize=1024)
def _signature(text: str) -> str:
    return _MARKS.sub("", _DIGITS.sub("0", _PAGE_OF.sub("0", text.casefold())))
