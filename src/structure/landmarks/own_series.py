"""A document's own series of case numbers, learnt by shape: no list knows every registry's.

"FD 98-2005" beside one § and "FD 147-2006" beside the next have one shape, letters and digits between the
same signs. A shape that stands in the heads of several items is that of the case numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..text.passage import Passage, of_row
from ..text.rows import Row
from . import case_numbers
from .openings import Candidate

_FIRST = re.compile(rf"(?P<number>{case_numbers.GROUP})(?![\w/:-])")
_LAST = re.compile(rf"(?:^|\s)(?P<number>{case_numbers.GROUP})$")
_WHOLE = re.compile(case_numbers.GROUP)

_SPEECH = "Anf"
HEAD_ROWS = 5
"""Rows of an item in whose head its case number may stand."""

LEAST_ITEMS, LEAST_SHARE = 2, 0.4
"""Items that must have the shape in their heads: so many, and this share of all."""


def learn(rows: Sequence[Row], chain: Sequence[Candidate]) -> re.Pattern[str] | None:
    """The shape of the case numbers in the heads of the items; None where there is none."""
    ends = [one.row for one in chain[1:]] + [len(rows)]
    counts: Counter[str] = Counter()
    for one, end in zip(chain, ends, strict=True):
        counts.update({_shape(text) for text in _groups(rows[one.row : end], one)})
    if not counts:
        return None
    shape, count = counts.most_common(1)[0]
    return re.compile(shape) if count >= max(LEAST_ITEMS, LEAST_SHARE * len(chain)) else None


def parted(rest: Passage, series: re.Pattern[str]) -> tuple[Passage | None, Passage]:
    """The number of the series before or behind a title, and the title without it."""
    first = _FIRST.match(rest.text)
    if first and series.fullmatch(first["number"]) and case_numbers.may_be(first["number"], in_series=True):
        code = case_numbers.PLAN.match(rest.text, first.end("number"))
        end = code.end() if code else first.end("number")
        return rest.part(0, end), rest.part(end, len(rest.text))
    last = _at_end(series.pattern).search(rest.text)
    if last and case_numbers.may_be(last.group(), in_series=True):
        return rest.group(last), rest.part(0, last.start())
    return None, rest


@lru_cache(maxsize=64)
def _at_end(shape: str) -> re.Pattern[str]:
    """The pattern of a number of a shape behind all else."""
    return re.compile(rf"(?<!\S)(?:{shape})$")


def _groups(rows: Sequence[Row], start: Candidate) -> Iterator[str]:
    """What may be a case number in the head of an item: beside its number, or alone in a row or a cell."""
    rows = rows[start.title_rows :]
    rest = of_row(rows[0]).text[start.rest_at :]
    for pattern in (_FIRST, _LAST):
        match = pattern.match(rest) if pattern is _FIRST else pattern.search(rest)
        alone = match is not None and match["number"] == rows[0].cells[-1].text
        if match and case_numbers.may_be(match["number"], in_series=alone):
            yield match["number"]
    for row in rows[1:HEAD_ROWS]:
        text = case_numbers.without_speeches(row.text if _SPEECH in row.text else row.cells[-1].text)
        if _WHOLE.fullmatch(text) and case_numbers.may_be(text, in_series=True):
            yield text


def _shape(number: str) -> str:
    """A pattern for all numbers of one shape."""
    pieces = re.findall(r"[A-Za-zÅÄÖåäö]+|\d+|.", number)
    return "".join(
        r"\d{1,6}" if piece.isdigit() else case_numbers.ORGAN if piece.isalpha() else re.escape(piece)
        for piece in pieces
    )
