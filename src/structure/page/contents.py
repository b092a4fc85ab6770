"""The document's own table of contents: entries above the first item that repeat its items' headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..landmarks import case_numbers
from ..text.draft import Draft, Found
from ..text.fold import fold
from ..text.passage import Passage, of_rows
from ..text.rows import Row

_HEADINGS = frozenset(
    {
        "innehåll",
        "innehållsförteckning",
        "ärendelista",
        "ärendeförteckning",
        "ärenden",
        "förteckning över ärenden",
        "föredragningslista",
        "dagordning",
        "paragrafer i protokollet",
        "innehållsförteckning över paragrafer",
    }
)
_ENTRY = re.compile(
    r"^(?:[A-ZÅÄÖ][A-Za-zåäö]{1,5} )?(?:§|8|\$|S)?\s*(?P<number>\d{1,4})\s?[a-z]?[.)]?\s+(?P<title>\S.*?)"
    r"(?:\s*(?:(?:\.\s?){3,}|…+|\s(?=\d{1,3}$))\s*(?P<page>\d{1,4})?)?$"
)
_SIGNED = re.compile(r"^(?:[A-ZÅÄÖ][A-Za-zåäö]{1,5} )?§\s*\d")
_LEADER = re.compile(r"(?:\.\s?){4,}|…")
_PAGE_END = re.compile(r"(?:(?:\.\s?){3,}|…+|\s)\s*(?P<page>\d{1,4})$")


def split(rows: Sequence[Row]) -> tuple[list[Row], list[Draft]]:
    """The rows without the contents, and the entries.

    Args:
        rows: those above the first item.
    """
    kept: list[Row] = []
    entries: list[tuple[list[Row], re.Match[str]]] = []
    inside = False
    for row in rows:
        if fold(row.text) in _HEADINGS:
            inside = True
            continue
        match = _ENTRY.match(row.text)
        if match and (inside or _LEADER.search(row.text) or (_SIGNED.match(row.text) and match["page"])):
            entries.append(([row], match))
            inside = True
        elif inside and entries and _continues(row, entries[-1][0]):
            entries[-1][0].append(row)
        else:
            inside = inside and not entries
            kept.append(row)
    if len(entries) > 1:
        return kept, [_draft(group) for group, _ in entries]
    return [row for row in rows if fold(row.text) not in _HEADINGS], []


def _continues(row: Row, entry: Sequence[Row]) -> bool:
    """Whether a row goes on with a title that the row above had no room for."""
    return (
        not _PAGE_END.search(entry[-1].text)
        and len(entry) < 4
        and (not row.gap or (row.first and row.text[0].islower()))
        and row.x0 >= entry[0].x0
    )


def _without_numbers(title: Passage) -> Passage:
    """The title without the case number before or behind it, in a column of its own."""
    found = case_numbers.find(title)
    if not found:
        return title
    at = title.text.find(found[0].text)
    start = case_numbers.label_before(title.text, at)
    end = at + len(found[0].text)
    if not start:
        return title.part(end, len(title.text))
    return title.part(0, start) if end == len(title.text) else title


def _draft(group: Sequence[Row]) -> Draft:
    passage = of_rows(group)
    match = _ENTRY.match(passage.text)
    assert match
    title = passage.group(match, "title")
    title = _without_numbers(title.part(0, len(_LEADER.split(title.text)[0].rstrip(" .…"))))
    return {
        "number": Found(int(match["number"]), passage.group(match, "number")),
        "title": Found(title.text, title),
        "page": Found(int(match["page"]), passage.group(match, "page")) if match["page"] else None,
    }
