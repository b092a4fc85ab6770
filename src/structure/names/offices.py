"""Offices of those who sign, and the headings of their blocks."""

from __future__ import annotations

import re

from ..text.fold import fold

OFFICE = (
    r"(?:(?:\d:?[ea]|förste|andre|tredje|v\.?|tf\.?|vice) )*"
    r"(?i:(?:vice)?ordf\.?|(?:vice)?ordförande|ledamot|ersättare|suppleant|riksdagsledamot"
    r"|(?:kommun|region|landstings|borgar|oppositions|stats)\w*råd)(?!\w)"
)
"""The office of a member, between the name and the party or with it: "1:e vice ordförande"."""

_OFFICES = {
    "secretary": re.compile(
        r"(?:nämnd|mötes|protokoll|kommun|region|kansli|utskotts)?sekreterare|sekr|protokollförare"
        r"|vid protokollet|vid protokollets sammanställning|in fidem|vid anteckningarna"
        r"|(?:(?:år och )?dag )?som of?van|ut supra"
    ),
    "chair": re.compile(r"(?:mötes|stämmo|tf )?ordförande|ordf"),
    "adjuster": re.compile(
        r"just|juster(?:are|ande|as|as av|ingsman|ingsmän|ingsperson|ingspersoner|ingsledamot|at)"
        r"|protokolls?justerare"
        r"|protokollet justeras"
    ),
}
_SIGNATURE_OF = re.compile(r"(?:n?s)(?: namn)? ?(?:underskrift|namnteckning|signatur)$", re.IGNORECASE)
""""Sekreterarens underskrift" is a label of the office."""

_HEADERS = frozenset(
    {
        "vid protokollet",
        "in fidem",
        "vid anteckningarna",
        "som ovan",
        "dag som ovan",
        "ut supra",
        "justeras",
        "justerat",
        "justeras av",
        "protokollet justeras",
        "vid protokollets sammanställning",
        "underskrifter",
        "underskrift",
    }
)
_CERTIFYING = re.compile(
    r"rätt utdraget.*|utdragets? riktighet.*|utdraget intygas.*"
    r"|(?:protokolls)?utdraget.*bestyrk.*|(?:utdrags)?bestyrk(?:es|s|ande)?.*"
    r"|(?:.{3,90} )?(?:betygar|betygas|intygar|intygas)(?: av)?"
)
_DATED = re.compile(
    r"upp?läst och (?:godkän|justera)d?t\b.*"
    r"|(?:(?:digitalt|elektroniskt) )?justera(?:d|t|dt|s)\b(?: (?:digitalt|elektroniskt|den|av))*\W*\d.*"
)


def office(text: str) -> str | None:
    """The office that a line names: "Sekreterare" is "secretary"."""
    folded = _SIGNATURE_OF.sub("", fold(text))
    return next((name for name, pattern in _OFFICES.items() if pattern.fullmatch(folded)), None)


def of_heading(heading: str) -> str | None:
    """The office of those who sign below a heading, which may be dated: "Justerat 2016-11-30"."""
    return office(heading) or ("adjuster" if _DATED.fullmatch(fold(heading)) else None)


def is_heading(text: str) -> bool:
    """Whether a cell heads a block: "Justeras", "Justerat 2016-11-30", "Vid protokollet"."""
    return fold(text) in _HEADERS or _DATED.fullmatch(fold(text)) is not None


def is_undated_heading(text: str) -> bool:
    """Whether a cell heads a block by words that never change."""
    return fold(text) in _HEADERS


def certifies(text: str) -> bool:
    """Whether a cell heads the certificate of an excerpt: "Rätt utdraget intygar"."""
    return _CERTIFYING.fullmatch(fold(text)) is not None


def without_label(text: str) -> int:
    """How much of a title is the office: "Sekreterarens underskrift" names the secretary's."""
    label = _SIGNATURE_OF.search(text)
    return len((text[: label.start()] if label else text).rstrip(" :"))
