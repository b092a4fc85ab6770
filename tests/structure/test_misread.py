"""What readers part, lose and confuse, and what must not be made of it."""

from __future__ import annotations

import pytest

from justera.structure.landmarks import case_numbers
from justera.structure.names import people
from justera.structure.text.passage import Passage

from .written import structured


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Dnr KS-201 1-00374", ["KS-2011-00374"]),
        ("Dar KS-201 1-00374", ["KS-2011-00374"]),
        ("Dnr KS 2017/97-04", ["KS 2017/97-04"]),
        ("Dnr 78/840", ["78/840"]),
        ("Diarienummer 551-1234-2018", ["551-1234-2018"]),
        ("enligt BFNAR 2023:1", []),
    ],
)
def test_case_numbers_are_whole_or_not_given(text: str, numbers: list[str]) -> None:
    assert [one.text for one in case_numbers.find(Passage(text))] == numbers


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("S- och V-ledamöterna reserverar sig", ["S", "V"]),
        ("V-ledamöterna reserverade sig", ["V"]),
        ("SD-gruppen reserverar sig", ["SD"]),
    ],
)
def test_parties_as_a_whole(text: str, parties: list[str]) -> None:
    assert [one.code for one in people.everyone(Passage(text))] == parties


def _vote(head: str, tally: str) -> str:
    return f"""\
Lidby kommun
Nämnden för kultur
PROTOKOLL
2016-05-19

Beslutande: Anna Ek (S), ordförande, Bo Al (M), Carl Dal (V)

§ 5 Taxor

Beslut
Taxan antas.

Omröstning
{tally}

{head}
Anna Ek (S)             X
Bo Al (M)                          X
Carl Dal (V)            X
"""


def test_a_lost_head_is_inferred_where_the_tally_bears_it_out() -> None:
    head = "Ledamot                            Nej        Avstår"
    kept = structured(_vote(head, "Med 2 ja-röster mot 1 nej-röst bifalls förslaget."))
    assert [(one.name, one.vote.value) for one in kept.items[0].votes[0].roll] == [
        ("Anna Ek", "ja"),
        ("Bo Al", "nej"),
        ("Carl Dal", "ja"),
    ]
    left = structured(_vote(head, "Med 1 ja-röst mot 2 nej-röster avslås förslaget."))
    assert left.items[0].votes[0].roll == ()


def test_what_yes_and_no_mean_is_no_vote() -> None:
    text = _vote("", "Ja-röst innebar bifall till Bo Al (M)s yrkande. Med 2 ja mot 1 nej bifalls det.")
    made = structured(text.split("Anna Ek (S)             X")[0])
    assert made.items[0].votes[0].roll == ()
    assert (made.items[0].votes[0].yes, made.items[0].votes[0].no) == (2, 1)


def test_the_range_of_the_minutes_is_no_item() -> None:
    made = structured(
        "Lidby kommun\nPROTOKOLL\n2016-05-19\n\nParagraf 1-2\n\n§ 1 Upprop\nNämnden godkänner uppropet.\n\n"
        "§ 2 Budget\nNämnden antar budgeten.\n"
    )
    assert [(item.number, item.title) for item in made.items] == [(1, "Upprop"), (2, "Budget")]


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("'§ 24                  Diarienummer KS 2018/566", 24),
        ("§. 5                   Dnr KS 2018/566", 5),
        ("D§4                    D 573-2014", 4),
        ("D83                    D 519-2014", 3),
        ("817                    Diarienummer 95-0415-110", 17),
        ("s3                     Kollekter under hösten", 3),
    ],
)
def test_what_a_reader_makes_of_the_sign_begins_an_item(heading: str, number: int) -> None:
    made = structured(
        f"""Kvarnsjö kommun         PROTOKOLL
Kommunstyrelsen         2018-06-18

§ {number - 1}                    Val av justerare

Beslut
Ada Ek väljs.

{heading}

Skötsel av Norra parken

Beslut
Planen antas.

§ {number + 1}                    Avslutning

Beslut
Sammanträdet avslutas.
"""
    )
    assert [item.number for item in made.items] == [number - 1, number, number + 1]
