"""Who reserves and who states something, in the ways in which boards say it."""

from __future__ import annotations

import pytest

from justera.schema.record import Item

from .written import structured

HEAD = (
    "Åsmåla kommun\nKommunstyrelsen\nProtokoll 2021-03-04\n\n"
    "Beslutande          Bo Ek (S), ordförande\n"
    "                    Eva Lund (M)\n"
    "                    Karin Öst (V)\n"
    "                    Nils Alm (C)\n\n"
    "§ 3  Ny bro över ån\n\nBeslut\nBron byggs.\n\n"
)


def item(text: str) -> Item:
    return structured(f"{HEAD}{text}\n").items[0]


def reserving(text: str) -> list[list[tuple[str | None, str | None]]]:
    return [[(who.name, who.party) for who in one.by] for one in item(text).reservations]


EVA, KARIN, NILS = ("Eva Lund", "M"), ("Karin Öst", "V"), ("Nils Alm", "C")


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Reservation\nMot beslutet reserverar sig:\nEva Lund (M)\nNils Alm (C)", [[EVA, NILS]]),
        ("Mot beslutet anmäles reservation av Eva Lund (M).", [[EVA]]),
        ("Häremot anmälde herr Alm sin reservation.", [[NILS]]),
        ("Reservationer\n(M) Bron är för dyr.\n\n(C) Bron ligger fel.", [[(None, "M")], [(None, "C")]]),
    ],
)
def test_who_reserves(text: str, by: list[list[tuple[str | None, str | None]]]) -> None:
    assert reserving(text) == by


def test_a_party_behind_all_is_that_of_those_whom_an_office_parts_from_it() -> None:
    text = "Vice ordföranden Ida Ros, ledamöterna Per Vik och Kaj Dal (alla S) reserverar sig mot beslutet."
    assert reserving(f"Reservation\n{text}") == [[("Ida Ros", "S"), ("Per Vik", "S"), ("Kaj Dal", "S")]]


@pytest.mark.parametrize("said", ["anmäler ersättaryttrande.", "lämnar ett yttrande."])
def test_who_states_something_by_name_alone(said: str) -> None:
    (statement,) = item(f"Anteckning\nKarin Öst {said}").statements
    assert [(who.name, who.party) for who in statement.by] == [KARIN]


def test_a_party_by_its_name_has_the_letters_of_the_other_codes() -> None:
    small = HEAD.replace("(S)", "(s)").replace("(M)", "(m)").replace("(V)", "(v)").replace("(C)", "(c)")
    text = "Reservation\nCenterpartiets ledamöter och Miljöpartiet reserverar sig mot beslutet.\n"
    (reservation,) = structured(small + text).items[0].reservations
    assert [who.party for who in reservation.by] == ["c", "mp"]


def test_a_party_that_the_end_of_a_line_parted_from_its_name_begins_no_list() -> None:
    small = HEAD.replace("(S)", "(s)").replace("(M)", "(m)").replace("(V)", "(v)").replace("(C)", "(c)")
    text = (
        "Reservation\n"
        "Bo Ek (s), Eva Lund (m), Nils Alm (c), Märta Kristina Söderbaum (s) och Karin Öst\n"
        "(v) reserverar sig mot beslutet till förmån för det egna yrkandet om en smalare bro\n"
        "över ån.\n"
    )
    (reservation,) = structured(small + text).items[0].reservations
    assert (reservation.by[-1].name, reservation.by[-1].party) == ("Karin Öst", "v")
