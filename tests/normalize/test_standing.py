from __future__ import annotations

import pytest

from justera.normalize import repair_text
from justera.schema import Reason

BODY = "Namnden beslutar att godkanna forslaget till ny ordning for moten och att oversanda arendet. "


def repaired(name: str) -> tuple[str, Reason | None]:
    """A name of a garbled sentence after repair, and why it is put before a person."""
    done = repair_text(f"{BODY}Ledamoten {name} yrkar bifall till forslaget.")
    after = done.text.split("Ledamoten ")[1].split(" yrkar")[0]
    return after, next((doubt.doubt for doubt in done.doubts if doubt.after == after), None)


@pytest.mark.parametrize(
    ("read", "printed"),
    [("Grénqvist", "Grönqvist"), ("Ostlund", "Östlund"), ("Vallerstrom", "Vallerström")],
)
def test_dots_that_the_letters_ask_for_come_back(read: str, printed: str) -> None:
    assert repaired(read)[0] == printed


@pytest.mark.parametrize("name", ["Srebrenica", "Obama", "Jonsson", "Ahlin", "Tornberg"])
def test_a_name_that_may_be_right_stays(name: str) -> None:
    assert repaired(name)[0] == name


def test_a_name_that_may_be_two_is_put_before_a_person() -> None:
    assert repaired("Jonsson")[1] is not None


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Sdderqvistson", "Söderqvistson"),
        ("Lérnqvist", "Lörnqvist"),
        ("L6nnegren", "Lönnegren"),
        ("Renée", "Renée"),
        ("Sandéhn", "Sandéhn"),
    ],
)
def test_letters_that_no_name_has_there_do_not_stand(read: str, printed: str) -> None:
    assert repaired(read)[0] == printed


@pytest.mark.parametrize("name", ["Neergaard", "Fogsgaard", "Baadsgaard"])
def test_two_a_are_spelt_so(name: str) -> None:
    assert repaired(name)[0] == name


@pytest.mark.parametrize("name", ["Ahlén", "Sager"])
def test_namesakes_are_put_before_a_person(name: str) -> None:
    assert repaired(name)[1] is not None
