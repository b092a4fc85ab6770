"""Items: one paragraph (§) of minutes each, with its title, case numbers, sections and decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..schema.record import SectionKind
from . import case_numbers, deciding, decisions, headings, lists, motions, people, sections, statements, votes
from .chain import Candidate
from .draft import Draft, Found, text
from .lines import full
from .passage import Passage, of_row, of_rows, together
from .rows import Row

MOST_TITLE_ROWS = 6
_CODE = re.compile(r"\d{1,3}(?:[.-]\d{1,3})*\.?")
"""A code of the filing plan behind a case number: \"Dnr 2019/00087 820\"."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the document when an item is read."""

    margin: float
    body: str | None
    outline: frozenset[str]
    taken: bool
    """False where decisions are only proposed: a letter, a summons."""


def drafts(rows: Sequence[Row], chain: Sequence[Candidate], context: Context) -> list[Draft]:
    """All items of the chain; rows before its first are the head of the document."""
    ends = [one.row for one in chain[1:]] + [len(rows)]
    return [_draft(rows[one.row : end], one, context) for one, end in zip(chain, ends, strict=True)]


def _draft(rows: Sequence[Row], start: Candidate, context: Context) -> Draft:
    heading = of_row(rows[0])
    rest = heading.part(start.rest_at, len(heading.text))
    title, numbers, used = _title(rows, rest, context)
    sign = heading.part(0, start.rest_at)
    draft = matter(rows[used:], context)
    return {
        "number": Found(start.number, sign),
        "suffix": Found(start.suffix, sign) if start.suffix else None,
        "title": text(title),
        "case_numbers": [Found(number.text, number) for number in numbers],
        **draft,
    }


def matter(rows: Sequence[Row], context: Context) -> Draft:
    """Sections and what is drawn from them, for an item or a whole letter."""
    margin = context.margin
    blocks = sections.split(rows, margin, context.outline)
    order = [block.text for block in blocks if block.kind is SectionKind.PROPOSITIONSORDNING]
    return {
        "sections": sections.drafts(blocks),
        "decisions": _decisions(blocks, context),
        "motions": motions.drafts(blocks, held=context.taken),
        "proposition_order": text(together(order, "\n")) if order else None,
        "votes": votes.drafts(blocks),
        "reservations": statements.reservations(blocks),
        "statements": statements.statements(blocks),
        "recusals": people.drafts(statements.recusals(blocks)),
        "non_participants": people.drafts(statements.non_participants(blocks)),
        "basis_documents": [
            basis
            for block in blocks
            if block.kind is SectionKind.BESLUTSUNDERLAG
            for basis in lists.basis_documents(block.rows, margin)
        ],
        "recipients": [
            recipient
            for block in blocks
            if block.kind is SectionKind.EXPEDIERING
            for recipient in lists.recipients(block.rows, margin)
        ],
    }


def _decisions(blocks: Sequence[sections.Block], context: Context) -> list[Draft]:
    found = [
        decision
        for block in blocks
        if block.kind in (SectionKind.BESLUT, SectionKind.FORSLAG_TILL_BESLUT)
        and not (block.kind is SectionKind.FORSLAG_TILL_BESLUT and motions.are_motions(block))
        for decision in decisions.drafts(
            block.text,
            taken=context.taken and block.kind is SectionKind.BESLUT,
            body=context.body,
            heading=block.heading,
        )
    ]
    decided = any(block.kind is SectionKind.BESLUT for block in blocks)
    return found if decided or not context.taken else [*found, *deciding.drafts(blocks, context.body)]


def _title(rows: Sequence[Row], rest: Passage, context: Context) -> tuple[Passage | None, list[Passage], int]:
    """The title, the case numbers around it, and how many rows they take."""
    numbers, first = _without_numbers(rest)
    parts = [first] if first else []
    used = 1
    while used < len(rows) and used <= MOST_TITLE_ROWS:
        row = rows[used]
        whole = of_row(row)
        if case_numbers.whole(row.text):
            numbers += case_numbers.find(whole)
        elif not case_numbers.labelled(row.text):
            more, beside = _case_beside(row)
            if parts and not _continues(rows, used, parts[-1], context):
                break
            numbers += more
            parts.append(beside or whole)
        used += 1
    return (together(parts) if parts else None), numbers, used


def _case_beside(row: Row) -> tuple[list[Passage], Passage | None]:
    """Case numbers in a cell of their own beside the title, and the title without them."""
    if len(row.cells) > 1 and case_numbers.whole(row.cells[-1].text):
        title = replace(row, cells=row.cells[:-1])
        return case_numbers.find(of_row(replace(row, cells=row.cells[-1:]))), of_row(title)
    return [], None


def _without_numbers(rest: Passage) -> tuple[list[Passage], Passage]:
    found = case_numbers.find(rest)
    if not found:
        return [], rest
    at = rest.text.find(found[0].text)
    if case_numbers.whole(rest.text[: at + len(found[0].text)]):
        end = rest.text.rfind(found[-1].text) + len(found[-1].text)
        after = rest.part(end, len(rest.text))
        return found, after.part(0, 0) if _CODE.fullmatch(after.text) else after
    label = case_numbers.label_before(rest.text, at)
    if rest.text.endswith(found[-1].text):
        return found, rest.part(0, label)
    return [], rest


def _continues(rows: Sequence[Row], at: int, title: Passage, context: Context) -> bool:
    """Whether a row goes on with the title that the row above began."""
    above, row = rows[at - 1], rows[at]
    lower = row.text[:1].islower()
    if row.gap or (row.page != above.page and not lower):
        return False
    if headings.match(row.text) and not lower:
        return False
    bold = all(span.word.bold for span in title.spans)
    if row.bold != bold or _resized(above, row):
        return False
    if lower or title.text[-1:] in ",-–" or bold:
        return True
    if title.text[-1] in ".!?:" or not _filled(above, row, context):
        return False
    return not _ends_as_text(rows, at, context)


def _filled(above: Row, row: Row, context: Context) -> bool:
    """Whether the title had no room for the next word: up to the margin, or to a case number beside it."""
    if len(above.cells) > 1 and case_numbers.whole(above.cells[-1].text):
        title = replace(above, cells=above.cells[:-1])
        return full(title, row, above.cells[-1].x0)
    return full(above, row, context.margin)


def _ends_as_text(rows: Sequence[Row], at: int, context: Context) -> bool:
    """Whether the rows from here to the next gap or heading end, or break, like sentences."""
    for index in range(at, min(len(rows), at + MOST_TITLE_ROWS)):
        text = rows[index].text
        if re.search(r"[a-zåäö]{2}\. [A-ZÅÄÖ]", text):
            return True
        last = (
            index + 1 == len(rows) or rows[index + 1].gap or headings.match(rows[index + 1].text) is not None
        )
        if last:
            return text[-1] in ".:;"
    return True


def _resized(above: Row, row: Row) -> bool:
    return above.size is not None and row.size is not None and abs(above.size - row.size) > 0.12 * row.size


__all__ = ["Context", "drafts", "matter", "of_rows"]
