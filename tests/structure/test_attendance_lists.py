"""Attendance told in running sentences, in cells with centred labels, and by those who sign."""

from __future__ import annotations

import pytest

from justera.schema import Record

from .written import structured

ITEM = "\n§ 3  Ny bro över ån\n\nNämnden beslutar att bygga en ny bro.\n\n"


def attending(record: Record) -> list[tuple[str, str, str | None]]:
    return [(one.name, one.role.value, one.replaces) for one in record.attendance]


def test_a_centred_label_takes_the_rows_above_it_too() -> None:
    head = (
        "Åsmåla kommun\nTekniska nämnden\nProtokoll 2021-03-04\n\n"
        "Plats                    Rådhuset, lilla salen\n\n"
        "                         Märta Lund, ordförande\n"
        "Beslutande               Åke Ek\n"
        "                         Bo Öst\n\n"
        "Övriga                   Ida Ros, sekreterare\n"
    )
    made = structured(head + ITEM)
    assert made.meeting is not None and made.meeting.place == "Rådhuset, lilla salen"
    assert attending(made) == [
        ("Märta Lund", "ordforande", None),
        ("Åke Ek", "ledamot", None),
        ("Bo Öst", "ledamot", None),
        ("Ida Ros", "sekreterare", None),
    ]


OLD = """\
Protokoll, hållet vid sammanträde med kommunalnämnden i Åsmåla den 6 november 1926.

Närvarande: undertecknad ordförande samt ledamöterna C. J. Hedlund, Alfr. Svensson i Backa,
herrar Berg, Modig och Ståhle samt fru Nordin. Herr Frid i Mon hade anmält förfall, i hvars
ställe suppleanten Otto Lind tjänstgjorde. Vidare närvoro kommunalkamreraren Hagberg och
sekreteraren Sundell.
"""
FOOT = "\n             Ut supra\n             Aug. Thorell\n\nJusteras:\n\nNils Modig          Otto Lind\n"


def test_surnames_in_a_sentence_take_the_names_of_who_signs() -> None:
    made = structured(OLD + ITEM + FOOT)
    assert attending(made) == [
        ("Aug. Thorell", "ordforande", None),
        ("C. J. Hedlund", "ledamot", None),
        ("Alfr. Svensson", "ledamot", None),
        ("Berg", "ledamot", None),
        ("Nils Modig", "ledamot", None),
        ("Ståhle", "ledamot", None),
        ("Nordin", "ledamot", None),
        ("Otto Lind", "tjanstgorande_ersattare", "Frid"),
        ("Hagberg", "tjansteperson", None),
        ("Sundell", "sekreterare", None),
    ]


def test_who_signs_for_some_items() -> None:
    foot = (
        "\nUnderskrifter\n\nSekreterare     ................\n                Ida Ros\n\n"
        "Ordförande      ................\n                Märta Lund (ej § 3)\n\n"
        "                ................\n                Åke Ek § 3\n"
    )
    made = structured("Åsmåla kommun\nTekniska nämnden\nProtokoll 2021-03-04\n" + ITEM + foot)
    assert [(one.name, one.title) for one in made.signatures] == [
        ("Ida Ros", "Sekreterare"),
        ("Märta Lund", "Ordförande"),
        ("Åke Ek", "Ordförande"),
    ]


def test_a_sentence_tells_who_adjusted_and_when() -> None:
    foot = "\nDetta är ett digitalt justerat protokoll. Justerat av Märta Lund och Åke Ek 2021-03-09.\n"
    made = structured("Åsmåla kommun\nTekniska nämnden\nProtokollsutdrag 2021-03-04\n" + ITEM + foot)
    assert made.meeting is not None
    assert made.meeting.adjusters == ("Märta Lund", "Åke Ek")
    assert str(made.meeting.adjusted_on) == "2021-03-09"


def test_the_year_stands_first_in_old_openings() -> None:
    made = structured("År 1947 den 3 juni höll hembygdsföreningen ordinarie årsmöte i sockenstugan.\n" + ITEM)
    assert str(made.date) == "1947-06-03"


def test_a_notice_below_the_place_is_none_of_it() -> None:
    head = "Åsmåla kommun\nTekniska nämnden\nKallelse\n\nTid: torsdag 4 mars 2021 kl. 08.30\n"
    made = structured(head + "Plats: Rådhuset, lilla salen\nFörhinder anmäls till sekreteraren.\n" + ITEM)
    assert made.meeting is not None and made.meeting.place == "Rådhuset, lilla salen"


@pytest.mark.parametrize("label", ["Inte tjänstgörande ersättare", "Ersättare som inte tjänstgör"])
def test_deputies_who_did_not_serve_are_told_with_inte_too(label: str) -> None:
    head = (
        "Åsmåla kommun\nTekniska nämnden\nProtokoll 2021-03-04\n\n"
        "Beslutande ledamöter\nMärta Lund (S), ordförande\nÅke Ek (M)\n\n"
        f"{label}\nBo Öst (C)\nTage Ask (V), inte tjänstgörande\n"
    )
    roles = {
        one.name: one.role.value
        for one in structured(
            head + "\n§ 3  Ny bro över ån\n\nNämnden beslutar att bygga en ny bro.\n"
        ).attendance
    }
    assert (roles["Bo Öst"], roles["Tage Ask"]) == ("ersattare", "ersattare")


def test_items_below_a_name_in_one_of_two_lists_are_those_of_the_name() -> None:
    record = structured(
        "Åby landsting\nFörvaltningsutskottet\nProtokoll 1969-10-21\n\n"
        "Närvarande     Ledamöter:                   Suppleanter:\n"
        "               Bo Ek, s, ordf.              Ida Holm, s, tj.g. för\n"
        "               Eva Ås, m,                   Per Dahl\n"
        "               §§ 411-412\n"
        "               Åke Lund, fp\n\n"
        "§ 411  Inköp av bil\n\nUtskottet beslöt\natt inköpa en bil.\n\n"
        "§ 412  Inköp av båt\n\nUtskottet beslöt\natt inköpa en båt.\n\n"
        "§ 413  Inköp av tåg\n\nUtskottet beslöt\natt inköpa ett tåg.\n"
    )
    assert [(one.name, one.party) for one in record.attendance] == [
        ("Bo Ek", "s"),
        ("Eva Ås", "m"),
        ("Åke Lund", "fp"),
        ("Ida Holm", "s"),
    ]
    assert record.meeting is not None
    assert (record.meeting.items_from, record.meeting.items_to) == (411, 413)
