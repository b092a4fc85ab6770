"""Whether two readings of a number agree: it is confirmed, or a third decides, or it is kept and flagged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...schema import Reason, Word
from ..words.match import text
from ..words.tokens import bears_number, number_key

AGREED = 0.995
"""Share of words right where two models agree."""

DISAGREED = 0.5
"""Share of numbers right where readings differ and none was outvoted."""

DIFFER = Reason("readings_differ")


def agree(first: Sequence[Word], second: Sequence[Word]) -> bool:
    """True where two readings say the same number."""
    return bool(first) and number_key(text(first)) == number_key(text(second))


def confirmed(reading: Sequence[Word], other: Sequence[Word] = ()) -> tuple[Word, ...]:
    """A number that two readings share; a space that only one of them saw is there, as readers drop them."""
    wider = other if len(other) > len(reading) and _letters_agree(reading, other) else reading
    return tuple(replace(word, confidence=AGREED, doubt=None) for word in wider)


def _letters_agree(reading: Sequence[Word], other: Sequence[Word]) -> bool:
    """The same but for spaces; a gap after a colon or slash is the typeface's, 1991/92:43."""
    if any(word.text[-1] in ":/" for word in other[:-1]):
        return False
    return "".join(word.text for word in reading) == "".join(word.text for word in other)


def in_doubt(reading: Sequence[Word], others: Sequence[str], why: Reason = DIFFER) -> tuple[Word, ...]:
    """A number that must be looked at."""
    seen = tuple(dict.fromkeys(other for other in others if other and other != text(reading)))
    return tuple(
        replace(word, confidence=min(DISAGREED, word.confidence or DISAGREED), doubt=why, alternatives=seen)
        if bears_number(word.text) or len(reading) == 1
        else word
        for word in reading
    )
