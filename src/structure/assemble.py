"""The record: rows, furniture, items, head and foot put together, and validated once."""

from __future__ import annotations

from collections.abc import Sequence

from ..collector import paused
from ..schema import Document, Page, Record
from ..schema.record import Kind
from . import letter, minutes, parts
from .decisions import delegation
from .document import body as bodies_of
from .document import kind, owner, quality
from .items import agenda, chain, crowns, items
from .landmarks import page_numbers
from .meeting import items_held, posting
from .page import furniture, margin_headings, margin_titles, margins, right_margins
from .page.ruled import page_rows
from .text.draft import Draft, settle, text, value_of
from .text.fold import fold
from .text.lines import right_margin
from .text.rows import Row
from .votes import voting_grid


@paused()
def record(document: Document) -> Record:
    """What the document says, each value with its place; findings are left to the rules."""
    rows = furniture.marked([row for rows in agenda.unrolled(map(_rows, document.pages)) for row in rows])
    pages = _by_page(rows, document)
    first, *others = parts.split(pages) or [[]]
    draft = _draft(_together(first), document)
    draft["parts"] = [_part(group, document) for group in others if any(group)]
    plain, evidence = settle(draft)
    return Record.model_validate(
        {
            "source": {
                "name": document.name,
                "sha256": document.sha256,
                "pages": len(document.pages),
                "media_type": document.media_type,
            },
            **plain,
            "evidence": evidence,
            "quality": quality.of_document(document, [page_numbers.of_page(page) for page in pages]),
        }
    )


def _rows(page: Page) -> list[Row]:
    rows = right_margins.lifted(margins.parted(page_rows(page)))
    return margin_headings.lifted(margin_titles.above(rows))


def _by_page(rows: Sequence[Row], document: Document) -> list[list[Row]]:
    """The rows of every page, empty pages with none."""
    pages: dict[int, list[Row]] = {page.number: [] for page in document.pages}
    for row in rows:
        pages[row.page].append(row)
    return list(pages.values())


def _together(pages: Sequence[Sequence[Row]]) -> list[Row]:
    return [row for page in pages for row in page]


def _part(pages: Sequence[Sequence[Row]], document: Document) -> Draft:
    rows = _together(pages)
    return {"pages_from": rows[0].page, "pages_to": rows[-1].page, **_draft(rows, document)}


def _draft(all_rows: Sequence[Row], document: Document) -> Draft:
    text_rows = [row for row in all_rows if row.furniture is None]
    grid = voting_grid.find(text_rows)
    if grid:
        all_rows, text_rows = grid.outside(all_rows), grid.outside(text_rows)
    titled = kind.named(all_rows)
    excerpt = Kind.PROTOKOLLSUTDRAG in titled
    summons = bool(titled & {Kind.KALLELSE, Kind.FOREDRAGNINGSLISTA})
    body = bodies_of.find(all_rows)
    own = value_of(body["body"]) if body else None
    span = items_held.stated(text_rows)
    decoded = chain.decode(text_rows, span=span, excerpt=excerpt, summons=summons, body=own)
    links = crowns.crowned(text_rows, decoded)
    told, reason, named = kind.find(all_rows, links)
    context = items.Context(
        margin=right_margin(text_rows),
        body=own,
        outline=frozenset(fold(entry.title) for entry in document.outline),
        taken=told in TAKEN,
        headed=told is Kind.OVRIGT,
    )
    draft: Draft = {
        "kind": named or told.value,
        "kind_reason": reason,
        "authority": owner.find(all_rows),
        "body": body["body"] if body else None,
    }
    if told is Kind.ANSLAG and not any(one.series == "§" for one in links):
        draft |= posting.draft(text_rows)
    elif links:
        title = named.passage if named and told in TITLED and kind.says_more(named.passage.text) else None
        draft |= {"title": text(title)} | minutes.draft(all_rows, text_rows, links, context, grid)
    else:
        draft |= letter.draft(all_rows, text_rows, context, told)
    if told is Kind.PROTOKOLL and draft["meeting"]:
        draft["meeting"] = items_held.filled(draft["meeting"], draft["items"])
    if told is Kind.DELEGATIONSBESLUT:
        draft["delegation"] = delegation.draft(text_rows, draft)
    return draft


TITLED = (Kind.PROTOKOLL, Kind.KALLELSE, Kind.FOREDRAGNINGSLISTA)
"""Kinds whose title is the line that names the kind, where it says more than that."""

TAKEN = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG, Kind.DELEGATIONSBESLUT)
"""Kinds whose decisions have been taken; in others they are proposed."""
