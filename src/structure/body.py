"""Which body the document belongs to: from its label, its head, its running heads, and who decides in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from . import head, labels
from .bodies import is_body, leading_body, standard
from .draft import Draft, Found
from .fold import fold
from .passage import Passage, of_row
from .rows import Row


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
    end = head.end(rows)
    for index, row in enumerate(rows):
        above = index < end
        whole = of_row(row) if above or row.furniture or len(row.text) > 12 else None
        if whole is None:
            continue
        if above or row.furniture:
            for cell in row.cells:
                text = cell.text.rstrip(":")
                if is_body(text) and labels.match(text) is None:
                    start = whole.text.find(cell.text)
                    yield (8.0 if label else 3.0 if above else 1.0), whole.part(start, start + len(text))
        label = any(labels.match(cell.text) == "body" for cell in row.cells)
        lead = leading_body(row.text)
        if lead:
            yield 1.0, whole.group(lead)
