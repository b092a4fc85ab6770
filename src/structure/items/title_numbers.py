"""Case numbers around a title: before and behind it, left of it, beside it and below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from ...schema.record import SectionKind
from ..landmarks import case_numbers, headings, own_series
from ..landmarks.openings import is_number
from ..text.passage import Passage, of_row, of_rows
from ..text.rows import Row
from .narrative import Series

MOST_ROWS = 6
"""Rows of a title, at most."""


def without_numbers(rest: Passage, series: Series = None) -> tuple[list[Passage], Passage]:
    """The case numbers that stand before or behind a title, and the title."""
    found = case_numbers.find(rest)
    if not found and case_numbers.may_be(rest.text):
        return [rest], rest.part(0, 0)
    if not found:
        own, title = own_series.parted(rest, series) if series else (None, rest)
        return ([own] if own else []), title
    at = rest.text.find(found[0].text)
    if at < 0 and case_numbers.whole(rest.text):
        return found, rest.part(0, 0)
    if case_numbers.whole(rest.text[: at + len(found[0].text)]):
        end = rest.text.rfind(found[-1].text) + len(found[-1].text)
        return found, rest.part(end, len(rest.text))
    label = 0 if _is_any_label(rest.text[:at]) else case_numbers.label_before(rest.text, at)
    end = rest.text.rfind(found[-1].text) + len(found[-1].text)
    if not rest.text[end:].rstrip(" )]"):
        return found, rest.part(0, len(rest.text[:label].rstrip(" ,;:([|–-")))
    return [], rest


_ANY_LABEL = re.compile(r"[A-ZÅÄÖ][\wåäö-]{1,15}(?: [\wåäö]{2,10})?(?::|(?<=\bnr)) ?")
"""A label that no list has, before a number in the head of an item: "Handling nr", "Ärende:"."""


def _is_any_label(text: str) -> bool:
    """Whether words before a case number are its label, and neither a title nor the heading of a section."""
    found = headings.match(text) if _ANY_LABEL.fullmatch(text) else None
    of_matter = found is None or found.kind is SectionKind.ARENDEBESKRIVNING
    return _ANY_LABEL.fullmatch(text) is not None and of_matter


def taken_over_two(rows: list[Row]) -> list[Passage]:
    """Case numbers beside the title that a narrow column parts over two rows; their cells leave the rows."""
    found: list[Passage] = []
    for at in range(1, min(len(rows) - 1, MOST_ROWS)):
        if parted := _over_two(rows[at], rows[at + 1]):
            found.append(parted)
            rows[at : at + 2] = (replace(row, cells=row.cells[:-1]) for row in rows[at : at + 2])
    return found


def _over_two(row: Row, below: Row) -> Passage | None:
    """A case number that a narrow column beside the title parts: "RS 2019-" above "0714"."""
    if len(row.cells) < 2 or len(below.cells) < 2 or abs(row.cells[-1].x0 - below.cells[-1].x0) > row.height:
        return None
    number = of_rows([replace(one, cells=one.cells[-1:]) for one in (row, below)])
    return number if row.text.endswith("-") and case_numbers.whole(number.text) else None


def beside_text(rows: Sequence[Row]) -> tuple[list[Passage], Sequence[Row]]:
    """The one case number that stands in a margin beside an item's text, and the rows without it.

    Without a label it must stand clearly left of where the text begins.
    """
    marked = [at for at, row in enumerate(rows) if _is_labelled(row.cells[0].text)]
    marked = marked or [at for at, row in enumerate(rows[:MOST_ROWS]) if _is_aside(row, rows)]
    if len(marked) != 1 or len(rows) < 2:
        return [], rows
    (at,) = marked
    if len(rows[at].cells) > 1:
        number = of_row(replace(rows[at], cells=rows[at].cells[:1]))
        row = replace(rows[at], cells=rows[at].cells[1:])
        return case_numbers.find(number) or [number], [*rows[:at], row, *rows[at + 1 :]]
    if rows[at].x0 >= _edge([row for row in rows if row is not rows[at]]) - rows[at].height:
        return [], rows
    below = [replace(row, gap=True) for row in rows[at + 1 : at + 2]]
    number = of_row(rows[at])
    return case_numbers.find(number) or [number], [*rows[:at], *below, *rows[at + 2 :]]


def _is_aside(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a case number alone stands left of where the text of an item begins."""
    left = row.x0 < _edge(rows) - INDENT * row.height
    return left and _is_number(row.cells[0].text)


def _is_number(text: str) -> bool:
    """Whether a text is a case number alone, by its form or with an organ before it: "LT 90/7"."""
    return case_numbers.whole(text) or (text[:2].isupper() and case_numbers.may_be(text))


def _edge(rows: Sequence[Row]) -> float:
    """Where the text of an item begins: not what stands in a margin beside it."""
    return median(row.cells[min(1, len(row.cells) - 1)].x0 for row in rows)


INDENT = 2.5
"""How far left of the text a margin lies at least, in heights of letters."""


def _is_labelled(text: str) -> bool:
    return case_numbers.begins(text) and case_numbers.whole(text)


def number_left(row: Row) -> tuple[list[Passage], Row]:
    """The case numbers below the item's number, left of its title, and the row without them."""
    if len(row.cells) < 2 or not case_numbers.whole(row.cells[0].text):
        return [], row
    number = of_row(replace(row, cells=row.cells[:1]))
    return case_numbers.find(number), replace(row, cells=row.cells[1:])


def number_beside(row: Row, series: Series) -> tuple[list[Passage], Row]:
    """The case numbers in a cell of their own beside the title, and the row without them."""
    if len(row.cells) < 2:
        return [], row
    number, title = of_row(replace(row, cells=row.cells[-1:])), replace(row, cells=row.cells[:-1])
    if series and series.fullmatch(number.text):
        return [number], title
    return (case_numbers.find(number), title) if case_numbers.whole(number.text) else ([], row)


def at_right(row: Row, rest: Passage) -> tuple[list[Passage], Passage]:
    """The case number in the last cell of a number's row, and the title before it, with its comma."""
    last = row.cells[-1].text
    if len(row.cells) < 2 or not case_numbers.whole(last) or not rest.text.endswith(f" {last}"):
        return [], rest
    at = len(rest.text) - len(last)
    return case_numbers.find(rest.part(at, len(rest.text))), rest.part(0, at)


def only_numbers(row: Row, series: Series, margin: float) -> list[Passage] | None:
    """The case numbers of a row that says nothing else; None where it does.

    Nothing is found in a label that waits for its number, nor in that of the organ that prepared the matter:
    "Ks § 112 / Au § 98".
    """
    whole, said = of_row(row), case_numbers.without_speeches(row.text)
    found = case_numbers.find(whole)
    labelled = found and row.text.endswith(found[0].text)
    if case_numbers.whole(row.text) or (labelled and _is_any_label(row.text.removesuffix(found[0].text))):
        return found
    if is_number(row.text) or case_numbers.labelled(row.text) or not said:
        return []
    aside = row.x0 > ASIDE * margin and case_numbers.may_be(row.text)
    return [whole.part(0, len(said))] if aside or (series and series.fullmatch(said)) else None


ASIDE = 0.5
"""Share of the text's width from which a number that stands alone is the item's case number."""
