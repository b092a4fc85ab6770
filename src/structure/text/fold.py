"""Folding: text as dictionaries compare it, without case, end marks or runs of space."""

from __future__ import annotations

import re
from functools import lru_cache

_SPACE = re.compile(r"\s+")
_ENDS = " \t:.;,*_|-–"


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Case folded, single spaces, colons and full stops at the ends gone."""
    return _SPACE.sub(" ", text.casefold()).strip(_ENDS)
