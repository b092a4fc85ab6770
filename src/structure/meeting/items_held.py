"""The items that minutes hold, from the first to the last: "Paragrafer 12–18"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..landmarks import labels
from ..landmarks.labels import Field
from ..text.draft import Draft, Found, value_of
from ..text.passage import Passage, of_row
from ..text.rows import Row

_RANGE = re.compile(r"(?P<from>\d{1,4})\s*(?:[-–—]+|t\.?o\.?m\.?|till)\s*§{0,2}\s*(?P<to>\d{1,4})")
_SIGNING = ("signatures", "secretary", "chair", "signed")
_BESIDE = re.compile(rf"(?:§§?|paragraf(?:er)?:?)\s*{_RANGE.pattern}(?!\d|, ?\d| och)", re.IGNORECASE)
"""The items beside a signature: "Karin Holm, sekreterare   §§ 61–64"."""

_CHAIRED = re.compile(r"\b(?:ordf(?:örande|\.)?|justerare|\(?ej)\W*$", re.IGNORECASE)
""" "Ordförande §§ 1–3": the items of one who signs, not those of the minutes."""

_HOLDS = re.compile(rf"\bprotokoll\w* (?:omfattar|innehåller) §{{0,2}}\s*{_RANGE.pattern}", re.IGNORECASE)
""" "Protokollet omfattar §§ 23–28 och justeras av ...": a sentence under another label."""

_STATED = re.compile(rf"\b[Pp]aragrafer:?\s*§{{0,2}}\s*{_RANGE.pattern}$")
""" "Kansliet Paragrafer §54 - §56": at the end of a row that begins with something else."""

_MAY_HOLD = re.compile(rf"(?<![\d.:/-]){_RANGE.pattern}(?![\d.:/-])")
""" "12–18", and neither times nor dates."""

_SERIES = re.compile(r"\d{1,4}(?:(?:\s*[,–-]\s*|\s+och\s+|\s+samt\s+)§{0,2}\s*\d{1,4})+$")
""" "143, 147 och 151–152": an excerpt of several items."""

_MORE = re.compile(r"(?:,| och) ?\d")
_SINGLE = re.compile(r"(?<!\d)(\d{1,4})(?!\d)")


def told(fields: Sequence[Field], heading: Sequence[Row] = ()) -> Draft:
    """The first and the last item, by a label, beside a signature or in a sentence of the head."""
    for field in fields:
        if field.name == "items" and field.rows:
            text = field.passage
            match = _RANGE.search(text.text)
            if match and field.label.text.startswith("§") and _MORE.match(text.text, match.end()):
                continue  # the items that somebody chaired: "§§ 9–10, 12"
            if several := _several(text):
                return several
            if match and int(match["from"]) <= int(match["to"]):
                return _ends(text, match)
            single = None if match else _SINGLE.search(text.text)
            if single:
                number = Found(int(single[1]), text.group(single))
                return {"items_from": number, "items_to": number}
    for field in fields:
        if field.name in _SIGNING:
            beside = _BESIDE.search(field.passage.text)
            if beside and not _CHAIRED.search(f"{field.label.text} {field.passage.text[: beside.start()]}"):
                return _ends(field.passage, beside)
    for row in heading:
        told = _HOLDS.search(row.text) or _STATED.search(row.text)
        if told:
            return _ends(of_row(row), told)
    return {"items_from": None, "items_to": None}


def _several(text: Passage) -> Draft | None:
    """The first and the last of items told one by one, in order."""
    series = _SERIES.fullmatch(text.text)
    numbers = list(_SINGLE.finditer(text.text)) if series else []
    if not numbers or any(int(one[1]) >= int(other[1]) for one, other in pairwise(numbers)):
        return None
    ends = zip(("from", "to"), (numbers[0], numbers[-1]), strict=True)
    return {f"items_{end}": Found(int(match[1]), text.group(match)) for end, match in ends}


def _ends(text: Passage, span: re.Match[str]) -> Draft:
    """The first and the last item of a range."""
    return {f"items_{end}": Found(int(span[end]), text.group(span, end)) for end in ("from", "to")}


def stated(rows: Sequence[Row]) -> tuple[int, int] | None:
    """The first and the last item that the first page says the minutes hold; None where it says nothing."""
    first_page = [row for row in rows if row.page == rows[0].page]
    if not any(_MAY_HOLD.search(row.text) for row in first_page):
        return None
    fields, _ = labels.fields(first_page)
    span = told([field for field in fields if field.label.text.rstrip(":").isalpha()])
    first, last = value_of(span["items_from"]), value_of(span["items_to"])
    return (first, last) if first and last and 0 < last - first < MOST_ITEMS else None


def filled(held: Draft, items: Sequence[Draft]) -> Draft:
    """The meeting with the first and the last item of its minutes, where the head does not give them."""
    numbers = [number for item in items if isinstance(number := item["number"], Found)]
    if not numbers or held["items_from"] or held["items_to"]:
        return held
    return held | {"items_from": numbers[0], "items_to": numbers[-1]}


MOST_ITEMS = 300
"""A wider range of items was misread."""
