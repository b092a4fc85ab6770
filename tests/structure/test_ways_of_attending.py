"""One meeting in many ways: who was there must not depend on how a house sets its list."""

from __future__ import annotations

import pytest

from justera.schema.record import Attendee

from .written import structured

HEAD = "Åsmåla kommun        SAMMANTRÄDESPROTOKOLL        2019-03-12\nKulturnämnden\n\n"
BODY = "\n\n§ 12 Bidrag till hembygdsföreningen\n\nBeslut\n\nNämnden beslutar att bevilja bidraget.\n"


def attended(text: str) -> list[Attendee]:
    return list(structured(HEAD + text + BODY).attendance)


@pytest.mark.parametrize(
    "text",
    [
        "Beslutande: Anna Örn (S), ordförande\nBo Ek (M)",
        "Beslutande: Anna Örn (S), ordförande, Bo Ek (M)",
        "Beslutande     Anna Örn (S), ordförande\n               Bo Ek (M)",
        "Beslutande     Anna Örn (S) ordförande\n               Bo Ek (M)",
        "Beslutande     Anna Örn, S, ordförande\n               Bo Ek, M",
        "Beslutande     Anna Örn, (S), Åby, ordförande\n               Bo Ek, (M), Torpa",
        "Beslutande kommun-\nrepresentanter\nAnna Örn (S), ordförande\nBo Ek (M)",
        "Beslutande     Se nästa sida\n\fÅsmåla kommun\n\nBeslutande\n\nAnna Örn (S), ordförande\nBo Ek (M)",
    ],
)
def test_the_chair_is_who_the_office_stands_behind(text: str) -> None:
    assert [(one.name, one.party, one.role.value) for one in attended(text)] == [
        ("Anna Örn", "S", "ordforande"),
        ("Bo Ek", "M", "ledamot"),
    ]


def test_officials_named_behind_the_last_deputy_have_their_own_offices() -> None:
    text = (
        "Beslutande           Anna Örn (S), ordförande, Bo Ek (M) ej § 14, Eva Lind (S) § 14\n"
        "Övriga deltagande    Ersättare: Eva Lind (S) ej § 14 och Nils Ask (L) samt sekreterare Pia Skog,\n"
        "                     socialchef Lars Quist och controller Mia Ros §§ 13–14"
    )
    assert [(one.name, one.role.value, one.items) for one in attended(text)] == [
        ("Anna Örn", "ordforande", None),
        ("Bo Ek", "ledamot", "ej § 14"),
        ("Eva Lind", "tjanstgorande_ersattare", "§ 14"),
        ("Eva Lind", "ersattare", "ej § 14"),
        ("Nils Ask", "ersattare", None),
        ("Pia Skog", "sekreterare", None),
        ("Lars Quist", "tjansteperson", None),
        ("Mia Ros", "tjansteperson", "§§ 13–14"),
    ]


def test_who_served_in_whose_stead_is_told_by_abbreviations_too() -> None:
    text = (
        "Närvarande: kyrkoherde Elof Sten, ordförande, samt ledamöterna Gottfrid Berg i Hult och fru Rut\n"
        "Dal. "
        "Suppleanten Artur Bring i st. f. Knut Falk."
    )
    assert [(one.name, one.role.value, one.replaces) for one in attended(text)] == [
        ("Elof Sten", "ordforande", None),
        ("Gottfrid Berg", "ledamot", None),
        ("Rut Dal", "ledamot", None),
        ("Artur Bring", "tjanstgorande_ersattare", "Knut Falk"),
    ]


GRID = """\
                            Närvaro              § 12
Ordinarie ledamöter       Tjg      Ej tjg      JA     NEJ     Avst
Anna Örn (S)               X                    X
Bo Ek (M)                  X                            X
                         §§ 12–13
Mia Ros (C)
Ersättare                 Tjg      Ej tjg      JA     NEJ     Avst
Eva Lind (S)               X                    X
Nils Ask (L)                         X
"""


def test_a_grid_of_presence_and_votes_goes_on_below_the_items_of_a_member() -> None:
    record = structured(HEAD + "Beslutande\n\n" + GRID + BODY)
    assert [(one.name, one.role.value, one.items) for one in record.attendance] == [
        ("Anna Örn", "ledamot", None),
        ("Bo Ek", "ledamot", "§§ 12–13"),
        ("Eva Lind", "tjanstgorande_ersattare", None),
        ("Nils Ask", "ersattare", None),
    ]


CROSSED = """\
Ledamöter               Närvarande
Anna Örn                X, ordförande
Margit Ryberg           anmält förhinder
Bo Ek                   X
Suppleanter
Carina Toll             X, i Margit Rybergs ställe
"""


def test_who_sat_in_whose_place_is_told_behind_a_cross() -> None:
    assert [(one.name, one.role.value, one.replaces) for one in attended(CROSSED)] == [
        ("Anna Örn", "ordforande", None),
        ("Bo Ek", "ledamot", None),
        ("Carina Toll", "tjanstgorande_ersattare", "Margit Ryberg"),
    ]


SIGNED = """\
PROTOKOLL                                   Justerat tisdagen den 29 juni 2004
Landstingsfullmäktige
2004-06-15                                  Gunvor Hess

                                            Stellan Otter

Åby läns landsting                          Maj-Lis Carl

§ 88 Inledning

Ordföranden förklarade sammanträdet öppnat.

Vid protokollet

Lars Matts
"""


def test_names_below_the_date_of_adjustment_sign_in_a_column_of_the_head() -> None:
    assert {one.name for one in structured(SIGNED).signatures} == {
        "Gunvor Hess",
        "Stellan Otter",
        "Maj-Lis Carl",
        "Lars Matts",
    }


def test_items_of_which_one_sign_was_misread_are_nobodys() -> None:
    space = " " * 25
    grid = GRID.replace(f"{space}§§ 12–13\n", f"{space} 8 14       §§ 12–13\n")
    record = structured(HEAD + "Beslutande\n\n" + grid + BODY)
    assert [(one.name, one.role.value, one.items) for one in record.attendance] == [
        ("Anna Örn", "ledamot", None),
        ("Bo Ek", "ledamot", None),
        ("Eva Lind", "tjanstgorande_ersattare", None),
        ("Nils Ask", "ersattare", None),
    ]


def test_letters_of_presence_tell_who_was_absent_and_who_served_instead() -> None:
    table = """\
Ledamöter (N = närvarande, F = frånvarande)
Namn                 Parti     N/F       Tjänstgörande ersättare
Anna Örn             S         N
Bo Ek                M         N
Mia Ros              C         F         Eva Lind (C)
Per Holm             V         F         Ingen ersättare
"""
    assert [(one.name, one.role.value, one.replaces) for one in attended(table)] == [
        ("Anna Örn", "ledamot", None),
        ("Bo Ek", "ledamot", None),
        ("Eva Lind", "tjanstgorande_ersattare", "Mia Ros"),
    ]
