"""Rows that may begin an item, with the number and what tells it: a printed §, a misread one, none.

How much each weighs in the chain is judged in `chain`; here stand the forms, from the surest to the faintest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..text.rows import Row
from . import case_numbers

_MATTER = (
    r"(?:(?:Ärende|ÄRENDE|Punkt|PUNKT)(?: nr)? \d{1,3}[.:,]?\s+(?=.{0,8}§)"
    r"|[A-ZÅÄÖ]{2,5} (?:20)?\d{2}[/:]\d{1,4},?\s+(?=§))?"
)
"""The matter's own count before the organ's: "Ärende 30 ÖFN § 30", "FS 24/31 § 31"."""

_PREFIX = rf"{_MATTER}(?P<prefix>(?:[A-HJ-ZÅÄÖ] ?(?=§)|(?!Bil)[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{1,6}}\.? ?)?)"
"""The organ: "Kf § 12", "D § 73"; a lone I is the preposition before a law's paragraph."""

_NUMBER = r"(?P<number>\d{1,4})"
_SUFFIX = r"(?:\s?(?P<suffix>[a-z](?![\w-])|[A-Z](?![\w-]| \d)))?"
"""Not the organ of a case number that stands beside, "D § 73   D 502-2016", nor its label, "D-nr"."""

_YEAR = r"(?:(?:19|20)\d{2}[:/])?"
"""The year of the series ahead of the number: "§ 2023:12"."""
_REST = r"(?:/(?:19|20)?\d{2}(?![\w/:-]))?\s*[.:)]?\s*(?:[-–—|]\s+)?(?P<rest>.*)$"
"""What follows the number: the year of the series, "§ 22/2019", and a stop or a dash."""

_SPECKS = r"(?:[^\w§]{1,2}\s)*(?:['`´’‘|_~^.,]{1,2}(?=§))?"
"""What dust and punch holes read as, left of the text."""
_SIGN = re.compile(rf"^{_SPECKS}{_PREFIX}§+(?:[8S$&]§)?[.\s:;~-]{{0,4}}{_YEAR}{_NUMBER}{_SUFFIX}{_REST}")
_MISREAD = re.compile(rf"^{_SPECKS}{_PREFIX}(?P<sign>[gß8$S5&%]|[S5]{{2}})\s{_NUMBER}{_SUFFIX}{_REST}")
_GLUED = re.compile(
    rf"^{_SPECKS}(?P<prefix>(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{0,6}}?\.? ?)?)(?P<sign>[$&sS58])(?P<number>\d{{1,3}})"
    rf"{_SUFFIX}{_REST}"
)
"""A sign read as one word with the number: "$68", "543 Dnr KS 2018/566" of § 43, "KtS68 Dnr 2017-000534"."""

_SURE = "$&"
"""Signs that stand for § alone; letters and digits need a case number or a cell of their own as witness."""

_CONTINUED = re.compile(r"[FE]or[a-z]{1,2}\b", re.IGNORECASE)
""""Forts. § 67" at the head of a page begins no item."""

_TURNED = re.compile(rf"^{_SPECKS}(?P<prefix>){_NUMBER}\s?(?P<suffix>[a-z](?= §))?\s?§(?!§){_REST}")
"""\"12 § Val av justerare\": the number before its sign, as parishes and older minutes write it."""

_WORD = re.compile(rf"^(?P<prefix>)(?:Paragraf|PARAGRAF|Punkt)\s+{_NUMBER}{_SUFFIX}{_REST}")
_ORGAN = re.compile(
    r"^(?:(?P<prefix>[A-ZÅÄÖ]{2,5}|Ärende|Fråga|Nr)(?: nr)? (?:(?:20)?\d\d[/:])?|(?:19|20)\d{2}[:/])"
    rf"{_NUMBER}{_SUFFIX}(?:[.:]?\s+|\s+[–-]\s+)(?P<rest>[A-ZÅÄÖÉ\"”].*)$"
)
""" "KF 3 Frågestund", "KR 2022/38 Val", "Ärende 3 Val", "2022:38 Val": a number without any sign, where its
like follow."""

_TIME = r"(?:(?:[Kk]l\.? ?)?\d{1,2}[.:]\d{2}(?: ?[-–] ?\d{1,2}[.:]\d{2})?\s+(?=\d{1,3}[.)]))?"
"""When a matter of an agenda is due, in a column before its number: "13.15   4. Budget"."""

_BARE = re.compile(
    rf"^(?P<prefix>){_TIME}{_NUMBER}(?P<dot>[.)]?)(?P<suffix>(?!))?\s+(?P<rest>(?:a\) )?[A-ZÅÄÖÉ\"”].*)$"
)
_ALONE = re.compile(rf"^{_SPECKS}(?P<prefix>){_NUMBER}(?P<suffix>(?!))?(?P<rest>)$")
"""A number alone on its row, its § lost: only within the range that the cover states."""


@lru_cache(maxsize=4096)
def is_number(text: str) -> bool:
    """Whether a text is an item's number with its sign, and no more: "§ 12", "D § 73", "12 §"."""
    glued = _GLUED.match(text)
    sure = glued if glued and glued["sign"] in _SURE else None
    return any(
        match is not None and not match["rest"] for match in (_SIGN.match(text), _TURNED.match(text), sure)
    )


def of_organ(text: str) -> str:
    """The letters before an item's sign, folded: "au" of "Au § 87"."""
    return text.partition("§")[0].strip(" .").casefold()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may begin an item."""

    row: int
    """Index among the rows given."""
    number: int
    suffix: str | None
    weight: float
    rest_at: int
    """Where in the row's text the heading goes on after the number."""
    series: str
    """What tells the number: "§", "turned" (12 §), "listed" (in a table), "misread", "organ" (KF 12), ..."""
    alone: bool = False
    """Whether a number without a sign stands in a column of its own, as signed ones may."""
    organ: str = ""
    """The letters before the sign, folded: "ks" of "Ks § 12"."""
    sign: tuple[int, int] | None = None
    """Where the number with its sign stands in the row, where others stand beside it."""
    title_rows: int = 0
    """How many rows above that of the number are the item's title; `row` is the first of them."""


_DIGIT = re.compile(r"\d")
LONGEST_PREFIX = 40
"""Letters within which a number that begins an item stands."""


def found(rows: Sequence[Row], span: tuple[int, int] | None) -> Iterator[Candidate]:
    """The rows of a document that may begin an item, in order.

    Args:
        rows: without furniture.
        span: the range within which a number alone on its row may be one.
    """
    for index, row in enumerate(rows):
        text = row.text
        if _DIGIT.search(text, 0, LONGEST_PREFIX) is None or _CONTINUED.match(text):
            continue
        if (match := _SIGN.match(text)) or (match := _WORD.match(text)):
            yield from _beside(row, _candidate(index, match, 4.0, "§"), match)
        elif match := _TURNED.match(text):
            yield _candidate(index, match, 3.0, "turned")
        elif (match := _MISREAD.match(text)) or (match := _glued(row)):
            sure = match["prefix"] and case_numbers.begins(match["rest"])
            faint = match.re is _GLUED and match["sign"] not in _SURE
            weight = 3.0 if sure else 0.8 if faint else 1.0
            yield _candidate(index, match, weight, "§" if sure else "misread")
        elif row.entry and (match := _BARE.match(text)):
            yield _candidate(index, match, 3.0, "listed")
        elif (match := _ORGAN.match(text)) and (row.gap or row.words[0].bold or match["prefix"] == "Ärende"):
            yield _candidate(index, match, 1.0, "organ")
        elif match := _BARE.match(text):
            one = _candidate(index, match, 1.0 if match["dot"] else 0.4, "dot" if match["dot"] else "bare")
            yield replace(one, alone=row.gap and _stands_alone(row))
        elif (
            span and row.gap and (match := _ALONE.match(text)) and span[0] <= int(match["number"]) <= span[1]
        ):
            yield _candidate(index, match, 1.0, "bare")


_FURTHER = re.compile(
    r"[/,(\s]*(?P<sign>(?P<organ>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,6})\.? ?§+\s?(?P<number>\d{1,4})"
    r"(?P<suffix>[a-h](?!\w))?)\)?\s*"
)
""" "Au § 188", behind "Ks § 212": what another organ gave the matter before, or after."""


def _beside(row: Row, one: Candidate, match: re.Match[str]) -> Iterator[Candidate]:
    """A candidate, and one for the number of each other organ beside it, up to the end of a cell."""
    start = len(match.string[: match.end("suffix") if match["suffix"] else match.end("number")])
    at, told = start, [one]
    if one.organ or row.text.count("§") > 1:
        ends = {len(" ".join(cell.text for cell in row.cells[:count])) for count in range(len(row.cells) + 1)}
        while (other := _FURTHER.match(row.text, at)) and len(row.text[: other.end()].rstrip()) in ends:
            suffix = other["suffix"]
            told.append(
                replace(
                    one,
                    number=int(other["number"]),
                    suffix=suffix or None,
                    organ=other["organ"].casefold(),
                    sign=other.span("sign"),
                )
            )
            at = other.end()
    if len({each.organ for each in told}) < len(told) or len(told) == 1:
        yield one
        return
    yield replace(told[0], rest_at=at, sign=(0, start))
    yield from (replace(each, rest_at=at) for each in told[1:])


def _glued(row: Row) -> re.Match[str] | None:
    """A sign read as one word with its number, where a witness tells that it is one."""
    match = _GLUED.match(row.text)
    if match is None or match["sign"] in _SURE or (match["prefix"] and case_numbers.begins(match["rest"])):
        return match
    told = _CASE.match(match["rest"]) or case_numbers.begins(match["rest"])
    alone = len(row.cells) > 1 and row.cells[0].text.endswith(match["sign"] + match["number"])
    alone = alone and match["sign"].isalpha()  # "523" alone is a number
    return match if row.gap and (told or alone) else None


_CASE = re.compile(r"D[a-z]r\b|[A-ZÅÄÖ]{1,5}[ /-]?\d{2}")
"""How a case number begins, with its label or what this was read as."""


def _stands_alone(row: Row) -> bool:
    """Whether a number is all that the first of several cells holds."""
    return len(row.cells) > 1 and re.fullmatch(r"\d{1,4}[.:]?", row.cells[0].text) is not None


def _candidate(index: int, match: re.Match[str], weight: float, series: str) -> Candidate:
    suffix = match["suffix"]
    return Candidate(
        index,
        int(match["number"]),
        suffix.lower() if suffix else None,
        weight,
        match.start("rest"),
        series,
        organ=(match["prefix"] or "").strip(" .").casefold(),
    )
