"""Who attended: lists of names in every layout, with party, role, title, who is replaced, which items.

A list stands in columns of names, or in a table with party and role in columns of their own, or in running
text. The label above or beside it says what its people were, words after a name may say otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...schema.record import Role
from ..landmarks import party_column
from ..landmarks.labels import Field
from ..names import name_wraps, parties, people
from ..text import passage
from ..text.draft import Draft
from ..text.fold import fold
from ..text.passage import Passage, of_cells, of_row, of_rows
from ..text.rows import Cell, Row, boxed
from . import attendance_table, attendees, officials, party_ahead

_BY_LABEL = {
    "members": Role.LEDAMOT,
    "serving": Role.TJANSTGORANDE_ERSATTARE,
    "deputies": Role.ERSATTARE,
    "others": Role.TJANSTEPERSON,
    "union": Role.OVRIG,
}
_PARTY_CELL = re.compile(r"\(?(?P<party>[A-ZÅÄÖ]{1,5}|ÖrP|[a-zåäö]{1,3}|[-–])\)?")
_SEPARATED = re.compile(r"\([^)]{1,6}\)(?:, [a-zåäö :1-2]+)?(?:,| och| samt) [A-ZÅÄÖ]\S* [A-ZÅÄÖ]")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_PARTY = re.compile(parties.PARTY)
_EMPTY = re.compile(r"[\W_]*")


def drafts(fields: Sequence[Field]) -> list[Draft]:
    """Everyone in the lists, each once, in order."""
    found: list[Draft] = []
    signed = next((index for index, field in enumerate(fields) if field.name == "signatures"), len(fields))
    known = party_column.codes(row for field in fields if field.name in _BY_LABEL for row in field.rows)
    serving = _serving(fields)
    ahead = any(party_ahead.is_led(field.rows) for field in fields if len(field.rows) > 1)
    lists = [field for field in fields if field.name in _BY_LABEL and field.rows]
    crossed = any(attendance_table.is_crossed(field.rows) for field in lists)
    for index, field in enumerate(fields):
        if field.name in _PRESIDING and index < signed:
            found += _presiding(field, _PRESIDING[field.name])
        role = _BY_LABEL.get(field.name)
        if role is None:
            continue
        if field is serving:
            role = Role.TJANSTGORANDE_ERSATTARE
        rows = attendance_table.present(field.rows) if crossed else field.rows
        if ahead and party_ahead.is_led(rows):
            found += party_ahead.drafts(rows, role)
            continue
        rows = party_column.apart(rows, known)
        listed = list(attendance_table.drafts(rows, role))
        if attendance_table.tells_presence(rows) or (
            len(listed) > len(rows) / 2 and not _left_out(rows, listed)
        ):
            found += listed
            continue
        found += _by_groups(lines(rows), role)
    return together(found)


def _serving(fields: Sequence[Field]) -> Field | None:
    """The deputies listed with the members, where those who do not serve have a list of their own below.

    "Beslutande / Ledamöter / Ersättare", "Övriga närvarande / Ersättare": the first ones served; so did they
    where "Beslutande" only heads the lists of both.
    """
    listed = [field for field in fields if field.name in _BY_LABEL]
    for above, field in pairwise(listed):
        if above.name == "members" and field.name == "deputies" and fold(field.label.text) == "ersättare":
            at = listed.index(field)
            heads = [one for one in listed[:at] if fold(one.label.text) == "beslutande" and not one.rows]
            below = [one for one in listed[at + 1 :] if one.name == "deputies"]
            return field if heads or below or _is_stacked(above.label) else None
    return None


def _is_stacked(label: Passage) -> bool:
    """Whether a label is two, one below the other: "Beslutande" above "Ledamöter"."""
    words = [span.word for span in label.spans]
    tops = {word.box.top for word in words if word.box}
    return len(tops) > 1 and fold(words[0].text) == "beslutande" and words[-1].text[0].isupper()


def _left_out(rows: Sequence[Row], listed: Sequence[Draft]) -> bool:
    """Whether rows name people alone that a table does not tell of: then they stand in no table."""
    told = {str(one["name"].value) for one in listed}
    return any(len(row.cells) == 1 and people.is_name(row.text) and row.text not in told for row in rows)


def _by_groups(listed: Sequence[Passage], role: Role) -> Iterator[Draft]:
    """The people of logical lines, those below a party's name of that party."""
    group: people.Mention | None = None
    partied = any(people.with_party(line) for line in listed)
    for line in listed:
        heading = parties.heads_group(line)
        group = heading or group
        official = partied and role is not Role.LEDAMOT and _names_official(line)
        for one in [] if heading else attendees.of_line(line, Role.TJANSTEPERSON if official else role):
            joins = group is not None and one["party"] is None and one["title"] is None
            yield one | {"party": group.draft["party"]} if joins and group else one


def _names_official(line: Passage) -> bool:
    """Whether a line among people with parties names one with a title instead: "Bo Ek, kommunchef"."""
    name, _, title = line.text.partition(", ")
    return people.is_name(name) and people.is_title(title.split(",")[0])


_PRESIDING = {"chair": Role.ORDFORANDE, "chair_second": Role.VICE_ORDFORANDE}


def _presiding(field: Field, role: Role) -> Iterator[Draft]:
    """The chair behind a label of the head, where the party shows a member: "Ordförande: Leif Brand (M)"."""
    for line in lines(field.rows[:1]):
        if people.with_party(line):
            yield from attendees.of_line(line, role)


def lines(rows: Sequence[Row]) -> list[Passage]:
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
    pieces = list(_by_rows(rows)) if _is_table(rows) else list(_by_columns(rows))
    joined: list[Passage] = []
    for piece in pieces:
        if joined and not parties.heads_group(joined[-1]) and name_wraps.goes_on(joined[-1].text, piece.text):
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
    if rows[1].x0 < rows[0].x0 - rows[0].height and "," in rows[0].text:
        return True  # it begins behind its label and goes on below this
    goes_on = sum(row.text.endswith((",", " och", " samt")) for row in rows[:-1])
    if goes_on and goes_on >= 0.5 * (len(rows) - 1):
        return True
    crowded = sum(row.text.count(";") + len(_SEPARATED.findall(row.text)) > 0 for row in rows)
    several = any(";" in row.text or len(people.with_party(of_row(row))) > 1 for row in rows)
    return several and crowded >= 0.5 * len(rows)


def _is_table(rows: Sequence[Row]) -> bool:
    """Whether cells after the first say something of the name in the first."""
    second = [row.cells[1].text for row in rows if len(row.cells) > 1]
    attributes = sum(bool(_PARTY_CELL.fullmatch(text)) or not _has_name(text) for text in second)
    return bool(second) and attributes > 0.5 * len(second)


def _has_name(text: str) -> bool:
    return bool(people.WITH_PARTY.search(text)) or people.begins(officials.uncourteous(text))


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


def together(*lists: Sequence[Draft]) -> list[Draft]:
    """Everyone of several lists once, in order; the later list knows more of who is in both.

    A deputy who served for some items only stands in the lists of those who serve and of those who do not.
    """
    told: dict[str, Draft] = {}
    for listed in lists:
        own: dict[str, Draft] = {}
        for draft in listed:
            name = str(draft["name"].value).casefold()
            above = own.setdefault(name, draft)
            if draft["role"] == Role.ERSATTARE.value != above["role"] and (draft["items"] or above["items"]):
                own.setdefault(f"{name} {Role.ERSATTARE.value}", draft)
        told |= own
    return list(told.values())
