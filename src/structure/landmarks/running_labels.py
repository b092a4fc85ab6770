"""Labels within running text: "Närvarande: Åsa Ek (S) och Bo Öst (M). Övriga närvarande: Nils Lund"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..text.rows import Row, head, tail
from .label_cells import PEOPLE, match

MOST_WORDS = 5
"""A label of people has no more words."""

_ENDS = (".", ";", ")")
"""Behind words that end so a label may begin."""


def parted(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, each label of people that begins within one at the beginning of a row of its own."""
    for row in rows:
        rest = row
        while at := _label(rest):
            yield head(rest, at)
            rest = tail(rest, at)
        yield rest


def _label(row: Row) -> int | None:
    """Where the first label behind the end of a sentence begins."""
    words = [word.text for word in row.words]
    for end in (index for index, word in enumerate(words) if word.endswith(":")):
        for begin in range(max(1, end - MOST_WORDS + 1), end + 1):
            label = " ".join(words[begin : end + 1])
            if label[0].isupper() and words[begin - 1].endswith(_ENDS) and match(label.rstrip(":")) in PEOPLE:
                return begin
    return None
