"""Lists with the party before every name: "C   Åsa Ek", "KD Nils Öst tjänstgör för Bo Ros (M)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...schema.record import Role
from ..names import parties, people
from ..text.draft import Draft, Found
from ..text.passage import of_row, of_rows
from ..text.rows import Row, head, tail
from . import attendees


def is_led(rows: Sequence[Row]) -> bool:
    """Whether more than half of a list's rows, the first among them, begin with a party's code and a name."""
    led = [_leads(row) for row in rows]
    return bool(led) and led[0] and sum(led) > len(led) / 2


def drafts(rows: Sequence[Row], role: Role) -> Iterator[Draft]:
    """The people of a list that is led by parties, each with the party of their row."""
    starts = [*(at for at, row in enumerate(rows) if _leads(row)), len(rows)]
    for start, end in pairwise(starts):
        code = of_row(head(rows[start], 1))
        for at, one in enumerate(
            attendees.of_line(of_rows([tail(rows[start], 1), *rows[start + 1 : end]]), role)
        ):
            theirs = not one["party"] and (not at or len(rows[start].cells[0].words) == 1)
            yield one | {"party": Found(code.text, code)} if theirs else one


def _leads(row: Row) -> bool:
    """Whether a row begins with a party's code and a name behind it; initials are no codes."""
    code, *name = (word.text.rstrip(",") for word in row.words[:3])
    return (
        len(name) == 2
        and not name[0].isupper()
        and parties.is_bare(code)
        and (len(row.cells[0].words) == 1 or code in parties.PARTY_NAMES.values())
        and people.is_name(" ".join(name))
    )
