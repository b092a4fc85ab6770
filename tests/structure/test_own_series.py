"""Case numbers of series that no list knows, learnt from the document itself."""

from __future__ import annotations

import pytest

from .written import structured

HEAD = """\
Åsmåla förbund                  PROTOKOLL                1
Förbundsdirektionen             2006-03-14

"""


def minutes(heads: list[str]) -> str:
    return HEAD + "\n\n".join(f"{head}\n\nBeslut\nÄrendet bordläggs." for head in heads)


@pytest.mark.parametrize(
    "heads",
    [
        ["§ 12 FD 98-2005 Anskaffning av tankbil", "§ 13 FD 147-2006 Taxa för sotning", "§ 14 Information"],
        ["§ 12 Anskaffning av tankbil FD 98-2005", "§ 13 Taxa för sotning FD 147-2006"],
        ["§ 12\nAnskaffning av tankbil\n95-0060-110", "§ 13\nTaxa för sotning\n95-0112-110"],
        ["§ 12 Anskaffning av tankbil      2019:0409", "§ 13 Taxa för sotning      2019:0417"],
    ],
)
def test_a_shape_that_recurs_in_the_heads_is_the_case_number(heads: list[str]) -> None:
    first, second, *_ = structured(minutes(heads)).items
    assert (first.title, second.title) == ("Anskaffning av tankbil", "Taxa för sotning")
    assert len(first.case_numbers) == len(second.case_numbers) == 1
    assert first.case_numbers[0] in heads[0] and second.case_numbers[0] in heads[1]


@pytest.mark.parametrize(
    "heads",
    [
        ["§ 12 Budget 2024-2026", "§ 13 Bokslut 2021-2023"],
        ["§ 12 Taxa från 2024-01-01", "§ 13 Taxa från 2025-01-01"],
        ["§ 12 Paus 10.15", "§ 13 Paus 14.30"],
        ["§ 12 Val 2023-2026", "§ 13 Val 2027-2030"],
    ],
)
def test_years_dates_and_times_are_none(heads: list[str]) -> None:
    items = structured(minutes(heads)).items
    assert [item.case_numbers for item in items] == [(), ()]
    assert [f"§ {item.number} {item.title}" for item in items] == heads


def test_an_organ_of_one_letter_and_its_case_numbers() -> None:
    heads = ["§ 73      D 502-2016\nTaxa för slam", "§ 74 a      D 609-2015\nUpphandling av bilar"]
    items = structured(minutes([f"D {head}" for head in heads])).items
    assert [(item.number, item.suffix, item.case_numbers) for item in items] == [
        (73, None, ("D 502-2016",)),
        (74, "a", ("D 609-2015",)),
    ]
    assert [item.title for item in items] == ["Taxa för slam", "Upphandling av bilar"]


def test_whatever_stands_behind_a_label_is_whole() -> None:
    (item,) = structured(minutes(["§ 152      Diarienummer OMN 8505-593\nTillsättande av tjänst"])).items
    assert (item.title, item.case_numbers) == ("Tillsättande av tjänst", ("OMN 8505-593",))


def test_a_case_number_above_the_paragraph_is_that_of_the_item_below_it() -> None:
    first, second = structured(
        """Kvarnsjö kommun         PROTOKOLL
Kulturnämnden           2021-03-18

Dnr KUN 2021/12

§ 4 Bidrag till Ängstorps hembygdsgård

Kulturnämndens beslut
Bidraget beviljas.

Beslutet skickas till
Hembygdsgården

Dnr KUN 2020/7

§ 5 Öppettider i biblioteket

Kulturnämndens beslut
Öppettiderna fastställs.
"""
    ).items
    assert [(item.number, item.title, item.case_numbers) for item in (first, second)] == [
        (4, "Bidrag till Ängstorps hembygdsgård", ("KUN 2021/12",)),
        (5, "Öppettider i biblioteket", ("KUN 2020/7",)),
    ]
    assert first.recipients == ("Hembygdsgården",)
