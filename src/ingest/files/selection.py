"""Which pages of a document are wanted: "1-3,8", "5-" or nothing for all."""

from __future__ import annotations

import re

from ...errors import SettingsError

_PART = re.compile(r"(\d+)?(-)?(\d+)?")


def wanted(pages: str, count: int) -> tuple[int, ...]:
    """Page numbers from 1, ascending, those beyond `count` left out.

    Raises:
        SettingsError: the text is no list of pages and ranges.
    """
    if not pages.strip():
        return tuple(range(1, count + 1))
    chosen = {number for part in pages.split(",") for number in _range(part.strip(), pages, count)}
    return tuple(sorted(number for number in chosen if 1 <= number <= count))


def _range(part: str, pages: str, count: int) -> range:
    match = _PART.fullmatch(part)
    if match is None or not part or part == "-":
        raise SettingsError(f'ocr.pages is "{pages}", not a list such as "1-3,8"')
    first, dash, last = match.groups()
    start = int(first or 1)
    stop = int(last or count) if dash else start
    if start < 1 or (last and stop < start):
        raise SettingsError(f'ocr.pages is "{pages}", where "{part}" is no range of pages')
    return range(start, stop + 1)
