"""Hashes that the data files are laid out by: the same on every machine, for one value and for arrays."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from .skeleton import skeleton

WORD_BUCKET_BITS = 18
"""262,144 buckets of words, about one skeleton in each."""

NGRAM_BUCKET_BITS = 18
"""262,144 buckets of n-grams."""

FINGERPRINT_BITS = 16
"""With some three n-grams in a bucket, one look-up of 20,000 finds an n-gram that is not there."""

_MULTIPLIERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
"""Odd 64-bit constants (golden ratio; primes of xxHash)."""

_MASK = (1 << 64) - 1
_FINGERPRINT_MASK = (1 << FINGERPRINT_BITS) - 1
_BUCKET_SHIFT = 64 - NGRAM_BUCKET_BITS
_FINGERPRINT_SHIFT = _BUCKET_SHIFT - FINGERPRINT_BITS


def word_bucket(word: str) -> int:
    """The bucket of a word, which it shares with all words of its skeleton."""
    return skeleton_bucket(skeleton(word))


def skeleton_bucket(folded: str) -> int:
    """The bucket of the words that have this skeleton."""
    return zlib.crc32(folded.encode("utf-8", "surrogatepass")) >> (32 - WORD_BUCKET_BITS)


def ngram_place(words: tuple[int, ...]) -> tuple[int, int]:
    """Bucket and fingerprint of an n-gram of two or three words."""
    value = words[0] * _MULTIPLIERS[0] + words[1] * _MULTIPLIERS[1]
    if len(words) > 2:
        value += words[2] * _MULTIPLIERS[2]
    value &= _MASK
    return value >> _BUCKET_SHIFT, (value >> _FINGERPRINT_SHIFT) & _FINGERPRINT_MASK


def ngram_places(words: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.uint16]]:
    """`ngram_place` of each row."""
    value = np.zeros(len(words), dtype=np.uint64)
    for column, factor in zip(words.T.astype(np.uint64), _MULTIPLIERS, strict=False):
        value += column * np.uint64(factor)
    fingerprint = (value >> np.uint64(_FINGERPRINT_SHIFT)) & np.uint64(_FINGERPRINT_MASK)
    return (value >> np.uint64(_BUCKET_SHIFT)).astype(np.int64), fingerprint.astype(np.uint16)
