from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.export import made

from justera.rules import catalogue
from justera.rules.catalogue import GROUPS
from justera.rules.findings import finding
from justera.rules.laws import laws
from justera.rules.registry import RULES, hit
from justera.schema import Reason, Record
from tools import rules_page

MODEL = (
    [f"R{n:02}" for n in range(10)]  # R00 is the schema's
    + [f"R{n}" for n in range(10, 16)]
    + [f"R{n}" for n in range(20, 30)]
    + [f"R{n}" for n in range(30, 39)]
    + [f"R{n}" for n in range(40, 46)]
    + [f"R{n}" for n in range(50, 58)]
    + [f"R{n}" for n in range(60, 63)]
    + [f"R{n}" for n in range(70, 75)]
    + [f"R{n}" for n in range(80, 89)]  # R88 is beside the model: what was not read
    + [f"R{n}" for n in range(90, 93)]
    + ["R93"]  # beside the model: what an item tells of and the record lacks
)
"""Codes of the model that the rules follow; between its groups it leaves numbers free."""


def test_every_rule_of_the_model_is_there() -> None:
    assert list(catalogue()) == MODEL
    assert {rule.group for rule in catalogue().values()} == set(GROUPS)


def test_every_rule_of_one_record_is_a_function() -> None:
    of_record = {code for code, rule in catalogue().items() if rule.scope == "record"}
    assert set(RULES) == of_record - {"R91"}
    assert all(function.__doc__ for function in RULES.values())


@pytest.mark.parametrize("code", MODEL)
def test_both_languages_say_the_same_things(code: str) -> None:
    def holes(text: str) -> set[str]:
        return set(re.findall(r"{(\w+)}", text))

    for case in catalogue()[code].cases.values():
        assert holes(case.en) == holes(case.sv)
        assert "\n" not in case.en + case.sv


def test_a_reason_is_told_in_the_language_of_its_message() -> None:
    found = finding(
        "R09", hit("/quality/pages/1", "fault", page=2, why=Reason("page_damaged")), made.reading().record
    )
    assert found.message == "page 2 was not read: the page is broken in the file; fetch or scan it again"
    assert found.message_sv == "sida 2 är inte läst: sidan är trasig i filen; hämta eller skanna den på nytt"


def test_laws_are_newest_first_and_lead_no_rule_astray() -> None:
    for law in laws().values():
        dates = [version.since for version in law.versions]
        assert dates == sorted(dates, reverse=True)
    named = {rule.source for rule in catalogue().values()}
    named |= {case.source for rule in catalogue().values() for case in rule.cases.values()}
    assert set(laws()) - named == set()


def test_only_a_paragraph_that_was_read_is_cited() -> None:
    assert laws()["justering"].at("2017-12-31") is not None
    old, new = laws()["justering"].at("2017-12-31"), laws()["justering"].at("2018-01-01")
    assert old is not None and old.citation == "kommunallagen (1991:900)"
    assert new is not None and new.citation == "kommunallagen (2017:725) 5 kap. 69 §, 6 kap. 35 §"
    assert laws()["justering"].at("1980-01-01") is None


def test_the_page_of_the_rules_is_current() -> None:
    """After a change of the tables: python -m tools.rules_page."""
    page = Path(__file__).parents[2] / "docs" / "rules.md"
    assert page.read_text(encoding="utf-8") == rules_page.page()


def test_the_law_follows_the_document_s_day(minutes: dict[str, object], build: object) -> None:
    from justera.rules import check

    assert callable(build)
    meeting = minutes["meeting"]
    assert isinstance(meeting, dict)
    for day, law in (("2024", "(2017:725) 5 kap. 69 §"), ("2004", "(1991:900)")):
        late = meeting | {"date": f"{day}-05-16", "adjusted_on": f"{day}-07-16", "posting": None}
        record = build({**minutes, "meeting": late})
        assert isinstance(record, Record)
        messages = [f.message for f in check(record) if f.rule == "R21"]
        assert len(messages) == 1 and law in messages[0]
