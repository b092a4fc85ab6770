from __future__ import annotations

import pytest
from tools.language import unlisted

from justera.language import load
from justera.normalize import repair_text
from justera.normalize.reader import SWEDISH_READER
from justera.normalize.sentence import Mended, verdicts

FRAME = (
    "Namnden foreslar darfor att forvaltningen aterkommer med ett nytt forslag fore sommaren. {} "
    "Arendet ar klart."
)


def repaired(sentence: str) -> str:
    """A sentence repaired within a page that has lost its diacritics."""
    head, tail = FRAME.split(" {} ")
    text = repair_text(f"{head}\n\n{sentence}\n\n{tail}").text
    return text.split("\n\n")[1]


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Hélso- och sjukvardsndmnden", "Hälso- och sjukvårdsnämnden"),
        ("Hailso- och sjukvard", "Hälso- och sjukvård"),
        ("med planen som utgédngspunkt for arbetet", "med planen som utgångspunkt för arbetet"),
        ("i region Orebro 13n", "i region Örebro län"),
        ("for att skapa en ekonomi 1 balans", "för att skapa en ekonomi i balans"),
        ("det &r ndmndens uppgift", "det är nämndens uppgift"),
        ("yrkar bifall till f6rslaget", "yrkar bifall till förslaget"),
        ("namndens férsiag till beslut", "nämndens förslag till beslut"),
        ("ett 400-arsjubileum i staden", "ett 400-årsjubileum i staden"),
        ("FORSLAG TILL BESLUT I ARENDET", "FÖRSLAG TILL BESLUT I ÄRENDET"),
        ("till vard- och omsorgsnamnden", "till vård- och omsorgsnämnden"),
        ("av samhallsbyggnadsforvaltningen", "av samhällsbyggnadsförvaltningen"),
        ("en forskolechefsutredning", "en förskolechefsutredning"),
        ("Hakan Lindstrom och Asa Bergqvist", "Håkan Lindström och Åsa Bergqvist"),
        ("den regionregiondriven varden", "den regionregiondriven vården"),
        ("§ 18 Ovriga fragor", "§ 18 Övriga frågor"),
        ("3 Andrad ordning", "3 Ändrad ordning"),
        ("Det ar klart. lnte heller detta ar lnte nytt.", "Det är klart. Inte heller detta är inte nytt."),
        ("och att Aaterstoden betalas", "och att återstoden betalas"),
        ("han ringde pa teleton till namnden", "han ringde på telefon till nämnden"),
        (
            "motesplatsen ska halla Oppet fran tisdag till fredag",
            "mötesplatsen ska hålla öppet från tisdag till fredag",
        ),
        ("och i Gvrigt galler beslutet Gver hela aret", "och i övrigt gäller beslutet över hela året"),
    ],
)
def test_what_was_printed_comes_back(read: str, printed: str) -> None:
    assert repaired(read) == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("har har varit en lang debatt om fragan", "här har varit en lång debatt om frågan"),
        ("det ar ett ar sedan beslutet", "det är ett år sedan beslutet"),
        ("man maste fa besked fran en annan man", "man måste få besked från en annan man"),
        ("vi far inte ga fore", "vi får inte gå före"),
        ("det som varden nationellt stod infor 2023 nar", "det som vården nationellt stod inför 2023 när"),
    ],
)
def test_words_around_decide(read: str, printed: str) -> None:
    assert repaired(read) == printed


@pytest.mark.parametrize(
    "right",
    [
        "Anna Gran",
        "och Wiva Heuman",
        "samt Eva Hallén",
        "av Rut Krafft",
        "bara vara kvar",
        "Maja Holst och Nils Brandt",
        "Linné och idé",
        "Dupont",
        "hos Frivalds och i Grannas",
        "med Amanuel Hakobyan",
        "enligt Maastrichttraktatet",
        "av Alhassan Mallbacken",
    ],
)
def test_what_is_right_stays(right: str) -> None:
    assert repaired(right) == right


def test_names_that_no_list_has_stay_but_one_in_three_hundred() -> None:
    lexicon = load().lexicon
    unseen = [name for name in unlisted.FOREIGN if lexicon.word(name.lower()) is None]
    page = "\n\n".join([FRAME.format("Allt ar klart."), *unlisted.sentences(unseen)])
    changed = {change.before.strip(".,") for change in repair_text(page).changes} & set(unseen)
    assert len(changed) * 300 <= len(unseen)


def test_a_word_broken_over_two_lines_is_repaired_whole() -> None:
    head, tail = FRAME.split(" {} ")
    text = repair_text(f"{head} Det ar forvalt-\nningens uppgift att gora ut-\nredningen. {tail}").text
    assert "förvalt-\nningens" in text
    assert "göra ut-\nredningen" in text


def test_every_change_says_why() -> None:
    changes = repair_text(FRAME.format("Hélso- och sjukvardsndmnden sager nej.")).changes
    assert {change.rule for change in changes} <= {"word", "compound", "name", "misreading"}
    assert all(change.evidence and 0.5 <= change.confidence <= 1 for change in changes)


def test_a_higher_threshold_changes_less_and_flags_more() -> None:
    from justera.settings import RepairSettings

    text = FRAME.format("Alsjo och Orkarr samt Ostbo har inget att saga om namnet Angby.")
    bold = repair_text(text, RepairSettings(threshold=0.3))
    wary = repair_text(text, RepairSettings(threshold=0.9999))
    assert len(wary.changes) < len(bold.changes)
    assert len(wary.doubts) >= len(bold.doubts)


CAREFUL_FRAME = (
    "Nämnden beslutar att ge förvaltningen i uppdrag att återkomma. {} Det är nämndens uppgift att se över."
)


def carefully(sentence: str) -> str:
    """A sentence repaired as read by a model that knows Swedish."""
    lines = [CAREFUL_FRAME.format(sentence).split()]
    (row,) = verdicts(Mended(lines, lines), SWEDISH_READER, 0.5)
    return " ".join(verdict.after for verdict in row)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Hembygdsf6reningen har sökt bidrag.", "Hembygdsföreningen har sökt bidrag."),
        ("Ordföranden stäIler frågan.", "Ordföranden ställer frågan."),
        ("Rapporten gäller barn sorn bor kvar.", "Rapporten gäller barn som bor kvar."),
        ("Förslaget sändes til1 nämnden.", "Förslaget sändes till nämnden."),
        ("Bidraget är natjonellt och fóljande år.", "Bidraget är nationellt och följande år."),
        ("Området är stadsplanelaqt sedan länge.", "Området är stadsplanelagt sedan länge."),
        ("De bor i Goteborgs kommun.", "De bor i Göteborgs kommun."),
        ("Den komrnunala skolan närnndes.", "Den kommunala skolan nämndes."),
        ("Alla var narvarande när forslaget föll.", "Alla var närvarande när förslaget föll."),
        ("Det är nodvandigt av flera skäl.", "Det är nödvändigt av flera skäl."),
    ],
)
def test_sparse_slips_of_a_reader_that_knows_swedish_are_mended(read: str, printed: str) -> None:
    assert carefully(read) == CAREFUL_FRAME.format(printed)


@pytest.mark.parametrize(
    "right",
    [
        "De bor i Rodert och Angeles.",
        "Anna Lindstrom och Hakan Sager.",
        "Ytan är 12 m2 och utsläppen av CO2 minskar.",
        "Den regionregiondriven vården.",
        "Fastigheten Tomten 3b och 4c.",
        "Vägen korsar Iberiska gatan.",
        "Ledamoten Miloš Szatmari och Jürgen Linde.",
        "Miloš yrkar bifall.",
        "De ser en forsmark och ett formagasin.",
        "Vägen till Skälö och Norra Skärvik byggs om.",
    ],
)
def test_what_a_careful_reader_read_right_stays(right: str) -> None:
    assert carefully(right) == CAREFUL_FRAME.format(right)
