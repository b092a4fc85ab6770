"""The labels of one row: which words of its cells name a field, and what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from ...schema import Word
from ..names.names import is_name
from ..swedish import patterns
from ..text.fold import fold
from ..text.passage import Passage, of_row
from ..text.rows import Cell, Row
from . import label_words

LIKENESS = 88.0
"""Least similarity (rapidfuzz ratio, 0 to 100) of a misread label of seven letters or more."""

_TABLE = patterns.table("labels")
FIELDS: dict[str, str] = {fold(label): name for name, labels in _TABLE["labels"].items() for label in labels}
_LONG = [label for label in FIELDS if len(label) >= 7]
_WEAK = frozenset(_TABLE["weak"]["words"])
_WEEKDAY = re.compile(r"(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b", re.IGNORECASE)
_BRACKETS = re.compile(
    r"\s*\((?:närvarande|ej [a-zåäö]+|övriga|tjänstgörande|namn|datum|underskrift)\)", re.IGNORECASE
)
""" "Ersättare (närvarande)"."""

_SIGN = re.compile(r"\S = ")
"""What a legend explains: "- = frånvarande"."""

_LEGEND = re.compile(r"\s*\((?:[^()]*=[^()]*|[*†#+][^()]*)\)|\s+[*†#+]\)? ?= ?.*$")
""" "Beslutande (* = tjänstgörande ersättare)": what a mark beside names means is no word of the label."""

_BROKEN = re.compile(r"(?<=[a-zåäö])\s?[-‐]\s(?!och\b|eller\b|samt\b)(?=[a-zåäö])")
"""The hyphen of a label that a narrow column broke: "Beslutande kommun- / representanter"."""

_COLON = re.compile(r"^([^:;]{2,60})[:;](?:\s+|$)")


@lru_cache(maxsize=4096)
def match(text: str) -> str | None:
    """The field that a label names; None for other text."""
    text = _LEGEND.sub("", _BROKEN.sub("", text))
    folded = fold(text)
    if found := exact(folded):
        return found
    bare = fold(_BRACKETS.sub("", text))
    if bare != folded and bare in FIELDS:
        return FIELDS[bare]
    if len(folded) < 7 or len(folded) > 60:
        return None
    best = process.extractOne(folded, _LONG, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return FIELDS[best[0]] if best else None


@lru_cache(maxsize=4096)
def exact(folded: str) -> str | None:
    """The field that a folded label names without a letter misread."""
    if folded in FIELDS or not 7 <= len(folded) <= 60:
        return FIELDS.get(folded)
    first, *others = re.findall(r"\w+", folded) or [""]
    words = frozenset((first, *others))
    whose = frozenset(others) if first.endswith("s") else words  # "Direktionens ersättare"
    if label_words.OF_OFFICE.fullmatch(folded):
        return "others"
    return (
        label_words.of_people(words)
        or label_words.of_people(whose)
        or label_words.of_posting(words)
        or _of_both(folded)
    )


def heads_people(text: str) -> bool:
    """Whether a text is a label of people that is no ordinary word too: "Beslutande", not "Styrelsen"."""
    return fold(text) not in _WEAK and match(text) in PEOPLE


def _of_both(folded: str) -> str | None:
    """The first of two fields that a heading names: "Justering och sekreterare"."""
    first, _, other = folded.partition(" och ")
    return FIELDS.get(first) if other in FIELDS else None


def of_row_labels(row: Row) -> list[tuple[str, Passage, Row | None, Row | None]]:
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
        if cut and index and not cuts and cut[0] in _POSTS and is_name(row.cells[0].text):
            cut = None  # "Karin Ek | handläggare § 57"
        if cut and cuts and cut[0] in OFFICES and cuts[-1][0] in PEOPLE:
            cut = None  # "Ledamöter | Karin Ek | M Ordförande"
        if cut and cuts and cuts[-1][0] in PEOPLE and fold(cell.text) in _PRESENCE:
            cut = None  # "Ledamöter | Närvarande": heads a column of crosses
        if cut:
            cuts.append((cut[0], word, word + cut[1]))
        if cuts:
            cuts += _inside(cell.words, word, cuts[-1][2])
        word += len(cell.words)
    if not cuts and len(row.cells) > LEAST_BOXES and all(match(cell.text) for cell in row.cells[1:]):
        word = len(row.cells[0].words)  # "Kommunstyrelsen | Datum | Tid": boxes with their labels above
        for cell in row.cells[1:]:
            cuts.append((str(match(cell.text)), word, word + len(cell.words)))
            word += len(cell.words)
    if not cuts and _COLON.match(row.cells[0].text):
        inside = _inside(row.words, 0, 0)  # "Värdkommun: Åby Plats: Stadshuset Tid: kl. 13.00"
        cuts = inside if len(inside) >= LEAST_BOXES else []
    if not cuts:
        return []
    whole = of_row(row)
    ends = [*(start for _, start, _ in cuts[1:]), word][: len(cuts)]
    return [
        (name, _words(whole, start, after), _slice(row, after, end), _slice(row, start, end))
        for (name, start, after), end in zip(cuts, ends, strict=True)
    ]


_TELLING = (
    "var",
    "voro",
    "är",
    "närvarar",
    "närvar",
    "närvarade",
    "närvoro",
    "närvarande",
    "deltog",
    "deltogo",
)
_PRESENCE = frozenset(patterns.table("roles")["table_heads"]["present"])
OFFICES = ("chair", "chair_second", "secretary")
_POSTS = (*OFFICES, "handler")
PEOPLE = ("members", "serving", "deputies", "others", "union", "absent")
"""Fields that list people, whose offices stand behind their names."""

LEAST_BOXES = 2
"""So many labels side by side behind something else head the boxes of a form."""


def _inside(words: Sequence[Word], word: int, after: int) -> list[tuple[str, int, int]]:
    """Further labels in a cell or a row: "Tid: kl. 13.00 Plats: Sjukhuset"."""
    found: list[tuple[str, int, int]] = []
    for at in range(max(0, after - word) + 1, len(words)):
        if words[at].text.endswith(":"):
            label = (_before(words, at, max(0, after - word)),)
            found += [(name, word + start, word + at + 1) for name, start in filter(None, label)]
    return found


def _before(words: Sequence[Word], end: int, least: int) -> tuple[str, int] | None:
    """The longest label that ends with a word and its colon, and where it begins."""
    for start in range(max(least, end - LONGEST_LABEL + 1), end + 1):
        name = FIELDS.get(fold(" ".join(word.text for word in words[start : end + 1])))
        if name and start and words[start].text[0].isupper():
            return name, start
    return None


LONGEST_LABEL = 5
"""Words of a label in a row of several."""


def _label(cell: Cell, *, alone: bool, begins: bool) -> tuple[str, int] | None:
    """The field a cell begins with, and how many of its words are the label.

    Args:
        cell: of a row.
        alone: whether the row has no other.
        begins: whether white space stands above the row.
    """
    text = cell.text
    colon = _COLON.match(text)
    valued = colon is not None and len(colon[0]) < len(text)
    name = None if valued or _SIGN.match(text) else match(text)  # "Ersättare: Dag" is no misread label
    if name:
        weak = fold(text) in _WEAK and not text.rstrip().endswith(":")
        if not text[0].islower() or (not weak and alone):
            return name, len(cell.words)
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
        name = exact(folded)
        told = label[-1].text in _TELLING  # "Närvarande var ordförande Åsa Ek (S)"
        if name and (value.text[0].isupper() or told) and (bold or (begins and folded not in _WEAK)):
            return name, count
    return None


def _before_number(cell: Cell) -> tuple[str, int] | None:
    """A label with its value behind it and no colon: "Datum 2024-05-16", "Dnr KS 2024/12"."""
    for count in range(min(5, len(cell.words) - 1), 0, -1):
        following = cell.words[count].text
        dated = _WEEKDAY.match(following) is not None
        if dated or any(map(str.isdigit, following)) or following[0] == "§" or _holds_number(cell, count):
            label = fold(" ".join(word.text for word in cell.words[:count]))
            name = exact(label)
            if name and (cell.text[0].isupper() or label not in _WEAK):
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
        first = max(0, start - at)
        words = cell.words[first : max(0, end - at)]
        at += len(cell.words)
        if words:
            box = words[0].box
            before = sum(len(word.text) + 1 for word in cell.words[:first])  # text has a point a letter
            cells.append(Cell(words, box.x0 if box else cell.x0 + before, cell.x1))
    return replace(row, cells=tuple(cells)) if cells else None
