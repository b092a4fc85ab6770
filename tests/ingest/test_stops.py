"""Stops, commas and marks that the text around them speaks against."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ingest.papers import row, word

from justera.ingest.layout import ghosts
from justera.ingest.words import odd, stops
from justera.schema import Line


def _doubts(*lines: str) -> list[str]:
    page = [Line(row(line, top=100.0 + 14 * place), place) for place, line in enumerate(lines)]
    return [one.text for line in stops.doubted(page) for one in line.words if one.doubt]


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ("efter kungörelsen. som är utfärdad", ["kungörelsen."]),
        ("kronor 431:04. hvadan behållningen", ["431:04."]),
        ("Örjan Öman (S). vice ordförande", ["(S)."]),
        ("Örjan Öman (S). Fråga väcks", []),
        ("till den 22. dagen", []),
        ("efter kungörelsen. Mötet öppnades", []),
        ("2. godkänna förslaget", []),
        ("enligt kv. och ordf. mening", []),
        ('Behållningen är 31 kronor." Arbetet', ['kronor."']),
        ("Årsskriften ”Kring ån” utkom", []),
        ("från föregående år.' Styrelsen", ["år.'"]),
        ("enligt Lars' förslag", []),
    ],
)
def test_marks_that_the_sentence_speaks_against_are_in_doubt(line: str, doubtful: list[str]) -> None:
    assert _doubts(line) == doubtful


def test_a_paragraph_does_not_end_with_a_comma() -> None:
    assert _doubts("Rapporten läggs till handlingarna,", "§ 35 Val") == ["handlingarna,"]
    assert _doubts("att anta den lägsta offerten,", "att kostnaden tas ur fonden.") == []
    assert _doubts("Eva Ek,", "Storgatan 4") == []


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ("avståndet är 6 % km.", ["%"]),
        ("med 5 % % ränta", ["%"]),
        ("omkring 50 % av kostnaden", []),
        ("Födda 9,8 %o", ["%o"]),
    ],
)
def test_what_readers_make_of_fractions_and_per_mille_is_in_doubt(line: str, doubtful: list[str]) -> None:
    assert [one.text for one in odd.doubted(row(line)) if one.doubt] == doubtful


def test_the_pieces_of_a_date_are_in_doubt() -> None:
    assert [one.text for one in odd.doubted(row("uttag 2022-10 14 kl.")) if one.doubt] == ["2022-10", "14"]
    assert not any(one.doubt for one in odd.doubted(row("telefon 0902-14 34")))


def test_a_word_that_two_lines_have_at_one_place_stays_in_the_longer_one() -> None:
    line = Line((word("Förslag", 40, 80), word("till", 85, 100), word("beslut", 105, 140)))
    twin = Line((word("till", 85.5, 100.5, top=100.5),))
    other = Line((word("till", 85, 100, top=140),))
    assert ghosts.once([twin, line, other]) == [line, other]
    sure = replace(word("till", 85.2, 100.2), confidence=0.9)
    doubled = Line((replace(line.words[1], text="tïll", confidence=0.5), sure, line.words[2]))
    assert ghosts.once([doubled]) == [Line((sure, line.words[2]))]
