"""The columns of a list as a table, by their heads: the name first, its party behind it, numbers left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..landmarks import party_column
from ..names import people
from ..text.fold import fold
from ..text.rows import Cell, Row

_NAMES = frozenset({"namn", "ledamot", "ledamöter", "ersättare", "förnamn", "efternamn"})
_PARTIES = frozenset({"parti", "partier", "grupp"})
_COUNTS = frozenset({"nr", "nr.", "plats", "#"})


def ordered(rows: Sequence[Row]) -> list[Row]:
    """The rows with their cells in order, where heads or the first cells show that they stand otherwise."""
    heads = next((row for row in rows[:2] if _is_head(row)), None)
    if heads is None:
        return [_uncounted(row) for row in rows] if _counts(rows) else list(rows)
    kinds = [fold(cell.text) for cell in heads.cells]
    named = [kind in _NAMES for kind in kinds]
    if named.index(True) == 0 and sum(named) == 1:
        return list(rows)
    return [row if row is heads else _by_heads(row, heads, kinds) for row in rows]


def _is_head(row: Row) -> bool:
    kinds = {fold(cell.text) for cell in row.cells}
    return len(row.cells) > 2 and bool(kinds & _NAMES) and bool(kinds & _PARTIES)


def _by_heads(row: Row, heads: Row, kinds: Sequence[str]) -> Row:
    """A row with the cells below the heads of names first, then that of the party, then the others."""
    under: dict[str, list[Cell]] = {"name": [], "party": [], "other": []}
    for cell in row.cells:
        nearest = min(range(len(kinds)), key=lambda at: abs(heads.cells[at].x0 - cell.x0))
        kind = kinds[nearest]
        place = "name" if kind in _NAMES else "party" if kind in _PARTIES else "other"
        if kind not in _COUNTS:
            under[place].append(cell)
    names = under["name"]
    if not names or not people.is_name(" ".join(cell.text for cell in names).split(",")[0]):
        return row
    whole = Cell(tuple(word for cell in names for word in cell.words), names[0].x0, names[-1].x1)
    return replace(row, cells=(whole, *under["party"], *under["other"]))


def _counts(rows: Sequence[Row]) -> bool:
    """Whether the first cells number people: "1 | Åsa Ek | S", "2 | Bo Öst | M"."""
    counted = [row for row in rows if len(row.cells) > 2 and row.cells[0].text.rstrip(".").isdecimal()]
    told = [row for row in counted if party_column.mention(_uncounted(row))]
    return len(told) > LEAST_COUNTED and len(told) == len(counted)


LEAST_COUNTED = 1


def _uncounted(row: Row) -> Row:
    counts = len(row.cells) > 1 and row.cells[0].text.rstrip(".").isdecimal()
    return replace(row, cells=row.cells[1:]) if counts else row
