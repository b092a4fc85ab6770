"""Case numbers, and what only looks like one."""

from __future__ import annotations

import pytest

from justera.structure.landmarks import case_numbers
from justera.structure.text.passage import Passage

from .written import structured


@pytest.mark.parametrize(
    "text",
    [
        "läsåret 2023/2024",
        "PROTOKOLL 5/2016",
        "säsongen 1998/1999",
        "2024-03-15",
        "SFS 2017:900",
        "Åhus 42:118",
    ],
)
def test_no_case_number(text: str) -> None:
    assert not case_numbers.whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "00322/2026",
        "Dnr 2023/2024",
        "KS 2023/456",
        "SN/2018:411-709",
        "1.5.3/301-2022",
        "2010/KS0514 109",
        "2023KS611",
        "MK KS 2022/00512",
        "2022/0119 KS-1",
        "2023.311 KS",
        "2020-00311 KS",
        "KS 112/2003-133",
        "RS/240911",
        "BYGG.2023.14",
        "un/2022:144",
    ],
)
def test_case_number(text: str) -> None:
    assert case_numbers.whole(text)


@pytest.mark.parametrize(
    "text",
    [
        "14:30",
        "2024-03-15",
        "12/3",
        "2023-2026",
        "Val 2023-2026",
        "2017:900",
        "13.30",
        "1.2.3",
        "2021/22",
        "400-årsjubileum",
    ],
)
def test_what_only_has_the_form_is_none_without_a_label(text: str) -> None:
    assert not case_numbers.may_be(text)


@pytest.mark.parametrize(
    "text", ["78/840", "2021/61", "95-0060-110", "2019:0409", "OMN 8505-593", "2006-152-307"]
)
def test_any_series_has_the_form(text: str) -> None:
    assert case_numbers.may_be(text) and case_numbers.whole(f"Dnr {text}")


@pytest.mark.parametrize("text", ["SN 2022.118", "2013.0417.311", "1.6/92-2022"])
def test_a_label_vouches_for_the_rest(text: str) -> None:
    assert case_numbers.whole(f"Dnr {text}")


def test_the_case_number_among_the_labels_below_a_title() -> None:
    made = structured(
        "Lidby kommun\nByggnadsnämnden\nPROTOKOLL\n2021-03-18\n\n§ 31 Ansökan om bygglov\n"
        "Fastighet: Solberga 4:17\nSökande: Nordhem AB\nDnr BN-2021-112\n\nBeslut\nBygglov beviljas.\n"
    )
    assert (made.items[0].title, made.items[0].case_numbers) == ("Ansökan om bygglov", ("BN-2021-112",))


def test_a_long_number_is_one_behind_its_label_only() -> None:
    assert case_numbers.whole("Diarienummer 1700021")
    assert not case_numbers.may_be("1700021")
    assert case_numbers.whole("KS2016.0156-1")
    assert case_numbers.whole("87.0093-622")


@pytest.mark.parametrize("number", ["T2012-050-05828", "T 2010-313-01743"])
def test_a_number_of_three_parts_is_not_cut_at_its_second(number: str) -> None:
    assert [found.text for found in case_numbers.find(Passage(f"Dnr {number}"))] == [number]
