"""The learnt tables as the arrays of the data files (`justera.language.store`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from justera.language.hashing import NGRAM_BUCKET_BITS, WORD_BUCKET_BITS, skeleton_place
from justera.language.lexicon import FIRST_WORD
from justera.language.skeleton import skeleton

from .arrays import levels, ngram_places
from .compounds import Parts
from .context import Context, NGrams
from .storing import Array
from .vocabulary import Entry

RIVAL_RATIO = 2_000
"""A word with less than 1/2,000 of another's count does not put it in doubt."""

RIVAL_COUNT = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary in the order of the file: by bucket of the skeleton, then alphabetically."""

    words: tuple[str, ...]
    starts: NDArray[np.uint32]


def ordered(vocabulary: Mapping[str, Entry], parts: Parts) -> Words:
    """Lay out the vocabulary; parts that are no words of their own are among it."""
    forms = set(vocabulary) | set(parts.first) | set(parts.last)
    placed = sorted((skeleton_place(skeleton(word))[0], skeleton(word), word) for word in forms)
    buckets = np.array([bucket for bucket, _, _ in placed])
    return Words(tuple(word for _, _, word in placed), _starts(buckets, WORD_BUCKET_BITS))


def lexicon_arrays(words: Words, vocabulary: Mapping[str, Entry], parts: Parts) -> dict[str, Array]:
    """The arrays of `lexicon.bin`."""
    encoded = [word.encode() for word in words.words]
    entries = [vocabulary.get(word, Entry(0.0, 0.0)) for word in words.words]
    total = sum(entry.count for entry in entries)
    return {
        "text": np.frombuffer(b"".join(encoded), dtype=np.uint8),
        "offsets": np.cumsum([0, *map(len, encoded)]).astype(np.uint32),
        "starts": words.starts,
        "fingerprints": np.array([skeleton_place(skeleton(word))[1] for word in words.words], dtype=np.uint8),
        "logarithm": levels(
            np.array([log(entry.count / total) if entry.count else -99.0 for entry in entries])
        ),
        "capital": np.array([round(entry.capital * 255) for entry in entries], dtype=np.uint8),
        "first": _shares(words, parts.first),
        "last": _shares(words, parts.last),
    }


def rivals(words: Words, vocabulary: Mapping[str, Entry]) -> NDArray[np.bool_]:
    """True, by index, for words that another of the same skeleton puts in doubt."""
    groups: dict[str, list[int]] = {}
    for place, word in enumerate(words.words):
        groups.setdefault(skeleton(word), []).append(place)
    found = np.zeros(len(words.words) + FIRST_WORD, dtype=np.bool_)
    for group in groups.values():
        counts = [
            vocabulary[words.words[place]].count if words.words[place] in vocabulary else 0 for place in group
        ]
        for place, count in zip(group, counts, strict=True):
            others = sorted(counts, reverse=True)
            others.remove(count)
            found[place + FIRST_WORD] = (
                bool(others) and others[0] * RIVAL_RATIO >= count and others[0] >= RIVAL_COUNT
            )
    return found


def context_arrays(context: Context) -> dict[str, Array]:
    """The arrays of `context.bin`."""
    return {
        "unigram_backoff": levels(context.unigram_backoff),
        **_table("bigram", context.bigrams),
        **_table("trigram", context.trigrams, backoff=False),
    }


def _table(name: str, ngrams: NGrams, *, backoff: bool = True) -> dict[str, Array]:
    buckets, fingerprints = ngram_places(ngrams.words)
    order = np.lexsort((fingerprints, buckets))
    return {
        f"{name}_starts": _starts(buckets[order], NGRAM_BUCKET_BITS),
        f"{name}_fingerprints": fingerprints[order],
        f"{name}_logarithms": levels(ngrams.logarithm[order]),
        f"{name}_backoffs": levels(ngrams.backoff[order]) if backoff else np.zeros(0, dtype=np.uint8),
    }


def _starts(buckets: NDArray[np.int64], bits: int) -> NDArray[np.uint32]:
    """Where each bucket starts, and the end of the last."""
    return np.searchsorted(buckets, np.arange((1 << bits) + 1)).astype(np.uint32)


def _shares(words: Words, counts: Mapping[str, float]) -> NDArray[np.uint8]:
    total = sum(counts.values())
    return levels(np.array([log(counts[word] / total) if word in counts else 0.0 for word in words.words]))
