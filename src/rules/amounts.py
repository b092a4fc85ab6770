"""R44 and R45: sums of money and appendices in decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema.record import Item, Record, SectionKind
from .parts import items, label, section_text, taken
from .registry import Hit, hit, rule

_UNIT = r"(?:kronor|kr|tkr|mnkr|mkr|SEK|miljoner|tusen)\b"
_GROUPED = re.compile(rf"(?<![\d.,/:§-])(\d+(?:[ \u00a0]\d+)+)(?:[,.]\d+)?[ \u00a0]{_UNIT}")
_LETTERED = re.compile(rf"(?<!\w)(?=\S*\d)(\d*(?:[lIOo]\d*)+(?:[ \u00a0][\dlIOo]{{3}})*)[ \u00a0]{_UNIT}")
_LAST_AMOUNT = re.compile(rf"(-?\d{{1,3}}(?:[ \u00a0]\d{{3}})+|-?\d+)(?:[ \u00a0]{_UNIT})?\.?$")
_OTHER_NUMBER = re.compile(r"\d{3}|\d[ \u00a0]*$")
_TOTAL = re.compile(r"^(summa|totalt|totalsumma|summa totalt)\b", re.IGNORECASE)
_APPENDIX = re.compile(r"\b(?:enligt|i|framgår av|se)\s+(bilag\w*(?:\s+[A-ZÅÄÖ0-9]{1,3}\b)?)", re.IGNORECASE)


@rule("R44")
def readable_sums(record: Record) -> Iterator[Hit]:
    """Thousands in threes, no letters among digits, and totals that are the sum of their lines."""
    for at, item in items(record):
        for index, decision in enumerate(item.decisions):
            place = f"{at}/decisions/{index}/text"
            for match in _GROUPED.finditer(decision.text):
                if not _in_threes(match[1]):
                    yield hit(place, "groups", item=label(item), written=match[0])
            for match in _LETTERED.finditer(decision.text):
                yield hit(place, "letters", item=label(item), written=match[0])
        yield from _sums(at, item)


def _in_threes(written: str) -> bool:
    """Whether the groups read as one number, or as a year or point number followed by one."""
    groups = written.replace("\u00a0", " ").split(" ")
    return any(
        len(groups[start]) <= 3 and all(len(group) == 3 for group in groups[start + 1 :])
        for start in range(min(2, len(groups)))
    ) and (len(groups[0]) <= 3 or _is_year(groups[0]))


def _is_year(group: str) -> bool:
    return len(group) == 4 and group[:2] in ("19", "20")


def _sums(at: str, item: Item) -> Iterator[Hit]:
    for index, section in enumerate(item.sections):
        run: list[int] = []
        for line in section.text.splitlines():
            amount = _amount(line)
            if amount is None:
                run = []
            elif _TOTAL.match(line.strip()):
                if len(run) >= 2 and sum(run) != amount:
                    values = {"sum": sum(run), "written": line.strip(), "said": amount}
                    yield hit(f"{at}/sections/{index}/text", "sum", item=label(item), **values)
                run = []
            else:
                run.append(amount)


def _amount(line: str) -> int | None:
    """The number that ends a line of a table."""
    if sum(cell.strip().isdecimal() for cell in line.split("\t")) > 1:
        return None
    match = _LAST_AMOUNT.search(line.strip())
    if match is None or _OTHER_NUMBER.search(line.strip()[: match.start()]):
        # Two columns of amounts cannot be told from one large amount.
        return None
    return int(re.sub(r"\s", "", match[1]))


@rule("R45")
def appendices(record: Record) -> Iterator[Hit]:
    """An appendix that is named is found among the papers of the item."""
    for at, item in items(record):
        papers = section_text(item, SectionKind.BESLUTSUNDERLAG, SectionKind.ANNAT)
        listed = papers + " ".join(basis.title for basis in item.basis_documents)
        headed = any("bilag" in (section.heading or "").casefold() for section in item.sections)
        for decision in taken(item):
            match = _APPENDIX.search(decision.text)
            if match and "bilag" not in listed.casefold() and not headed:
                yield hit(f"{at}/decisions", "missing", item=label(item), written=match[0])
                break
