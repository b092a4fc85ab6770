"""Who serves for whom, in every way of saying it; titles, units and items in lists of officials."""

from __future__ import annotations

import pytest

from justera.schema import Record
from justera.schema.record import Role
from justera.structure.attendance import attendees
from justera.structure.landmarks import labels
from justera.structure.text.draft import value_of
from justera.structure.text.passage import Passage

from .written import structured

Told = tuple[str, str, str | None, str | None]


def told(line: str, role: Role, last: str) -> list[Told]:
    """Name, role, one more value and items of everyone in a line."""
    fields = ("name", "role", last, "items")
    found = attendees.of_line(Passage(line), role)
    return [tuple(value_of(one[field]) for field in fields) for one in found]


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Ylva Björk (S) ersättare istf Pär Lindås (S)", None),
        ("Ylva Björk (S) tjg ersättare i st. f. Pär Lindås (S) § 12-14", "§ 12-14"),
        ("Ylva Björk (S) ers Pär Lindås (S) p 7-9", "p 7-9"),
        ("Ylva Björk tjänstgör för Pär Lindås (M)", None),
        ("Ylva Björk (S) för Pär Lindås (S), 9.15–11.40", "9.15–11.40"),
        ("Pär Lindås (S) ersätts av Ylva Björk (S) §§ 3, 5", "§§ 3, 5"),
        ("Ylva Björk (S) ersätter Pär Lindås (S), som anmält förhinder", None),
    ],
)
def test_the_absent_member_is_never_present(line: str, items: str | None) -> None:
    assert told(line, Role.LEDAMOT, "replaces") == [
        ("Ylva Björk", "tjanstgorande_ersattare", "Pär Lindås", items)
    ]


@pytest.mark.parametrize(
    ("line", "role", "expected"),
    [
        (
            "planarkitekt Moa Sand § 5, chef för Inre Service Jan Frid §§ 5, 7",
            Role.TJANSTEPERSON,
            [
                ("Moa Sand", "tjansteperson", "planarkitekt", "§ 5"),
                ("Jan Frid", "tjansteperson", "chef för Inre Service", "§§ 5, 7"),
            ],
        ),
        (
            "Moa Sand, chef för Inre Service, Jan Frid, ordförande i Byaförbundet",
            Role.TJANSTEPERSON,
            [
                ("Moa Sand", "tjansteperson", "chef för Inre Service", None),
                ("Jan Frid", "tjansteperson", "ordförande i Byaförbundet", None),
            ],
        ),
        ("Ordf. Moa Sand", Role.OVRIG, [("Moa Sand", "ovrig", "Ordf.", None)]),
        (
            "Moa Sand, politisk sekreterare",
            Role.TJANSTEPERSON,
            [("Moa Sand", "tjansteperson", "politisk sekreterare", None)],
        ),
    ],
)
def test_titles_of_units_and_offices_elsewhere(line: str, role: Role, expected: list[Told]) -> None:
    assert told(line, role, "title") == expected


COVER = """\
Ekby kommun                    SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen                2014-06-17

Plats och tid             Rådhuset, kl. 09.00-12.10

Beslutande och            Åsa Öhrn (C), ordförande
tjänstgörande ersättare   Nils Lund (M) §§ 15, 17
                          Ida Ros (M) tjg. för Nils Lund (M) § 16

Närvarorätt enligt        -
särskilt beslut

Övriga deltagande         Ersättare: Per Holm (S) ej §§ 15–16, Kai Strand (V), ekonomichef Lena
                          Kvist § 16, Siv Frid

Utses att justera         Nils Lund

Sekreterare               ..............................   Paragrafer 15-17
                          Siv Frid
Ordförande                ..............................
                          Åsa Öhrn
Justerande                ..............................
                          Nils Lund

Datum för anslags         2014-06-20
upprättande
Anslag ner; 2014-07-14

§ 15  Budget
Kommunstyrelsen beslutar att anta budgeten.

§ 16  Plan
Kommunstyrelsen beslutar att anta planen.

§ 17  Taxa
Kommunstyrelsen beslutar att anta taxan.
"""


@pytest.fixture(scope="module")
def cover() -> Record:
    return structured(COVER)


def test_the_column_of_labels_holds_no_people(cover: Record) -> None:
    assert [(one.name, one.role.value, one.items) for one in cover.attendance] == [
        ("Åsa Öhrn", "ordforande", None),
        ("Nils Lund", "ledamot", "§§ 15, 17"),
        ("Ida Ros", "tjanstgorande_ersattare", "§ 16"),
        ("Per Holm", "ersattare", "ej §§ 15–16"),
        ("Kai Strand", "ersattare", None),
        ("Lena Kvist", "tjansteperson", "§ 16"),
        ("Siv Frid", "sekreterare", None),
    ]


def test_who_signs_stands_under_the_line_not_under_the_items_beside_it(cover: Record) -> None:
    assert [(one.name, one.title) for one in cover.signatures] == [
        ("Siv Frid", "Sekreterare"),
        ("Åsa Öhrn", "Ordförande"),
        ("Nils Lund", "Justerande"),
    ]


def test_labels_of_the_notice_by_their_words(cover: Record) -> None:
    assert cover.meeting is not None and cover.meeting.posting is not None
    posting = cover.meeting.posting
    assert (str(posting.posted_on), str(posting.removed_on)) == ("2014-06-20", "2014-07-14")


OTHERS = """\
Ekby kommun                    SAMMANTRÄDESPROTOKOLL
Socialnämnden                  2016-12-15

Plats och tid              Rådhuset, kl. 13.00-17.10

Beslutande                 L     Åsa Öhrn, ordförande
Ledamöter                  M     Nils Lund (M)
                           C     Lo Ros tjänstgör för Per Holm (S)

Ersättare                  KD    Kai Strand

Övriga närvarande          S     Siv Frid
Ej tjänstgörande           MP    Tea Lind

Utses att justera          Nils Lund och Lo Ros med Kai Strand som
                           ersättare

Plats och tid              Kansliet 2016-12-21   Paragrafer §15 - §17

Tid för anslag             2016-12-22 – 2017-01-13

§ 15  Budget
Socialnämnden beslutar att anta budgeten.

§ 16  Plan
Socialnämnden beslutar att anta planen.

§ 17  Taxa
Socialnämnden beslutar att anta taxan.

             Justeringen har tillkännagivits genom anslag
Forum        Socialnämnden
Datum        2016-12-15
"""


@pytest.fixture(scope="module")
def others() -> Record:
    return structured(OTHERS)


def test_parties_before_the_names_and_deputies_listed_with_the_members(others: Record) -> None:
    assert [(one.name, one.party, one.role.value, one.replaces) for one in others.attendance] == [
        ("Åsa Öhrn", "L", "ordforande", None),
        ("Nils Lund", "M", "ledamot", None),
        ("Lo Ros", "C", "tjanstgorande_ersattare", "Per Holm"),
        ("Kai Strand", "KD", "tjanstgorande_ersattare", None),
        ("Siv Frid", "S", "ersattare", None),
        ("Tea Lind", "MP", "ersattare", None),
    ]


def test_adjustment_and_notice_told_apart_from_the_meeting(others: Record) -> None:
    held = others.meeting
    assert held is not None and held.posting is not None
    assert (held.adjusters, str(held.adjusted_on)) == (("Nils Lund", "Lo Ros"), "2016-12-21")
    assert (held.place, held.items_from, held.items_to) == ("Rådhuset", 15, 17)
    assert (str(held.posting.posted_on), str(held.posting.removed_on)) == ("2016-12-22", "2017-01-13")


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Direktionens ersättare", "deputies"),
        ("Beslutande och tjänstgörande ersättare", "members"),
        ("Justering och sekreterare", "adjusting"),
        ("Anslaget får tas ned tidigast", "removed_on"),
        ("Anslag om möte", None),
    ],
)
def test_labels_by_their_words(label: str, field: str | None) -> None:
    assert labels.match(label) == field


def attending(head: str) -> list[tuple[str, str | None, str, str | None]]:
    made = structured(
        f"Ekby\nStyrelsen\nProtokoll 2002-01-26\n\n{head}\n\n§ 4  Val\n\nStyrelsen beslutar att rösta.\n"
    )
    return [(one.name, one.party, one.role.value, one.items) for one in made.attendance]


def test_who_has_no_cross_beside_the_name_was_not_there() -> None:
    head = """\
Ledamöter           Närvarande
Åsa Öhrn            X, mötesordförande § 4 – § 5
Nils Lund           anmält förhinder
Ida Ros             X
Suppleanter
Per Holm            X
Kai Strand          anmält förhinder
Sekretariatet
Siv Frid            X, sekreterare"""
    assert attending(head) == [
        ("Åsa Öhrn", None, "ordforande", "§ 4 – § 5"),
        ("Ida Ros", None, "ledamot", None),
        ("Per Holm", None, "ersattare", None),
        ("Siv Frid", None, "sekreterare", None),
    ]


def test_parties_in_small_letters_between_commas() -> None:
    head = """\
Beslutande      Åsa Öhrn, s, ordförande
                Nils Lund, fp, ersätter Ida Ros, kd
                Per Holm, c"""
    assert attending(head) == [
        ("Åsa Öhrn", "s", "ordforande", None),
        ("Nils Lund", "fp", "tjanstgorande_ersattare", None),
        ("Per Holm", "c", "ledamot", None),
    ]


def test_names_with_offices_in_two_columns_without_parties() -> None:
    head = """\
Beslutande:     Åsa Öhrn ordförande          Per Holm tjänstgörande ersättare
                Nils Lund § 4                Kai Strand ej tjänstgörande ersättare

Övriga:         Siv Frid sekreterare         Tea Lind § 4"""
    assert attending(head) == [
        ("Åsa Öhrn", None, "ordforande", None),
        ("Nils Lund", None, "ledamot", "§ 4"),
        ("Per Holm", None, "tjanstgorande_ersattare", None),
        ("Kai Strand", None, "ersattare", None),
        ("Siv Frid", None, "sekreterare", None),
        ("Tea Lind", None, "tjansteperson", "§ 4"),
    ]


def test_lists_side_by_side_with_white_space_between_their_rows() -> None:
    head = """\
Beslutande:          Ersättare:

Åsa Öhrn, ordf.      Per Holm

Nils Lund

Ida Ros

Närvarande, ej tjg ers:   Kai Strand"""
    assert [(name, role) for name, _, role, _ in attending(head)] == [
        ("Åsa Öhrn", "ordforande"),
        ("Nils Lund", "ledamot"),
        ("Ida Ros", "ledamot"),
        ("Per Holm", "tjanstgorande_ersattare"),
        ("Kai Strand", "ersattare"),
    ]


def test_a_table_of_offices_with_items_without_their_sign() -> None:
    head = """\
Närvarolista

Uppdrag           Namn            Parti    Tjänstgör för      §§

Ordförande        Åsa Öhrn        s

Vice ordförande   Nils Lund       m                           4-5

Tjg ersättare     Ida Ros         s        Per Holm (s)

Tjg ersättare     Tea Lind        mp       Kai Strand (mp)

Ersättare         Siv Frid        m                           4"""
    assert attending(head) == [
        ("Åsa Öhrn", "s", "ordforande", None),
        ("Nils Lund", "m", "vice_ordforande", "4-5"),
        ("Ida Ros", "s", "tjanstgorande_ersattare", None),
        ("Tea Lind", "mp", "tjanstgorande_ersattare", None),
        ("Siv Frid", "m", "ersattare", "4"),
    ]


ROLL = """\
Protokoll, hållet vid sammanträde med kyrkofullmäktige i Ekby församling den 14 november 1983 kl. 19.00.

Ordförande: Åsa Öhrn
Sekreterare: Siv Frid

§ 11
Upprop

Vid verkställt upprop befanns följande ledamöter tillstädes:
Åsa Öhrn, Nils Lund, Ida
Ros och Per Holm. Såsom ersättare tjänstgjorde Tea Lind för Kai Strand, som
anmält förhinder. Därjämte var kyrkoherden Bo Ek närvarande.

§ 12
Val

Kyrkofullmäktige utsåg Nils Lund att jämte ordföranden justera protokollet.
"""


def test_a_roll_called_in_running_text_and_the_items_that_the_minutes_hold() -> None:
    made = structured(ROLL)
    assert [(one.name, one.role.value, one.replaces) for one in made.attendance] == [
        ("Åsa Öhrn", "ordforande", None),
        ("Nils Lund", "ledamot", None),
        ("Ida Ros", "ledamot", None),
        ("Per Holm", "ledamot", None),
        ("Bo Ek", "tjansteperson", None),
        ("Tea Lind", "tjanstgorande_ersattare", "Kai Strand"),
        ("Siv Frid", "sekreterare", None),
    ]
    assert made.meeting is not None
    assert (made.meeting.items_from, made.meeting.items_to) == (11, 12)


def test_organisations_are_nobody() -> None:
    line = "Bo Ek, facklig företrädare, Brandmännens Riksförbund, §§ 8-9"
    assert told(line, Role.TJANSTEPERSON, "title") == [
        ("Bo Ek", "ovrig", "facklig företrädare, Brandmännens Riksförbund", "§§ 8-9")
    ]


def test_who_is_listed_as_not_there_was_not() -> None:
    head = """\
Närvarande ledamöter     Åsa Öhrn, (s) ordförande
                         Nils Lund (s), inte närvarande
                         Ida Ros, riksdagsledamot (M)
                         Per Holm (kd), frånvarande

Närvarande ersättare     Kai Strand (kd) tj ers för Per Holm
                         Siv Frid (s) femte ersättare för majoriteten"""
    assert attending(head) == [
        ("Åsa Öhrn", "s", "ordforande", None),
        ("Ida Ros", "M", "ledamot", None),
        ("Kai Strand", "kd", "tjanstgorande_ersattare", None),
        ("Siv Frid", "s", "ersattare", None),
    ]


def test_names_below_the_date_of_adjustment_and_a_writer_below_the_last_item() -> None:
    made = structured(
        "Ekby\nStyrelsen\nProtokoll 2009-04-23\n\nJusterat den 29 april 2009\n\nÅsa Öhrn      Nils Lund\n\n"
        "Närvarande:\n\nOrdföranden\nÅsa Öhrn (m)\n\nLedamöterna\nNils Lund (s)\nIda Ros (m)\n\n"
        "§ 4  Val\n\nStyrelsen beslutar att rösta.\n\nVid protokollet\n\nSiv Frid\n"
    )
    assert [one.name for one in made.signatures] == ["Åsa Öhrn", "Nils Lund", "Siv Frid"]
    assert made.meeting is not None and made.meeting.adjusters == ("Nils Lund",)


def test_the_day_of_adjustment_in_an_item() -> None:
    made = structured(
        "Ekby\nStyrelsen\nProtokoll 2005-10-10\n\nNärvarande ledamöter   Åsa Öhrn (s), ordförande\n\n"
        "§ 4  Val av justerare\n\nAtt jämte ordföranden justera utsågs Nils Lund. Justering av protokollet\n"
        "beslutades ske den 12 oktober 2005.\n"
    )
    assert made.meeting is not None and str(made.meeting.adjusted_on) == "2005-10-12"


def test_a_table_of_functions_tells_members_from_officials() -> None:
    head = """\
Närvarande          Funktion                                  Deltog        Paragrafer

Åsa Öhrn            Ordförande                                på plats
Nils Lund           Ledamot, lärarrepresentant                på distans    ej § 4
Ida Ros             Ledamot                                   på plats
Per Holm            Ledamot                                   på plats
Kai Strand          Ersättare för ledamoten Bo Ek             på plats
Siv Frid            Ekonomichef                               på plats
Tea Lind            Sekreterare                               på plats"""
    assert [(name, role, items) for name, _, role, items in attending(head)] == [
        ("Åsa Öhrn", "ordforande", None),
        ("Nils Lund", "ledamot", "ej § 4"),
        ("Ida Ros", "ledamot", None),
        ("Per Holm", "ledamot", None),
        ("Kai Strand", "tjanstgorande_ersattare", None),
        ("Siv Frid", "tjansteperson", None),
        ("Tea Lind", "sekreterare", None),
    ]


def test_whom_deputies_serve_for_in_a_column_that_the_label_heads() -> None:
    made = structured(
        "Ekby\nStyrelsen\nProtokoll 2024-11-25\n\nBeslutande\nÅsa Öhrn (S), ordf\n\n"
        "Tjänstgörande ersättare     Ersätter           Närvarande vid\n"
        "Nils Lund (S)               Ida Ros (S)\n"
        "Per Holm (M)                Kai Strand (M)     §§ 4–5\n\n"
        "Sekreterare                 Siv Frid, nämndsekreterare\n\n"
        "§ 4  Val\n\nStyrelsen beslutar att rösta.\n"
    )
    assert [(one.name, one.role.value, one.replaces, one.items) for one in made.attendance] == [
        ("Åsa Öhrn", "ordforande", None, None),
        ("Nils Lund", "tjanstgorande_ersattare", "Ida Ros", None),
        ("Per Holm", "tjanstgorande_ersattare", "Kai Strand", "§§ 4–5"),
        ("Siv Frid", "sekreterare", None, None),
    ]


def test_the_day_that_a_summons_calls_for_is_not_that_of_the_letter() -> None:
    made = structured(
        "Ekby kommun\nKulturnämnden\nKALLELSE\nDatum 2015-03-18\n\n"
        "Kulturnämnden kallas till sammanträde torsdagen den 26 mars 2015 kl. 17.00 i Konsthallen.\n\n"
        "Ärenden\n1. Val av justerare\n2. Bokslut 2014\n3. Information\n"
    )
    assert made.meeting is not None
    assert (str(made.meeting.date), str(made.date)) == ("2015-03-26", "2015-03-18")


def test_a_list_of_the_members_behind_the_last_item_is_who_was_there() -> None:
    made = structured(
        "Tallviks kommun\nKommunfullmäktige\nSammanträdesdatum 2017-10-23\n\n"
        "Beslutande          Enligt bilagd förteckning\n"
        "Övriga deltagande   Pia Hed, sekreterare\n\n"
        "§ 7 Skolväg\n\nBeslut\n\nMotionen avslås.\n\f"
        "Förteckning över beslutande\nElsa Kruse (C), ordförande\nTorgny Rask (S)\n"
        "Rune Asp (M), ersättare för Sigrid Holm (M)\n"
    )
    assert [(one.name, one.role.value) for one in made.attendance] == [
        ("Pia Hed", "sekreterare"),
        ("Elsa Kruse", "ordforande"),
        ("Torgny Rask", "ledamot"),
        ("Rune Asp", "tjanstgorande_ersattare"),
    ]
    assert [section.kind.value for section in made.items[0].sections] == ["beslut"]
