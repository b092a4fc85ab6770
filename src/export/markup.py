"""Text from a scanned page made safe for XML and HTML."""

from __future__ import annotations

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from ..schema import Line, Page

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""What XML 1.0 does not allow (2.2), and what it asks not to use."""


def content(text: str) -> str:
    """Text between tags."""
    return escape(_FORBIDDEN.sub("\ufffd", text), {'"': "&quot;", "'": "&#39;"})


def attribute(text: str) -> str:
    """A quoted value of an attribute."""
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))


def blocks(page: Page) -> list[list[Line]]:
    """The page's blocks in reading order, each with its lines that hold words."""
    lines = (line for line in page.lines if line.words)
    return [list(group) for _, group in groupby(lines, key=lambda line: line.block)]
