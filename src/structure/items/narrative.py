"""Items whose text begins straight at their number, as minutes before about 1980 have no titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from ..decisions import outcome
from ..landmarks import case_numbers
from ..swedish import patterns
from ..text import sentences
from ..text.lines import full
from ..text.passage import Passage
from ..text.rows import Row, head, tail

MOST_ROWS = 6
"""Rows of a paragraph that are looked at."""

_TELLS = patterns.compiled("titles", "tells", passive=outcome.PASSIVE)
_SENTENCE = re.compile(r"[a-zåäö0-9)]{2}\.(?= [A-ZÅÄÖ])")
_SHORT = re.compile(r"(?:m\.\s?m|m\.\s?fl|etc|osv|o\.?\s?d|o\.?\s?dyl)\.$")
"""A title may end in an abbreviation."""

Series = re.Pattern[str] | None
"""The shape of the document's own case numbers, where one was learnt."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document heads its items."""

    series: Series = None
    untitled: bool = False
    """Whether most items have text below their numbers and no title."""
    run_in: bool = False
    """Whether most titles are the first sentence of the text: "§ 12. Budget. Kamreraren redogjorde ..."."""


def manner(items: Sequence[tuple[Sequence[Row], int]], series: Series, margin: float) -> Manner:
    """How a document heads its items.

    Args:
        items: the rows of each, and where in its first row the number ends.
        series: the shape of the document's own case numbers.
        margin: where full rows end.
    """
    told = [_tells(rows, rest_at, margin) for rows, rest_at in items]
    run_in = sum(_first_sentence(rows, rest_at, margin) > 0 for rows, rest_at in items)
    return Manner(
        series,
        len(told) > 1 and sum(told) >= UNTITLED * len(told),
        run_in > 1 and run_in >= RUN_IN * len(items),
    )


def _tells(rows: Sequence[Row], rest_at: int, margin: float) -> bool:
    """Whether an item's text begins straight behind its number, or behind this and its case number."""
    begun = rows[0].text[rest_at:]
    alone = not begun or case_numbers.whole(begun) or case_numbers.may_be(begun)
    if alone:
        return len(rows) > 1 and is_text(rows, 1, rows[1].text, margin)
    return is_text(rows, 0, begun, margin)


def parted(rows: Sequence[Row], rest_at: int, margin: float, manner: Manner) -> Sequence[Row]:
    """An item's rows, the text that begins behind its title on a row of its own.

    Args:
        rows: the item's, the one with its number first.
        rest_at: where in the first row the number ends.
        margin: where full rows end.
        manner: how the document heads its items.
    """
    for at, row in enumerate(rows[:MOST_BOLD_ROWS]):
        start = len(row.text[:rest_at].split()) if at == 0 else 0
        bold = sum(1 for _ in takewhile(lambda word: word.bold, row.words[start:]))
        count = start + bold
        if bold and count < len(row.words) and _is_sentence(row, count):
            return [*rows[:at], head(row, count), replace(tail(row, count), gap=True), *rows[at + 1 :]]
        if not bold or count < len(row.words):
            break
    count = _first_sentence(rows, rest_at, margin) if manner.run_in else 0
    if count:
        return [head(rows[0], count), replace(tail(rows[0], count), gap=True), *rows[1:]]
    return rows


MOST_BOLD_ROWS = 3
"""Rows of a title in bold before the text that runs on from it."""


def _is_sentence(row: Row, count: int) -> bool:
    """Whether what follows the first words of a row is text that begins there, in the same cell."""
    edges = {sum(len(cell.words) for cell in row.cells[:order]) for order in range(1, len(row.cells))}
    rest = " ".join(word.text for word in row.words[count:])
    return count not in edges and rest[0].isupper() and not case_numbers.whole(rest)


def _first_sentence(rows: Sequence[Row], rest_at: int, margin: float) -> int:
    """How many words, the number with them, a first sentence has that may be a title; 0 where none may be."""
    row = rows[0]
    begun = row.text[rest_at:]
    if row.bold or not begun or is_text(rows, 0, begun, margin):
        return 0
    first = sentences.split(Passage(begun))[0].text
    said = _said(rows, 0, begun, margin)
    ended = said[-1] in ".:," or said.count(" ") - first.count(" ") > LEAST_SPACES
    if len(first) == len(begun.strip()) or not ended or first.count(" ") >= MOST_SPACES:
        return 0
    return len(row.text[:rest_at].split()) + len(first.split())


MOST_SPACES = 10
"""A title that is a sentence of the text has fewer."""

RUN_IN = 0.6
"""Share of the items whose first sentence is short and tells nothing, in a document that sets titles so."""

UNTITLED = 0.4
"""Share of the items whose first paragraph tells what happened, in a document without titles."""


def is_paragraph(rows: Sequence[Row], at: int, begun: str, margin: float) -> bool:
    """Whether a paragraph begins here: a sentence with its stop, or that runs on in full rows."""
    said = _said(rows, at, begun, margin)
    return said[-1] in ".:," and said.count(" ") >= LEAST_SPACES


LEAST_SPACES = 5
"""A row of fewer words is a title though it ends in a stop: "Val av justeringsmän."."""


def is_text(rows: Sequence[Row], at: int, begun: str, margin: float) -> bool:
    """Whether a paragraph tells what happened: Föredrogs skrivelse ...

    Args:
        rows: the item's.
        at: the row that the paragraph begins on.
        begun: the words of that row that belong to it.
        margin: where full rows end.
    """
    if rows[at].bold or (_TELLS.search(begun) is None and _begins_anew(rows, at + 1)):
        return False
    said = _said(rows, at, begun, margin)
    first = _SENTENCE.search(said)
    end = first.start() + 1 if first else len(said)
    return bool(_TELLS.search(said, 0, end)) and (bool(first) or said[-1] in ".:") and not _SHORT.search(said)


def _begins_anew(rows: Sequence[Row], at: int) -> bool:
    """Whether the row above ends there: a title that fills its row is no part of the sentence below it."""
    return at == len(rows) or rows[at].text[0].isupper()


def _said(rows: Sequence[Row], at: int, begun: str, margin: float) -> str:
    """The words of the paragraph that begins at a row."""
    said = begun
    for above, row in pairwise(rows[at : at + MOST_ROWS]):
        if (
            row.gap
            or row.page != above.page
            or row.bold != above.bold
            or not (full(above, row, margin) or row.text[0].islower())
        ):
            break
        said = f"{said} {row.text}"
    return said
