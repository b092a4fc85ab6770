"""Lists with the party behind every name without brackets: "Åsa Ek S, ordförande", "Bo Öst KD"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..names import parties
from ..text.draft import Draft, Found

LEAST = 3
"""So many people of a document must stand so: a single last letter may be of a name."""

_CODED = re.compile(rf"(?P<name>\S+ .+?) (?P<party>{parties.KNOWN})")


def parted(people: Sequence[Draft]) -> list[Draft]:
    """The people with the codes at the end of their names as parties, where the lists give them so."""
    coded = [one for one in people if one["party"] is None and _ends(one["name"])]
    if len(coded) < LEAST:
        return list(people)
    return [_parted(one) if one in coded else one for one in people]


def _ends(name: object) -> re.Match[str] | None:
    return _CODED.fullmatch(str(name.value)) if isinstance(name, Found) else None


def _parted(person: Draft) -> Draft:
    replaced = _name(person["replaces"])
    name = person["name"]
    match = _ends(name)
    assert match and isinstance(name, Found)
    code = name.passage.group(match, "party")
    return person | {"name": _name(name), "party": Found(code.text, code), "replaces": replaced}


def _name(whole: object) -> object:
    """A name without the code behind it."""
    match = _ends(whole)
    if match is None or not isinstance(whole, Found):
        return whole
    name = whole.passage.group(match, "name")
    return Found(name.text, name)
