"""Voting lists in words or letters: each row names people, each with a choice in every column of votes.

"Åsa Ek | S | Ja | Nej" for two votes; "1 | Åsa Ek | S | J | 16 | Bo Öst | M | N" for two halves of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...schema.record import VoteChoice
from ..landmarks.choices import WORDS, ballot
from ..names import parties, people
from ..text.draft import Draft
from ..text.fold import fold
from ..text.passage import Passage, of_cells
from ..text.rows import Cell, Row
from . import voting_lists

_LETTERS = {
    "j": VoteChoice.JA,
    "n": VoteChoice.NEJ,
    "a": VoteChoice.AVSTAR,
    "f": VoteChoice.FRANVARANDE,
}
LEAST = 3
"""Fewer rows of people with choices are no such list."""

APART = 2.5
"""How far, in heights of letters, choices of one column may begin from each other."""


@dataclass(frozen=True, slots=True)
class WordedList:
    """The ballots of each vote, in the order of the columns, and the rows that they stand in."""

    rolls: list[list[Draft]]
    rows: Sequence[Row]

    def outside(self, rows: Sequence[Row]) -> list[Row]:
        """Those of the rows that are not the list's."""
        own = {id(row) for row in self.rows}
        return [row for row in rows if id(row) not in own]


@dataclass(slots=True)
class _Seat:
    """A person, and the places of the choices behind the name."""

    name: Passage
    party: Passage | None
    choices: list[tuple[float, VoteChoice]] = field(default_factory=list)

    def ballot(self, choice: VoteChoice) -> Draft:
        code = parties.code(self.party.text) if self.party else None
        return ballot(people.Mention(self.name, self.party, code, 0, 0), choice)


def find(rows: Sequence[Row]) -> WordedList | None:
    """The list of several votes, of letters or of halves side by side among rows: those without one head."""
    seated = [(index, seats) for index, row in enumerate(rows) if (seats := list(_seats(row)))]
    if len(seated) < LEAST:
        return None
    rolls: list[list[Draft]] = []
    for half in range(max(len(seats) for _, seats in seated)):
        told = [(rows[index], seats[half]) for index, seats in seated if half < len(seats)]
        places: list[float] = []
        for row, seat in told:
            for x, _ in seat.choices:
                if all(abs(x - place) > APART * max(row.height, 1.0) for place in places):
                    places.append(x)
        places.sort()
        rolls += [[] for _ in places[len(rolls) :]]
        for _, seat in told:
            for x, choice in seat.choices:
                nearest = min(range(len(places)), key=lambda at: abs(places[at] - x))
                rolls[nearest].append(seat.ballot(choice))
    if _is_one_vote(rolls, [seats for _, seats in seated]):
        rolls = [[seat.ballot(seat.choices[0][1]) for _, seats in seated for seat in seats]]
    lettered = any(fold(cell.text) in _LETTERS for cell in rows[seated[0][0]].cells[-1:])
    if len(rolls) == 1 and not lettered and all(len(seats) == 1 for _, seats in seated):
        return None
    end = seated[-1][0] + 1
    while end < len(rows) and voting_lists.is_sum(rows[end]):
        end += 1
    return WordedList(rolls, rows[max(0, seated[0][0] - 1) : end])


def _is_one_vote(rolls: Sequence[Sequence[Draft]], rows: Sequence[Sequence[_Seat]]) -> bool:
    """Whether everybody has one choice, though not below each other: "ja" left, "nej" right of it."""
    return len(rolls) > 1 and all(len(seat.choices) == 1 for seats in rows for seat in seats)


def _seats(row: Row) -> Iterator[_Seat]:
    """The people of a row, each with nothing but a party and choices; none where more stands in it."""
    seats: list[_Seat] = []
    for cell in row.cells:
        text = _unnumbered(cell, row)
        told = people.with_party(text)
        if not text.text:
            continue
        if len(told) == 1 and told[0].name and told[0].start == 0 and told[0].end == len(text.text):
            seats.append(_Seat(told[0].name, told[0].party))
        elif people.is_name(text.text):
            seats.append(_Seat(text, None))
        elif not seats:
            return
        elif choice := WORDS.get(fold(text.text)):
            seats[-1].choices.append((cell.x0, choice))
        elif seats[-1].party is None and not seats[-1].choices and parties.is_bare(text.text):
            seats[-1].party = text
        elif choice := _LETTERS.get(fold(text.text)):
            seats[-1].choices.append((cell.x0, choice))
        else:
            return
    if seats and all(seat.choices for seat in seats):
        yield from seats


def _unnumbered(cell: Cell, row: Row) -> Passage:
    """A cell's text without the number of the seat before it; nothing where it is the number."""
    whole = of_cells([(cell, row.page)])
    number, _, rest = whole.text.partition(" ")
    numbered = number.rstrip(".").isdecimal()
    return whole.part(len(whole.text) - len(rest), len(whole.text)) if numbered else whole
