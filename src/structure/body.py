"""Which body the document belongs to: from its label, its head, its running heads, and who decides in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from . import headings, labels
from .bodies import is_body, leading_body, standard
from .draft import Draft, Found
from .fold import fold
from .passage import Passage, of_row
from .rows import Row

HEAD_ROWS = 30


def find(rows: Sequence[Row]) -> Draft | None:
    """The body, or None."""
    scores: dict[str, float] = defaultdict(float)
    places: dict[str, tuple[float, Passage]] = {}
    for weight, passage in _mentions(rows):
        name = fold(standard(passage.text))
        scores[name] += weight
        if name not in places or weight > places[name][0]:
            places[name] = (weight, passage)
    if not scores:
        return None
    passage = places[max(scores, key=lambda name: scores[name])][1]
    return {"body": Found(standard(passage.text), passage)}


def _mentions(rows: Sequence[Row]) -> Iterator[tuple[float, Passage]]:
    label = False
    end = _head_end(rows)
    for index, row in enumerate(rows):
        head = index < end
        whole = of_row(row) if head or row.furniture or len(row.text) > 12 else None
        if whole is None:
            continue
        if head or row.furniture:
            for cell in row.cells:
                text = cell.text.rstrip(":")
                if is_body(text) and labels.match(text) is None:
                    start = whole.text.find(cell.text)
                    yield (8.0 if label else 3.0 if head else 1.0), whole.part(start, start + len(text))
        label = any(labels.match(cell.text) == "body" for cell in row.cells)
        lead = leading_body(row.text)
        if lead:
            yield 1.0, whole.group(lead)


def _head_end(rows: Sequence[Row]) -> int:
    """The first row that is a section's heading or an item's, or the end of the first page."""
    for index, row in enumerate(rows[:HEAD_ROWS]):
        found = headings.match(row.text)
        if row.page != rows[0].page or index and (found and found.exact and not labels.match(row.text) or row.text[0] == "§"):
            return index
    return HEAD_ROWS
