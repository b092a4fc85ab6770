"""R53 and R57: counts of votes as the running text gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema.record import Item, Record
from .parts import items, label
from .registry import Hit, hit, rule

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "noll",
            "en",
            "två",
            "tre",
            "fyra",
            "fem",
            "sex",
            "sju",
            "åtta",
            "nio",
            "tio",
            "elva",
            "tolv",
            "tretton",
            "fjorton",
            "femton",
        ]
    )
} | {"ett": 1}

_NUMBER = rf"(\d{{1,3}}|{'|'.join(NUMBER_WORDS)})"
_TALLY = re.compile(
    rf"\b{_NUMBER}\s+ja(?:-?\s?röst\w*)?\b\s*(?:,|och|mot|samt)?\s*(?:mot\s+)?{_NUMBER}\s+nej", re.IGNORECASE
)
_BY_PARTY = re.compile(
    r"\b(ja|nej)[- ]?röst\w*\s*:\s*((?:[A-ZÅÄÖ]{1,4}\s*\(?\d{1,2}\)?(?:\s*(?:,|och|samt)\s*)?){2,})",
    re.IGNORECASE,
)
_PARTY_COUNT = re.compile(r"[A-ZÅÄÖ]{1,4}\s*\(?(\d{1,2})\)?")


@rule("R53")
def counts_in_text(record: Record) -> Iterator[Hit]:
    """A tally such as "22 ja-röster och 19 nej-röster" in the text is one of the item's votes."""
    for at, item in items(record):
        counted = {(vote.yes, vote.no) for vote in item.votes}
        for index, section in enumerate(item.sections):
            for match in _TALLY.finditer(section.text):
                tally = (_number(match[1]), _number(match[2]))
                if tally not in counted:
                    place = f"{at}/sections/{index}/text"
                    yield hit(place, "unmatched", item=label(item), written=" ".join(match[0].split()))


@rule("R57")
def party_sums(record: Record) -> Iterator[Hit]:
    """What the parties cast adds up to the count of a vote."""
    for at, item in items(record):
        for index, section in enumerate(item.sections):
            for match in _BY_PARTY.finditer(section.text):
                choice = match[1].casefold()
                total = sum(int(number) for number in _PARTY_COUNT.findall(match[2]))
                counted = _counted(item, choice)
                if counted and total not in counted:
                    values = {"choice": choice, "sum": total, "counted": min(counted)}
                    yield hit(f"{at}/sections/{index}/text", "sum", item=label(item), **values)


def _counted(item: Item, choice: str) -> set[int]:
    counts = {vote.yes if choice == "ja" else vote.no for vote in item.votes}
    return {count for count in counts if count is not None}


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else NUMBER_WORDS[written.casefold()]
