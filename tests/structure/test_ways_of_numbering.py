"""Numbers of items beside which the matters are counted too, and what stands below the last one."""

from __future__ import annotations

import pytest

from .written import structured

HEAD = "Åsmåla kommun                    PROTOKOLL\nSocialnämnden                    2022-03-09\n\n"


@pytest.mark.parametrize(
    "number",
    [
        "SN 2022/{}",
        "SN {}.",
        "SN 22/{} § {}",
        "Ärende {}   SN § {}",
        "Punkt {}. § {}",
        "SN § {}",
        "SN§8§{}",
        "§ {}/22",
    ],
)
def test_items_by_their_numbers(number: str) -> None:
    text = HEAD + "\n\n".join(
        f"{number.replace('{}', str(at))} {title}\n\nNämnden diskuterar frågan."
        for at, title in ((38, "Val av justerare"), (39, "Riktlinje för bidrag"), (40, "Övriga frågor"))
    )
    found = structured(text).items
    assert [(one.number, one.title) for one in found] == [
        (38, "Val av justerare"),
        (39, "Riktlinje för bidrag"),
        (40, "Övriga frågor"),
    ]


def test_lines_to_sign_on_part_the_signatures_from_the_last_item() -> None:
    text = HEAD + (
        "§ 8 Rapport\n\nSocialnämnden tackar för informationen.\n\n"
        "______________________\nKarin Holm, sekreterare\n\n______________________\nÅke Ek, ordförande\n"
    )
    record = structured(text + "\n")
    assert [one.name for one in record.signatures] == ["Karin Holm", "Åke Ek"]
    assert record.items[0].decisions[0].text == "Socialnämnden tackar för informationen."


def test_who_presents_a_matter_is_no_part_of_its_title() -> None:
    item = structured(
        HEAD + "§ 8 Bokslut 2021\nFöredragande: Lena Gren\n\nNämnden godkänner bokslutet.\n"
    ).items[0]
    assert item.title == "Bokslut 2021"


def test_case_numbers_behind_a_title_of_two_rows() -> None:
    text = HEAD + (
        "§ 8 Ansökan om rätt till bidrag för fristående förskola, Montessori och\n"
        "Stockevik förening (SN 2007/54-612)\n\nNämnden godkänner ansökan.\n"
    )
    item = structured(text).items[0]
    assert (
        item.title == "Ansökan om rätt till bidrag för fristående förskola, Montessori och Stockevik förening"
    )
    assert item.case_numbers == ("SN 2007/54-612",)


def test_the_rest_of_a_range_behind_a_rows_end_begins_no_item() -> None:
    head = (
        "Beslutande               Karin Holm (S), ordförande\n"
        "Övriga deltagande        Ersättare: Åke Ek (S) ej §§ 8–9, Ida Ros (C) ej\n"
        "                         §§ 8–9, Bo Öst (M) och sekreterare Lena Gren\n\n"
    )
    text = (
        HEAD
        + head
        + "SN § 8\nTaxa för tillsyn\n\nTaxan antas.\n\n\nSN § 9\nMeddelanden\n\nTill handlingarna.\n"
    )
    assert [(one.number, one.title) for one in structured(text).items] == [
        (8, "Taxa för tillsyn"),
        (9, "Meddelanden"),
    ]


def test_what_gathers_items_belongs_to_none_of_them() -> None:
    text = HEAD + "§ 8 Upprop\n\nUpprop förrättas.\n\nBeslutsärenden\n\n§ 9 Taxa\n\nTaxan antas.\n"
    first = structured(text).items[0]
    assert [one.text for one in first.sections] == ["Upprop förrättas."]
    assert not first.decisions
