"""Several documents in one file: where a new one begins.

A page begins a document where its printed number starts again at 1, or where its head names a kind of
document, or an appendix, that the pages before it do not carry on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..schema.record import Kind
from .document import kind
from .landmarks import page_numbers
from .landmarks.page_numbers import Printed
from .text.fold import fold
from .text.rows import Row
from .votes import voting_lists

TOP_ROWS = 6
"""Rows at the top of a page, running heads apart, where a document names itself."""

_APPENDIX = re.compile(r"bilaga(?: (?:nr )?[a-zåäö0-9]{1,3})?(?:,? § ?\d+)?(?: till .{3,60})?")
_MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)


def split(pages: Sequence[Sequence[Row]]) -> list[list[Sequence[Row]]]:
    """The pages in groups, one for each document.

    Args:
        pages: the rows of each page, furniture marked.
    """
    groups: list[list[Sequence[Row]]] = []
    before: Printed | None = None
    named: Kind | None = None
    for page in pages:
        printed = page_numbers.of_page(page)
        own = _named(page)
        if not groups or _begins(page, printed, before, own, named):
            groups.append([])
            named = own
        groups[-1].append(page)
        if page:
            before = printed
    return groups


def _begins(
    page: Sequence[Row], printed: Printed | None, before: Printed | None, own: Kind | None, named: Kind | None
) -> bool:
    if not page:
        return False
    if _is_appendix(page) and not (printed and printed.number > 1):
        return not voting_lists.is_table(page)  # a voting list is read with its minutes
    if printed and before:
        restarts = printed.number == 1 and (before.number > 1 or before.total == 1)
        return restarts and (own is not None or before.total == before.number)
    if own is None or (printed and printed.number > 1):
        return False
    return own is not named and not (own in _MINUTES and named in _MINUTES)


def _named(page: Sequence[Row]) -> Kind | None:
    """The kind that the top of a page names in a row or cell of its own."""
    top = [row for row in page if row.furniture in (None, "running")][: TOP_ROWS + 2]
    for row in top:
        for cell in row.cells:
            found = kind.title_names(cell.text)
            if found:
                return found
    return None


def _is_appendix(page: Sequence[Row]) -> bool:
    top = [row for row in page if row.furniture is None][:2]
    return any(_APPENDIX.fullmatch(fold(row.text)) and (row.gap or row.first) for row in top)
