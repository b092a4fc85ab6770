"""Name and party in columns of their own: "Åke Örnhäll | C | ordförande", "Åke Örnhäll, ordf. | C"."""

from __future__ import annotations

import re

from . import people
from .passage import Passage, of_row, together
from .rows import Row

_PARTY = re.compile(r"\(?(?P<party>[A-ZÅÄÖa-zåäö]{1,5}|[-–])\)?")


def mention(row: Row) -> tuple[people.Mention, Passage] | None:
    """The person that a row of a table begins with, and what the row says further."""
    if len(row.cells) < 2:
        return None
    name, party = row.cells[0].text, row.cells[1].text
    match = _PARTY.fullmatch(party)
    bare = name.split(",")[0]
    if match is None or not people.is_name(bare):
        return None
    whole = of_row(row)
    start = len(name) + 1
    place = whole.part(start + match.start("party"), start + match.end("party"))
    end = start + len(party)
    one = people.Mention(whole.part(0, len(bare)), place, people.code(place.text), 0, end)
    told = whole.part(len(bare), len(name)), whole.part(end, len(whole.text))
    return one, together([part for part in told if part])
