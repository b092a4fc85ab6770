"""Several documents in one file: where a new one begins.

A page begins a document where its printed number starts again at 1, or where its head names a kind of
document, or an appendix, that the pages before it do not carry on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..schema.record import Kind
from .document import kind
from .landmarks import headings, openings, page_numbers
from .landmarks.page_numbers import Printed
from .text.fold import fold
from .text.rows import Row
from .votes import voting_lists

TOP_ROWS = 6
"""Rows at the top of a page, running heads apart, where a document names itself."""

_APPENDIX = re.compile(r"bilaga(?: (?:nr )?[a-zåäö0-9]{1,3})?(?:,? § ?\d+)?(?: till .{3,60})?")
_MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
_OF_MINUTES = (*_MINUTES, Kind.ANSLAG)
"""What the pages of minutes may be headed: the proof of posting is a part of them."""


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
        own = _named(page, starts=printed is not None and printed.number == 1)
        if not groups or _begins(page, printed, before, own, named, groups[-1][-1]):
            groups.append([])
            named = own
        groups[-1].append(page)
        if page:
            before = printed
    return groups


def _begins(
    page: Sequence[Row],
    printed: Printed | None,
    before: Printed | None,
    own: Kind | None,
    named: Kind | None,
    above: Sequence[Row],
) -> bool:
    """Whether a page begins a document.

    Args:
        page: its rows.
        printed: its number.
        before: that of the page before it.
        own: the kind that its head names.
        named: that of the document so far.
        above: the rows of the page before it.
    """
    if not page:
        return False
    if _is_appendix(page) and not (printed and printed.number > 1):
        return not voting_lists.is_table(page)  # a voting list is read with its minutes
    other = own is not None and own is not named and not (own in _OF_MINUTES and named in _MINUTES)
    if printed and printed.number == 1 and before is None and own is not None:
        return _holds_text(above)
    if printed and before:
        restarts = printed.number == 1 and (before.number > 1 or before.total == 1)
        again = restarts and (own is not None or before.total == before.number)
        return again or (other and printed.number == 1)
    return other and not (printed and printed.number > 1)


def _holds_text(page: Sequence[Row]) -> bool:
    """Whether an item or a section's text stands on a page, which no cover has."""
    items = any(one.series == "§" for one in openings.found(page, None))
    return items or any((found := headings.match(row.text)) and found.exact for row in page)


def _named(page: Sequence[Row], *, starts: bool) -> Kind | None:
    """The kind that the top of a page names in a row or cell of its own.

    Args:
        page: its rows.
        starts: whether its printed number is 1, so that a title that says more counts too.
    """
    names = kind.names if starts else kind.title_names
    top = [row for row in page if row.furniture in (None, "running")][: TOP_ROWS + 2]
    for row in top:
        for cell in row.cells:
            found = Kind.PROTOKOLL if kind.FORMAL.match(cell.text) else names(cell.text)
            if found:
                return found
    return None


def _is_appendix(page: Sequence[Row]) -> bool:
    top = [row for row in page if row.furniture is None][:2]
    return any(_APPENDIX.fullmatch(fold(row.text)) and (row.gap or row.first) for row in top)
