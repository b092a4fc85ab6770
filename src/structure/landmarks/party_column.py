"""Name and party in columns of their own: "Åke Örnhäll | C | ordförande", "Åke Örnhäll, ordf. | C"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..names import parties, people
from ..swedish import patterns
from ..text.fold import fold
from ..text.passage import Passage, of_cells, of_row, together
from ..text.rows import Cell, Row, head, tail
from .choices import WORDS

_ROLE = re.compile(
    r"(?:\d:?[ea] |förste |andre )?(?:v(?:ice|\.)? )?(?:ordf(?:örande)?|ledamot)"
    r"|(?:(?:ej )?tj\w*\.? )?(?:ers(?:ättare)?|suppleant)"
)
"""A role in the first column: "Ledamot | Åke Örnhäll | C"."""

_PARTY = re.compile(
    rf"[(\[]?(?:{parties.BARE_CODE}|(?P<small>[A-ZÅÄÖ]?[a-zåäö]{{1,3}}|[-–]|{parties.NAMED}))[)\]]?"
)
_PLACE = re.compile(r"[A-ZÅÄÖ][a-zåäöé]{2,}")
"""Where somebody is from, between name and party: "Åke Örnhäll | Tierp | C"."""

_LISTED = re.compile(rf"{people.NAME}, {parties.BARE_CODE}")
""" "Åsa Ek, M": a person with a party in one cell."""

_NO_PARTIES = frozenset({"x", *WORDS})
"""What else stands in a column beside names: a cross, a vote."""


def is_role(text: str) -> bool:
    """Whether a text is what a member may be, and nothing else: "Ledamot", "Tj. ersättare"."""
    return _ROLE.fullmatch(fold(text)) is not None


def mention(row: Row) -> tuple[people.Mention, Passage] | None:
    """The person that a row of a table begins with, and what the row says further."""
    if len(row.cells) > 2 and _ROLE.fullmatch(fold(row.cells[0].text)) and people.is_name(row.cells[1].text):
        told = mention(replace(row, cells=row.cells[1:]))
        role = of_cells([(row.cells[0], row.page)])
        return (told[0], together([role, told[1]])) if told else None
    found = _party(row)
    if found is None:
        return None
    row, match = found
    name, party = row.cells[0].text, row.cells[1].text
    bare = name.split(",")[0]
    whole = of_row(row)
    start = len(name) + 1
    place = whole.part(*(start + at for at in match.span("party" if match["party"] else "small")))
    end = start + len(party)
    one = people.Mention(whole.part(0, len(bare)), place, parties.code(place.text), 0, end)
    words = whole.part(len(bare), len(name)), *(of_cells([(cell, row.page)]) for cell in row.cells[2:])
    return one, together([part for part in words if part], ", ")  # "ordförande | X": a mark is no place


def _party(row: Row) -> tuple[Row, re.Match[str]] | None:
    """The party in the cell behind a name, and the row without the place between them."""
    if len(row.cells) > 2 and _PLACE.fullmatch(row.cells[1].text):
        row = replace(row, cells=(row.cells[0], *row.cells[2:]))
    if len(row.cells) < 2:
        return None
    party = row.cells[1].text
    match = None if fold(party.strip("()")) in _NO_PARTIES else _PARTY.fullmatch(party.rstrip(","))
    return (row, match) if match and people.is_name(row.cells[0].text.split(",")[0]) else None


def codes(rows: Iterable[Row]) -> frozenset[str]:
    """The codes that may stand without brackets behind names, in a document where some stand so."""
    rows = list(rows)
    bare = {one[1]["party"] for row in rows if (one := _party(row)) and one[1]["party"]}
    small = [match["party"] for row in rows if (match := _SMALL.match(row.cells[0].text))]
    small += [one[1]["small"] for row in rows if (one := _party(row)) and one[1]["small"] in _SMALL_CODES]
    known = {*bare, *parties.PARTY_NAMES.values()} if bare else set()
    longer = {code for code in _SMALL_CODES if len(code) > 1}  # "fp §§ 12–14": no part of a name
    return frozenset(known | set(small) | longer) if len(small) >= LEAST_SMALL else frozenset(known)


_SMALL_CODES = frozenset(patterns.table("people")["small_parties"])
_CODES = "|".join(patterns.table("people")["small_parties"])
_SMALL = re.compile(rf"{people.NAME_WORD} {people.NAME} (?P<party>{_CODES})(?!\w)")
""" "Sture Hagelin c, ordf": an old list's codes in small letters."""

LEAST_SMALL = 3
"""So many people must stand so: a single letter may be of a name."""


def apart(rows: Sequence[Row], known: frozenset[str]) -> list[Row]:
    """The rows of a list with every name, party and remark in a cell of its own.

    A narrow space may have joined them ("Åsa Ek | M Ordförande", "Åsa Ek, M | Heby"), a narrow column broken
    a remark: what stands alone right of the parties is of the row nearest to it.

    Args:
        rows: of a list of people.
        known: the codes that stand without brackets.
    """
    if any(";" in row.text for row in rows):
        return list(rows)  # running text
    parted = [_parted(row, known) for row in rows]
    owners = [row for row in parted if _party(row)]
    edge = min((row.cells[1].x1 for row in owners), default=math.inf)
    broken: dict[int, list[Row]] = {}
    for row in parted:
        if len(row.cells) == 1 and row.x0 > edge:
            nearest = min(owners, key=lambda one: (one.page != row.page, abs(one.top - row.top)))
            broken.setdefault(id(nearest), []).append(row)
    remarks = {id(row) for group in broken.values() for row in group}
    return [_with(row, broken.get(id(row), [])) for row in parted if id(row) not in remarks]


def _with(row: Row, remarks: Sequence[Row]) -> Row:
    """The row with the lines of its remark in one cell."""
    if not remarks:
        return row
    lines = sorted([*remarks, replace(row, cells=row.cells[2:])], key=lambda one: one.top)
    words = tuple(word for line in lines for word in line.words)
    return replace(row, cells=(*row.cells[:2], Cell(words, remarks[0].x0, max(one.x1 for one in remarks))))


def _parted(row: Row, known: frozenset[str]) -> Row:
    words = row.words
    if any(_LISTED.match(cell.text) for cell in row.cells[1:]):
        return row  # people side by side
    for at in range(2, min(len(words), len(row.cells[0].words) + 1)):
        inside = at < len(row.cells[0].words)
        party = words[at].text.rstrip(",") if inside else words[at].text.strip("(),")
        name = " ".join(word.text for word in words[:at])
        listed = party in known or (name.endswith(",") and parties.is_bare(party))
        if not listed or not people.is_name(name.rstrip(",")):
            continue
        if inside and name[-1] != "," and words[at + 1 :] and words[at + 1].text[0].isupper():
            continue  # "Bo Erik V Selling"
        rest = tail(row, at)
        return replace(row, cells=(*head(row, at).cells, *head(rest, 1).cells, *tail(rest, 1).cells))
    return row
