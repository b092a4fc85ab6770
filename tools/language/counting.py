"""Words of the training texts as numbers: one array of all tokens, one table of all forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .sources import Text

TOKEN = re.compile(r"[^\W\d_]+(?:[:’'][^\W\d_]+)*|\d[\d.,:/-]*|(?<=\w)[.!?:;](?=\s)|\n")
"""A word, a number, or the end of a sentence. Hyphens part words: `hälso- och`, `EU-medlemskap`."""

BOUNDARY = 0
"""Token of the end of a sentence, a heading or a line of a list."""

NUMBER = 1
"""Token of any number."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens of the training texts."""

    forms: tuple[str, ...]
    """Forms as written; the first two are the boundary and the number."""
    stream: NDArray[np.int32]
    """Index into `forms` of each token in running order, texts repeated by their weight."""
    counts: NDArray[np.int64]
    """How often each form stands in the texts, without weights."""
    inside: NDArray[np.int64]
    """How often each form stands other than first in its sentence, without weights."""
    words: dict[str, int]
    """Running words by source."""


def count(texts: Iterable[Text]) -> Tokens:
    """Turn texts into tokens. A line break ends a sentence in a corpus, but not in minutes."""
    index: dict[str, int] = {".": BOUNDARY, "0": NUMBER}
    parts, weights = [], []
    words: Counter[str] = Counter()
    for text in texts:
        body = re.sub(r"(?<!\n)\n(?!\n)", " ", text.text) if text.source == "minutes" else text.text
        numbers = np.array([_number(token, index) for token in TOKEN.findall(body)], dtype=np.int32)
        parts.append(numbers)
        weights.append(text.weight)
        words[text.source] += int((numbers > NUMBER).sum())
    plain = np.concatenate(parts)
    stream = np.concatenate(
        [part for part, weight in zip(parts, weights, strict=True) for _ in range(weight)]
    )
    inside = np.bincount(plain[1:][plain[:-1] != BOUNDARY], minlength=len(index))
    return Tokens(tuple(index), stream, np.bincount(plain, minlength=len(index)), inside, dict(words))


def _number(token: str, index: dict[str, int]) -> int:
    if token[0].isdigit():
        return NUMBER
    if not token[0].isalpha():
        return BOUNDARY
    return index.setdefault(token, len(index))
