"""R70-R74: case numbers, and references to other items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..schema.record import Kind, Record
from . import case_numbers
from .bodies import same_body
from .calendar import parse
from .laws import document_date
from .parts import items, label
from .registry import Hit, hit, rule

USUAL = 4
"""Case numbers of one form in a document before a lone other form is odd."""

SERIES = 2
"""Different case numbers of one shape that make a series of the document's own."""

_PARAGRAPH = re.compile(r"§+\s*(\d{1,4})\b")


def _numbers(record: Record) -> Iterator[tuple[str, str]]:
    """Pointer and case number, of the document and of its items."""
    for index, number in enumerate(record.case_numbers):
        yield f"/case_numbers/{index}", number
    for at, item in items(record):
        for index, number in enumerate(item.case_numbers):
            yield f"{at}/case_numbers/{index}", number


@rule("R70")
def known_form(record: Record) -> Iterator[Hit]:
    """Each number is of some known form, or of the document's own series, and of its usual form."""
    numbers = list(_numbers(record))
    shapes = Counter(_shape(number) for number in {number for _, number in numbers})
    forms = Counter(name for _, number in numbers for name in case_numbers.families(number)[:1])
    usual, count = forms.most_common(1)[0] if forms else ("", 0)
    for at, number in numbers:
        possible = case_numbers.families(number)
        if not possible:
            if shapes[_shape(number)] < SERIES:
                yield hit(at, "unknown", number=number)
        elif usual not in possible and count >= USUAL and forms[possible[0]] == 1:
            yield hit(at, "odd", number=number, count=count, usual=usual)


def _shape(number: str) -> str:
    """Letters and digits of a number as kinds, signs as they are: "FD 98-2005" is "A 9-9"."""
    return re.sub(r"\d+", "9", re.sub(r"[^\W\d_]+", "A", number))


@rule("R71")
def registered_before(record: Record) -> Iterator[Hit]:
    """A case is registered in the year of the meeting or before."""
    own = parse(document_date(record))
    for at, number in _numbers(record):
        year = case_numbers.year(number)
        if own and year and year > own.year:
            yield hit(at, "later", number=number, year=year, own=own.year)


@rule("R72")
def own_items(record: Record) -> Iterator[Hit]:
    """An item of the same body earlier in the year has a lower number than this meeting's first."""
    met = parse(record.meeting.date) if record.meeting else None
    present = {item.number for item in record.items if item.number is not None}
    if record.kind is not Kind.PROTOKOLL or met is None or not present or record.body is None:
        return
    for at, item in items(record):
        for index, basis in enumerate(item.basis_documents):
            match, day = _PARAGRAPH.search(basis.title), parse(basis.date)
            if not match or not day or day.year != met.year or not _is_own(basis.title, record.body):
                continue
            number, place = int(match[1]), f"{at}/basis_documents/{index}"
            values = {"item": label(item), "written": basis.title, "number": number}
            if day < met and number >= min(present):
                yield hit(place, "future", **values, first=min(present))
            elif day == met and number not in present:
                yield hit(place, "missing", **values)


def _is_own(title: str, body: str) -> bool:
    """Whether a paper's title begins with this body's name; short names may be another body's."""
    before = _PARAGRAPH.split(title)[0].strip(" ,")
    named = re.match(r"[\w\s-]+", before)
    folded = before.casefold()
    if named is None or not before or "utskott" in folded or "beredning" in folded:
        return False
    return body.casefold().rstrip("s") in folded and same_body(before, body)


@rule("R74")
def one_case(record: Record) -> Iterator[Hit]:
    """Two cases in one item are worth a note."""
    for at, item in items(record):
        count = len(set(item.case_numbers))
        if count > 1:
            numbers = ", ".join(item.case_numbers)
            yield hit(f"{at}/case_numbers", "several", item=label(item), count=count, numbers=numbers)
