"""One person, one name: shorter and misread spellings are the attendee's, as written in the evidence."""

from __future__ import annotations

import pytest

from justera.structure.names.likeness import skeleton

from .written import structured

MINUTES = """\
Lidby kommun                     SAMMANTRÄDESPROTOKOLL
Miljönämnden                     2016-05-19

Beslutande          Anna Ström (S), ordförande
                    Kurt Ström (C)
                    Jan-Erik Öberg (M)
                    Béatrice Lööf (MP)

§ 51 Bygglov

Beslut
Miljönämnden beslutar att bevilja bygglov.

Yrkanden
Ordföranden yrkar bifall till förslaget.
J-E Öberg (M) yrkar återremiss.

Omröstning
A Ström (S) och K Ström (C) röstar ja.
J-E Öberg (M) och B Lööf (MP) röstar nej.

Reservation
Mot beslutet reserverar sig Öberg (M), Beatrice Lööf och Ström.

§ 52 Information
Miljönämnden beslutar att lägga informationen till handlingarna.
"""


def test_initials_surnames_and_lost_accents_are_the_attendee() -> None:
    item = structured(MINUTES).items[0]
    assert [[one.name for one in motion.by] for motion in item.motions] == [
        ["Anna Ström"],
        ["Jan-Erik Öberg"],
    ]
    assert [ballot.name for ballot in item.votes[0].roll] == [
        "Anna Ström",
        "Kurt Ström",
        "Jan-Erik Öberg",
        "Béatrice Lööf",
    ]
    assert [(one.name, one.party) for one in item.reservations[0].by][:1] == [("Jan-Erik Öberg", "M")]


def test_as_written_stays_in_the_evidence() -> None:
    made = structured(MINUTES)
    places = made.evidence["/items/0/votes/0/roll/0/name"]
    assert places[0].as_written == "A Ström"
    assert made.items[0].votes[0].roll[0].name == "Anna Ström"


def test_a_name_that_fits_two_is_left_as_it_stands() -> None:
    made = structured(MINUTES.replace("A Ström (S) och K Ström (C) röstar ja.", "Ström röstar ja."))
    assert "Anna Ström" not in [ballot.name for ballot in made.items[0].votes[0].roll]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anna Strom", "Anna Ström", True),
        ("Åsa Ohrn", "Asa Öhrn", True),
        ("Anna Berg", "Anna Borg", False),
        ("Bo Ek", "Bo Al", False),
    ],
)
def test_skeletons(one: str, other: str, same: bool) -> None:
    assert (skeleton(one) == skeleton(other)) is same
