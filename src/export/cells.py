"""Text from a scanned page made safe for a spreadsheet."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

_INVISIBLE = r"\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"

_FORMULA = re.compile(rf"(^|;)([{_INVISIBLE}]*)([=+\-@＝＋－＠−﹢﹣﹦﹫])")
"""What makes a program calculate: = + - @ (also in their wide forms) at the start of a cell (OWASP,
"CSV injection"), also behind what cannot be seen. A semicolon starts a cell too where it is the list
separator, as in a Swedish Excel that opens a file with commas."""


def cell(text: str | None) -> str:
    """The text on one line, with an apostrophe before whatever a spreadsheet would calculate.

    >>> cell("=1+1")
    "'=1+1"
    >>> cell("Anna Ek (S); -")
    "Anna Ek (S); '-"
    """
    return _FORMULA.sub(r"\1\2'\3", _CONTROLS.sub(" ", text or "").strip())
