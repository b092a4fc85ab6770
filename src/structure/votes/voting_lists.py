"""Voting lists: tables with a column for each choice, names below choices, names with the choice behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...schema.record import VoteChoice
from ..attendance import attendance_table
from ..landmarks import party_column
from ..landmarks.choices import COUNTS, WORDS, ballot, of_head
from ..names import people, surname_first
from ..text.draft import Draft, Found
from ..text.fold import fold
from ..text.passage import of_cells, of_row
from ..text.rows import Cell, Row
from . import columns_of_marks, columns_of_names, list_rows

_MARK = re.compile(r"^(?:[xX×✓✗√•●■*+1]|xX|Xx|XX)$")


def is_table(rows: Sequence[Row]) -> bool:
    """Whether a row heads the columns of a voting list, or rows end in people's choices in words."""
    return any(choice_columns(row) for row in rows) or sum(map(_is_worded, rows)) > 1


def _is_worded(row: Row) -> bool:
    """Whether a row is somebody's choice in words: "Åsa Öhrn | S | Ja"."""
    worded = len(row.cells) > 1 and fold(row.cells[-1].text) in WORDS
    return worded and bool(people.is_name(row.cells[0].text) or people.WITH_PARTY.match(row.cells[0].text))


def table(rows: Sequence[Row]) -> list[Draft]:
    """The ballots of a table with a column for each choice, or with the choice in words."""
    columns: dict[VoteChoice, float] = {}
    deputies = False
    rows = surname_first.turned([list_rows.cleaned(row) for row in rows])
    found = columns_of_names.read(rows)
    if len(found) > 1:
        return found
    marks = columns_of_marks.read(rows, choice_columns, _persons)
    for index, row in enumerate(rows):
        if heads := choice_columns(row):
            columns, deputies = heads, deputies or attendance_table.names_deputies(row)
        named = _persons(row)[::-1] if deputies else _persons(row)
        choice = marks.get(index) or (_choice(row, columns) if named else None)
        if named and choice:
            found.append(_ballot(named, choice))
    return found


def _ballot(named: Sequence[people.Mention], choice: VoteChoice) -> Draft:
    """The vote of the first person, a deputy of the second."""
    replaced = named[1].name if len(named) > 1 else None
    return ballot(named[0], choice) | ({"replaces": Found(replaced.text, replaced)} if replaced else {})


_SUM = re.compile(r"(?:summa|totalt|antal(?: röster)?|resultat|s:a|röster)\b\W*", re.IGNORECASE)


def sums(rows: Sequence[Row]) -> dict[str, Found]:
    """What the sums below a voting list's columns say; empty where nothing or not all can be told."""
    columns: dict[VoteChoice, float] = {}
    found: dict[str, Found] = {}
    for row in rows:
        if heads := choice_columns(row):
            columns = heads
            found |= dict(_headed(row))
        if not columns or not (is_sum(row) or columns_of_names.are_counts(row, len(columns))):
            continue
        whole = of_row(row)
        counts = [one for one in zip(whole.spans, words(row), strict=True) if one[1][0].isdecimal()]
        ordered = sorted(columns, key=lambda one: columns[one]) if len(counts) == len(columns) else []
        for index, (span, (word, x0, x1)) in enumerate(counts):
            place = columns_of_marks.column_of((x0 + x1) / 2, columns)
            choice = ordered[index] if ordered else place
            if choice is not None:
                found[COUNTS[choice]] = Found(int(word), whole.part(span.start, span.end))
    return found if {"yes", "no"} <= found.keys() else {}


def _headed(row: Row) -> Iterator[tuple[str, Found]]:
    """The counts beside the choices that head columns: "Ja (7) | Nej (1)"."""
    for cell in row.cells:
        choice, count = of_head(cell.text), _COUNT.search(cell.text)
        if choice and count:
            yield COUNTS[choice], Found(int(count["n"]), of_cells([(cell, row.page)]).group(count, "n"))


_COUNT = re.compile(r"(?P<n>\d{1,3})\W*$")


def outside(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows above a headed list and those below its last ballot or sum: running text."""
    heads = [index for index, row in enumerate(rows) if choice_columns(row)]
    if not heads:
        return [row for row in rows if not _is_worded(row)]
    told = [index for index, row in enumerate(rows) if is_sum(row) or _persons(row)]
    last = max((index for index in told if index > heads[0]), default=heads[0])
    ends = next((index for index in range(heads[0] + 1, last) if _is_prose(rows, index)), last + 1)
    return [*rows[: heads[0]], *rows[ends:]]


def _is_prose(rows: Sequence[Row], index: int) -> bool:
    """Whether a row and the one below it are of one cell and no list: text goes on below a list."""
    pair = rows[index : index + 2]
    return all(len(row.cells) == 1 and len(row.words) > MOST_HEAD_WORDS / 2 for row in pair)


def _persons(row: Row) -> list[people.Mention]:
    """Who a row of a list names; a sentence is none."""
    if len(row.cells) == 1 and len(row.words) > MOST_HEAD_WORDS:
        return []
    told = people.with_party(of_row(row))
    return told if told and told[0].start == 0 else _in_cells(row) or told


def _in_cells(row: Row) -> list[people.Mention]:
    """Who the first cells name, the party in a cell behind: "Åsa Öhrn | Nils Ek | S | X"."""
    named = [cell for cell in row.cells if people.is_name(cell.text.split(",")[0])]
    if not named or named[0] is not row.cells[0]:
        return []
    rest = [cell for cell in row.cells if cell not in named]
    if len(named) > 2 or not rest:
        return []
    first = party_column.mention(replace(row, cells=(row.cells[0], *rest)))
    told = [cell for cell in rest if not _is_choice(cell.text)]
    unread = len(told) == 1 and len(told[0].text) <= LONGEST_CODE and told[0] is rest[0] and len(rest) > 1
    if first is None and not (named and (not told or unread)):
        return []
    others = [of_cells([(cell, row.page)]) for cell in named]
    people_named = [people.Mention(one, None, None, 0, len(one.text)) for one in others]
    return [first[0], *people_named[1:]] if first else people_named


LONGEST_CODE = 4
"""Letters of a party's code that could not be read: "A D"."""


def is_sum(row: Row) -> bool:
    """Whether a row is the sums below a list."""
    return _SUM.match(row.text) is not None


def choices(row: Row) -> list[tuple[VoteChoice, float]]:
    """The choices that a row names, each with the middle of its word in points."""
    return [(choice, (x0 + x1) / 2) for word, x0, x1 in words(row) if (choice := WORDS.get(fold(word)))]


def choice_columns(row: Row) -> dict[VoteChoice, float]:
    """Where the middle of each choice's column is, if the row heads them."""
    told = len(row.cells) < 2 or len(row.words) > MOST_HEAD_WORDS or any(map(is_said, row.cells))
    if (told and not _only_choices(row)) or any(_COUNTED.match(cell.text) for cell in row.cells):
        return {}
    places = dict(choices(row))
    if places.keys() == {VoteChoice.NEJ, VoteChoice.AVSTAR} and len(row.cells) > 2:
        nej = places[VoteChoice.NEJ]  # "Ja" was lost: it stands as far before "Nej" as that before "Avstår"
        places[VoteChoice.JA] = 2 * nej - places[VoteChoice.AVSTAR]
    return places if {VoteChoice.JA, VoteChoice.NEJ} <= places.keys() else {}


_COUNTED = re.compile(r"\d{1,3} ?(?:ja|nej)\b", re.IGNORECASE)
""" "6 ja | 4 nej": a result in cells, no heads."""


def lost_head(rows: Sequence[Row]) -> bool:
    """Whether the head of the column of Ja could not be read, so that its place is inferred."""
    heads = next((row for row in rows if choice_columns(row)), None)
    return heads is not None and all(
        WORDS.get(fold(word)) is not VoteChoice.JA for word, _, _ in words(heads)
    )


MOST_HEAD_WORDS = 12
"""A row of more words heads no columns."""

MOST_HEADING_WORDS = 4
"""A choice within a cell of more words stands in a sentence."""


def is_said(cell: Cell) -> bool:
    """Whether a cell tells of choices: "Ja för bifall, nej för avslag"; "Ja Nej Avst Ja Nej" does not."""
    chosen = [fold(word.text) in WORDS for word in cell.words]
    return len(chosen) > MOST_HEADING_WORDS and 0 < sum(chosen) <= len(chosen) / 2


def _only_choices(row: Row) -> bool:
    """Whether a row without wide gaps says nothing but choices: "Ja Nej Avstår", not a sentence with both."""
    return all(fold(word.text) in WORDS for word in row.words)


def words(row: Row) -> list[tuple[str, float, float]]:
    """The words of a row with where each begins and ends, in points, or characters for text input."""
    found = []
    for cell in row.cells:
        at = cell.x0
        for word in cell.words:
            if word.box:
                found.append((word.text, word.box.x0, word.box.x1))
            else:
                found.append((word.text, at, at + len(word.text)))
                at += len(word.text) + 1
    return found


def _is_choice(text: str) -> bool:
    return _MARK.match(text) is not None or fold(text) in WORDS


def _choice(row: Row, columns: dict[VoteChoice, float]) -> VoteChoice | None:
    """The choice that a row with a name ends in, in words or as a mark in a column."""
    last = row.words[-1].text
    if columns and _MARK.match(last):
        _, x0, x1 = words(row)[-1]
        return columns_of_marks.column_of((x0 + x1) / 2, columns)
    persons = people.with_party(of_row(row))
    between = of_row(row).text[persons[-1].end : len(row.text) - len(last)] if persons else ""
    alone = row.cells[-1].text == last and len(row.cells) > (3 if persons else 1)
    return WORDS.get(fold(last)) if alone or (persons and not re.search(r"\w", between)) else None
