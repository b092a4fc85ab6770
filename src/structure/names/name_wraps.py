"""Lines that go on with the person above: a column cuts names, roles and brackets at its end."""

from __future__ import annotations

import re

from ..text.passage import Passage, together
from . import parties, people

_HALF_NAME = re.compile(people.NAME_WORD)
"""A given name alone: "Göran" above "Järnefors (C)"."""

_HALF_LAST = re.compile(
    rf"(?:, | och | samt |hr |fru )(?:[a-zåäö][\w.-]* ){{0,3}}(?P<name>{people.NAME_WORD})$"
)
"""The last of several people, without the surname: "Åsa Ek, ordförande, Sven-Erik" above "Modig, ..."."""

_HALF_REPLACED = re.compile(
    rf"(?:ersätter|ersättare för|tjänstgör för|i stället för|\bför)(?: {people.NAME_WORD})?$"
)
"""Whom somebody replaces, without the surname: "Sara Ek (S), ersätter Nils" above "von Beck (M)"."""

_SURNAME = re.compile(rf"(?:(?:von|af|de|van|al|el) )?{people.NAME}\s*{parties.PARTY}")
_PARTICLE = re.compile(r"(?:von|af|de|van|al|el) ")
_WHOLE = re.compile(rf"{people.NAME_WORD} {people.NAME}\s*{parties.PARTY}")
_TITLED = re.compile(
    r"(?P<title>(?:(?:bitr\.?|biträdande|tf\.?|t\.? ?f\.?|vik\.?) )?[a-zåäö][\wåäö-]*\.?) "
    rf"{people.NAME_WORD} {people.NAME_WORD}"
)
""" "bitr. ekonomidirektör Stina Ek": an entry that begins with a title."""

_OPEN_RANGE = re.compile(r"\d[-–]$")
_ENDS_OPEN = (
    ",",
    "(",
    "-",
    "–",
    " för",
    " herr",
    " fru",
    " fröken",
    " hr",
    " hr.",
    " och",
    "§",
    "§§",
    " kl.",
    " kl",
    " o.m.",
    " t.o.m.",
    ".o.m.",
    " till",
    " av",
)


def goes_on(above: str, line: str) -> bool:
    """Whether a line goes on with the person of the line above."""
    if above.endswith(_ENDS_OPEN) or _HALF_NAME.fullmatch(above):
        return True
    half = _HALF_LAST.search(above)
    whole = _WHOLE.match(line) or ("," in line and people.is_name(line.split(",")[0]))
    if half and _HALF_NAME.match(line) and not half["name"].isupper() and not whole:
        return True
    if _HALF_REPLACED.search(above) and (_SURNAME.match(line) or _HALF_NAME.fullmatch(line)):
        return True
    titled = _TITLED.match(line)
    if titled and people.is_title(titled["title"]) and not above.endswith((",", ":")):
        return False  # "ekonomidirektör Stina Ek": somebody else, the title first
    return line[0] in "(,§" or (line[0].islower() and not _PARTICLE.match(line))


def joined(above: Passage, line: Passage) -> Passage:
    """Both as one line; a hyphen at the end belongs to a double name, a dash after a digit to a range."""
    name = above.text.endswith("-") and line.text[0].isupper()
    span = _OPEN_RANGE.search(above.text) is not None and line.text[0].isdigit()
    return together([above, line], "" if name or span else " ")
