"""Where a word begins and ends within what stands between two spaces."""

from __future__ import annotations

import re

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def core(token: str) -> str:
    """The token without the punctuation around it: `(”nämnden”,` is `nämnden`."""
    return _EDGES.sub("", token)
