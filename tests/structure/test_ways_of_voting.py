"""Roll calls and results as boards tell them in running text, and two votes of one table."""

from __future__ import annotations

import pytest

from justera.schema.record import Item

from .written import structured

HEAD = (
    "Åsmåla kommun\nKommunstyrelsen\nProtokoll 2021-03-04\n\n"
    "Beslutande          Bo Ek (S), ordförande\n"
    "                    Eva Ås (M)\n"
    "                    Karin Öst (V)\n"
    "                    Nils Alm (C)\n\n"
    "§ 3  Ny bro över ån\n\n"
)
TAIL = (
    "\n\n§ 4  Delgivningar\n\nSammanfattning\n"
    "Kontoret redovisar de skrivelser som har kommit in och hur de har besvarats sedan det förra mötet.\n"
)

THREE_TO_ONE = {"Bo Ek": "ja", "Karin Öst": "ja", "Nils Alm": "ja", "Eva Ås": "nej"}


def item(text: str) -> Item:
    return structured(HEAD + text + TAIL).items[0]


@pytest.mark.parametrize(
    "text",
    [
        "Tre ledamöter röstar ja: Bo Ek, Karin Öst, Nils Alm. En röstar nej: Eva Ås.",
        "Vid upprop röstade följande ja: Bo Ek, Karin Öst, Nils Alm. Följande röstade nej: Eva Ås.",
        "Utfallet blir 3 ja-röster, Bo Ek (S), Karin Öst (V), Nils Alm (C) och 1 nej-röst, Eva Ås (M).",
        "Ja: 3 (Bo Ek, Karin Öst, Nils Alm)\nNej: 1 (Eva Ås)",
        "JA 3: Bo Ek, Karin Öst, Nils Alm\nNEJ 1: Eva Ås",
        "• Ja: Bo Ek (S), Karin Öst (V), Nils Alm (C)\n• Nej: Eva Ås (M)",
        "- Ja: Bo Ek, Karin Öst, Nils Alm\n- Nej: Eva Ås",
        "Vid namnupprop avgåvo Bo Ek, Karin Öst och Nils Alm ja samt Eva Ås nej.",
    ],
)
@pytest.mark.parametrize("heading", ["Omröstning\n", ""])
def test_who_voted_what(text: str, heading: str) -> None:
    (vote,) = item(heading + text).votes
    assert {one.name: one.vote.value for one in vote.roll} == THREE_TO_ONE


@pytest.mark.parametrize(
    "text",
    [
        "Ja: Bo Ek (S), Karin Öst (V), Nils Alm (C) – 3 röster\nNej: Eva Ås (M) – 1 röst",
        "Omröstningen utfaller med tre (3) ja-röster och en (1) nej-röst.",
        "Ordföranden finner efter handuppräckning att 3 ledamöter röstat för förslaget och 1 ledamot emot.",
        "Voteringen utföll sålunda med 3 ja mot 1 nej.",
        "Bo Ek          ja\nEva Ås         nej\nKarin Öst      ja\n\n               3ja     1nej",
    ],
)
def test_how_many_voted_what(text: str) -> None:
    assert [(one.yes, one.no) for one in item(f"Omröstning\n{text}").votes] == [(3, 1)]


def test_a_choice_read_below_its_persons_row_is_hers() -> None:
    (vote,) = item(
        "Omröstning\n"
        "Bo Ek        S     Ja\n"
        "Eva Ås       M     Nej\n"
        "Karin Öst    V\n"
        "                   Ja\n"
        "Nils Alm     C     Ja\n"
    ).votes
    assert {one.name: one.vote.value for one in vote.roll} == THREE_TO_ONE


def test_two_votes_side_by_side_may_have_different_choices() -> None:
    made = item(
        "Omröstning\nVotering 1: Ja för bifall, nej för avslag.\n"
        "Votering 2: Ja för bifall till tillägget, nej för avslag på detsamma.\n\n"
        "            Votering 1          Votering 2\n"
        "Ledamot     Ja   Nej   Avst     Ja   Nej\n"
        "Bo Ek       x                   x\n"
        "Eva Ås           x                   x\n"
        "Karin Öst              x        x\n"
        "Summa       1    1     1        2    1\n"
    )
    assert [(one.yes, one.no, one.abstain) for one in made.votes] == [(1, 1, 1), (2, 1, None)]
    assert [[ballot.vote.value for ballot in one.roll] for one in made.votes] == [
        ["ja", "nej", "avstar"],
        ["ja", "nej", "ja"],
    ]


def test_names_in_columns_below_a_line_that_leads_to_them_voted_so() -> None:
    (vote,) = item(
        "Omröstning\n"
        "Följande ledamöter röstar ja:\n\n"
        "Bo Ek (S)            Eva Ås (M)\n"
        "Karin Öst (V)\n\n"
        "Följande röstade nej:\n\n"
        "Nils Alm (C)         Åke By (L)\n\n"
        "Följande ledamöter avstår från att rösta:\n\n"
        "Siv Rask (MP)\n\n"
        "Omröstningen ger till resultat 3 ja-röster och 2 nej-röster. 1 ledamot avstår.\n"
    ).votes
    assert [(one.name, one.vote.value) for one in vote.roll] == [
        ("Bo Ek", "ja"),
        ("Eva Ås", "ja"),
        ("Karin Öst", "ja"),
        ("Nils Alm", "nej"),
        ("Åke By", "nej"),
        ("Siv Rask", "avstar"),
    ]


def test_the_last_of_an_odd_number_side_by_side_votes_too() -> None:
    (vote,) = item(
        "Omröstning\n"
        "Den som vill bifalla förslaget röstar ja. Den det ej vill röstar nej.\n\n"
        "Bo Ek (S)   ja            Nils Alm (C)   nej\n"
        "Eva Ås (M)   ja           Åke By (L)   nej\n"
        "Karin Öst (V)   ja\n\n"
        "Omröstningen utfaller med tre ja-röster och två nej-röster.\n"
    ).votes
    assert ("Karin Öst", "ja") in [(one.name, one.vote.value) for one in vote.roll]
    assert len(vote.roll) == 5


@pytest.mark.parametrize(
    "lead", ["Kommunstyrelsen godkänner:    Den som bifaller kontorets förslag röstar ja.", ""]
)
def test_choices_behind_people_side_by_side_are_each_ones_own(lead: str) -> None:
    text = (
        "Omröstning\n"
        f"{lead}\n"
        "Bo Ek (S) ja                  Eva Ås (M) nej\n"
        "Karin Öst (V) ja              Nils Alm (C) ja\n\n"
        "Omröstningen utfaller med tre ja-röster och en nej-röst.\n"
    )
    (vote,) = item(text).votes
    assert {one.name: one.vote.value for one in vote.roll} == THREE_TO_ONE
    assert not any(one.replaces for one in vote.roll)
