"""Sections: the headed parts of an item, or of a letter, in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...schema.record import SectionKind
from ..text.draft import Draft, text
from ..text.lines import LIST_MARK
from ..text.passage import of_cells, of_row
from ..text.rows import Row, head, tail
from . import heading_rows, headings
from .blocks import LISTS, Block, ends, opens_decision
from .carriers import carries, proposer

_DECIDING = (SectionKind.BESLUT, SectionKind.FORSLAG_TILL_BESLUT)
_DATED = re.compile(r"\w,? (?:den )?(?:\d{4}-\d{2}-\d{2}|\d{1,2} [a-z]{3,9} \d{4})\.?$")
"""How an entry of a list of documents ends: "Yttrande från kommunen, 2023-08-21" is no heading there."""


def split(
    rows: Sequence[Row], margin: float, outline: frozenset[str] = frozenset(), body: str | None = None
) -> list[Block]:
    """Rows without furniture, by headings; the first block has none.

    Args:
        rows: the rows of an item below its title.
        margin: where full rows end.
        outline: titles of the PDF's outline, folded.
        body: the document's own, if it is known.
    """
    usual = _usual_size(rows)
    blocks = [Block(None, None, [], margin)]
    rows = [part for row in rows for part in _parted(row)]
    for index, row in enumerate(rows):
        above = rows[index - 1] if index else None
        if row.heading:
            heading = heading_rows.bare(of_cells([(cell, row.page) for cell in row.cells]))
            blocks.append(Block(row.heading, heading, [], margin))
            continue
        opens = carries(row) and opens_decision(blocks[-1], row)
        leads = opens and proposer(row, body) is None and _leads(row, rows[index + 1 : index + 2])
        listed = blocks[-1].kind in LISTS and _is_entry(row, blocks[-1])
        found = None if opens or listed else heading_rows.heading(row, above, outline, usual)
        if ends(blocks[-1], row, rows[index + 1 : index + 2]):
            blocks.append(Block(None, None, [row], margin))
        elif found and not (found[2] and found[0] is blocks[-1].kind and not row.gap and len(row.cells) == 1):
            kind, heading, rest = found
            if rest and carries(rest) and headings.match(heading.text) is None:
                kind = _carried(rest, body)
            blocks.append(Block(kind, heading, [rest] if rest else [], margin))
        elif opens and _waits(blocks[-1]):
            blocks[-1] = Block(_carried(row, body), blocks[-1].heading, [row], margin)
        elif leads:
            blocks.append(Block(SectionKind.BESLUT, None, [row], margin))
        elif opens:
            blocks.append(Block(_carried(row, body), heading_rows.bare(of_row(row)), [], margin))
        else:
            blocks[-1].rows.append(row)
    return blocks


def _carried(row: Row, body: str | None) -> SectionKind:
    return SectionKind.BESLUT if proposer(row, body) is None else SectionKind.FORSLAG_TILL_BESLUT


def _leads(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row of plain print leads to the points below it: it is text, and heads no section."""
    plain = not (row.bold or row.text.isupper())
    return plain and bool(below) and LIST_MARK.match(below[0].text) is not None


def _waits(block: Block) -> bool:
    """Whether a block is a heading alone, of no list: "Nämndens ställningstagande" heads what decides."""
    return bool(block.heading and not block.rows and headings.match(block.heading.text) is None)


_WITHIN = re.compile(r"(?<=[.!?)] )[A-ZÅÄÖ][^.:!?]{4,40}:(?= \S)")
"""What may be a heading within a row: "Protokollet gicks igenom. Beslut: Det lades till handlingarna."."""


def _parted(row: Row) -> list[Row]:
    """The row, in two where a heading of a decision with its colon stands within it, behind a sentence."""
    match = _WITHIN.search(row.text) if ": " in row.text else None
    found = headings.match(match[0]) if match else None
    if match is None or found is None or not found.exact or found.kind not in _DECIDING:
        return [row]
    count = len(row.text[: match.start()].split())
    return [head(row, count), tail(row, count)] if count < len(row.cells[0].words) else [row]


def drafts(blocks: Sequence[Block]) -> list[Draft]:
    """The sections as the record has them."""
    found = []
    for block in blocks:
        if block.text or block.heading:
            found.append(
                {
                    "kind": (block.kind or SectionKind.ANNAT).value,
                    "heading": text(block.heading),
                    "text": text(block.text) or "",
                }
            )
    return found


_APPENDED = re.compile(r"[Bb]ilag(?:a|or) (?:\d{1,2}|[A-Z])\b")


def _is_entry(row: Row, block: Block) -> bool:
    """Whether a row of a list of documents or recipients is an entry, though it reads like a heading.

    "Länsstyrelsens beslut" and "Hur man överklagar" are documents where nothing sets them apart, and
    "Ekonomi" is an office among recipients.
    """
    if (
        _APPENDED.match(row.text)
        or _DATED.search(row.text)
        or (LIST_MARK.match(row.text) and not (row.gap or row.bold))
    ):
        return True
    if _is_plain(row) and block.heading and all(span.word.bold for span in block.heading.spans):
        return True
    found = headings.match(row.text)
    if found is None and row.gap and ":" in row.text and heading_rows.run_in(row, of_row(row)):
        return False
    if found is None:
        return not row.bold and headings.told_by_words(row.text) is not SectionKind.ANNAT
    attached = found.owner is not None or found.kind is SectionKind.OVERKLAGANDE
    attached |= found.kind is SectionKind.EKONOMI and block.kind is SectionKind.EXPEDIERING
    return attached and not (row.gap or row.bold or row.text.endswith(":"))


def _is_plain(row: Row) -> bool:
    """Whether nothing sets a row apart: neither print nor space nor a colon."""
    return not (row.gap or row.words[0].bold or ":" in row.text) and len(row.cells) == 1


def _usual_size(rows: Sequence[Row]) -> float | None:
    sizes = sorted(row.size for row in rows if row.size is not None for _ in row.words)
    return sizes[len(sizes) // 2] if sizes else None
