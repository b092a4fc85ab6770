"""Labels and their values: the head of minutes and letters, the box of the posting.

A label stands before its value on the row ("Datum: 2024-05-16"), in a column of its own beside it, or on a
row of its own above it. A value goes on until the next label.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from . import patterns, people
from .fold import fold
from .passage import Passage, of_row, of_rows
from .rows import Cell, Row

LIKENESS = 88.0
"""Least similarity (rapidfuzz ratio, 0 to 100) of a misread label of seven letters or more."""

_TABLE = tomllib.loads(Path(__file__).with_name("labels.toml").read_text(encoding="utf-8"))
_FIELDS: dict[str, str] = {fold(label): name for name, labels in _TABLE["labels"].items() for label in labels}
_LONG = [label for label in _FIELDS if len(label) >= 7]
_WEAK = frozenset(_TABLE["weak"]["words"])
_HEADS = frozenset(patterns.table("roles")["column_heads"])
_WEEKDAY = re.compile(r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b", re.IGNORECASE)
_COLON = re.compile(r"^([^:]{2,60}):(?:\s+|$)")


@dataclass
class Field:
    """A label with the rows of its value."""

    name: str
    label: Passage
    rows: list[Row] = field(default_factory=list)
    first: Row | None = None
    """The row that the label stands in, from the label on."""

    @property
    def whole(self) -> list[Row]:
        """The label's row and the rows below it."""
        if self.first is None:
            return self.rows
        below = [row for row in self.rows if row.top != self.first.top or row.page != self.first.page]
        return [self.first, *below]

    @property
    def passage(self) -> Passage:
        """The value as one line."""
        return of_rows(self.rows)


@lru_cache(maxsize=4096)
def match(text: str) -> str | None:
    """The field that a label names; None for other text."""
    folded = fold(text)
    if folded in _FIELDS:
        return _FIELDS[folded]
    if len(folded) < 7 or len(folded) > 60:
        return None
    best = process.extractOne(folded, _LONG, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return _FIELDS[best[0]] if best else None


def fields(rows: Iterable[Row]) -> tuple[list[Field], list[Row]]:
    """The labelled values, and the rows before the first label."""
    found: list[Field] = []
    loose: list[Row] = []
    heads: list[Field] = []
    listed: Row | None = None
    for row in _unwrapped(list(rows)):
        listed = row if _heads_list(row) else listed if _in_list(row) else None
        pieces = [] if listed else _labels(row)
        if not pieces and heads and _below_heads(heads, row):
            continue
        if not pieces:
            goes_on = bool(found) and _reaches(found[-1], row)
            (found[-1].rows if goes_on else loose).append(row)
        for name, label, rest, first in pieces:
            found.append(Field(name, label, [rest] if rest else [], first))
        if pieces:
            alone = len(pieces) > 1 and not any(rest for _, _, rest, _ in pieces)
            heads = found[-len(pieces) :] if alone else []
    return found, loose


def _below_heads(heads: Sequence[Field], row: Row) -> bool:
    """Give the cells of a row to the labels side by side above it, each to the one that it stands under."""
    places = [one.first.x0 for one in heads if one.first is not None]
    listed = any(one.name in LISTS for one in heads)
    if len(places) < len(heads) or (any(one.rows for one in heads) and (row.gap or not listed)):
        return False
    cells: list[list[Cell]] = [[] for _ in heads]
    for cell in row.cells:
        under = [index for index, place in enumerate(places) if place <= cell.x0 + 2 * row.height]
        cells[under[-1] if under else 0].append(cell)
    for one, own in zip(heads, cells, strict=True):
        if own:
            one.rows.append(replace(row, cells=tuple(own)))
    return True


LISTS = (
    "members",
    "serving",
    "deputies",
    "others",
    "union",
    "absent",
    "signatures",
    "secretary",
    "chair",
    "adjusters",
)
"""Fields whose values may go on overleaf; others end with their page."""


def _reaches(one: Field, row: Row) -> bool:
    """Whether a label's value may go on with a row: one line of text never does so over a page's end."""
    return one.name in LISTS or one.first is None or not one.rows or one.first.page == row.page


def _unwrapped(rows: list[Row]) -> list[Row]:
    """Rows with labels put together that run over two rows: "Datum för anslags / nedtagande"."""
    for index in range(len(rows) - 1):
        row, below = rows[index], rows[index + 1]
        for cell in row.cells:
            place = _below(cell, row, below)
            if place is not None and not (_ends_label(cell) and len(row.cells) > 1 and place > 0):
                joined = Cell((*cell.words, *below.cells[place].words), cell.x0, cell.x1)
                row = replace(row, cells=tuple(joined if one is cell else one for one in row.cells))
                below = replace(below, cells=below.cells[:place] + below.cells[place + 1 :])
        rows[index], rows[index + 1] = row, below
    return [row for row in rows if row.cells]


def _below(cell: Cell, row: Row, below: Row) -> int | None:
    """Which cell of the next row makes a label of this one, if any; two labels with values are two."""
    if below.page != row.page or (below.gap and below.top - row.bottom > 1.5 * row.height):
        return None
    valued = cell is not row.cells[-1] and fold(cell.text) in _FIELDS
    for place, other in enumerate(below.cells):
        itself = valued and other is not below.cells[-1] and fold(other.text) in _FIELDS
        near = abs(other.x0 - cell.x0) < row.height
        if near and not itself and fold(f"{cell.text} {other.text}") in _FIELDS:
            return place
    return None


def _ends_label(cell: Cell) -> bool:
    """Whether the cell is a label already, so that what is below may be its value."""
    return cell.text.rstrip().endswith(":")


LIST_COLUMNS = 4
"""A row of so many cells may head the columns of a list."""


def _heads_list(row: Row) -> bool:
    return len(row.cells) >= LIST_COLUMNS and sum(fold(cell.text) in _HEADS for cell in row.cells) > 1


def _in_list(row: Row) -> bool:
    """Whether a row below the heads of a list names somebody in one of the first two columns."""
    return len(row.cells) > 1 and any(people.is_name(cell.text.split(",")[0]) for cell in row.cells[:2])


def _labels(row: Row) -> list[tuple[str, Passage, Row | None, Row | None]]:
    """The labels of a row, each with what follows it up to the next one."""
    cuts: list[tuple[str, int, int]] = []
    word = 0
    for index, cell in enumerate(row.cells):
        begins = row.gap or row.first
        cut = (
            _label(cell, alone=len(row.cells) == 1, begins=begins)
            if index == 0 or cuts
            else _before_number(cell)
        )
        if cut and index and not cuts and cell.text.startswith("§"):
            cut = None  # a person's items in a table, not those of the minutes
        if cut:
            cuts.append((cut[0], word, word + cut[1]))
        word += len(cell.words)
    whole = of_row(row)
    ends = [*(start for _, start, _ in cuts[1:]), word][: len(cuts)]
    return [
        (name, _words(whole, start, after), _slice(row, after, end), _slice(row, start, end))
        for (name, start, after), end in zip(cuts, ends, strict=True)
    ]


def _label(cell: Cell, *, alone: bool, begins: bool) -> tuple[str, int] | None:
    """The field a cell begins with, and how many of its words are the label.

    Args:
        cell: of a row.
        alone: whether the row has no other.
        begins: whether white space stands above the row.
    """
    text = cell.text
    name = match(text)
    if name:
        weak = fold(text) in _WEAK and not text.rstrip().endswith(":")
        if text[0].isupper() or (not weak and alone):
            return name, len(cell.words)
    colon = _COLON.match(text)
    if colon:
        name = match(colon[1])
        if name:
            return name, len(colon[1].split())
    return _before_number(cell) or _set_apart(cell, begins=begins)


def _set_apart(cell: Cell, *, begins: bool) -> tuple[str, int] | None:
    """A label told by its bold letters, or by opening a paragraph: "Beslutande Karin Ek (S), ordförande"."""
    if not cell.text[0].isupper():
        return None
    for count in range(min(5, len(cell.words) - 1), 0, -1):
        label, value = cell.words[:count], cell.words[count]
        folded = fold(" ".join(word.text for word in label))
        bold = all(word.bold for word in label) and not value.bold
        if folded in _FIELDS and value.text[0].isupper() and (bold or (begins and folded not in _WEAK)):
            return _FIELDS[folded], count
    return None


def _before_number(cell: Cell) -> tuple[str, int] | None:
    """A label with its value behind it and no colon: "Datum 2024-05-16", "Dnr KS 2024/12"."""
    for count in range(min(5, len(cell.words) - 1), 0, -1):
        following = cell.words[count].text
        dated = _WEEKDAY.match(following) is not None
        if dated or any(map(str.isdigit, following)) or following[0] == "§" or _holds_number(cell, count):
            name = _FIELDS.get(fold(" ".join(word.text for word in cell.words[:count])))
            if name:
                return name, count
    return None


def _holds_number(cell: Cell, count: int) -> bool:
    """Whether a case number of two words follows: "KS 2024/12"."""
    words = cell.words[count : count + 2]
    return len(words) == 2 and words[0].text.isupper() and words[1].text[0].isdigit()


def _words(whole: Passage, start: int, end: int) -> Passage:
    spans = whole.spans[start:end]
    return whole.part(spans[0].start, spans[-1].end) if spans else Passage("")


def _slice(row: Row, start: int, end: int) -> Row | None:
    """The row's words from `start` to `end`, in their cells."""
    cells: list[Cell] = []
    at = 0
    for cell in row.cells:
        words = cell.words[max(0, start - at) : max(0, end - at)]
        at += len(cell.words)
        if words:
            box = words[0].box
            cells.append(Cell(words, box.x0 if box else cell.x0, cell.x1))
    return replace(row, cells=tuple(cells)) if cells else None


def value(found: Sequence[Field], name: str) -> Passage | None:
    """The first value of a field, or None."""
    return next((one.passage for one in found if one.name == name and one.rows), None)
