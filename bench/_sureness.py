"""How well confidence tells right words from wrong ones, for `bench/repair.py` and `bench/reading.py`."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

Sure = Sequence[tuple[float, bool]]
"""Confidence of each word, 0 to 1, and whether the word is right."""


def calibration_error(words: Sure) -> float:
    """Mean distance of confidence from truth over ten equal groups, weighted by size (ECE)."""
    ordered = sorted(words, key=itemgetter(0))
    size = max(1, len(ordered) // 10)
    groups = [ordered[start : start + size] for start in range(0, len(ordered), size)]
    gaps = (abs(sum(sure for sure, _ in group) - sum(right for _, right in group)) for group in groups)
    return sum(gaps) / max(1, len(ordered))


def caught(words: Sure, share: float = 0.02) -> float:
    """Share of all errors among the words with the lowest confidence."""
    ordered = sorted(words, key=itemgetter(0))
    wrong = sum(not right for _, right in ordered)
    return sum(not right for _, right in ordered[: int(share * len(ordered))]) / max(1, wrong)
