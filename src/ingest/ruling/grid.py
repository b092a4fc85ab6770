"""Rules to the cells of tables: the smallest boxes that ruled lines enclose, tables within cells included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ...schema import Box
from .closing import LEAST_SIDE, LOOSE, closed
from .mending import mended
from .ruling import Rule, meets

REACH = 1.6
"""Points by which a drawn line may miss another at a corner; a table's padding within a cell is wider."""

STRIPE = 2.0
"""How much taller than the rows with columns one without may be that belongs to them: no text below it."""

OPEN = 20.0
"""Points; a wider part of a table's row without a cell is one that lacks a line."""

TOUCH = 5.0
"""Points between two cells of one table at most."""


@dataclass(frozen=True, slots=True)
class Table:
    """Cells that touch, in reading order: row by row, each from left to right."""

    cells: tuple[TableCell, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a table and the tables within it."""

    box: Box
    row: int = 0
    """Counted from 0 in its table; cells of one row begin at one height."""
    tables: tuple[Table, ...] = field(default=())


def tables(rules: Sequence[Rule], words: Sequence[Box], reach: float = REACH) -> tuple[Table, ...]:
    """The tables of a page, from top to bottom.

    Args:
        rules: merged.
        words: the boxes of the page's words; no line is imagined across one.
        reach: how far lines that meet may lie apart, in points.
    """
    whole = mended(rules, words) if reach > REACH else rules
    level = [rule for rule in whole if not rule.upright]
    upright = [rule for rule in whole if rule.upright]
    level, upright = closed(level, upright, words)
    return tuple(_parted(table, words) for table in _nested(_distinct(_faces(level, upright, reach))))


def _parted(table: Table, words: Sequence[Box]) -> Table:
    """The table with rows of one wide cell parted like others: stripes shade every other row only."""
    rows = [[cell for cell in table.cells if cell.row == row] for row in range(table.cells[-1].row + 1)]
    edges = [cell.box.x0 for cell in max(rows, key=len)][1:]
    tall = STRIPE * max((row[0].box.height for row in rows if len(row) > 1), default=0.0)
    found: list[TableCell] = []
    for row in rows:
        box = row[0].box
        lone = len(row) == 1 and not row[0].tables and box.width > table.box.width - LOOSE
        lone = lone and box.height < tall
        if not lone or len(edges) < 2 or any(_stands_across(box, edge, words) for edge in edges):
            found += row
            continue
        sides = pairwise([box.x0, *edges, box.x1])
        found += [TableCell(Box(left, box.top, right, box.bottom), row[0].row) for left, right in sides]
    return Table(tuple(found), table.box)


def _stands_across(cell: Box, edge: float, words: Sequence[Box]) -> bool:
    return any(
        word.x0 + 1 < edge < word.x1 - 1 and cell.top < (word.top + word.bottom) / 2 < cell.bottom
        for word in words
    )


def _distinct(boxes: Iterable[Box]) -> list[Box]:
    """Largest first; of cells that differ by a border's width, one."""
    found: list[Box] = []
    for box in sorted(set(boxes), key=lambda box: -box.width * box.height):
        if not any(_same(box, other) for other in found):
            found.append(box)
    return found


def _same(one: Box, other: Box) -> bool:
    return (
        abs(one.x0 - other.x0) + abs(one.x1 - other.x1) < LOOSE
        and abs(one.top - other.top) + abs(one.bottom - other.bottom) < LOOSE
    )


def _faces(level: Sequence[Rule], upright: Sequence[Rule], reach: float) -> Iterator[Box]:
    """For every corner the smallest box that begins there and is closed on all four sides."""
    ordered = sorted(level, key=lambda rule: rule.at)
    for index, top in enumerate(ordered):
        crossing = [rule for rule in upright if meets(top, rule, reach) and rule.end > top.at + LEAST_SIDE]
        crossing.sort(key=lambda rule: rule.at)
        for number, left in enumerate(crossing):
            face = _face(top, left, crossing[number + 1 :], ordered[index + 1 :], reach)
            if face:
                yield face


def _face(top: Rule, left: Rule, rights: Sequence[Rule], lower: Sequence[Rule], reach: float) -> Box | None:
    for bottom in lower:
        if bottom.at > left.end + reach:
            return None
        if bottom.at < top.at + LEAST_SIDE or not meets(bottom, left, reach):
            continue
        for right in rights:
            if right.at - left.at > LEAST_SIDE and meets(bottom, right, reach):
                return Box(left.at, top.at, right.at, bottom.at)
    return None


def _nested(boxes: Sequence[Box]) -> tuple[Table, ...]:
    """Cells, largest first, as tables with the tables in their cells."""
    outer: list[tuple[Box, list[Box]]] = []
    for box in boxes:
        holder = next((held for one, held in outer if contains(one, box)), None)
        if holder is None:
            outer.append((box, []))
        else:
            holder.append(box)
    groups: list[list[tuple[Box, list[Box]]]] = []
    for entry in outer:
        near = [group for group in groups if any(_touch(entry[0], other) for other, _ in group)]
        groups = [group for group in groups if group not in near]
        groups.append([entry, *(one for group in near for one in group)])
    found = [_table(group) for group in groups]
    return tuple(sorted(found, key=lambda table: (round(table.box.top / LOOSE), table.box.x0)))


def _table(group: Sequence[tuple[Box, list[Box]]]) -> Table:
    cells: list[TableCell] = []
    row, top = -1, float("-inf")
    ordered = sorted(group, key=lambda entry: entry[0].top)
    for box, inner in ordered:
        if box.top - top > LOOSE:
            row, top = row + 1, box.top
        cells.append(TableCell(box, row, _nested(inner)))
    cells.sort(key=lambda cell: (cell.row, cell.box.x0))
    around = _around(cells)
    return Table(tuple(_completed(cells, around)), around)


def _around(cells: Sequence[TableCell]) -> Box:
    box = cells[0].box
    for cell in cells:
        box = box.union(cell.box)
    return box


def _completed(cells: Sequence[TableCell], around: Box) -> list[TableCell]:
    """The cells with those that a row leaves open: where a shade or a line is missing, words still stand."""
    found = list(cells)
    for row in range(cells[-1].row + 1):
        own = [cell.box for cell in cells if cell.row == row]
        top, bottom = min(box.top for box in own), min(box.bottom for box in own)
        middle = (top + bottom) / 2
        covered = sorted((c.box.x0, c.box.x1) for c in cells if c.box.top < middle < c.box.bottom)
        edges = [(around.x0, around.x0), *covered, (around.x1, around.x1)]
        for (_, end), (start, _) in pairwise(edges):
            if start - end > OPEN:
                found.append(TableCell(Box(end, top, start, bottom), row))
    return sorted(found, key=lambda cell: (cell.row, cell.box.x0))


def contains(outer: Box, inner: Box) -> bool:
    """Whether the inner box lies in the outer one, edges nearly touching allowed."""
    return (
        outer.x0 - 1 <= inner.x0
        and outer.top - 1 <= inner.top
        and outer.x1 + 1 >= inner.x1
        and outer.bottom + 1 >= inner.bottom
    )


def _touch(one: Box, other: Box) -> bool:
    return (
        one.x0 - TOUCH < other.x1
        and other.x0 - TOUCH < one.x1
        and one.top - TOUCH < other.bottom
        and other.top - TOUCH < one.bottom
    )
