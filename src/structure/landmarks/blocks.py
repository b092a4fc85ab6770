"""Blocks of an item: a heading with the rows under it, and where one ends without another heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ...schema.record import SectionKind
from ..names.bodies import leading_decider
from ..text import sentences
from ..text.lines import LIST_MARK, full, running
from ..text.passage import Passage
from ..text.rows import Row
from .carriers import carries

LISTS = (SectionKind.BESLUTSUNDERLAG, SectionKind.EXPEDIERING)
"""Sections that list something."""

QUOTING = (
    SectionKind.BESLUTSUNDERLAG,
    SectionKind.EXPEDIERING,
    SectionKind.OVERKLAGANDE,
    SectionKind.BAKGRUND,
    SectionKind.BEREDNING,
    SectionKind.RESERVATION,
    SectionKind.PROTOKOLLSANTECKNING,
    SectionKind.SARSKILT_YTTRANDE,
)
"""Sections that quote, or report what was moved and put to another meeting."""


@dataclass
class Block:
    """A heading with the rows under it."""

    kind: SectionKind | None
    """None for rows before the first heading."""
    heading: Passage | None
    rows: list[Row] = field(default_factory=list)
    margin: float = 0.0

    @cached_property
    def text(self) -> Passage:
        """The text under the heading, one paragraph a line; ask only when all rows are there."""
        return running(self.rows, self.margin)

    @cached_property
    def sentences(self) -> list[Passage]:
        """Its sentences in order."""
        return sentences.split(self.text)


def opens_decision(block: Block, row: Row) -> bool:
    """Whether a row that carries a decision, "Nämnden beslutar", opens a section of its own.

    It goes with the heading "Beslut" or "Förslag" above it; below the points of a proposal without
    a lead, "KOMMUNSTYRELSEN BESLUTAR" turns to what was decided.
    """
    if block.kind is SectionKind.YRKANDEN and not block.rows:
        return False
    if block.kind is not SectionKind.FORSLAG_TILL_BESLUT:
        return block.kind is not SectionKind.BESLUT
    if not block.rows:
        return False
    if _is_carried(block):
        return block.rows[-1].text.endswith(".")
    return row.gap and (row.text.isupper() and leading_decider(block.rows[0].text) is None)


def _is_carried(block: Block) -> bool:
    """Whether another body's proposal is headed by that it proposes: "Styrelsen föreslår fullmäktige"."""
    proposal = block.kind is SectionKind.FORSLAG_TILL_BESLUT and block.heading is not None
    return proposal and block.heading is not None and " föreslår" in block.heading.text


def ends(block: Block, row: Row, below: Sequence[Row]) -> bool:
    """Whether a section ends without a heading: lists before a decision, decisions before a table."""
    if _is_carried(block) and block.rows and block.rows[-1].text.endswith("."):
        return row.text[0].isupper() and LIST_MARK.match(row.text) is None and not carries(row)
    if block.kind in LISTS and _stands_behind(block, row):
        return True
    if not (row.gap and block.rows and block.rows[-1].text[-1] not in ",:"):
        return False
    if block.kind in LISTS:
        decider = leading_decider(row.text)
        return decider is not None and not carries(row) and _VERB.match(row.text, decider.end()) is not None
    table = len(row.cells) >= TABLE and all(len(one.cells) >= TABLE for one in below) and bool(below)
    return block.kind is SectionKind.BESLUT and table and block.rows[-1].text.endswith(".")


def _stands_behind(block: Block, row: Row) -> bool:
    """Whether a sentence follows the last entry of a list with marks, without one and not indented."""
    listed = bool(block.rows) and LIST_MARK.match(block.rows[0].text) and row.x0 <= block.rows[0].x0
    sentence = row.text[0].isupper() and row.text[-1] == "." and len(row.words) >= LEAST_WORDS
    return bool(listed) and sentence and not full(block.rows[-1], row, block.margin)


LEAST_WORDS = 5
_VERB = re.compile(r" (?:beslutar|beslutade|beslöto?|har beslutat)\b")
TABLE = 3
"""Cells of a row from which it is one of a table: it tells of something else than the decision above it."""
