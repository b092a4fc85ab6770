"""Tallies of votes in digits and words: "22 ja-röster och 19 nej-röster", "med åtta röster mot sju"."""

from __future__ import annotations

import re

from ..swedish import patterns
from ..text import numerals
from ..text.draft import Found
from ..text.passage import Passage
from . import meanings

_TABLE = patterns.table("votes")
_PARTS = {
    "number": numerals.PATTERN,
    "n": rf"(?<!\bpunkt )(?P<n>{numerals.PATTERN})(?: \(\d{{1,3}}\)(?= \w))?",
}
_TALLIES = {
    name: [re.compile(patterns.any_of([form], **_TABLE["parts"], **_PARTS), re.IGNORECASE) for form in forms]
    for name, forms in _TABLE["tally"].items()
}
_AGAINST = patterns.compiled("votes", "against", **_PARTS)
ELECTS = patterns.compiled("votes", "elects")
"""Words of an election: "Till ordförande valdes Ek med 8 röster mot 7" gives no yes."""

_ADVISED = re.compile(r"\b(?:har|hade)\b.{0,80}\b(?:tillstyrkt|avstyrkt|föreslagit|hemställt|förordat)\b")
""" "Kommunstyrelsen har med tio röster mot tre tillstyrkt förslaget": another body's vote."""

VOTED = re.compile(r"(?:\b|\d)(?:ja|nej|avst|frånv|blank|ned|lägger|lade|mot\b)|röst", re.IGNORECASE)
"""A word of any tally; without it no form need be tried."""


def of(sentence: Passage) -> dict[str, Found]:
    """The counts that a sentence gives, by the record's names."""
    found: dict[str, Found] = {}
    if not VOTED.search(sentence.text) or _ADVISED.search(sentence.text):
        return found
    for name, forms in _TALLIES.items():
        for pattern in forms:
            match = pattern.search(sentence.text)
            if match:
                found[name] = Found(numerals.value(match["n"]), sentence.group(match, "n"))
                break
    sided = {} if {"yes", "no"} & found.keys() else meanings.sides(sentence)
    for name, match in sided.items():
        found[name] = Found(numerals.value(match["n"]), sentence.group(match, "n"))
    if not {"yes", "no"} & found.keys() and not ELECTS.search(sentence.text):
        match = _AGAINST.search(sentence.text)
        if match:
            for name in ("yes", "no"):
                found[name] = Found(numerals.value(match[name]), sentence.group(match, name))
    return found
