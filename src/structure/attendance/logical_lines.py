"""The logical lines of a list of people: running text, a table row by row, columns one after another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..names import name_wraps, parties, people
from ..text import passage
from ..text.passage import Passage, of_cells, of_row, of_rows
from ..text.rows import Cell, Row, boxed
from . import attendance_table, attendee, titled_names

_PARTY_CELL = re.compile(r"\(?(?P<party>[A-ZÅÄÖ]{1,5}|ÖrP|[a-zåäö]{1,3}|[-–])\)?")
_SEPARATED = re.compile(r"\([^)]{1,6}\)(?:, [a-zåäö :1-2]+)?(?:,| och| samt) [A-ZÅÄÖ]\S* [A-ZÅÄÖ]")
_ANOTHER = re.compile(rf"(?:,| och| samt) {people.NAME_WORD} (?={people.NAME_WORD})(?![^,]*\()")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_PARTY = re.compile(parties.PARTY)
_EMPTY = re.compile(r"[\W_]*")


def of_list(rows: Sequence[Row]) -> list[Passage]:
    """The logical lines of a list: running text, row by row, or column by column."""
    return entries(
        [row for row in rows if not _EMPTY.fullmatch(row.text) and not attendance_table.is_head(row)]
    )


def entries(rows: Sequence[Row]) -> list[Passage]:
    """The logical lines of rows that all list somebody."""
    rows = [_mended(row) for row in rows]
    rows = [_parted(row, starts) for row in rows] if (starts := _starts(rows)) else rows
    if _is_running(rows):
        return of_rows(rows).split("; ")
    single = all(len(row.cells) == 1 for row in rows)
    pieces = list(_by_rows(rows)) if single or _is_table(rows) else list(_by_columns(rows))
    joined: list[Passage] = []
    grouped = bool(pieces) and parties.heads_group(pieces[0]) is not None
    for piece in pieces:
        heads = parties.heads_group(joined[-1]) if joined else None
        heads = heads or (parties.heads_group(piece) if grouped else None)
        if joined and not heads and name_wraps.goes_on(joined[-1].text, piece.text):
            joined[-1] = name_wraps.joined(joined[-1], piece)
        else:
            joined.append(piece)
    return joined


def _mended(row: Row) -> Row:
    """The row with a name put together that a reader took for two columns: "Folke | Tägtgren (fp)"."""
    cells = list(row.cells)
    for index in range(len(cells) - 1, 0, -1):
        left, right = cells[index - 1], cells[index]
        near = right.x0 - left.x1 < WIDE_SPACE * max(row.height, 1.0)
        if near and _GIVEN.fullmatch(left.text) and _SURNAME.match(right.text):
            cells[index - 1 : index + 1] = [Cell((*left.words, *right.words), left.x0, right.x1)]
    return row if len(cells) == len(row.cells) else replace(row, cells=tuple(cells))


def _starts(rows: Sequence[Row]) -> list[float]:
    """Where the columns right of the first one begin: so many cells begin at the same place."""
    counted = Counter(round(cell.x0) for row in rows for cell in row.cells[1:])
    return [start for start, count in counted.items() if count >= LEAST_IN_COLUMN]


LEAST_IN_COLUMN = 3


def _parted(row: Row, starts: Sequence[float]) -> Row:
    """The row with a cell parted where a column begins within it: a long entry ends close to the next."""
    cells: list[Cell] = []
    for cell in row.cells:
        at = next(
            (
                index
                for index, word in enumerate(cell.words)
                if index and word.box and any(abs(word.box.x0 - start) <= SAME_PLACE for start in starts)
            ),
            None,
        )
        cells += [cell] if at is None else [boxed(cell.words[:at]), boxed(cell.words[at:])]
    return row if len(cells) == len(row.cells) else replace(row, cells=tuple(cells))


SAME_PLACE = 1.0
"""How far, in points, a word may begin from where its column does."""

_GIVEN = re.compile(rf"{people.NAME_WORD}")
_SURNAME = re.compile(rf"{people.NAME_WORD}(?:\s*{parties.PARTY}|,|$)")
WIDE_SPACE = 2.5
"""A space of this width, in heights of letters, may still stand between a given name and a surname."""


def _is_running(rows: Sequence[Row]) -> bool:
    """Whether the list is running text: several people a row, parted by commas or semicolons."""
    if any(len(row.cells) > 1 for row in rows):
        return False
    if len(rows) < 2 or sum(bool(_NUMBERED.match(row.text)) for row in rows) > 1:
        return False
    if people.begins(rows[0].text) and any(_begins_anew(*pair) for pair in pairwise(rows)):
        return False
    if rows[1].x0 < rows[0].x0 - rows[0].height and "," in rows[0].text and not all(map(_is_entry, rows)):
        return True  # it begins behind its label and goes on below this
    goes_on = sum(row.text.endswith((",", " och", " samt")) for row in rows[:-1])
    if goes_on and goes_on >= 0.5 * (len(rows) - 1):
        return True
    bare = [len(_ANOTHER.findall(row.text)) > 1 for row in rows]  # "Åsa Ek, ordförande, Bo Öst, Nils Lund"
    crowded = sum(row.text.count(";") + len(_SEPARATED.findall(row.text)) > 0 for row in rows) + sum(bare)
    several = any(bare) or any(";" in row.text or len(people.with_party(of_row(row))) > 1 for row in rows)
    return several and crowded >= 0.5 * len(rows)


def _begins_anew(above: Row, row: Row) -> bool:
    """Whether a row begins with another's name though nothing parts it from the row above."""
    return bool(
        _ENDED.search(above.text)
        and not attendee.REPLACES.search(above.text)
        and _BEGUN.match(row.text)
        and people.begins(row.text)
    )


_ENDED = re.compile(r"(?:\)|^(?!.*(?:,|\boch|\bsamt) [a-zåäö.]+$).*[a-zåäö]{4})$")
_BEGUN = re.compile(rf"{people.NAME_WORD} {people.NAME}(?:,|$| \()")
""" "ekonomichef" above "Åsa Ek, rektor": in running text a comma stands between."""


def _is_entry(row: Row) -> bool:
    """Whether a row is one person with what is said of them, and ends: "Bo Ek (M), ordförande"."""
    line = of_row(row)
    told = people.with_party(line) or list(people.bare(line))
    replaced = len(told) == 2 and attendee.REPLACES.search(row.text[: told[1].start]) is not None
    one = len(told) == 1 or replaced
    return one and not told[0].start and not row.text.endswith((",", " och", " samt"))


def _is_table(rows: Sequence[Row]) -> bool:
    """Whether cells after the first say something of the name in the first."""
    second = [row.cells[1].text for row in rows if len(row.cells) > 1]
    attributes = sum(bool(_PARTY_CELL.fullmatch(text)) or not _has_name(text) for text in second)
    return bool(second) and attributes > 0.5 * len(second)


def _has_name(text: str) -> bool:
    return bool(people.WITH_PARTY.search(text)) or people.begins(titled_names.uncourteous(text))


def _by_rows(rows: Sequence[Row]) -> Iterator[Passage]:
    for row in rows:
        whole = of_cells((cell, row.page) for cell in row.cells)
        untitled = people.with_party(whole) or not people.is_name(row.cells[0].text)
        yield (
            whole
            if untitled
            else passage.together([of_cells([(cell, row.page)]) for cell in row.cells], ", ")
        )


def _by_columns(rows: Sequence[Row]) -> Iterator[Passage]:
    """Cells of one column after another; a column is where cells begin at nearly the same place.

    A cell in no column, behind a name without party, goes on with that name: typewriters leave wide gaps.
    """
    columns: list[tuple[float, list[tuple[Cell, int]]]] = []
    for row in rows:
        tolerance = 2.5 * row.height
        for cell in row.cells:
            for start, cells in columns:
                if abs(start - cell.x0) <= tolerance:
                    cells.append((cell, row.page))
                    break
            else:
                columns.append((cell.x0, [(cell, row.page)]))
    strays = {id(cells[0][0]) for _, cells in columns if len(cells) == 1} if len(rows) > 3 else set()
    following = {
        id(left): (right, row.page)
        for row in rows
        for left, right in pairwise(row.cells)
        if id(right) in strays and id(left) not in strays and not _PARTY.search(left.text)
    }
    taken = {id(right) for right, _ in following.values()}
    for _, cells in sorted(columns, key=lambda column: column[0]):
        for cell, page in cells:
            if id(cell) not in taken:
                yield of_cells([(cell, page), *([following[id(cell)]] if id(cell) in following else [])])
