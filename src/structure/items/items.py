"""Items: one paragraph (§) of minutes each, with its title, case numbers, sections and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...schema.record import SectionKind
from ..decisions import deciding, decisions, levels, proposition
from ..landmarks import case_numbers, headings, lists, own_headings, own_series, sections
from ..landmarks.blocks import Block
from ..landmarks.openings import Candidate
from ..names import people
from ..names.bodies import resolved
from ..text.draft import Draft, Found, text
from ..text.fold import fold
from ..text.passage import Passage, of_row
from ..text.rows import Row, tail
from ..votes import motions, recusals, statements, votes
from . import crowns, groups, narrative, repeated, title_numbers


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the document when an item is read."""

    margin: float
    body: str | None
    outline: frozenset[str]
    taken: bool
    """False where decisions are only proposed: a letter, a summons."""
    headed: bool = False
    """Whether what stands under "Beslut" has been decided, though the document is none of a meeting."""


def drafts(rows: Sequence[Row], chain: Sequence[Candidate], context: Context) -> list[Draft]:
    """All items of the chain; rows before its first are the head of the document."""
    context = replace(context, outline=context.outline | own_headings.learn(rows, chain))
    again = {} if context.taken else repeated.treated(rows, chain)
    last = min((one.heading for one in again.values()), default=len(rows))
    ends = [one.row for one in chain[1:]] + [last]
    found = [_in_order(rows[one.row : end]) for one, end in zip(chain, ends, strict=True)]
    found[:-1] = [
        groups.without_heading(own, numbered=not own[0].text[one.rest_at :])
        for own, one in zip(found[:-1], chain, strict=False)
    ]
    numbered = [own[one.title_rows :] for own, one in zip(found, chain, strict=True)]
    texts = [(own, one.rest_at) for own, one in zip(numbered, chain, strict=True)]
    manner = narrative.manner(texts, own_series.learn(rows, chain), context.margin)
    below = [rows[at.begin : at.end] if (at := again.get(place)) else () for place in range(len(chain))]
    return [
        _draft(own, one, context, manner, more) for own, one, more in zip(found, chain, below, strict=True)
    ]


def _in_order(rows: Sequence[Row]) -> Sequence[Row]:
    """An item's rows, behind the text what stood in the margin beside it."""
    aside = [row for row in rows if row.aside]
    return [*(row for row in rows if not row.aside), *aside] if aside else rows


def _draft(
    rows: Sequence[Row], start: Candidate, context: Context, manner: narrative.Manner, more: Sequence[Row]
) -> Draft:
    above, rows = rows[: start.title_rows], rows[start.title_rows :]
    rows = narrative.parted(rows, start.rest_at, context.margin, manner)
    heading = of_row(rows[0])
    rest = heading.part(start.rest_at, len(heading.text))
    sign = heading.part(*(start.sign or (0, start.rest_at)))
    title, numbers, used = crowns.of_item(above, rows, rest, context.margin, manner)
    body = rows[used:] if used else [tail(rows[0], len(heading.part(0, start.rest_at).spans)), *rows[1:]]
    if not numbers:
        numbers, body = title_numbers.beside_text(body)
    draft = matter([*body, *more], context, start.number)
    return {
        "number": Found(start.number, sign),
        "suffix": Found(start.suffix, sign) if start.suffix else None,
        "title": text(title),
        "case_numbers": [Found(number.text, number) for number in numbers or _among_labels(body)],
        **draft,
    }


def _among_labels(rows: Sequence[Row]) -> list[Passage]:
    """The case numbers among the labels below a title: "Fastighet: Solberga 4:17 / Dnr BMN-2021-112"."""
    row = next((row for row in rows[:MOST_LABELS] if case_numbers.whole(row.text)), None)
    return case_numbers.find(of_row(row)) if row else []


MOST_LABELS = 5
"""Rows between a title and its text: property, applicant, case number."""


def matter(rows: Sequence[Row], context: Context, number: int | None = None) -> Draft:
    """Sections and what is drawn from them, for an item or a whole letter; `number` is the item's."""
    margin = context.margin
    blocks = sections.split(rows, margin, context.outline, context.body)
    blocks = [_meant(block, blocks, context) for block in blocks if context.taken or not _presents(block)]
    return {
        "sections": sections.drafts(blocks),
        "decisions": _decisions(blocks, context),
        "motions": motions.drafts(blocks, held=context.taken),
        "proposition_order": text(proposition.order(blocks)),
        "votes": votes.drafts(blocks),
        "reservations": statements.reservations(blocks),
        "statements": statements.statements(blocks),
        "recusals": people.drafts(recusals.recused(blocks, number)),
        "non_participants": people.drafts(recusals.non_participants(blocks)),
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


def _presents(block: Block) -> bool:
    """Whether a block of a summons says no more than who presents the matter: "Ekonom Jenny Ståhlgren"."""
    text = block.text.text
    return block.heading is None and text.count(" ") < MOST_NAME_WORDS and people.ends_in_name(text)


MOST_NAME_WORDS = 5
"""Of a name with its office."""


def _meant(block: Block, blocks: Sequence[Block], context: Context) -> Block:
    """The block, its heading taken as it is meant in a document of this kind.

    In letters and summonses "Förslag" and "Styrelsen föreslår" head what is proposed. In minutes a heading of
    a proposal may stand over what somebody moved, or over what the board itself decided to ask for.
    """
    kind = block.kind
    if not context.taken:
        heading = fold(block.heading.text) if block.heading else ""
        moved = kind is SectionKind.YRKANDEN and heading == "förslag"
        if moved or (kind is SectionKind.BESLUT and " föreslår" in heading):
            kind = SectionKind.FORSLAG_TILL_BESLUT
    elif kind is SectionKind.FORSLAG_TILL_BESLUT:
        if motions.are_motions(block):
            kind = SectionKind.YRKANDEN
        elif _is_own_proposal(block, blocks, context):
            kind = SectionKind.BESLUT
    return block if kind is block.kind else replace(block, kind=kind)


def _is_own_proposal(block: Block, blocks: Sequence[Block], context: Context) -> bool:
    """Whether a board's minutes give its own proposal to a higher body: that it decided to make it.

    Headed as nobody's, it is the board's where nothing else was decided but for the board itself.
    """
    found = headings.match(block.heading.text) if block.heading else None
    if block.heading is None or found is None or context.body is None:
        return False
    own = found.owner and fold(resolved(found.owner.removesuffix("s"), context.body)) == fold(context.body)
    if not levels.is_upward(block.heading.text, context.body):
        return bool(own) and levels.asks(block.text.text, context.body)
    if found.owner:
        return bool(own)
    return all(
        not other.text or (other.heading is not None and levels.for_itself(other.heading.text))
        for other in blocks
        if other.kind is SectionKind.BESLUT
    )


def _decisions(blocks: Sequence[Block], context: Context) -> list[Draft]:
    found = [
        decision
        for block in blocks
        if block.kind in (SectionKind.BESLUT, SectionKind.FORSLAG_TILL_BESLUT)
        for decision in decisions.drafts(
            block.text,
            taken=block.kind is SectionKind.BESLUT and (context.taken or context.headed),
            body=context.body,
            heading=block.heading,
        )
    ]
    decided = any(block.kind is SectionKind.BESLUT for block in blocks)
    return found if decided or not context.taken else [*found, *deciding.drafts(blocks, context.body)]


__all__ = ["Context", "drafts", "matter"]
