"""Titles of items: the rows that make one up, and items that have none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...schema.record import SectionKind
from ..landmarks import case_numbers, headings
from ..landmarks.carriers import carries
from ..landmarks.label_cells import FIELDS
from ..landmarks.openings import is_number
from ..names import people
from ..text.fold import fold
from ..text.lines import LIST_MARK, full
from ..text.passage import Passage, of_lines, of_row
from ..text.rows import Row
from . import title_numbers
from .narrative import Manner, is_paragraph, is_text

_NO_TITLES = (SectionKind.BESLUT, SectionKind.FORSLAG_TILL_BESLUT)


def of_item(
    rows: Sequence[Row], rest: Passage, margin: float, manner: Manner
) -> tuple[Passage | None, list[Passage], int]:
    """The title, the case numbers around it, and how many rows they take.

    Args:
        rows: the item's, the one with its number first.
        rest: what stands behind the number.
        margin: where full rows end.
        manner: how the document heads its items.

    Returns:
        No title, and 0 rows, where the text itself begins behind the number.
    """
    series = manner.series
    rows = [rows[0], *(_without_number(row) for row in rows[1:3]), *rows[3:]]
    numbers, first = title_numbers.at_right(rows[0], _without_aside(rows[0], rest))
    own, first = title_numbers.without_numbers(first, series)
    numbers += own
    numbers += title_numbers.taken_over_two(rows)
    parts = [first] if any(map(str.isalpha, first.text)) and not case_numbers.labelled(first.text) else []
    used = 1
    if parts and (is_text(rows, 0, first.text, margin) or _is_untitled(rows, first.text, margin, manner)):
        return None, numbers, 0
    while used < len(rows) and used <= title_numbers.MOST_ROWS:
        if not parts and _is_label(rows[used]):
            used += 2  # the number stands among the labels of a head, each above its value
            continue
        own, row = title_numbers.number_left(rows[used])
        numbers += own
        only = title_numbers.only_numbers(row, series, margin)
        beside, rows[used] = title_numbers.number_beside(row, series) if only is None else (only, row)
        if only is None:
            goes_on = (
                _continues(rows, used, parts[-1], margin) if parts else _begins(rows, used, margin, manner)
            )
            if not goes_on:
                break
            own, part = (
                ([], of_row(rows[used])) if beside else title_numbers.without_numbers(of_row(row), series)
            )
            numbers += own
            parts += [part] if part else []
        numbers += beside
        used += 1
    title = _without_label(of_lines(parts)) if parts else None
    if title and len(parts) > 1:  # a number that a row's end parted: "Förhandsbesked BN 2023- / 000441"
        own, title = title_numbers.without_numbers(title, series)
        numbers += own
    if title and _runs_on(rows, used):
        title = title.part(0, len(title.text.rstrip(".")))
    return title, numbers, used


def _without_label(title: Passage) -> Passage:
    """The title without its label: "Ärende: Taxa för lokaler"."""
    label, colon, rest = title.text.partition(": ")
    return (
        title.part(len(label) + 2, len(title.text))
        if colon and rest and FIELDS.get(fold(label)) == "subject"
        else title
    )


_OF_HEADS = frozenset({"place", "time", "date"})


def _is_label(row: Row) -> bool:
    """Whether a row is nothing but a label of a document's head: "Plats"."""
    return not row.bold and FIELDS.get(fold(row.text)) in _OF_HEADS


def _is_untitled(rows: Sequence[Row], begun: str, margin: float, manner: Manner) -> bool:
    """Whether a paragraph begins behind the number of a document without titles."""
    return manner.untitled and not rows[0].bold and is_paragraph(rows, 0, begun, margin)


def _runs_on(rows: Sequence[Row], used: int) -> bool:
    """Whether text runs on behind the title, in its row."""
    below = rows[used] if used < len(rows) else None
    return below is not None and (below.page, below.top) == (rows[used - 1].page, rows[used - 1].top)


_ASIDE = re.compile(
    rf"(?:[Kk]l\.? ?\d.{{0,12}}|\d{{1,2}}[.:]\d{{2}}(?: ?[-–] ?\d{{1,2}}[.:]\d{{2}})?"
    rf"|sid(?:a|an)?\.? ?\d+|\d{{1,3}}"
    rf"|(?:{people.NAME_WORD} )?{people.NAME}|[Bb]ilaga.{{0,12}})"
)
"""What an agenda gives beside a title, in a column of its own: who presents it, when, on which page."""


def _without_aside(row: Row, rest: Passage) -> Passage:
    """What stands behind the number without a last cell that names only a time, a page or a person."""
    if len(row.cells) < 3 and not (len(row.cells) == 2 and rest.text != row.cells[-1].text):
        return rest
    last = row.cells[-1].text
    aside = _ASIDE.fullmatch(last) and (any(map(str.isdigit, last)) or people.ends_in_name(last))
    return rest.part(0, len(rest.text) - len(last)) if aside and rest.text.endswith(" " + last) else rest


def _without_number(row: Row) -> Row:
    """The row without the number of another organ in a cell of its own: "Au § 98 | Taxa för lokaler"."""
    beside = len(row.cells) > 1 and is_number(row.cells[0].text)
    return replace(row, cells=row.cells[1:]) if beside else row


def _begins(rows: Sequence[Row], at: int, margin: float, manner: Manner) -> bool:
    """Whether a title begins on the row below the number, not the text or a decision."""
    row = rows[at]
    found = headings.match(row.text)
    decides = found is not None and found.exact and found.kind in _NO_TITLES and not row.bold
    if decides or carries(row) or is_text(rows, at, row.text, margin):
        return False
    return not (manner.untitled and not row.bold and is_paragraph(rows, at, row.text, margin))


def _continues(rows: Sequence[Row], at: int, title: Passage, margin: float) -> bool:
    """Whether a row goes on with the title that the row above began."""
    above, row = rows[at - 1], rows[at]
    if row.joined:
        return True
    lower = row.text[:1].islower()
    if lower and (_OPEN.search(title.text) or title.text.endswith(",")) and row.page == above.page:
        return True
    spaced = row.gap and not (
        _is_below(title, above, row) and (lower or _set_alike(title, above, row, margin))
    )
    if spaced or (row.page != above.page and not lower):
        return False
    if _LABELLED.match(row.text) or _outdented(above, row):
        return False
    if not lower and (row.heading or headings.match(row.text) or carries(row)):
        return False
    bold = all(span.word.bold for span in title.spans)
    if row.bold != bold or _resized(above, row):
        return False
    if lower or title.text[-1:] in ",-–" or bold or _OPEN.search(title.text):
        return True
    if title.text[-1] in ".!?:" or not _filled(above, row, margin):
        return False
    return not _ends_as_text(rows, at, margin)


def _is_below(title: Passage, above: Row, row: Row) -> bool:
    """Whether a row stands straight below the words of a title, and begins no point of a list."""
    box = title.spans[0].word.box
    aligned = box is not None and abs(row.x0 - box.x0) < 0.5 * row.height
    near = row.page == above.page and row.top - above.bottom < NEAR * row.height
    return aligned and near and len(row.cells) == 1 and not LIST_MARK.match(row.text)


def _set_alike(title: Passage, above: Row, row: Row, margin: float) -> bool:
    """Whether a row is set as a title is that had no room for it: in capitals, or in bold and indented."""
    if title.text.isupper() or row.text.isupper():
        return title.text.isupper() and row.text.isupper()
    box = title.spans[0].word.box
    indented = box is not None and box.x0 > above.x0 + row.height
    bold = row.bold and all(span.word.bold for span in title.spans)
    return bold and indented and _filled(above, row, margin)


NEAR = 1.3
"""White space above the next row of a title at most, in heights of letters."""

OUTDENT = 6.0
"""So far left of a title, in heights of letters, no row goes on with it, if they are not both centred."""


def _outdented(above: Row, row: Row) -> bool:
    """Whether a row begins far left of a title that stands at the right: it is text."""
    if row.words[0].box is None or above.x0 - row.x0 < OUTDENT * row.height:
        return False
    return abs((above.x0 + above.x1) - (row.x0 + row.x1)) > 4 * row.height


_LABELLED = re.compile(r"[A-ZÅÄÖ][a-zåäö]+: \S|[A-ZÅÄÖ][^:.()\d]{2,40}:$|\d{1,3}\.\d{1,2}\.? [A-ZÅÄÖ]")
"""What is said of a matter below its title, "Föredragande: Lena Gren", and its parts, "5.1 Projekt Bron"."""

_OPEN = re.compile(
    r" (?:från|a[fv]|till|för|om|i|på|å|med|och|samt|under|enligt|mellan|inom|vid|hos|kring|öf?ver|en|ett"
    r"|den|det|nr|§|kvarteret|kv\.?|stadsdelen)$"
)
"""How no title ends: the row below goes on with it."""


def _filled(above: Row, row: Row, margin: float) -> bool:
    """Whether the title had no room for the next word: up to the margin, or to a case number beside it."""
    if len(above.cells) > 1 and case_numbers.whole(above.cells[-1].text):
        title = replace(above, cells=above.cells[:-1])
        return full(title, row, above.cells[-1].x0)
    return full(above, row, margin if row.words[0].box else LARGER * margin)


LARGER = 0.6
"""Share of the text's width that titles fill in text without places: their letters may have been larger."""


def _ends_as_text(rows: Sequence[Row], at: int, margin: float) -> bool:
    """Whether the rows from here to the next gap or heading end, or break, like sentences."""
    for index in range(at, min(len(rows), at + title_numbers.MOST_ROWS)):
        text = rows[index].text
        if re.search(r"(?:[a-zåäö]{2}|\d)\. [A-ZÅÄÖ]", text):
            return True
        last = (
            index + 1 == len(rows) or rows[index + 1].gap or headings.match(rows[index + 1].text) is not None
        )
        if last:
            return text[-1] in ".:;"
    return True


def _resized(above: Row, row: Row) -> bool:
    return above.size is not None and row.size is not None and abs(above.size - row.size) > 0.12 * row.size
