"""R83: text is Unicode in normal form, without control characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..schema.record import Record
from .pointers import texts
from .registry import Hit, hit, rule

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

SHOWN = 40
"""Characters of a broken text that a finding shows."""


@rule("R83")
def normal_form(record: Record) -> Iterator[Hit]:
    """NFC but in the file's name; no control characters but line ends and tabs, no half surrogates."""
    for at, text in texts(record):
        # A file keeps its name: on a Mac's disk å ä ö are two signs each.
        if at != "/source/name" and not unicodedata.is_normalized("NFC", text):
            yield hit(at, "form", written=_shown(text))
        if _CONTROL.search(text):
            yield hit(at, "control", written=_shown(text))


def _shown(text: str) -> str:
    return text[:SHOWN].encode("unicode_escape").decode("ascii")
