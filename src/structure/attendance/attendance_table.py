"""Attendance as a table: name, party, presence, the deputy who served and remarks in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...schema.record import Role
from ..landmarks import party_column
from ..names import people
from ..swedish import patterns
from ..text.draft import Draft
from ..text.fold import fold
from ..text.passage import Passage, of_cells, together
from ..text.rows import Cell, Row, tail
from . import attendee, attendees

_HEADS: dict[str, str] = {
    name: kind for kind, names in patterns.table("roles")["table_heads"].items() for name in names
}
ABSENT = frozenset(
    {"-", "–", "—", "0", "nej", "frånv", "frånvarande", "f", "förf", "förfall", "förhinder", "ej"}
)
"""What a column of presence says of who was not there."""

PRESENT = frozenset({"x", "✓", "✔", "ja", "j", "1", "n", "närv", "närvarande"})
"""What it says of who was."""

_OFFICIALS = re.compile(r"(?P<minutes>\S*sekreterare|protokollförare)|tjänsteperson|tjänsteman|föredragande")
"""Roles of a first column behind which nobody has a party."""


def drafts(rows: Sequence[Row], role: Role) -> Iterator[Draft]:
    """The people of a table with their parties in a column, or with columns of presence and deputies.

    Args:
        rows: of a list, with the heads of its columns if it has any.
        role: what the list's label makes its people.
    """
    heads = _heads(rows)
    people_rows = [row for row in rows if not is_head(row)]
    marked = _is_marked_by(heads, people_rows)
    for row in people_rows:
        items = _in("items", row, heads)
        if items and items.text[0].isdecimal():
            told = attendee.span(of_cells([(items, row.page)]))
            rest = replace(row, cells=tuple(cell for cell in row.cells if cell is not items))
            yield from (one | {"items": told} for one in _of_row(rest, heads, role, marked=marked))
        else:
            yield from _of_row(row, heads, role, marked=marked)


def _of_row(row: Row, heads: Mapping[str, Cell], role: Role, *, marked: bool) -> Iterator[Draft]:
    """The people of one row; `marked` where most rows have a mark of presence."""
    office = _OFFICIALS.fullmatch(fold(row.cells[0].text)) if len(row.cells) > 1 else None
    if office:
        default = Role.SEKRETERARE if office["minutes"] else Role.TJANSTEPERSON
        yield from attendees.of_line(of_cells([(row.cells[1], row.page)]), default)
        return
    told = party_column.mention(row) or _in_first(row, heads)
    if told and (_is_absent(row, heads, marked=marked)):
        yield from _in_place(row, told[0], heads, role)
    elif told:
        yield _present(row, *told, heads, role)
    elif _is_official(row):
        title = of_cells([(row.cells[1], row.page)])
        yield from attendees.of_line(
            together([of_cells([(row.cells[0], row.page)]), title], ", "),
            attendee.told_role(title.text, Role.TJANSTEPERSON),
        )


def _is_official(row: Row) -> bool:
    """Whether a row of a table with parties has a name and, for a party, a title: "Bo Ek | Rektor"."""
    return (
        len(row.cells) == 2
        and people.is_name(row.cells[0].text)
        and row.cells[1].text[:1].isalpha()
        and not people.begins(row.cells[1].text)
        and not party_column.is_role(row.cells[1].text)
    )


def tells_presence(rows: Sequence[Row]) -> bool:
    """Whether columns of a list tell who was there and who was not."""
    heads = _heads(rows)
    return {"present", "absent"} <= heads.keys() or any(
        _mark(row, heads) in (*PRESENT, *ABSENT) for row in rows if not is_head(row)
    )


def _is_marked_by(heads: Mapping[str, Cell], rows: Sequence[Row]) -> bool:
    """Whether who has no mark of presence was not there: most have one, or one says that."""
    marks = [_mark(row, heads) for row in rows]
    return sum(map(bool, marks)) > 0.5 * len(rows) or any(mark in PRESENT for mark in marks)


def _mark(row: Row, heads: Mapping[str, Cell]) -> str:
    """The first word in the column of presence, folded: "ja" of "ja, §§ 61–66"."""
    cell = _in("present", row, heads)
    return fold(cell.words[0].text.rstrip(",;")) if cell else ""


def is_crossed(rows: Sequence[Row]) -> bool:
    """Whether a cross stands beside most people of a list without heads: "Åsa Ek | X, ordförande § 4"."""
    names = sum(people.is_name(row.cells[0].text) for row in rows)
    return not _heads(rows) and sum(map(_is_marked, rows)) > names / 2


def present(rows: Sequence[Row]) -> list[Row]:
    """The rows with a cross, without it: "Bo Öst | anmält förhinder" was not there."""
    return [_unmarked(row) for row in rows if _is_marked(row)] or list(rows)


def _is_marked(row: Row) -> bool:
    return len(row.cells) > 1 and row.cells[1].words[0].text.rstrip(",") in CROSSES


CROSSES = frozenset({"X", "x", "✓", "✔"})


def _unmarked(row: Row) -> Row:
    rest = tail(replace(row, cells=row.cells[1:]), 1)
    return replace(row, cells=(row.cells[0], *rest.cells))


def is_head(row: Row) -> bool:
    """Whether a row only heads the columns of a list: "Kommun", "Namn | Parti"."""
    heads = patterns.table("roles")["column_heads"]
    return all(fold(cell.text) in heads or fold(cell.text) in _HEADS for cell in row.cells)


def kind_of(text: str) -> str | None:
    """What stands below a head of a column, by its folded text: presence, who is replaced, remarks."""
    return _HEADS.get(text)


def names_deputies(row: Row) -> bool:
    """Whether a row that heads columns has one for the deputies who served."""
    return any(_HEADS.get(fold(cell.text)) == "deputy" for cell in row.cells)


def _heads(rows: Sequence[Row]) -> dict[str, Cell]:
    """The heads of the columns, by what stands below them."""
    return {
        kind: cell
        for row in rows[:2]
        if len(row.cells) > 1 and not people.is_name(row.cells[0].text.split(",")[0])
        for cell in row.cells
        if (kind := _HEADS.get(fold(cell.text)))
    }


def _in(kind: str, row: Row, heads: Mapping[str, Cell]) -> Cell | None:
    """The cell of a row that stands in a column: the one whose place is nearest to its head's."""
    head = heads.get(kind)
    if head is None:
        return None
    others = [other for name, other in heads.items() if name != kind]
    for cell in row.cells[1:]:
        distance = apart(cell, head)
        if distance <= 2 * row.height and all(distance <= apart(cell, other) for other in others):
            return cell
    return None


def apart(cell: Cell, head: Cell) -> float:
    """How far a cell stands from its column's head: by its left edge, or by its middle where it is short."""
    middles = abs((cell.x0 + cell.x1) / 2 - (head.x0 + head.x1) / 2)
    return min(abs(cell.x0 - head.x0), middles)


def _in_first(row: Row, heads: Mapping[str, Cell]) -> tuple[people.Mention, Passage] | None:
    """The person with a party in the first cell, in a table that has heads: "Ewa Lind (S) ordf. | X"."""
    first = of_cells([(row.cells[0], row.page)])
    told = (
        people.with_party(first) if {"present", "absent", "deputy", "served", "serves"} & heads.keys() else []
    )
    bare = first.text.split(",")[0]
    marked = _in("present", row, heads) or _in("absent", row, heads)
    if marked and not told and people.is_name(bare):
        told = [people.Mention(first.part(0, len(bare)), None, None, 0, len(bare))]
    if not told or told[0].name is None or told[0].name.text.casefold() == "vakant":
        return None
    said = [cell for kind in ("served", "remark", "items") if (cell := _in(kind, row, heads))]
    present = _in("present", row, heads)
    if present and len(present.words) > 1:  # "ja, §§ 61–66"
        said.append(replace(present, words=present.words[1:]))
    return told[0], together(
        [first.part(told[0].end, len(first.text)), *(of_cells([(cell, row.page)]) for cell in said)]
    )


def _is_absent(row: Row, heads: Mapping[str, Cell], *, marked: bool) -> bool:
    """Whether the columns of presence say that somebody was not there; `marked` where most have a mark."""
    if _in("absent", row, heads) is not None:
        return True
    mark = _mark(row, heads)
    return mark in ABSENT if mark else marked


def _present(row: Row, one: people.Mention, tail: Passage, heads: Mapping[str, Cell], role: Role) -> Draft:
    served = _in("served", row, heads)
    if served and (name := next(people.bare(of_cells([(served, row.page)])), None)):
        return attendee.draft(one, role, tail=tail, replaced=name)
    if attendee.told_role(tail.text, role) is Role.ERSATTARE and _serves(row, heads):
        role = Role.TJANSTGORANDE_ERSATTARE
    others = people.with_party(tail)
    stands_in = others and (attendee.REPLACES.search(tail.text[: others[0].start]) or "served" in heads)
    replaced = others[0] if stands_in else attendees.replaced_by(tail)
    return attendee.draft(one, role, tail=tail, replaced=replaced)


def _serves(row: Row, heads: Mapping[str, Cell]) -> bool:
    """Whether a mark in a column of its own, or instead of that of presence, says that a deputy served."""
    present = _in("present", row, heads)
    mark = _in("serves", row, heads)
    return (mark is not None and fold(mark.text) not in ABSENT) or (
        present is not None and fold(present.text) in _HEADS and _HEADS[fold(present.text)] == "serves"
    )


def _in_place(row: Row, absent: people.Mention, heads: Mapping[str, Cell], role: Role) -> Iterator[Draft]:
    """The deputy that a table names in a column of its own for a member who was not there."""
    deputy = _in("deputy", row, heads)
    named = people.with_party(of_cells([(deputy, row.page)])) if deputy else []
    for index, cell in enumerate(row.cells[2:-1], 2):
        beside = party_column.mention(replace(row, cells=row.cells[index : index + 2]))
        if not named and beside and people.is_name(cell.text):
            named = [beside[0]]
    if not named and deputy and people.is_name(deputy.text):
        whole = of_cells([(deputy, row.page)])
        named = [people.Mention(whole, None, None, 0, len(whole.text))]
    for one in named[:1]:
        yield attendee.draft(one, role, replaced=absent)
