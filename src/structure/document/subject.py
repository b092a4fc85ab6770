"""The title of a letter's one matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from ..landmarks import case_numbers, labels
from ..landmarks.labels import Field
from ..names import authority
from ..names.bodies import is_body
from ..text.fold import fold
from ..text.passage import Passage, of_rows
from ..text.rows import Row
from . import kind

MOST_ROWS = 40
"""What stands further down is no head."""


def title(head: Sequence[Row], fields: Sequence[Field], outline: frozenset[str]) -> Passage | None:
    """The largest, or the last, paragraph above the first heading; else what a label gives.

    Args:
        head: the rows of the first page above the text.
        fields: what the labels of the head give.
        outline: folded titles of the file's own contents.
    """
    paragraphs: list[list[Row]] = []
    for row in head[:MOST_ROWS]:
        above = paragraphs[-1][-1] if paragraphs else None
        apart = above is None or row.gap or row.bold != above.bold or _resized(above, row)
        if apart and not (above and _goes_on(paragraphs[-1], row)):
            paragraphs.append([])
        paragraphs[-1].append(row)
    candidates = [paragraph for paragraph in paragraphs if _may_be_title(paragraph)]
    if not candidates:
        return labels.value(fields, "subject")
    sizes = _sizes([paragraph[0] for paragraph in candidates])
    largest = [one for one, size in zip(candidates, sizes, strict=True) if size >= max(sizes) - 0.3]
    in_outline = [one for one in candidates if fold(of_rows(one).text) in outline]
    whole = of_rows((in_outline or largest)[-1])
    label = _SUBJECT.match(whole.text)
    return whole.part(label.end(), len(whole.text)) if label else whole


def _goes_on(paragraph: Sequence[Row], row: Row) -> bool:
    """Whether a row that begins small goes on with a title: "Årsredovisning / för / räkenskapsåret"."""
    return row.text[0].islower() and not _resized(paragraph[-1], row) and _may_be_title(paragraph)


_SUBJECT = re.compile(
    r"(?:ärende(?:mening)?|angående|ang\.?|avser|rubrik|gäller|rör)\s*:\s*(?=\S)", re.IGNORECASE
)
"""A label before a title: "Angående: Svar på granskning"."""


def _sizes(firsts: Sequence[Row]) -> list[float]:
    """The sizes of letters; for a scan, whose words have none, their heights, or else their weights."""
    if any(row.size is not None for row in firsts):
        return [row.size or 0.0 for row in firsts]
    heights = [row.height for row in firsts]
    stands_out = max(heights) >= STANDS_OUT * median(heights)
    if not stands_out:
        return [float(row.bold) for row in firsts]
    return [float(stands_out and height >= 0.85 * max(heights)) for height in heights]


STANDS_OUT = 1.3
"""How much taller than the other rows of the head a title is; capitals alone make a row a fifth taller."""


def _resized(above: Row, row: Row) -> bool:
    return above.size is not None and row.size is not None and abs(above.size - row.size) > 0.12 * row.size


def _may_be_title(paragraph: Sequence[Row]) -> bool:
    first = paragraph[0]
    return not (
        len(first.cells) > 1
        or labels.match(first.text)
        or is_body(first.text)
        or authority.is_name(first.text)
        or case_numbers.whole(first.text)
        or kind.names(first.text)
        or any(_ADDRESS.search(row.text) for row in paragraph)
        or len(paragraph) > 5
        or _is_text(of_rows(paragraph).text)
        or not re.search(r"[a-zåäö]{3}", first.text.casefold())
    )


_VERB = re.compile(
    r"\b(?:är|var|har|hade|ska|skall|kan|kommer|planeras|föreslår|beslutar|innebär|uppgår|ligger|finns|blir|lämnas|visar)\b"
)
_ADDRESS = re.compile(r"www\.|\S@\S")
_AMOUNT = re.compile(r"\d{1,3}(?: \d{3})+|\d+,\d{2}\b")


def _is_text(text: str) -> bool:
    """Whether a paragraph is a sentence, or a table's figures: no title has either."""
    sentence = text.endswith(".") and _VERB.search(text) is not None
    return sentence or len(_AMOUNT.findall(text)) > 1
