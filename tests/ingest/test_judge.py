from __future__ import annotations

import pytest
from tests.ingest.papers import row

from justera.ingest import judge
from justera.ingest.ink import dirt
from justera.schema import Line


@pytest.mark.parametrize(
    ("text", "is_lost"),
    [
        ("cao orca ecae cevsser sahsa cehonetensions sensyecse cect cuasta", True),
        ("13 Försäljning 2 2.2255..5..:0csecc-ncecccntecnccescsesecacnth 7", True),
        ("Kommunstyrelsen beslutar att godkanna forslaget och att overlamna arendet", False),
        ("Nguyen Akerblom (KD), Jan-Erik Hedaker (S) och Zeynep Baath (M)", False),
        ("Org nr 212000-9044 www.regionlovstad.example", False),
        ("Se https://www.norrby.example/protokoll/kommunstyrelsen/2021", False),
    ],
)
def test_lines_that_are_no_text_are_told_from_misread_ones(text: str, is_lost: bool) -> None:
    assert judge.garbled([Line(row(text))]) == is_lost


def test_dots_to_sign_on_are_no_specks() -> None:
    line = Line((*row("Just. sign."), *row("......", x0=200)))
    assert dirt.without_dirt([line]) == ([line], 0)


OLD = (
    "Till ordförande utsågs patron Lind, hvaremot nämnden afslog det anmälda anbudet, som öfverlämnats och"
    " gifvits vid sammanträdet den fjärde april; beslutet skulle genast afgifvas och hafva blifvit fördt"
)


def test_spelling_before_1906_is_no_damage() -> None:
    found = judge.judge(row(OLD), is_scan=False)
    assert (found.verdict, found.known) == (judge.Verdict.GOOD, 1.0)


def test_letters_that_changed_places_are() -> None:
    damaged = OLD.replace("e", "g").replace("t", "v")
    assert judge.judge(row(damaged), is_scan=False).verdict is not judge.Verdict.GOOD
