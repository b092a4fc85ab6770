"""Lists behind the minutes belong to the item that names them, and to no other."""

from __future__ import annotations

from .written import PAGE, structured

MINUTES = """\
Åsmåla kommun                    PROTOKOLL                 1 (3)
Kommunfullmäktige                2019-05-14

§ 43
Taxa för vatten

Beslut
Kommunfullmäktige antar taxan.

Omröstning
Omröstningen utfaller med 2 Ja mot 1 Nej. Hur var och en röstar framgår av bilaga 2.

§ 44
Val av ersättare
Beslut
Ärendet bordläggs.
"""

PRESENT = """\
Åsmåla kommun                    PROTOKOLL                 2 (3)
Kommunfullmäktige                2019-05-14

Bilaga 1

Plats    Ledamot           Parti    Ankom     Utgick
1        Ek, Bo            S        15:14     21:26
2        Ås, Eva           M        15:14     21:26
"""

BALLOTS = """\
Åsmåla kommun                    PROTOKOLL                 3 (3)
Kommunfullmäktige                2019-05-14

Bilaga 2
Ärende: 9
Antal Ja: 2
Antal Nej: 1

Namn                 Parti      Plats      Funktion       Resultat
Bo Ek                S          1          Ordförande     Ja
Eva Ås               M          2          Ledamot        Nej
Karin Öst            V          3          Ledamot        Ja
"""


def test_a_numbered_list_belongs_to_the_item_that_names_it() -> None:
    voted, last = structured(MINUTES + PAGE + PRESENT + PAGE + BALLOTS).items
    (vote,) = voted.votes
    assert (vote.yes, vote.no) == (2, 1)
    assert [(ballot.name, ballot.vote.value) for ballot in vote.roll] == [
        ("Bo Ek", "ja"),
        ("Eva Ås", "nej"),
        ("Karin Öst", "ja"),
    ]
    assert last.votes == ()
    assert [section.text for section in last.sections] == ["Ärendet bordläggs."]
