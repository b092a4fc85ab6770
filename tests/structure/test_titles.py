"""Where titles and numbers of items stand: before, behind and below one another, or nowhere."""

from __future__ import annotations

from .written import structured

PARISH = """\
Lidby församling
Protokoll från kyrkorådets sammanträde
2023-02-07

Närvarande: Inga Broman, ordförande, Bertil Rask, Gun Hägg

1 § Mötets öppnande
Ordföranden hälsade alla välkomna.

2 § Val av justerare
Kyrkorådet beslutade
att utse Gun Hägg att jämte ordföranden justera protokollet.

3 § Försäljning av vaktmästarbostaden
Enligt 12 § kyrkoordningen krävs stiftets tillstånd.
Kyrkorådet beslutade
att föreslå kyrkofullmäktige att sälja fastigheten.

Vid protokollet
Petra Lid
"""

SEVENTIES = """\
HÄLSOVÅRDSNÄMNDEN I LIDBY
PROTOKOLL
14 mars 1974

Närvarande:  Herrar Gösta Ahl, ordförande, Helge Stål samt fru Märta Sjö.
             Dessutom tjänstgjorde hr Olof Ljung i stället för hr Karl Frid.

§ 23.        Att jämte ordföranden justera protokollet utsågs herr Stål.

§ 24.        Föredrogs skrivelse från bryggeriet angående utsläpp.

             Nämnden beslöt enhälligt att bevilja tillstånd.

§ 25.        Anmälan om hönshållning

             Beslöts att förelägga ägaren att avlägsna hönsen.

             Mot beslutet reserverade sig herr Stål.
"""

ABOVE = """\
Räddningstjänstförbundet Slätten
PROTOKOLL
2020-10-29

Närvarande: Gun Ås (S), Ove Stark (M)

Upprop
§ 31
Direktionen beslutar att uppropet godkänns.

Budget 2021
§ 32   Dnr RS 2020/133
Förslag har upprättats.

Delårsrapport
§ 33   Dnr RS 2020/87
Revisorerna har granskat.
"""


def test_the_number_before_its_sign() -> None:
    made = structured(PARISH)
    assert [(item.number, item.title) for item in made.items] == [
        (1, "Mötets öppnande"),
        (2, "Val av justerare"),
        (3, "Försäljning av vaktmästarbostaden"),
    ]
    assert made.items[2].decisions[0].level == "forslag_till_hogre_organ"


def test_text_behind_the_number_is_no_title() -> None:
    made = structured(SEVENTIES)
    assert [item.title for item in made.items] == [None, None, "Anmälan om hönshållning"]
    assert made.items[1].decisions[0].text.startswith("Nämnden beslöt enhälligt")
    assert [person.name for person in made.items[2].reservations[0].by] == ["Helge Stål"]


def test_deputies_told_in_a_sentence() -> None:
    people = {person.name: person for person in structured(SEVENTIES).attendance}
    assert people["Olof Ljung"].replaces == "Karl Frid"
    assert "Märta Sjö" in people


def test_titles_above_the_numbers() -> None:
    made = structured(ABOVE)
    assert [(item.number, item.title) for item in made.items] == [
        (31, "Upprop"),
        (32, "Budget 2021"),
        (33, "Delårsrapport"),
    ]
    assert made.items[1].case_numbers == ("RS 2020/133",)


def test_an_excerpt_whose_sign_was_misread() -> None:
    made = structured(
        "Lidby kommun\nPROTOKOLLSUTDRAG\nKommunstyrelsen\n2020-02-03\n\n"
        "8 45\nBudget\n\nBeslut\nBudgeten antas.\n"
    )
    assert [item.number for item in made.items] == [45]


def test_a_law_at_the_start_of_a_row_begins_no_item() -> None:
    made = structured(
        "Lidby kommun\nTjänsteskrivelse\n2020-02-03\n\nTillsyn\n\nBedömning\n"
        "Nämnden får besluta med stöd av\n12 § alkohollagen om varning.\n"
    )
    assert [item.number for item in made.items] == [None]


ROADS = """\
Furulidens vägförening
Protokoll från årsstämman 2019
Tid: 2019-04-02 klockan 18.00

§ 1 Stämmans öppnande
Ordföranden Vera Moll hälsade alla välkomna.

§ 2 Debitering av avgiften för snöröjning under året samt förfallodagar
Längden uppvisades på stämman. Avgiften höjs till 800 kronor.
Stämman godkände debiteringen.

§ 3 Stämmans avslutning
Ordföranden avslutade stämman.

§ 4 Styrelsens förslag till inkomster och utgifter
Stämman gick igenom och godkände förslaget som var med i
kallelsen som bilaga 5. Endast ett avslag via fullmakt
"""


def test_a_title_that_fills_its_row_ends_where_the_next_begins_with_a_capital() -> None:
    made = structured(ROADS)
    assert made.items[1].title == "Debitering av avgiften för snöröjning under året samt förfallodagar"
    assert made.items[1].decisions[0].points[0].text == "Stämman godkände debiteringen."
    assert made.items[3].title == "Styrelsens förslag till inkomster och utgifter"
