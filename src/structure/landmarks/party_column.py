"""Name and party in columns of their own: "Åke Örnhäll | C | ordförande", "Åke Örnhäll, ordf. | C"."""

from __future__ import annotations

import re
from dataclasses import replace

from ..names import parties, people
from ..text.fold import fold
from ..text.passage import Passage, of_cells, of_row, together
from ..text.rows import Row
from .choices import WORDS

_ROLE = re.compile(
    r"(?:\d:?[ea] |förste |andre )?(?:v(?:ice|\.)? )?(?:ordf(?:örande)?|ledamot|ersättare|suppleant)"
)
"""A role in the first column: "Ledamot | Åke Örnhäll | C"."""

_PARTY = re.compile(r"\(?(?P<party>[A-ZÅÄÖa-zåäö]{1,5}|[-–])\)?")


_NO_PARTIES = frozenset({"x", *WORDS})
"""What else stands in a column beside names: a cross, a vote."""


def mention(row: Row) -> tuple[people.Mention, Passage] | None:
    """The person that a row of a table begins with, and what the row says further."""
    if len(row.cells) > 2 and _ROLE.fullmatch(fold(row.cells[0].text)) and people.is_name(row.cells[1].text):
        told = mention(replace(row, cells=row.cells[1:]))
        role = of_cells([(row.cells[0], row.page)])
        return (told[0], together([role, told[1]])) if told else None
    if len(row.cells) < 2:
        return None
    name, party = row.cells[0].text, row.cells[1].text
    match = None if fold(party.strip("()")) in _NO_PARTIES else _PARTY.fullmatch(party)
    bare = name.split(",")[0]
    if match is None or not people.is_name(bare):
        return None
    whole = of_row(row)
    start = len(name) + 1
    place = whole.part(start + match.start("party"), start + match.end("party"))
    end = start + len(party)
    one = people.Mention(whole.part(0, len(bare)), place, parties.code(place.text), 0, end)
    words = whole.part(len(bare), len(name)), whole.part(end, len(whole.text))
    return one, together([part for part in words if part])
