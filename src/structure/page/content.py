"""What on a page is text, though it recurs: rows that begin something, and those about them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ..document import kind
from ..landmarks import choices, heading_rows, headings, label_cells
from ..names.bodies import is_body
from ..text.fold import fold
from ..text.rows import Row

EDGE_ROWS = 7
"""How many rows at the top and the bottom of a page may be running heads."""


_PARAGRAPH = re.compile(r"(?:[A-ZÅÄÖ]{2,5} |Kf |Ks )?§|\d{1,4} ?§|(?:[Pp]aragraf|PARAGRAF|[Pp]unkt) \d")


def below_headings(rows: Sequence[Row], pages: Sequence[Sequence[int]]) -> set[int]:
    """Rows near the top of a page under a § or a section's heading: text, though it recurs."""
    found: set[int] = set()
    for page in pages:
        top = [index for index in page[: 2 * EDGE_ROWS] if not _is_far_down(rows, page, index)]
        first = next((order for order, index in enumerate(top) if is_content(rows[index])), len(top))
        found.update(top[first:] if len(page) > 3 * EDGE_ROWS else top[first : first + 4])
    return found


def among_headings(
    rows: Sequence[Row], pages: Sequence[Sequence[int]], running: Collection[int]
) -> Iterator[int]:
    """Running rows between the headings of a page, or straight below the last one: text, though it recurs."""
    for page in pages:
        if not any(index in running for index in page):
            continue
        edges = [*page[: 2 * EDGE_ROWS], *page[2 * EDGE_ROWS :][-EDGE_ROWS:]]
        content = [index for index in edges if is_content(rows[index])]
        for above, index in pairwise(edges):
            if not content or index < content[0]:
                continue
            if index > content[-1] and rows[index].top - rows[above].bottom > PARTED * rows[index].height:
                break
            yield index


PARTED = 2.0
"""White space, in heights of letters, that parts a foot from the text above it."""


def _is_far_down(rows: Sequence[Row], page: Sequence[int], index: int) -> bool:
    """Whether a row of a page with little text stands at its foot, far below the text."""
    place = page.index(index)
    above = rows[page[place - 1]] if place else None
    if above is None or rows[index].cells[0].words[0].box is None:
        return False
    return rows[index].top - above.bottom > FAR * rows[index].height


FAR = 8.0
"""White space, in heights of letters, that parts a foot from a text that ends early."""


def is_content(row: Row) -> bool:
    """Whether a row, though it may stand on many pages, begins an item or a section."""
    if (row.first or len(row.cells) > 1) and kind.title_names(row.cells[0].text):
        return False  # a head that names the document, though "Protokollsutdrag" also heads a list
    if _OWNERS.match(row.text):
        return False
    return (
        bool(_PARAGRAPH.match(row.text))
        or _is_sentence(row.text)
        or heading_rows.opens(row)
        or headings.match(row.text) is not None
        or _LIST.match(row.text) is not None
        or label_cells.heads_people(row.text)
        or _is_ballot(row)
    )


_OWNERS = re.compile(r"[Gg]emensam(?:ma)? nämnd(?:en)? för [A-ZÅÄÖ]")
"""Below a joint board's name, whose it is: no sentence, though it may begin in small letters."""

_LIST = re.compile(
    r"(?:bilaga\b.{0,12}?)?(?:omröstning|votering|rösträkning|upprop|närvaro)s?\w*lista"
    r"|bilaga \w{1,3} till .{0,20}§",
    re.IGNORECASE,
)
"""Voting lists and other appendices stand at the same place of many pages, alike but for their numbers."""

_MARK = re.compile(r"[xX×]|\d{1,3}")


def _is_ballot(row: Row) -> bool:
    """Whether a row is of a voting list: its last cell a mark, a sum or a choice in words.

    A head that ends in the page's number, "Kommunstyrelsen | 2021-06-09 | 2", is none.
    """
    first, last = row.cells[0].text, row.cells[-1].text
    if len(row.cells) < 3 or last == str(row.page) or is_body(first):
        return False
    return _MARK.fullmatch(last) is not None or fold(last) in choices.WORDS


def _is_sentence(text: str) -> bool:
    """Whether a row is, or ends, a sentence of the text."""
    words = [word for word in text.split() if word.isalpha()]
    small = sum(word[0].islower() for word in words)
    return text[0].islower() or (len(words) >= SENTENCE and small > SMALL * len(words))


SENTENCE, SMALL = 7, 0.7
"""A row of so many words is of the text if more than this share of them begins with a small letter."""
