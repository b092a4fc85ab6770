"""Crosses of a roll call: in a narrow column under `Ja`, `Nej` or `Avstår` a lone mark is an X."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from ...schema import Box, Word
from ..words.cells import box_of
from ..words.tokens import core, folded

HEADS = ("ja", "nej", "avst", "franv", "narv", "jav", "tj")
"""Beginnings of the heads of such columns, without dots and rings, as an English reader has them."""

CROSS = "X"

TITLES = ("narvarande", "tjanstgorande")
"""Words that begin so and stand over names, not over marks."""

_SEEN = "X x K k |< x< >< × * Y Xx xX % » « < > D< |<| X| |X"

LOOKALIKES = frozenset(_SEEN.split())
"""What readers make of an X alone."""

_TALL = re.compile(r"[A-ZÅÄÖ][a-fh-ik-or-xz]*|\d+")
"""Words as tall as their capitals."""

SHAPE = (0.5, 3.0)
"""Width to height of the mark: an upright stroke is no cross, a rule of the table neither."""

SURE = 0.9
"""Confidence of such an X: its place says what it is, whatever letters it was read as."""


ASIDE = 1.5
"""Heights of a mark beside it in which no word stands; typewriters leave one between words."""

SAME_SHAPE = frozenset("cosvwxz")
"""Letters that differ from their capitals in height alone."""

CAPITAL = 0.88
"""Height of such a letter, in heights of the page's capitals and figures, from which on it is one itself;
small ones have 0.75 and less."""


PARTY = re.compile(r"\(?[A-ZÅÄÖ]{1,3}\)?")

MATES = 2
"""Parties that stand over and under a lone letter, at least, for a column of them."""

_TWICE = re.compile(r"([cosvwxz])(?!\1)(?i:\1)|([COSVWXZ])(?!\2)(?i:\2)")
"""What readers make of one large letter on a coarse scan, where it might be small: `vV`, `Cc`."""


def with_capitals(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with letters that stand alone, as parties in a table's column, in their case, and once."""
    words = [
        replace(word, text=word.text[0].lower(), alternatives=(word.text, *word.alternatives))
        if _TWICE.fullmatch(word.text)
        else word
        for word in words
    ]
    if not any(word.text in SAME_SHAPE for word in words):
        return tuple(words)
    parties = [box_of(word) for word in words if PARTY.fullmatch(word.text) and _is_alone(word, words)]
    tall = [box_of(word).height for word in words if _TALL.fullmatch(word.text)]
    if not tall:
        return tuple(words)
    least = CAPITAL * median(tall)
    return tuple(
        replace(word, text=word.text.upper())
        if word.text in SAME_SHAPE
        and (box_of(word).height >= least or is_in_column(box_of(word), parties))
        and _is_alone(word, words)
        else word
        for word in words
    )


def is_in_column(box: Box, parties: Sequence[Box]) -> bool:
    """Whether some of these parties stand over or under a place."""
    middle = (box.x0 + box.x1) / 2
    return sum(other != box and other.x0 <= middle <= other.x1 for other in parties) >= MATES


def crossed(words: Sequence[Word]) -> tuple[Word, ...]:
    """The words with each lone mark under the head of such a column as an X."""
    heads = [box_of(word) for word in words if is_head(word.text)]
    if not heads:
        return tuple(words)
    return tuple(_crossed(word, heads, words) if word.text in LOOKALIKES else word for word in words)


def is_cross(text: str) -> bool:
    """True for what a reader sees where an X stands alone."""
    return core(text) in ("X", "x", "×")


def is_head(text: str) -> bool:
    """True for the head of a column of marks."""
    plain = folded(core(text)).casefold()
    # `Närvarande` is the title of a list, `Närv.` the head of a column.
    return plain.startswith(HEADS) and len(text) <= len("Frånvarande") and plain not in TITLES


def _crossed(word: Word, heads: Sequence[Box], words: Sequence[Word]) -> Word:
    box = box_of(word)
    low, high = SHAPE
    square = low <= box.width / max(box.height, 0.1) <= high
    under = any(_stands_under(box, head) for head in heads)
    sure = max(SURE, word.confidence or 0.0)
    return replace(word, text=CROSS, confidence=sure) if square and under and _is_alone(word, words) else word


def _stands_under(box: Box, head: Box) -> bool:
    middle = (box.x0 + box.x1) / 2
    return box.top > head.bottom and head.x0 - head.height < middle < head.x1 + head.height


def _is_alone(word: Word, words: Sequence[Word]) -> bool:
    """True where no other word stands close on the row."""
    box = box_of(word)
    aside = ASIDE * box.height
    near = Box(box.x0 - aside, box.top, box.x1 + aside, box.bottom)
    return not any(
        other is not word
        and min(near.x1, there.x1) > max(near.x0, there.x0)
        and min(near.bottom, there.bottom) > max(near.top, there.top)
        for other in words
        for there in (box_of(other),)
    )
