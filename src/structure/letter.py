"""Letters: one matter with its title, proposal, basis, signature and recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..schema.record import SectionKind
from . import authority, case_numbers, headings, labels, sections
from .bodies import is_body
from .draft import Draft, Found, text
from .fold import fold
from .items import Context, matter
from .passage import Passage, of_row, of_rows
from .rows import Row


def draft(rows: Sequence[Row], context: Context) -> Draft:
    """Title, the one item, signatures."""
    start = _body_start(rows, context)
    title = _title(rows[:start], context)
    item: Draft = {"number": None, "title": text(title), **matter(rows[start:], context)}
    return {"title": text(title), "items": [item]}


def _body_start(rows: Sequence[Row], context: Context) -> int:
    """The first row that is a heading of a section."""
    for index, row in enumerate(rows):
        found = headings.match(row.text)
        if found and found.exact and index and labels.match(row.text) is None:
            return index
    return 0


def _title(head: Sequence[Row], context: Context) -> Passage | None:
    paragraphs: list[list[Row]] = []
    for row in head:
        if row.gap or not paragraphs or row.bold != paragraphs[-1][-1].bold:
            paragraphs.append([])
        paragraphs[-1].append(row)
    candidates = [paragraph for paragraph in paragraphs if _may_be_title(paragraph)]
    return of_rows(candidates[-1]) if candidates else None


def _may_be_title(paragraph: Sequence[Row]) -> bool:
    text = paragraph[0].text
    return not (
        labels.match(text)
        or labels.match(paragraph[0].cells[0].text)
        or is_body(text)
        or authority.is_name(text)
        or case_numbers.whole(text)
        or len(paragraph) > 5
        or not re.search(r"[a-zåäö]{3}", text.casefold())
    )
