"""Text from a scanned page made safe for a spreadsheet."""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

_SIGNS = frozenset("=+-@＝＋－＠−﹢﹣﹦﹫")
"""What makes a program calculate at the start of a cell, also in wide forms (OWASP, "CSV injection")."""


def cell(text: str | None) -> str:
    """The text on one line, with an apostrophe before whatever a spreadsheet would calculate.

    A semicolon starts a cell too where it is the list separator, as in a Swedish Excel that opens a file
    with commas.

    >>> cell("=1+1")
    "'=1+1"
    >>> cell("Anna Ek (S); -")
    "Anna Ek (S); '-"
    """
    shown = _CONTROLS.sub(" ", text or "").strip()
    return ";".join(map(_calm, shown.split(";")))


def _calm(part: str) -> str:
    """An apostrophe before a sign that comes first, or behind nothing but what cannot be seen."""
    for index, char in enumerate(part):
        if char in _SIGNS:
            return f"{part[:index]}'{part[index:]}"
        if unicodedata.category(char)[0] not in "ZC":
            return part
    return part
