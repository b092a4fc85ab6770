"""Runs of dark pixels in rows of a mask."""

from __future__ import annotations

from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]

Run = tuple[int, int]
"""A first place, and the one behind the last."""


def stretches(dark: Mask) -> list[Run]:
    """Where one row of pixels is dark."""
    framed = np.zeros(len(dark) + 2, np.bool_)
    framed[1:-1] = dark
    edges = np.flatnonzero(framed[1:] != framed[:-1]).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def covered(ink: Mask, length: int, share: float) -> Mask:
    """Pixels of level runs of `length` of which so large a share is ink."""
    filled = _sums(ink, length) >= ceil(share * length)
    covered = np.zeros_like(ink)
    for row in np.flatnonzero(filled.any(axis=1)):
        for start, end in stretches(filled[row]):
            covered[row, start : end + length - 1] = True
    return covered


def _sums(ink: Mask, length: int) -> NDArray[np.unsignedinteger[Any]]:
    """How many of each `length` pixels side by side are ink: added up to twice as many at each step."""
    parts = ink.astype(np.min_scalar_type(length))
    columns, span, done = ink.shape[1] - length + 1, 1, 0
    sums = np.zeros((len(ink), columns), parts.dtype)
    while True:
        if length & span:
            sums += parts[:, done : done + columns]
            done += span
        if done == length:
            return sums
        parts = parts[:, :-span] + parts[:, span:]
        span *= 2


def connected(covered: Mask) -> list[tuple[int, int, int, int]]:
    """Top and bottom row, start and end column of each connected stretch."""
    done: list[tuple[int, int, int, int]] = []
    open_: list[tuple[int, int, int, int]] = []
    for row in np.flatnonzero(covered.any(axis=1)):
        done += [piece for piece in open_ if piece[1] < row - 1]
        open_ = [piece for piece in open_ if piece[1] >= row - 1]
        for start, end in stretches(covered[row]):
            near = [piece for piece in open_ if piece[2] <= end and piece[3] >= start]
            open_ = [piece for piece in open_ if piece not in near]
            top = min([int(row), *(piece[0] for piece in near)])
            left = min([start, *(piece[2] for piece in near)])
            right = max([end, *(piece[3] for piece in near)])
            open_.append((top, int(row), left, right))
    return done + open_
