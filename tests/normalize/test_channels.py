from __future__ import annotations

import pytest

from justera.normalize import Channel, repair_text
from justera.settings import RepairSettings

LETTER = """Kommunstyrelsen föreslår att kommunfullmäktige beslutar att anta den nya planen för äldreomsorgen.
Ärendet återremitterades i våras. Nämnden har därefter hört både personalen och de anhöriga, som är nöjda.
Förvaltningen bedömer att åtgärderna ryms inom ramen. Kostnaden är 1 250 000 kronor, se KS 2023/0123."""

CLEAN = {
    "a letter": LETTER,
    "law": "Den som äger lös egendom får enligt 2 § andra stycket överlåta den. Lag "
    "(2010:110). Träder i kraft den "
    "1 juli. Vad som sägs i första stycket gäller även för den som har nyttjanderätt "
    "till egendomen på annan grund.",
    "names": "Närvarande: Åsa Öberg (S), Pär Ahlström (M), Zlatan Demirović (V), Françoise "
    "Dupont (MP), Siân Evans, "
    "Anna Gran, Bo Ask, Nils Har, Eva Forsen, Ola Barsk, Maja Halleröd samt Lars Aronsson och Karin Sandahl.",
    "English": "The committee shall have regard to the interests of the child. It was decided "
    "that the matter be "
    "referred back for further consideration, and that the report for the first "
    "quarter be sent to all members.",
    "old spelling": "Wi Carl med Guds Nåde göre weterligt, att hafwe funnit godt förordna, det skall "
    "hwar och en, som "
    "något sådant företager, derom göra anmälan hos Konungens befallningshafwande, wid äfwentyr af wite.",
    "e-mail": "Hej Åsa!\nSkicka det till anna.forsen@exempel.se senast kl. 15.30, annars tar "
    "vi det på måndag.\n/Bo",
    "a quotation": "Han sade: ”For all we know, an old man far from here can make that claim.” "
    "Därefter gick mötet vidare "
    "till nästa punkt på dagordningen, som rör vägen förbi sjön och de åtgärder som har vidtagits där.",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN.keys())
def test_clean_text_of_any_kind_is_untouched(text: str) -> None:
    repaired = repair_text(text)
    assert repaired.text == text
    assert repaired.channels[0].channel is Channel.CLEAN


def test_lost_diacritics_are_recognised_and_put_back() -> None:
    table = str.maketrans("åäöÅÄÖ", "aaoAAO")
    repaired = repair_text(LETTER.translate(table))
    assert repaired.channels[0].channel is Channel.NO_DIACRITICS
    assert "have lost å ä ö" in repaired.channels[0].reason.en
    assert repaired.text == LETTER


def test_each_page_has_its_own_channel() -> None:
    table = str.maketrans("åäöÅÄÖ", "aaoAAO")
    repaired = repair_text(f"{LETTER}\f{LETTER.translate(table)}")
    assert [decision.channel for decision in repaired.channels] == [Channel.CLEAN, Channel.NO_DIACRITICS]
    assert repaired.text == f"{LETTER}\f{LETTER}"


def test_letters_that_swedish_does_not_have_come_from_a_reader() -> None:
    marred = LETTER.replace("beslutar", "bėslutar").replace("förvaltningen", "förvaltningen")
    marred = marred.replace("våras", "vāras").replace("äldreomsorgen", "äldreomsorģen")
    repaired = repair_text(marred)
    assert repaired.channels[0].channel is Channel.SWEDISH_READER
    assert repaired.text == LETTER


def test_a_broken_encoding_is_learnt_and_turned_back() -> None:
    broken = LETTER.replace("ö", '"').replace("å", "!").replace("Ä", "$")
    repaired = repair_text(broken)
    assert repaired.channels[0].channel is Channel.MAPPED
    assert repaired.text.replace("$", "Ä") == LETTER
    assert {change.rule for change in repaired.changes} == {"mapped"}


def test_words_torn_by_a_lost_letter_are_put_together() -> None:
    text = (
        "Föreningen äger fastigheten. Bostadsrättsföreningen har till ändamål att främja "
        "medlemmarnas intressen. "
        "Bostadslägenheterna används. Räkenskapsåret omfattar ett år och härmed avges "
        "årsredovisningen som är "
        "upprättad särskilt för medlemmarna och gäller tills vidare, med de ändringar "
        "som stämman fastställer."
    )
    repaired = repair_text(text.replace("ä", " ").replace("  ", " "))
    assert repaired.text.count("ä") >= text.count("ä") - 2
    assert "Bostadsrättsföreningen" in repaired.text


def test_repair_can_be_turned_off() -> None:
    table = str.maketrans("åäöÅÄÖ", "aaoAAO")
    text = LETTER.translate(table)
    assert repair_text(text, RepairSettings(enabled=False)).text == text


def test_ligatures_that_left_their_first_letter_are_put_back() -> None:
    text = (
        "Yttrande över motion om tilläggsbelopp för fristående förskola. Information från skolchefen om "
        "delegationsbeslut. Ersättare underrättas. Nämnden har rätt att yttra sig i frågan och mötet "
        "fortsätter."
    )
    broken = text.replace("ti", "t").replace("tt", "t")
    repaired = repair_text(broken)
    assert repaired.channels[0].channel is Channel.LOST_LETTERS
    assert repaired.text.split() == text.split()


def test_ligatures_that_a_font_lost_together_come_back_together() -> None:
    text = (
        "Nämnden beslutar att fastigheten ska bytas till en annan. Avgiften är fri i ett år.\n"
        "Situationsplan, fotografier och sammanfattning finns i ärendet. Kollektivtrafiken har en egen\n"
        "drift efter att tillståndet ändrats, och informationen till allmänheten fortsätter."
    )
    read = text
    for ligature in ("ti", "tt", "fi", "ft"):
        read = read.replace(ligature, "")
    repaired = repair_text(read)
    assert repaired.channels[0].channel is Channel.LOST_LETTERS
    wrong = [pair for pair in zip(repaired.text.split(), text.split(), strict=True) if pair[0] != pair[1]]
    assert len(wrong) <= 1


def test_a_page_that_says_little_learns_from_its_document() -> None:
    full = "Mötet hölls i rådhuset. Fastigheten besiktigades. Situationen är viktig. Aktiviteten avslutas."
    little = "Kommittén tackade. Lokaltidningen har varit på plats och politiken diskuterades."
    read = f"{full}\f{little}".replace("ti", "")
    repaired = repair_text(read).text
    assert "Fastigheten" in repaired
    assert repaired.split("\f")[1] == little


@pytest.mark.parametrize(("ligature", "left"), [("ti", " "), ("ti", "t ")])
def test_words_torn_by_a_lost_ligature_are_put_together(ligature: str, left: str) -> None:
    text = (
        "Motionen om fastigheten bordläggs. Informationen från kollektivtrafiken noteras.\n"
        "Situationen följs. Nämnden är positiv. Delegationen tackar för "
        "kommunikationen, aktiviteten i lokaltidningen ökar."
    )
    repaired = repair_text(text.replace(ligature, left))
    assert repaired.channels[0].channel is Channel.LOST_LETTERS
    assert repaired.text.count("ti") >= text.count("ti") - 2


def test_a_word_of_sound_text_is_not_joined_to_its_neighbour() -> None:
    text = LETTER + " Bolaget Qvzom ska yttra sig. Motparten Bgrk vill yttra sig. Firman Xlt har svarat."
    assert repair_text(text).text == text
