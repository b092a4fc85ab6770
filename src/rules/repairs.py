"""R91: repairs that changed a digit, listed so that a person looks at them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..schema import Change
from .registry import Hit, hit

SURE = 0.97
"""Confidence from which a digit that became a letter ("13n" to "län") was never a number."""

_DIGITS = re.compile(r"\d")


def questionable(changes: Sequence[Change]) -> Iterator[Hit]:
    """A hit for each change that touched a digit; `at` is the page in the record's quality."""
    for change in changes:
        if _DIGITS.findall(change.before) != _DIGITS.findall(change.after):
            is_word = not _DIGITS.search(change.after) and change.confidence >= SURE
            yield hit(
                f"/quality/pages/{change.page - 1}",
                "word" if is_word else "digit",
                before=change.before,
                after=change.after,
                page=change.page,
            )
