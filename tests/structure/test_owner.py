"""Whose document it is: told where it presents itself, never by a sentence, a title or a member."""

from __future__ import annotations

import pytest

from .written import structured

ITEM = "\n§ 3  {title}\n\nHede kommun lämnar förbundet.\n\nStyrelsen beslutar att godkänna avtalet.\n\n"


def owner(head: str, title: str = "Ny bro över ån") -> str | None:
    made = structured(head + ITEM.format(title=title))
    return made.authority.name if made.authority else None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Samordningsförbundet Älvbron | Styrelsen\nProtokoll 2021-03-04\n", "Samordningsförbundet Älvbron"),
        ("Region Nordanmark Södra\nPatientnämnden\nProtokoll 2021-03-04\n", "Region Nordanmark Södra"),
        ("Region Nordanmark Patientnämnden\nProtokoll 2021-03-04\n", "Region Nordanmark"),
        ("Länsstyrelsen\nFjärdslands län\nProtokoll 2021-03-04\n", "Länsstyrelsen Fjärdslands län"),
        ("Protokoll från sammanträde med kommunstyrelsen i Hede kommun den 4 mars 2021\n", "Hede kommun"),
        ("Styrelsen\nProtokoll 2021-03-04\n\nHede kommun är värd för mötet.\n", None),
        ("Styrelsen\nProtokoll 2021-03-04\n\nAnslås på Hede kommuns digitala anslagstavla.\n", "Hede kommun"),
        ("Styrelsen\nProtokoll 2021-03-04\n\nAnslås på Hede kommuns och Åby kommuns webbplatser.\n", None),
        (
            "Protokoll vid sammanträde med fullmäktige i\nVika municipalsamhälle den 4 mars 1926",
            "Vika municipalsamhälle",
        ),
        ("Räddningstjänsten Älvbron\nDirektionen\nProtokoll 2021-03-04\n", "Räddningstjänsten Älvbron"),
        ("Statens fastighetsmuseum\nStyrelsen\nProtokoll 2021-03-04\n", "Statens fastighetsmuseum"),
        ("Arkivförbundet i Älvbron\nStyrelsen\nProtokoll 2021-03-04\n", "Arkivförbundet i Älvbron"),
        ("HÖGSKOLAN I HEDE\nHögskolestyrelsen\nProtokoll 2021-03-04\n", "Högskolan i Hede"),
        (
            "Protokoll fört vid föreningsstämma med Hede\nvägsamfällighet lördagen den 4 mars 2021\n",
            "Hede vägsamfällighet",
        ),
        ("HEDE OCH ÅBY PASTORAT\nKyrkorådet\nProtokoll 2021-03-04\n", "Hede och Åby pastorat"),
        (
            "Styrelsen\nProtokoll 2021-03-04\n\nBeslutande\nÅke Ek (S), Hede kommun\nIda Ros, Åby kommun\n",
            None,
        ),
    ],
)
def test_owner(head: str, expected: str | None) -> None:
    assert owner(head) == expected


def test_a_title_is_spoken_of() -> None:
    assert owner("Styrelsen\nProtokoll 2021-03-04\n", "Avtal med Åhus-Vik kommun") is None


def test_who_meets_in_the_sentence_of_a_notice() -> None:
    made = structured(
        "KUNGÖRELSE\n\nKommunfullmäktige i Hede kommun sammanträder i Folkets hus, Hede, måndagen "
        "den 8 mars 2021 kl. 18.00.\n\n1. Upprop\n\n2. Ny bro över ån\n\n3. Val\n"
    )
    assert made.authority
    assert made.meeting
    assert (made.authority.name, made.body) == ("Hede kommun", "Kommunfullmäktige")
    assert (made.meeting.place, made.meeting.start) == ("Folkets hus, Hede", "18:00")


def test_the_assembly_of_an_association() -> None:
    head = "Hede vägförening\nProtokoll från ordinarie föreningsstämma den 4 mars 2021\n"
    assert structured(head + ITEM.format(title="Ny bro")).body == "Föreningsstämma"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "Organ:     Nämnden för kultur, utbildning och\n           friluftsverksamhet\n",
            "Nämnden för kultur, utbildning och friluftsverksamhet",
        ),
        ("Myndighetsnämnden för miljö och bygg\n", "Myndighetsnämnden för miljö och bygg"),
        ("ÖSTRA HEDE STADSDELSNÄMND\n", "Östra Hede stadsdelsnämnd"),
        ("Nämnden för utbildning\noch arbete\n", "Nämnden för utbildning och arbete"),
        ("Gemensam nämnd för Hede, Åby och Vik\nArbetslivsnämnden\n", "Arbetslivsnämnden"),
    ],
)
def test_a_body_over_two_rows_or_below_whose_it_is(head: str, body: str) -> None:
    assert structured(f"Hede kommun\n{head}Protokoll 2021-03-04\n" + ITEM.format(title="Bro")).body == body


def test_a_committee_called_by_its_short_name_below_is_that_of_its_board() -> None:
    matter = "\n§ {}  Ny bro\n\nArbetsutskottet beslutar att godkänna förslaget.\n"
    said = "".join(map(matter.format, range(1, 9)))
    made = structured(f"Hede kommun\nKommunstyrelsens arbetsutskott\nProtokoll 2021-03-04\n{said}")
    assert made.body == "Kommunstyrelsens arbetsutskott"
