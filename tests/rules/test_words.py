"""What the rules know of days, names, bodies, parties and ranges."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justera.rules import bodies, calendar, case_numbers, names, parties, ranges
from justera.rules.authorities import listed, names_agree


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(1978, "1978-03-26"), (2000, "2000-04-23"), (2024, "2024-03-31"), (2038, "2038-04-25")],
)
def test_easter(year: int, sunday: str) -> None:
    assert calendar.easter(year).isoformat() == sunday


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2024-05-16", "2024-05-16"),
        ("2024-05-18", "2024-05-20"),  # Saturday
        ("2024-03-29", "2024-04-02"),  # Good Friday to the Tuesday after Easter
        ("2024-05-09", "2024-05-10"),  # Ascension Day
        ("2024-06-06", "2024-06-07"),  # National Day
        ("2024-06-21", "2024-06-24"),  # Midsummer's Eve
        ("2024-12-24", "2024-12-27"),
    ],
)
def test_deadlines_roll_to_working_days(day: str, working: str) -> None:
    assert calendar.next_working_day(date.fromisoformat(day)).isoformat() == working


@given(st.dates(date(1900, 1, 1), date(2150, 1, 1)))
def test_a_working_day_is_never_far(day: date) -> None:
    rolled = calendar.next_working_day(day)
    assert timedelta(0) <= rolled - day <= timedelta(days=5)
    assert rolled.weekday() < 5


def test_dates_and_weekdays_in_text() -> None:
    text = "Torsdagen den 16 maj 2024 (beredd 2024-05-02), inte 31 februari 2024"
    assert [day.isoformat() for day in calendar.written_dates(text)] == ["2024-05-16", "2024-05-02"]
    assert calendar.written_weekday(text) == "torsdag"
    assert calendar.written_weekday("måndag och tisdag") is None
    assert calendar.parse("2023-02-30") is None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Åsa Öberg", "åsa  öberg", True),
        ("Ordföranden Åsa Öberg", "Åsa Öberg", True),
        ("Å. Öberg", "Åsa Öberg", True),
        ("Anna-Karin Ek", "Anna Karin Ek", True),
        ("Åsa Maria Öberg", "Åsa Öberg", True),
        ("Åsa Öberg (S)", "Åsa Öberg", True),
        ("Åsa Öberg", "Asa Oberg", False),
        ("Lars Persson", "Lars Larsson", False),
        ("A. Öberg", "Britta Öberg", False),
        ("", "Åsa Öberg", False),
    ],
)
def test_one_person_or_two(left: str, right: str, same: bool) -> None:
    assert names.same_person(left, right) is same
    assert names.same_person(right, left) is same


@pytest.mark.parametrize(
    ("left", "right", "misread"),
    [
        ("Åsa Öberg", "Asa Oberg", True),
        ("Bernt Blom", "Bemt Blom", True),
        ("Elin Ek", "E1in Ek", True),
        ("Svensson", "Svenson", True),
        ("Inga Olsson", "Inga Ohlsson", False),
        ("Eva Ek", "Eva Ek", False),
    ],
)
def test_look_alikes(left: str, right: str, misread: bool) -> None:
    assert names.looks_misread(left, right) is misread


@pytest.mark.parametrize(
    ("written", "number", "present"),
    [
        (None, 7, True),
        ("§§ 3-14", 7, True),
        ("§§ 3–14", 15, False),
        ("ej § 378", 378, False),
        ("ej § 378", 377, True),
        ("226, 228", 227, False),
        ("§§ 1-4, 9", 9, True),
        ("utom §§ 5 till 6", 6, False),
    ],
)
def test_items_that_a_person_was_present_for(written: str | None, number: int, present: bool) -> None:
    parsed = ranges.parse(written)
    assert parsed is not None
    assert ranges.present(parsed, number) is present


@pytest.mark.parametrize("written", ["kl. 8:15-11:30", "delvis", "§§", "1-99999"])
def test_ranges_that_cannot_be_counted(written: str) -> None:
    assert ranges.parse(written) is None


@pytest.mark.parametrize(
    ("decider", "organ", "same"),
    [
        ("Nämnden", "Socialnämnden", True),
        ("Socialnämndens", "Socialnämnden", True),
        ("KS", "Kommunstyrelsen", True),
        ("Arbetsutskottet", "Kommunstyrelsens arbetsutskott", True),
        ("Kommunfullmäktige", "Kommunstyrelsen", False),
        ("Kulturnämnden", "Socialnämnden", False),
        ("Förvaltningschefen", "Socialnämnden", True),  # of no known kind: nothing is said
    ],
)
def test_one_body_or_two(decider: str, organ: str, same: bool) -> None:
    assert bodies.same_body(decider, organ) is same


def test_who_proposes_to_whom() -> None:
    assert bodies.proposes_upward("Kommunstyrelsen föreslår kommunfullmäktige besluta att")
    assert bodies.proposes_upward("Nämnden föreslår att regionfullmäktige beslutar")
    assert not bodies.proposes_upward("Förvaltningen föreslår nämnden att")
    assert bodies.is_top_body("Regionfullmäktige") and not bodies.is_top_body("Regionstyrelsen")


def test_parties_of_their_time() -> None:
    assert parties.is_known("fp") and parties.out_of_time("FP", "2010-05-05") is None
    assert parties.out_of_time("FP", "2019-05-05") == "until 2016-06-30"
    assert parties.out_of_time("NYD", "1978-05-05") == "from 1991-02-04"
    assert parties.misread("5D") == "SD" and parties.misread("SD") is None


@pytest.mark.parametrize(
    ("number", "year"),
    [
        ("KS 2023/456", 2023),
        ("24RS1234", 2024),
        ("LS 0503-0619", 2005),
        ("SN 98/12", 1998),
        ("1405-2017", 2017),
    ],
)
def test_years_of_case_numbers(number: str, year: int) -> None:
    assert case_numbers.year(number) == year


@given(st.text(max_size=30))
def test_any_text_as_a_case_number(number: str) -> None:
    year = case_numbers.year(number)
    assert year is None or 1900 <= year <= 2099


def test_listed_authorities() -> None:
    city, region = listed("1480"), listed("18")
    assert city and city.names[0] == "Göteborgs kommun"
    assert region and names_agree("Örebro läns landsting", region)
    assert names_agree("Göteborgs Stad", city)
    assert not names_agree("Malmö stad", city)
    assert listed("9999") is None
