"""Signs and letters that were read as what they look like, and parties run together with a word.

`den 3 maj 2024, 8 634` was `§ 634`, and `D, M, Loch KD` names four parties.

Left alone, the two look like one number (`8 634`). Only where nothing but a section sign can have stood is it
put back, and every one is put before a person: what a number says is never settled by its looks. An I in the
abbreviation before a hyphen (`Al-stöd`, `lT-drift`) has no number in it and stands as put back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from ..language import load
from .verdict import AS_LIKELY, UNLISTED, Verdict

SIGN = frozenset({"8", "S", "$", "&"})
"""What one section sign is read as."""

PAIR = frozenset({"88", "8§", "§8", "S§", "§S", "SS", "$$", "§$", "$§", "8S", "S8", "&&"})
"""What two are read as."""

MONTH = re.compile(
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)$",
    re.IGNORECASE,
)

YEAR = re.compile(r"(?:19|20)\d\d,$")
"""The end of a date after which a section is named: `den 3 maj 2024, § 634`."""

NUMBER = re.compile(r"\d{1,4}[.,;:)]*$")

RANGE = re.compile(r"(\d{1,4})[-\u2013](\d{1,4})[.,;:)]*$")
"""`61-64`: what two section signs stand before, and a single number or word does not."""

ELSEWHERE = re.compile(r"(tel|tfn|fax|växel|mobil|\w*nr|\w*nummer|\w*giro|\w*telefon)[.:]?$", re.IGNORECASE)
"""What stands before two figures that are figures: telephone numbers look like section signs and a range."""

LEFT_OUT = re.compile(r"(ej|utom)$", re.IGNORECASE)
"""What the sections stand behind that somebody listed as present had no part in."""

GLUED = re.compile(r"[8S$](?=(\d{1,3}[,;)]*)$)")
"""A section sign that a reader took for the first figure of its number: `ej 86` is `ej § 6`."""

ABBREVIATION = re.compile(r"(\W*)(Al|l[A-ZÅÄÖ]{1,4})(-[a-zåäö]{3,}\W*)")
"""One before a word in small letters: `Al-Hassan` is a name, `El-avtal` begins with a word."""

IN_LAW = re.compile(r"[8S$&](?=[.,;:)]*$)")
"""The same before a mark: `(12 kap. 3 8).`"""

LAW = re.compile(r"\w*(?:lag|balk|förordning|stadga|ordning)(?:en|ens|s|n)?\b")
"""What a section is of: `Av 7 8 lagen` names one."""

PARAGRAPH = re.compile(r"\d{1,3}[a-h]?$")

LETTERED = re.compile(r"[a-h]$")
"""What may stand between a section's number and its sign: `10 a §`."""

LITRE = re.compile(r"(\(?)(?:[1I|](/(?:s|min|h|dygn)))|(?<=g/)[1I|](?=\W*$)")
"""A litre read as a figure or a capital: `15 I/s`, `3 mg/1`."""

QUANTITY = re.compile(r"\(?\d[\d.,]*$")

JOINED = re.compile(r"(\W*)(S|M|L|V|C|D|KD|MP|SD|FI)(och)")
"""A party run together with the word after it: `D, M, Loch KD` lists four parties."""

PARTY = re.compile(r"\W*[A-ZÅÄÖ]{1,3}\W*")
"""What a list of parties goes on with."""

TWICE = re.compile(r"\(([CMSV])\1\)(?=\W*$)", re.IGNORECASE)
"""A party whose one letter was read twice: `Hedåker (Cc)`."""

LONGEST_SIGN = 5
"""Letters of what is looked for and has nothing but letters (`SDoch`)."""

EMPTY = re.compile(r"\W*\(\)\W*$")
"""Brackets whose letter was not read: `Sandahl ()` names a party."""

CLOCK = re.compile(r"([Kk])I(?=\.?$)")
"""`kl.` before a time."""

TIME = re.compile(r"\d{1,2}[.:]\d\d\b")

CONFIDENCE = 0.95
"""An estimate: readings with a known truth hold some thirty, and all were section signs."""

UNREAD = 0.5
"""An estimate of how often empty brackets were printed so."""

CAPITAL_I = 0.98
"""The same for an abbreviation: seven in readings with a known truth, all right."""

RULE = "sign"
ABBREVIATED = "a capital I in an abbreviation before a hyphen"
OF_TIME = "what the clock is: a time stands after it"
OF_A_LAW = "a section sign: the number of a section stands before it, and a chapter or a law beside it"
UNIT = "the sign of a litre, after a number"
READ_TWICE = "a party of one letter, read twice"
RUN_TOGETHER = "two words of a list of parties, run together"
EVIDENCE = "a section sign: a date stands before it and a number after, or a range of numbers, or `ej`"


def restored(rows: Sequence[list[Verdict]]) -> list[list[Verdict]]:
    """The verdicts of a page, with the section signs and the capital I that its words ask for."""
    flat = list(chain.from_iterable(rows))
    texts = ["", "", "", *(verdict.after for verdict in flat), ""]
    told = [
        verdict if _is_plain(verdict.after) else _told(verdict, *texts[place : place + 5])
        for place, verdict in enumerate(flat)
    ]
    fresh = iter(told)
    return [[next(fresh) for _ in row] for row in rows]


def _is_plain(text: str) -> bool:
    """True for most words of a page: in small letters, or long, and so none of what is looked for here."""
    return text.isalpha() and (text.islower() or len(text) > LONGEST_SIGN)


def _told(verdict: Verdict, first: str, before_last: str, last: str, text: str, following: str) -> Verdict:
    """A token, with those around it, as the sign that it is, or in doubt where it may hold one."""
    if text[:1] in "Kk" and CLOCK.match(text) and TIME.match(following):
        return _put(verdict, CLOCK.sub(r"\1l", text), OF_TIME, is_sure=True)
    if "()" in text and EMPTY.match(text):
        return replace(verdict, doubt=verdict.doubt or UNLISTED, confidence=UNREAD)
    if text in PAIR and RANGE.match(following) and (not text.isdigit() or _are_sections(following, last)):
        return _put(verdict, "§§", EVIDENCE)
    if text in SIGN and NUMBER.match(following) and (_is_dated(before_last, last) or LEFT_OUT.match(last)):
        return _put(verdict, "§", EVIDENCE)
    if IN_LAW.match(text) and _is_of_law(first, before_last, last, following):
        return _put(verdict, IN_LAW.sub("§", text), OF_A_LAW)
    if QUANTITY.match(last) and (litre := LITRE.sub(r"\1l\2", verdict.before)) != verdict.before:
        return _put(verdict, litre, UNIT)
    if GLUED.match(text) and LEFT_OUT.match(last):
        others = (GLUED.sub("§ ", text), *verdict.alternatives)
        return replace(verdict, doubt=verdict.doubt or AS_LIKELY, alternatives=others)
    if "(" in text and (party := TWICE.search(text)) and not text.isupper() and text != text.lower():
        return _put(verdict, TWICE.sub(rf"({party[1]})", text), READ_TWICE)
    if "och" in text and (party := JOINED.fullmatch(text)) and PARTY.fullmatch(following):
        return _put(verdict, f"{party[1]}{party[2]} {party[3]}", RUN_TOGETHER)
    return _abbreviated(verdict) if "-" in text else verdict


def _is_dated(before_last: str, last: str) -> bool:
    """Whether what stands before is the end of a date."""
    return YEAR.match(last) is not None and MONTH.match(before_last) is not None


def _is_of_law(first: str, before_last: str, last: str, following: str) -> bool:
    """Whether a section's number stands before, and a chapter or a law beside it."""
    number, before = (before_last, first) if LETTERED.match(last) else (last, before_last)
    is_beside = LAW.match(following) is not None or (before == "kap." and following[:1] != "§")
    return is_beside and PARAGRAPH.match(number) is not None


def _are_sections(numbers: str, last: str) -> bool:
    """Whether two figures before a range of numbers are section signs."""
    found = RANGE.match(numbers)
    rises = found is not None and int(found[1]) < int(found[2])
    is_number = last[-1:].isdigit() and not YEAR.match(f"{last},")
    return rises and not is_number and not ELSEWHERE.match(last)


def _put(verdict: Verdict, after: str, evidence: str, *, is_sure: bool = False) -> Verdict:
    return replace(
        verdict,
        after=after,
        confidence=CONFIDENCE,
        rule=RULE,
        evidence=evidence,
        alternatives=(verdict.before,),
        doubt=None if is_sure else AS_LIKELY,
    )


def _abbreviated(verdict: Verdict) -> Verdict:
    found = ABBREVIATION.fullmatch(verdict.after)
    if found is None or not load().knows(found[3]):
        return verdict
    after = f"{found[1]}{found[2].replace('l', 'I')}{found[3]}"
    return replace(
        verdict,
        after=after,
        confidence=min(verdict.confidence, CAPITAL_I),
        rule=RULE,
        evidence=ABBREVIATED,
        alternatives=(verdict.after,),
        doubt=None,
    )
