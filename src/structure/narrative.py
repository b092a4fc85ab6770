"""Items whose text begins straight at their number, as minutes before about 1980 have no titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from . import patterns
from .lines import full
from .openings import is_number
from .rows import Row

MOST_ROWS = 6
"""Rows of a paragraph that are looked at."""

_TELLS = patterns.compiled("titles", "tells")
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


def manner(items: Sequence[Sequence[Row]], series: Series, margin: float) -> Manner:
    """How a document heads its items.

    Args:
        items: the rows of each.
        series: the shape of the document's own case numbers.
        margin: where full rows end.
    """
    alone = [rows for rows in items if len(rows) > 1 and is_number(rows[0].text)]
    told = sum(is_text(rows, 1, rows[1].text, margin) for rows in alone)
    return Manner(series, len(alone) > 1 and told >= UNTITLED * len(alone))


UNTITLED = 0.4
"""Share of the items with nothing beside their numbers whose first paragraph tells what happened."""


def is_paragraph(rows: Sequence[Row], at: int, margin: float) -> bool:
    """Whether a paragraph begins here: a sentence with its stop, or that runs on in full rows."""
    said = _said(rows, at, rows[at].text, margin)
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
    if rows[at].bold or (_TELLS.search(begun) is None and at + 1 == len(rows)):
        return False
    said = _said(rows, at, begun, margin)
    first = _SENTENCE.search(said)
    end = first.start() + 1 if first else len(said)
    return bool(_TELLS.search(said, 0, end)) and (bool(first) or said[-1] in ".:") and not _SHORT.search(said)


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
