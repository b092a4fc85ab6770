"""One person of a list as the record has it: role, whom a deputy replaces, for which items."""

from __future__ import annotations

import re

from ...schema.record import Role
from ..names.mentions import Mention
from ..swedish import patterns
from ..text.draft import Draft, Found
from ..text.passage import Passage

_ROLES = [
    (Role(entry["role"]), re.compile(patterns.any_of(entry["patterns"]), re.IGNORECASE))
    for entry in patterns.table("roles")["role"]
]
REPLACES = patterns.compiled("roles", "replaces")
""" "ersättare för": words before whom a deputy serves for."""

REPLACED = patterns.compiled("roles", "replaced")
""" "ersätts av": words before who serves for the one before."""

STOOD_FOR = patterns.compiled("roles", "stood_for")
""" "ersättare": words between an absent member and the deputy, where a line names nobody else."""

ABSENT = patterns.compiled("roles", "absent")
""" "inte närvarande": words behind a name in a list of those called."""

ITEMS = patterns.compiled("roles", "items")
"""The items, or the time, for which somebody was there: "§§ 3-14", "ej § 378"."""

MARKS = ("*", "†", "#")
"""What stands at the name of a deputy who served."""

_LEADING = (Role.ORDFORANDE, Role.VICE_ORDFORANDE)

_CHAIRED = re.compile(r"\b(?:vice ordf\w*|ledamot|ersättare)\b.*\bordf(?:örande|\.)?,? $", re.IGNORECASE)
""" "Vice ordförande, ordförande § 7": what was chaired, not when the person was there."""

_NOTHING = Passage("")


def draft(
    one: Mention,
    role: Role,
    *,
    before: Passage = _NOTHING,
    tail: Passage = _NOTHING,
    rest: Passage = _NOTHING,
    replaced: Mention | None = None,
) -> Draft:
    """One person with a party, or who serves for another.

    Args:
        one: who.
        role: what the label makes them.
        before: words before the name that are about the person.
        tail: words behind the name.
        rest: words behind the one who is replaced.
        replaced: whom a deputy serves for.
    """
    assert one.name
    source = next((words for words in (rest, tail) if ITEMS.search(words.text)), None)
    items = ITEMS.search(source.text) if source else None
    if source and items and _CHAIRED.search(source.text, 0, items.start()):
        items = None
    told = told_role(f"{before.text} | {tail.text}", role)
    if replaced or before.text.endswith(MARKS) or tail.text.startswith(MARKS):
        told = Role.TJANSTGORANDE_ERSATTARE
    if told is Role.TJANSTEPERSON:
        told = Role.OVRIG
    return {
        "name": Found(one.name.text, one.name),
        "party": Found(one.code, one.party) if one.code and one.party else None,
        "role": told.value,
        "title": None,
        "replaces": Found(replaced.name.text, replaced.name) if replaced and replaced.name else None,
        "items": span(source.group(items)) if source and items else None,
    }


_BROKEN = re.compile(r"(?<=\d[-–—]) (?=\d)")


def span(items: Passage) -> Found:
    """Items as they stand, a range that the end of a line broke put together: "§§ 88– / 89"."""
    return Found(_BROKEN.sub("", items.text), items)


def told_role(words: str, default: Role) -> Role:
    """What words before and behind a name make a person; `default` where they do not say."""
    for role, pattern in _ROLES:
        if pattern.search(words):
            if role is Role.ERSATTARE and default is Role.TJANSTGORANDE_ERSATTARE:
                return default
            if role is Role.LEDAMOT and default is not Role.LEDAMOT:
                return default
            if role in _LEADING and default is Role.OVRIG:
                return default  # who speaks for a union leads nothing here
            return role
    return default


def found(passage: Passage) -> Found | None:
    """A value of words as they stand; None of no words."""
    return Found(passage.text, passage) if passage else None
