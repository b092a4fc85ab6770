"""Hashes that the data files are laid out by, the same on every machine."""

from __future__ import annotations

import zlib

from .skeleton import skeleton

WORD_BUCKET_BITS = 18
"""262,144 buckets of words, about one skeleton in each."""

NGRAM_BUCKET_BITS = 18
"""262,144 buckets of n-grams."""

FINGERPRINT_BITS = 16
"""With some three n-grams in a bucket, one look-up of 20,000 finds an n-gram that is not there."""

MULTIPLIERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
"""Odd 64-bit constants (golden ratio; primes of xxHash)."""

BUCKET_OF_WORD = 32 - WORD_BUCKET_BITS
_MASK = (1 << 64) - 1
FINGERPRINT_MASK = (1 << FINGERPRINT_BITS) - 1
BUCKET_SHIFT = 64 - NGRAM_BUCKET_BITS
FINGERPRINT_SHIFT = BUCKET_SHIFT - FINGERPRINT_BITS


def word_bucket(word: str) -> int:
    """The bucket of a word, which it shares with all words of its skeleton."""
    return skeleton_place(skeleton(word))[0]


def skeleton_place(folded: str) -> tuple[int, int]:
    """Bucket and 8-bit fingerprint of the words that have this skeleton."""
    value = zlib.crc32(folded.encode("utf-8", "surrogatepass"))
    return value >> BUCKET_OF_WORD, value & 0xFF


def ngram_place(words: tuple[int, ...]) -> tuple[int, int]:
    """Bucket and fingerprint of an n-gram of two or three words."""
    value = words[0] * MULTIPLIERS[0] + words[1] * MULTIPLIERS[1]
    if len(words) > 2:
        value += words[2] * MULTIPLIERS[2]
    value &= _MASK
    return value >> BUCKET_SHIFT, (value >> FINGERPRINT_SHIFT) & FINGERPRINT_MASK
