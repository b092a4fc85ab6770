from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from justera.rules import check, checked
from justera.schema import Record
from justera.schema.record import Grade

Build = Callable[[dict[str, Any]], Record]


def test_nothing_is_found_in_right_minutes(minutes: dict[str, Any], build: Build) -> None:
    assert check(build(minutes)) == ()


def test_right_minutes_are_good(minutes: dict[str, Any], build: Build) -> None:
    assert checked(build(minutes)).quality.grade is Grade.GOD


def test_nothing_is_found_in_a_right_excerpt(minutes: dict[str, Any], build: Build) -> None:
    del minutes["items"][2], minutes["items"][0]
    minutes |= {"kind": "protokollsutdrag", "attendance": [], "signatures": []}
    minutes["items"][0]["reservations"] = []
    assert check(build(minutes)) == ()


def test_nothing_is_found_in_a_right_summons(minutes: dict[str, Any], build: Build) -> None:
    for number, item in enumerate(minutes["items"], start=1):
        item |= {"number": number, "votes": [], "reservations": [], "motions": []}
        for decision in item["decisions"]:
            decision["status"] = "foreslaget"
    minutes |= {"kind": "kallelse", "attendance": [], "signatures": [], "date": "2024-05-06"}
    minutes["meeting"] = {"date": "2024-05-16", "start": "13:00", "place": "Rådhuset"}
    assert check(build(minutes)) == ()


def test_nothing_is_found_in_a_right_letter(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"] = [minutes["items"][1] | {"number": None, "votes": [], "reservations": []}]
    minutes["items"][0]["decisions"][0]["status"] = "foreslaget"
    minutes |= {"kind": "tjansteskrivelse", "meeting": None, "attendance": [], "date": "2024-04-30"}
    minutes["signatures"] = [{"name": "Pål Ek", "title": "Kulturchef"}]
    assert check(build(minutes)) == ()


def test_nothing_is_found_in_an_association_s_minutes(minutes: dict[str, Any], build: Build) -> None:
    """Kommunallagen binds no association: late adjustment, no posting, few members are its own matter."""
    minutes |= {
        "authority": {"name": "Kvarnbyns samfällighet", "kind": "forening"},
        "body": "Årsstämman",
        "attendance": [],
        "case_numbers": [],
    }
    minutes["meeting"] |= {"adjusted_on": "2024-07-01", "posting": None, "start": None, "place": None}
    for item in minutes["items"]:
        item |= {"case_numbers": [], "votes": [], "reservations": []}
        item["decisions"][0]["body"] = "Stämman"
    assert check(build(minutes)) == ()


@pytest.mark.parametrize("date", ["1978-03-14", "1994-03-15", "2009-03-17", "2016-03-15"])
def test_nothing_is_found_in_right_minutes_of_other_times(
    date: str, minutes: dict[str, Any], build: Build
) -> None:
    year = date[:4]
    minutes["date"] = date
    minutes["meeting"] |= {"date": date, "adjusted_on": date, "posting": None}
    for person in minutes["attendance"]:
        person["party"] = {"V": "S", "KD": "M", "SD": "C", "L": "M"}.get(
            person.get("party", ""), person.get("party")
        )
    for item in minutes["items"]:
        item["case_numbers"] = [number.replace("2024", year) for number in item.get("case_numbers", [])]
        item["basis_documents"] = []
        item["reservations"] = []
        for motion in item.get("motions", []):
            motion["by"][0]["party"] = "S"
    assert check(build(minutes)) == ()


def test_the_same_record_gives_the_same_findings(minutes: dict[str, Any], build: Build) -> None:
    minutes["items"][2]["number"] = 44
    minutes["meeting"]["adjusted_on"] = "2024-05-01"
    record = build(minutes)
    assert check(record) == check(checked(record))
