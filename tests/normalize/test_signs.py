"""Section signs that were read as figures."""

from __future__ import annotations

import pytest

from justera.normalize import repair_text

BODY = "Namnden beslutar att godkanna forslaget till ny ordning for moten och att oversanda arendet. "


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("den 14 augusti 2024, 8 634 och", "den 14 augusti 2024, § 634 och"),
        ("Protokoll 8§ 61-64", "Protokoll §§ 61-64"),
        ("Protokoll S§ 61-64", "Protokoll §§ 61-64"),
        ("Paragrafer 88 61-64", "Paragrafer §§ 61-64"),
    ],
)
def test_section_signs_come_back_and_are_put_before_a_person(read: str, printed: str) -> None:
    found = repair_text(BODY + read)
    assert found.text.endswith(printed)
    (change,) = [change for change in found.changes if change.rule == "sign"]
    assert change.after in {"§", "§§"}
    assert any(doubt.after == change.after for doubt in found.doubts)


@pytest.mark.parametrize(
    "text", ["den 3 maj 2024, 8 personer", "telefon 88 61-64", "under 2024, 8 634 kronor", "maj 2024 8 634"]
)
def test_figures_that_may_be_figures_stay(text: str) -> None:
    assert repair_text(BODY + text).text.endswith(text)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("tj{anstgérande ledamoter", "tjänstgörande ledamöter"),
        ("de t}anstgorande", "de tjänstgörande"),
        ("bifall till kKommunstyrelsens forslag", "bifall till kommunstyrelsens förslag"),
        ("fler awikelser an i fjol", "fler avvikelser än i fjol"),
        ("underlag fr insatser inom omradet", "underlag för insatser inom området"),
        ("anmaler att hon inte deltar i beslutet", "anmäler att hon inte deltar i beslutet"),
    ],
)
def test_signs_within_words_doubled_and_lost_letters(read: str, printed: str) -> None:
    assert repair_text(BODY + read).text.endswith(printed)


@pytest.mark.parametrize(
    ("capitals", "flagged"), [("(OP)", True), ("KOF", True), ("SOU", False), ("(KD)", False)]
)
def test_capitals_that_may_have_lost_dots_are_in_doubt(capitals: str, flagged: bool) -> None:
    found = repair_text(f"{BODY}Anna Ek {capitals} yrkar bifall.")
    assert capitals in found.text
    assert any(doubt.before == capitals for doubt in found.doubts) is flagged


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("den nya Al-forordningen", "den nya AI-förordningen"),
        ("kostnader for lT-drift.", "kostnader för IT-drift."),
        ("enligt Al-Hassan", "enligt Al-Hassan"),
        ("kommunens El-avtal", "kommunens El-avtal"),
    ],
)
def test_a_capital_i_of_an_abbreviation_comes_back(read: str, printed: str) -> None:
    assert repair_text(BODY + read).text.endswith(printed)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("och dalig Ijudisolering i huset", "och dålig ljudisolering i huset"),
        ("samt Ida Isgren", "samt Ida Isgren"),
    ],
)
def test_a_capital_i_at_the_head_of_a_word(read: str, printed: str) -> None:
    assert repair_text(BODY + read).text.endswith(printed)


@pytest.mark.parametrize(
    ("read", "printed"), [("D, M, Loch KD.", "D, M, L och KD."), ("S, Voch MP", "S, V och MP")]
)
def test_parties_run_together_with_the_next_word_are_parted_and_put_before_a_person(
    read: str, printed: str
) -> None:
    found = repair_text(BODY + read)
    assert found.text.endswith(printed)
    assert any(doubt.after == printed.split(", ")[-1].rsplit(" ", 1)[0] for doubt in found.doubts)


def test_a_stroke_between_cells_is_no_word() -> None:
    table = " Nr    | Ansokan om bidrag      Diarienr\n 4     | Taxa for lokaler     | KN-2022-17"
    assert repair_text(BODY + table).text.endswith("| KN-2022-17")
    assert "Nr    | " in repair_text(BODY + table).text
    assert repair_text(BODY + "Hon bor | staden.").text.endswith("Hon bor i staden.")


def test_a_party_read_twice_is_put_back_and_put_before_a_person() -> None:
    found = repair_text(BODY + "Bo Ek (Cc) och Åsa Lund (SS)")
    assert found.text.endswith("Bo Ek (C) och Åsa Lund (SS)")
    assert [doubt.after for doubt in found.doubts if doubt.before == "(Cc)"] == ["(C)"]


def test_a_loch_is_a_lake_elsewhere() -> None:
    assert repair_text(BODY + "Resan till Loch Ness").text.endswith("Loch Ness")


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("(12 kap. 3 8).", "(12 kap. 3 §)."),
        ("enligt 16 kap. 10 a 8, jfr", "enligt 16 kap. 10 a §, jfr"),
        ("Av 7 8 lagen (1993:387)", "Av 7 § lagen (1993:387)"),
        ("enligt 4 S forvaltningslagen", "enligt 4 § förvaltningslagen"),
        ("15 I/s och 2 1/min", "15 l/s och 2 l/min"),
        ("(3,1 ng/1).", "(3,1 ng/l)."),
    ],
)
def test_sections_of_laws_and_litres_come_back_and_are_put_before_a_person(read: str, printed: str) -> None:
    found = repair_text(BODY + read)
    assert found.text.endswith(printed)
    signs = [change for change in found.changes if change.rule == "sign"]
    assert signs
    assert {change.after for change in signs} <= {doubt.after for doubt in found.doubts}


@pytest.mark.parametrize("text", ["3 8 personer", "12 kap. 3 8 §", "vi har 7 8 meter", "filen I/s", "mg/1"])
def test_figures_and_letters_elsewhere_stay(text: str) -> None:
    assert repair_text(BODY + text).text.endswith(text)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Tid: KI. 08:00", "Tid: Kl. 08:00"),
        ("Tid: KI 18.30", "Tid: Kl 18.30"),
        ("vid KI. i Solna", "vid KI. i Solna"),
    ],
)
def test_a_time_tells_what_the_clock_is(read: str, printed: str) -> None:
    assert repair_text(BODY + read).text.endswith(printed)


def test_brackets_whose_letter_was_not_read_are_in_doubt() -> None:
    found = repair_text(f"{BODY}Anna Ek () yrkar bifall.")
    assert [doubt.after for doubt in found.doubts if doubt.before == "()"] == ["()"]
