"""Where a word begins and ends within what stands between two spaces."""

from __future__ import annotations

import re

LONGEST_WORD = 60
"""Letters; longer strings are no words, and looking for parts in them would take for ever."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def core(token: str) -> str:
    """The token without the punctuation around it: `(”nämnden”,` is `nämnden`."""
    return _EDGES.sub("", token)
