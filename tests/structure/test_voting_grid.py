"""One list of members for a whole meeting, with columns of votes for several §§."""

from __future__ import annotations

import pytest

from justera.schema import Record

from .written import structured

HEAD = """\
Lidby kommun                          SAMMANTRÄDESPROTOKOLL                 1 (2)
Kommunfullmäktige                     2020-12-14

Plats och tid            Folkets hus, kl. 17.00-20.48
Sekreterare              Klara Wist

"""

GRID = """\
Närvaro- och voteringslista
                                                      § 7                § 8
Ledamot                  Parti   Närv.   Ersättare    Ja    Nej   Avst.  Ja    Nej   Avst.
Torgny Rask, ordf.       S       X                    X                        X
Elsa Kruse               C       X                    X                  X
Sigrid Holm              M       -       Rune Asp           X            X
Leif Bjurdal             SD      X                          X                        X
Anneli Kvist             V       -
Summa                                                 2     2     0      2     1     1

"""

ITEMS = """\
§ 7   Budget

Kommunfullmäktiges beslut
Budgeten antas.

Omröstning
Omröstning begärs och genomförs.

§ 8   Taxa

Kommunfullmäktiges beslut
Taxan fastställs.

Omröstning
Omröstning begärs och genomförs.

"""


def told(made: Record) -> list[list[tuple[str | None, str]]]:
    return [[(one.name, one.vote.value) for one in vote.roll] for item in made.items for vote in item.votes]


EXPECTED = [
    [("Torgny Rask", "ja"), ("Elsa Kruse", "ja"), ("Rune Asp", "nej"), ("Leif Bjurdal", "nej")],
    [("Torgny Rask", "nej"), ("Elsa Kruse", "ja"), ("Rune Asp", "ja"), ("Leif Bjurdal", "avstar")],
]


def test_a_grid_before_the_items_is_attendance_and_roll_calls() -> None:
    made = structured(HEAD + GRID + ITEMS)
    assert [(one.name, one.party, one.role.value, one.replaces) for one in made.attendance] == [
        ("Torgny Rask", "S", "ordforande", None),
        ("Elsa Kruse", "C", "ledamot", None),
        ("Rune Asp", None, "tjanstgorande_ersattare", "Sigrid Holm"),
        ("Leif Bjurdal", "SD", "ledamot", None),
    ]
    assert told(made) == EXPECTED
    first, second = (vote for item in made.items for vote in item.votes)
    assert (first.yes, first.no, second.yes, second.no, second.abstain) == (2, 2, 2, 1, 1)


def test_a_grid_behind_the_items_leaves_the_last_of_them_alone() -> None:
    made = structured(HEAD + ITEMS + GRID)
    assert told(made) == EXPECTED
    assert all("Sigrid" not in section.text for section in made.items[-1].sections)


def test_an_item_with_a_letter_has_its_own_votes() -> None:
    grid = GRID.replace("§ 7                § 8", "§ 7                § 7 a")
    made = structured(HEAD + grid + ITEMS.replace("§ 8 ", "§ 7 a "))
    assert [item.suffix for item in made.items] == [None, "a"]
    assert told(made) == EXPECTED


def test_columns_of_a_paragraph_alone_hold_words() -> None:
    grid = (
        "Närvaro och röstlängd\n"
        "Ledamot                  Parti   Närv.   Ersättare    § 7      § 8\n"
        "Torgny Rask, ordf.       S       x                    Ja       Nej\n"
        "Elsa Kruse               C       x                    Ja       Ja\n"
        "Sigrid Holm              M       -       Rune Asp     Nej      Ja\n"
        "Leif Bjurdal             SD      x                    Nej      Avst\n"
        "Anneli Kvist             V       -\n\n"
    )
    made = structured(HEAD + grid + ITEMS)
    assert told(made) == EXPECTED
    assert [one.name for one in made.attendance if one.replaces is None] == [
        "Torgny Rask",
        "Elsa Kruse",
        "Leif Bjurdal",
    ]


PRESENCE = """\
Beslutande
Ordinarie ledamöter      Tjg       Ej tjg     § 7 JA   § 7 NEJ   § 7 AVST
Torgny Rask (S)          X                        X
Elsa Kruse (C)           X                                 X
Sigrid Holm (M)
Ersättare
Rune Asp (M)             X § 7                             X
Leif Bjurdal (SD)                  X

"""


def test_columns_of_who_served_beside_those_of_a_vote() -> None:
    made = structured(HEAD + PRESENCE + ITEMS)
    assert told(made)[0] == [("Torgny Rask", "ja"), ("Elsa Kruse", "nej"), ("Rune Asp", "nej")]
    assert [(one.name, one.role.value, one.items) for one in made.attendance] == [
        ("Torgny Rask", "ledamot", None),
        ("Elsa Kruse", "ledamot", None),
        ("Rune Asp", "tjanstgorande_ersattare", "§ 7"),
        ("Leif Bjurdal", "ersattare", None),
    ]


SERVING = """\
Beslutande
Ordinarie ledamöter                       Tjg       Ej tjg     § 7 JA   § 7 NEJ   § 7 AVST
Torgny Rask (S)                           X                        X
Elsa Kruse (C)                            X                                 X
Rune Asp, tjg. ers. för Sigrid Holm, M    X                                 X

"""


def test_who_serves_begins_the_row_and_the_absent_member_behind_is_not_present() -> None:
    made = structured(HEAD + SERVING + ITEMS)
    assert told(made)[0] == [("Torgny Rask", "ja"), ("Elsa Kruse", "nej"), ("Rune Asp", "nej")]
    assert [(one.name, one.role.value) for one in made.attendance] == [
        ("Torgny Rask", "ledamot"),
        ("Elsa Kruse", "ledamot"),
        ("Rune Asp", "tjanstgorande_ersattare"),
    ]


STARRED = """\
Närvarande ersättare     Sigrid Holm (M)

Bilaga 1
Beslutande                    § 7
Torgny Rask         (S)       Ja
*Elsa Kruse         (C)       Nej
Leif Bjurdal        (SD)      Avstår
* tjänstgörande ersättare

"""


def test_a_star_marks_who_served_where_the_list_says_so() -> None:
    made = structured(HEAD + STARRED + ITEMS)
    assert told(made)[0] == [("Torgny Rask", "ja"), ("Elsa Kruse", "nej"), ("Leif Bjurdal", "avstar")]
    assert [one.role.value for one in made.attendance][:3] == [
        "ledamot",
        "tjanstgorande_ersattare",
        "ledamot",
    ]
    remote = structured(HEAD + STARRED.replace("* tjänstgörande ersättare", "* på distans") + ITEMS)
    assert [one.role.value for one in remote.attendance][:3] == ["ledamot"] * 3


def test_a_misread_number_over_the_columns_is_told_by_its_counts() -> None:
    counted = ITEMS.replace("genomförs.", "genomförs. Med 2 ja-röster mot 2 nej-röster antas den.", 1)
    counted = counted[::-1].replace(
        "genomförs."[::-1], "genomförs. Med 2 ja mot 1 nej fastställs den."[::-1], 1
    )
    assert told(structured(HEAD + GRID.replace("§ 8", "§ 3") + counted[::-1])) == EXPECTED


NUMBERED = """\
Närvaro- och voteringslista
                                                                     {first:<22}{second}
Ledamot                   Parti Närv. Ersättare                      Ja    Nej   Avst.     Ja    Nej   Avst.
"""

SERVED = """\
Torgny Rask, ordf.        S     X                                    X                           X
Elsa Kruse, fr.o.m. § 8   C     X     Rune Asp (C), § 7              X                     X
Sigrid Holm, §§ 1-7       M     X     Leif Bjurdal (M), fr.o.m. § 8        X               X
Summa                                                                2     1     0         2     1     0

"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Omröstning 1, § 7", "Omröstning 2, § 8"),
        ("Votering nr 1 § 7", "Votering nr 2 § 8"),
        ("Omr. 1, § 7", "Omr. 2, § 8"),
    ],
)
def test_numbered_votes_head_their_columns(first: str, second: str) -> None:
    made = structured(HEAD + NUMBERED.format(first=first, second=second) + SERVED + ITEMS)
    assert told(made) == [
        [("Torgny Rask", "ja"), ("Rune Asp", "ja"), ("Sigrid Holm", "nej")],
        [("Torgny Rask", "nej"), ("Elsa Kruse", "ja"), ("Leif Bjurdal", "ja")],
    ]


def test_a_member_and_a_deputy_who_were_there_for_different_items_attended_both() -> None:
    made = structured(HEAD + NUMBERED.format(first="§ 7", second="§ 8") + SERVED + ITEMS)
    assert [(one.name, one.role.value, one.items) for one in made.attendance] == [
        ("Torgny Rask", "ordforande", None),
        ("Elsa Kruse", "ledamot", "fr.o.m. § 8"),
        ("Rune Asp", "tjanstgorande_ersattare", "§ 7"),
        ("Sigrid Holm", "ledamot", "§§ 1-7"),
        ("Leif Bjurdal", "tjanstgorande_ersattare", "fr.o.m. § 8"),
    ]


def test_a_misread_sign_over_votes_is_told_by_that_of_the_votes_beside_it() -> None:
    first, second = "Omröstning 1, 87", "Omröstning 2, § 7"
    made = structured(HEAD + NUMBERED.format(first=first, second=second) + SERVED + ITEMS)
    assert told(made)[0] == [("Torgny Rask", "ja"), ("Rune Asp", "ja"), ("Sigrid Holm", "nej")]
    lost = structured(HEAD + NUMBERED.format(first=first, second="Omröstning 2, § 8") + SERVED + ITEMS)
    assert told(lost) == [], "nothing beside it tells which § it was"
