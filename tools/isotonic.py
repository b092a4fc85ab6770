"""Shares that fall from step to step (isotonic regression)."""

from __future__ import annotations

from collections.abc import Sequence


def falling(steps: Sequence[tuple[float, float]]) -> list[float]:
    """The share of wrong ones at each step; neighbours whose shares do not fall are pooled.

    Args:
        steps: how many there are at each, and how many of these are wrong.
    """
    merged: list[list[float]] = []
    for total, wrong in steps:
        merged.append([total, wrong, 1])
        while len(merged) > 1 and _share(merged[-2]) <= _share(merged[-1]):
            last = merged.pop()
            merged[-1] = [a + b for a, b in zip(merged[-1], last, strict=True)]
    return [round(_share(pool), 5) for pool in merged for _ in range(int(pool[2]))]


def _share(pool: Sequence[float]) -> float:
    return pool[1] / pool[0]
