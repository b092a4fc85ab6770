"""Voting lists with each choice at the left of its voters; results in cells; a question is no grid's head."""

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
    "Omröstning\nJa för bifall, nej för avslag.\n"
)


def item(text: str) -> Item:
    return structured(HEAD + text).items[0]


def roll(text: str) -> list[tuple[str, str]]:
    (vote,) = item(text).votes
    return [(one.name, one.vote.value) for one in vote.roll]


ALL = [("Bo Ek", "ja"), ("Eva Ås", "ja"), ("Karin Öst", "nej"), ("Nils Alm", "avstar")]


@pytest.mark.parametrize(
    "text",
    [
        "JA        Bo Ek (S)\n          Eva Ås (M)\nNEJ       Karin Öst (V)\nAVSTÅR    Nils Alm (C)\n",
        "Ja röstar        Bo Ek, Eva Ås\nNej röstar       Karin Öst\nAvstår           Nils Alm\n",
        "Ja-röster (2)    Bo Ek\n                 Eva Ås\nNej-röster (1)   Karin Öst\n"
        "Avstår (1)       Nils Alm\n",
        "Ja      Bo Ek (S),\n        Eva Ås (M)\n\nNej     Karin Öst (V)\n\nAvst    Nils Alm (C)\n",
    ],
)
def test_voters_stand_beside_and_below_their_choice(text: str) -> None:
    assert roll(text) == ALL


def test_the_counts_at_the_right_of_the_voters_are_the_votes() -> None:
    made = item(
        "JA     Bo Ek (S)          2 röster\n       Eva Ås (M)\n"
        "NEJ    Karin Öst (V)      1 röst\n"
        "AVST   Nils Alm (C)       1\n"
    )
    assert [(one.yes, one.no, one.abstain) for one in made.votes] == [(2, 1, 1)]


def test_text_below_such_a_list_is_none_of_it() -> None:
    made = item("Ja      Bo Ek, Eva Ås\nNej     Karin Öst\nNämnden har alltså beslutat att bygga bron.\n")
    assert [len(one.roll) for one in made.votes] == [3]
    assert made.votes[0].result == "Nämnden har alltså beslutat att bygga bron."


def test_a_choice_beside_anything_but_people_makes_no_list() -> None:
    made = item("Ja      Den nya bron byggs i år\nNej     Den gamla bron står kvar\n")
    assert made.votes == ()


@pytest.mark.parametrize("result", ["3 ja       1 nej", "Resultat: 3 ja, 1 nej"])
def test_a_result_in_cells_below_a_list_is_its_count(result: str) -> None:
    made = item(
        f"\nBo Ek          ja\nEva Ås         nej\nKarin Öst      ja\nNils Alm       ja\n\n{result}\n"
    )
    assert [(one.yes, one.no, len(one.roll)) for one in made.votes] == [(3, 1, 4)]


def test_the_question_above_a_list_does_not_head_a_grid() -> None:
    made = structured(HEAD + "\nBo Ek          ja\nEva Ås         nej\n\n§ 4  Delgivningar\n\nInga.\n")
    assert [(one.number, one.title) for one in made.items] == [(3, "Ny bro över ån"), (4, "Delgivningar")]
