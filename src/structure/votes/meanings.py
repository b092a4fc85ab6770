"""What yes and no stood for in a vote: "Ja för bifall och nej för avslag"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..names import parties, people
from ..swedish import patterns
from ..text import numerals
from ..text.passage import Passage

_TABLE = patterns.table("votes")
_BOTH = tuple(
    patterns.compiled("votes", key, **_TABLE["parts"])
    for key in ("meaning_for", "meaning_votes", "meaning_says")
)
_SIDES = [
    re.compile(patterns.any_of([form], n=f"(?P<n>{numerals.PATTERN})"), re.IGNORECASE)
    for form in _TABLE["patterns"]["sides"]
]
_ALONE = {
    name: [re.compile(patterns.any_of([form], **_TABLE["parts"]), re.IGNORECASE) for form in forms]
    for name, forms in _TABLE["alone"].items()
}


def both(sentence: Passage) -> Iterator[tuple[str, Passage]]:
    """What "yes" and "no" stand for where a sentence tells of both: "Ja för bifall och nej för avslag"."""
    for pattern in _BOTH:
        match = pattern.search(sentence.text)
        if match:
            for name in ("yes", "no"):
                part = _trimmed(sentence.group(match, name))
                if _means(part):
                    yield name, part
            return
    for name, match in sides(sentence).items():
        yield name, sentence.group(match, "side")


def sides(sentence: Passage) -> dict[str, re.Match[str]]:
    """The counts where neither yes nor no is said: "14 röster för bifall och 9 för avslag"."""
    found = {match["side"].casefold(): match for form in _SIDES for match in form.finditer(sentence.text)}
    yes = found.pop("bifall", None) or found.pop("förslaget", None)
    told = yes and len(found) == 1 and "röst" in sentence.text
    return {"yes": yes, "no": next(iter(found.values()))} if yes and told else {}


_VOTERS = re.compile(
    r"(?:[A-ZÅÄÖ][\w.-]+ ?)+(?:,|och | \([^)]{1,12}\)(?!s\b|(?: m\.? ?fl\.?s?)? \S*(?:yrkande|förslag)))"
)


def _means(part: Passage) -> bool:
    """Whether words behind "Ja" say what it stands for, not how many or who: "Ja: 12", "Ja: Ek, Lund (M)"."""
    count = part.text.find(" (")
    parted = parties.listed(part, count if count > 0 else len(part.text))  # "S, V (4 röster)"
    told = any(map(str.isalpha, part.text)) and not parted and not _COUNTS.match(part.text)
    return told and not _VOTERS.match(part.text) and not people.is_name(part.text)


_COUNTS = re.compile(r"\d+\b(?! §)")
""" "4 Nej-röster: 1": counts one after another."""


def alone(sentence: Passage) -> Iterator[tuple[str, Passage]]:
    """What one of the choices stands for where a sentence tells of that one only."""
    for name, forms in _ALONE.items():
        match = next((found for form in forms if (found := form.search(sentence.text))), None)
        part = _trimmed(sentence.group(match, "means")) if match else None
        if part and _means(part):
            yield name, part


_NEXT_COUNT = re.compile(rf"(?:,| och| samt| mot|(?<!\bpunkt)) (?:{numerals.PATTERN})$", re.IGNORECASE)
""" "4 ja-röster för avslag och 3 nej-röster": the count of the other side."""

_NEXT = re.compile(r",? (?:och|samt|medan)(?: att)?$")
""" "ja innebär bifall och att nej innebär avslag": what leads to the other side."""

_GOES_ON = re.compile(r" (?=(?:Med|Vid|Efter) \w+ (?:ja|nej|röst|omröst|voter)|(?:Avst|Frånv)\w*:)")


def _trimmed(part: Passage) -> Passage:
    beyond = _GOES_ON.search(part.text)
    part = part.part(0, beyond.start()) if beyond else part
    text = _NEXT.sub("", _NEXT_COUNT.sub("", part.text)).rstrip(" .,;•\"”»’'")
    start = len(text) - len(text.lstrip(" \"”»’'"))
    return part.part(start, len(text))
