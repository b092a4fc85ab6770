"""Lists side by side in one table: members, their deputies at the right, each with columns of their own.

"Kommun | Ledamöter | Närv | Ersättare | Närv | Tjänstgör för" heads two lists, and a column of places that
holds no people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...schema.record import Role
from ..landmarks import party_column
from ..landmarks.label_cells import match
from ..names import people
from ..swedish import patterns
from ..text.fold import fold
from ..text.passage import of_cells
from ..text.rows import Cell, Row
from . import attendance_table, attendee

_TABLE = patterns.table("roles")
_PLACES = frozenset(_TABLE["place_heads"])
_SINGULAR: dict[str, str] = {name: field for field, names in _TABLE["list_heads"].items() for name in names}
_ROLES = {
    "members": Role.LEDAMOT,
    "serving": Role.TJANSTGORANDE_ERSATTARE,
    "deputies": Role.ERSATTARE,
}
NAMES = "namn"
"""The head that a column of people has in every part."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the lists of a table."""

    role: Role | None
    """None where its head says only that names stand below."""
    first: int
    columns: range
    """The columns of its names and of all that it has, by their places in the row of heads."""


def parted(rows: Sequence[Row], role: Role) -> list[tuple[list[Row], Role]]:
    """The lists that rows hold, with the role of each; one list as it is.

    Args:
        rows: of a labelled list.
        role: what the label makes its people.
    """
    at = next((index for index, row in enumerate(rows) if heads(row)), None)
    if at is None:
        return _labelled_within(rows, role)
    following = next((index for index in range(at + 1, len(rows)) if heads(rows[index])), len(rows))
    above: list[tuple[list[Row], Role]] = [(list(rows[:at]), role)] if at else []
    own = _lists(rows[at], rows[at + 1 : following], role)
    return [*above, *own, *(parted(rows[following:], role) if following < len(rows) else [])]


def _labelled_within(rows: Sequence[Row], role: Role) -> list[tuple[list[Row], Role]]:
    """The lists of columns within which a label stands: "Ej tjänstgörande ersättare:" below names."""
    for index, row in enumerate(rows):
        for place, cell in enumerate(row.cells):
            field = _within(row, place, rows[index + 1 :])
            if field is None:
                continue
            inside = [_from(one, cell.x0 - one.height) for one in rows[index + 1 :]]
            outside = [_before(one, cell.x0 - one.height) for one in rows[index:]]
            rest = [*rows[:index], *filter(None, outside)]
            return [
                *_labelled_within(rest, role),
                *_labelled_within(list(filter(None, inside)), _ROLES[field]),
            ]
    return [(list(rows), role)]


def _within(row: Row, place: int, below: Sequence[Row]) -> str | None:
    """The kind of list that a cell with a name to its left, and names alone below it, is the label of."""
    cell = row.cells[place]
    labels = cell.text.endswith(":") or (" " in cell.text and not party_column.is_role(cell.text))
    field = match(cell.text) if labels and place and people.begins(row.cells[0].text) else None
    column = [one for one in (_from(one, cell.x0 - one.height) for one in below) if one]
    named = column and all(people.begins(one.text) for one in column)
    return field if field in _ROLES and named else None


def _from(row: Row, left: float) -> Row | None:
    cells = tuple(cell for cell in row.cells if cell.x0 >= left)
    return replace(row, cells=cells) if cells else None


def _before(row: Row, left: float) -> Row | None:
    cells = tuple(cell for cell in row.cells if cell.x0 < left)
    return replace(row, cells=cells) if cells else None


def heads(row: Row) -> bool:
    """Whether a row heads several lists side by side, or one with the places that its people come from."""
    texts = [fold(cell.text) for cell in row.cells]
    lists = [index for index, text in enumerate(texts) if _field(text)]
    if len(texts) > 1 and texts[0] in _PLACES and lists and not _is_worded(row):
        return True
    if len(lists) < LEAST_LISTS:
        return False
    kinds = [attendance_table.kind_of(text) for text in texts]
    return max(kinds.count("present"), kinds.count("serves")) >= LEAST_LISTS


LEAST_LISTS = 2


def _is_worded(row: Row) -> bool:
    """Whether somebody stands in a row: it is none of heads."""
    return any(
        people.is_name(cell.text) or people.with_party(of_cells([(cell, row.page)])) for cell in row.cells
    )


def _field(text: str) -> str | None:
    """The kind of list that a head of a column names."""
    if text == NAMES:
        return NAMES
    if attendance_table.kind_of(text) not in (None, "deputy"):
        return None  # "Närvaro" heads a list elsewhere
    found = _SINGULAR.get(text) or match(text)
    return found if found in _ROLES else None


def _lists(head: Row, rows: Sequence[Row], role: Role) -> Iterator[tuple[list[Row], Role]]:
    """The lists below a row of heads; a member beside whom a deputy serves was there for told items only."""
    head, serves = _by_presence(head)
    parts = list(_parts(head))
    columns = [_in_columns(row, head) for row in rows]
    marked = any(attendance_table.kind_of(fold(cell.text)) == "present" for cell in head.cells)
    for part in parts:
        wanted = columns
        if part.role is Role.LEDAMOT and not marked:
            serving = [one.first for one in parts if one.role is Role.TJANSTGORANDE_ERSATTARE]
            wanted = [
                {}
                if any(place in cells for place in serving) and not _for_items(cells[part.first])
                else cells
                for cells in ({part.first: Cell((), 0.0, 0.0)} | one for one in columns)
            ]
        own = Role.TJANSTGORANDE_ERSATTARE if serves and part.role is Role.ERSATTARE else part.role
        yield list(_rows(head, rows, wanted, part)), own or role


def _by_presence(head: Row) -> tuple[Row, bool]:
    """The heads, columns of who served as those of presence where all lists have one and none of presence."""
    kinds = [attendance_table.kind_of(fold(cell.text)) for cell in head.cells]
    if kinds.count("serves") < LEAST_LISTS or "present" in kinds:
        return head, False
    cells = [
        replace(cell, words=(replace(cell.words[0], text="närvaro"),)) if kind == "serves" else cell
        for cell, kind in zip(head.cells, kinds, strict=True)
    ]
    return replace(head, cells=tuple(cells)), True


def _for_items(cell: Cell) -> bool:
    return attendee.ITEMS.search(cell.text) is not None


def _parts(head: Row) -> Iterator[_Part]:
    fields = [_field(fold(cell.text)) for cell in head.cells]
    names = [index for index, field in enumerate(fields) if field]
    ahead = all(index and attendance_table.kind_of(fold(head.cells[index - 1].text)) for index in names)
    starts = [index - ahead for index in names]  # "Närv | Ledamot | Närv | Ersättare"
    for name, start, end in zip(names, starts, [*starts[1:], len(fields)], strict=True):
        yield _Part(_ROLES.get(fields[name] or ""), name, range(start, end))


def _in_columns(row: Row, head: Row) -> dict[int, Cell]:
    """The cells of a row by the head that each stands nearest to; what is left of all heads is a place."""
    found: dict[int, Cell] = {}
    for cell in row.cells:
        if cell.x1 < head.x0:
            continue
        place = min(range(len(head.cells)), key=lambda at: attendance_table.apart(cell, head.cells[at]))
        beside = found.get(place)
        words = (*beside.words, *cell.words) if beside else cell.words
        found[place] = Cell(words, beside.x0 if beside else cell.x0, cell.x1)
    return found


def _rows(head: Row, rows: Sequence[Row], columns: Sequence[dict[int, Cell]], part: _Part) -> Iterator[Row]:
    """The rows of one list, with heads; what names nobody goes on with the person above it."""
    name = head.cells[part.first]
    name = replace(name, words=(replace(name.words[0], text=NAMES),))
    yield _row(head, {at: head.cells[at] for at in part.columns} | {part.first: name}, part)
    pending: Row | None = None
    last: dict[int, Cell] = {}
    for row, found in zip(rows, columns, strict=True):
        cells = {at: cell for at, cell in found.items() if at in part.columns and cell.words}
        if not cells:
            continue
        if pending and not _begins(cells.get(part.first)):
            last = {at: _joined(last.get(at), cells.get(at)) for at in sorted({*last, *cells})}
        else:
            if pending:
                yield _row(pending, last, part)
            pending, last = row, cells
    if pending:
        yield _row(pending, last, part)


def _begins(cell: Cell | None) -> bool:
    """Whether somebody, or a seat that is vacant, begins in a column of names."""
    return cell is not None and (people.begins(cell.text) or not any(map(str.isalpha, cell.text)))


def _joined(above: Cell | None, below: Cell | None) -> Cell:
    cells = [cell for cell in (above, below) if cell]
    return Cell(tuple(word for cell in cells for word in cell.words), cells[0].x0, cells[0].x1)


def _row(row: Row, cells: dict[int, Cell], part: _Part) -> Row:
    """A row with the cell of the name first."""
    order = sorted(cells, key=lambda at: (at != part.first, at))
    return replace(row, cells=tuple(cells[at] for at in order))
