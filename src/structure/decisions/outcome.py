"""What a point of a decision amounts to, by the table `outcomes.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ...schema.record import Outcome
from ..names.bodies import leading_subject
from ..swedish import patterns
from ..text.passage import PARAGRAPH

_TABLE = patterns.table("outcomes")


def _stems(entry: dict[str, Any]) -> list[str]:
    return [*entry["verbs"], *entry.get("acts", ())]


def _words(entry: dict[str, Any]) -> re.Pattern[str]:
    verbs = [f"(?:{stem}){_TABLE['endings']['verb']}" for stem in _stems(entry)]
    return re.compile(rf"\b{patterns.any_of([*entry['phrases'], *verbs])}\b", re.IGNORECASE)


def _forms(stems: list[str], ending: str) -> str:
    return f"(?:{patterns.any_of(stems)}{_TABLE['endings'][ending]})"


_DECIDING = [stem for entry in _TABLE["outcome"] for stem in entry["verbs"]]
ACTIVE = _forms(_DECIDING, "verb")
"""Verbs that decide by themselves, behind the body that does: a pattern."""

PASSIVE = _forms(_DECIDING, "passive")
"""Their finite forms in the passive: "antogs", "väljes", "utsågos"."""

ANY_PASSIVE = _forms([stem for entry in _TABLE["outcome"] for stem in _stems(entry)], "passive")
"""These of all that may be decided: "säljs"."""


_CLASSES = [
    (Outcome(entry["class"]), _words(entry), entry.get("anywhere", False)) for entry in _TABLE["outcome"]
]
_FORMS = re.compile(patterns.any_of(_TABLE["forms"]["patterns"]), re.IGNORECASE)
_BY_FORM = Outcome(_TABLE["forms"]["class"])
_ATT = re.compile(
    r"(?:samt |dels |och |dessutom )*(?:att\b|(?-i:(?!alla|andra|båda|denna|samma)[a-zåäö]+[aå]\b))",
    re.IGNORECASE,
)
"""How a clause begins whose first verb decides: "att anslå medlen", "bevilja två, medan övriga avslås"."""
_INFINITIVE = re.compile(r"\batt (?:\S+ ){0,2}?[a-zåäö]+a\b", re.IGNORECASE)
"""What a subject tells of itself: "Hemställan om att överlämna skolan avslås"."""

_CHOSEN = re.compile(r"(?:Att|Till)\b[^,.]*\b(?:utsågo?s|utses|(?:åter|om)?valdes|väljs)\b")
""" "Att justera protokollet utsågs herr Ek": the att-sats is what somebody is chosen for."""

_PASSIVE = re.compile(r"(?<!at)(?<!it)s$")
""""avslås", but not "har avslagits"."""


@lru_cache(maxsize=4096)
def of_point(text: str, *, upward: bool = False) -> Outcome | None:
    """The class of one point: that of the verb of its main clause; None for what is no sentence.

    Args:
        text: the point, an att-sats or a sentence.
        upward: whether it proposes a decision to a higher body, which beats all else.
    """
    if upward:
        return Outcome.FORSLAG_UPPAT
    text = text.split(PARAGRAPH, 1)[0]  # what heads a list within a point tells its class
    hits = list(_hits(text))
    if not hits:
        return _BY_FORM if _FORMS.search(text) else None
    if _CHOSEN.match(text):
        return Outcome.VAL
    if _ATT.match(text) or leading_subject(text):
        return min(hits)[-1]
    # "Redovisningen av uppdraget att anta en plan antecknas": the first verb in the passive decides.
    aside = [match.span() for match in _INFINITIVE.finditer(text)]
    outside = [hit for hit in hits if not any(start <= hit[1] < end for start, end in aside)]
    return min([hit for hit in outside if hit[3]] or outside or hits)[-1]


def _hits(text: str) -> Iterator[tuple[bool, int, int, bool, Outcome]]:
    """What is found: whether it counts only first, place, order of the class, whether passive, class."""
    for order, (outcome, pattern, anywhere) in enumerate(_CLASSES):
        for match in pattern.finditer(text):
            words = match[0].split()
            passive = any(_PASSIVE.search(word) for word in (words[0], words[-1]))
            yield not anywhere, match.start(), order, passive, outcome
