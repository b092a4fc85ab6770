"""Words as they were read, each with whether it was printed so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from justera.check.measures import fold
from justera.schema import Word


def of_words(words: Sequence[Word], truth: str) -> list[bool]:
    """Whether each word stands in the truth: in its order, or anywhere where columns are read otherwise.

    Args:
        words: of a document, in reading order.
        truth: its text.
    """
    printed = fold(truth).split()
    read = [fold(word.text) for word in words]
    right = [False] * len(read)
    left = Counter(printed)
    for block in SequenceMatcher(None, printed, read, autojunk=False).get_matching_blocks():
        for place in range(block.b, block.b + block.size):
            right[place] = True
            left[read[place]] -= 1
    for place, text in enumerate(read):
        if not right[place] and left[text] > 0:
            right[place] = True
            left[text] -= 1
    return right
