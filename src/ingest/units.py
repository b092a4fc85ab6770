"""Units with a raised 2, which readers print as a quotation mark or an å: `120 m’` is `120 m²`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ..schema import Line, Word

_RAISED = re.compile(r"([ckd]?m)[å’'?*“”\"°]([.,;:)]*)")


def raised(line: Line) -> Line:
    """The line with the raised 2 of square metres after a number."""
    later = tuple(_raised(word, before) for before, word in pairwise(line.words))
    return replace(line, words=(*line.words[:1], *later))


def _raised(word: Word, before: Word) -> Word:
    match = _RAISED.fullmatch(word.text)
    if match is None or not before.text[-1].isdigit():
        return word
    return replace(word, text=f"{match[1]}²{match[2]}", alternatives=(word.text, *word.alternatives))
