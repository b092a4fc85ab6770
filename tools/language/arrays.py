"""What `justera.language` looks up value by value, for whole arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from justera.language.hashing import BUCKET_SHIFT, FINGERPRINT_MASK, FINGERPRINT_SHIFT, MULTIPLIERS
from justera.language.quantity import STEP


def ngram_places(words: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.uint16]]:
    """`hashing.ngram_place` of each row."""
    value = np.zeros(len(words), dtype=np.uint64)
    for column, factor in zip(words.T.astype(np.uint64), MULTIPLIERS, strict=False):
        value += column * np.uint64(factor)
    fingerprint = (value >> np.uint64(FINGERPRINT_SHIFT)) & np.uint64(FINGERPRINT_MASK)
    return (value >> np.uint64(BUCKET_SHIFT)).astype(np.int64), fingerprint.astype(np.uint16)


def levels(logarithms: NDArray[np.float64]) -> NDArray[np.uint8]:
    """The nearest level of `quantity` for each natural logarithm (0 or less)."""
    return np.clip(np.rint(-logarithms / STEP), 0, 255).astype(np.uint8)
