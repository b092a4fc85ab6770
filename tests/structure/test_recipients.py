"""Who a decision is sent to: several in one row, one with its unit."""

from __future__ import annotations

import pytest

from .written import structured

HEAD = "Åsmåla kommun\nKommunstyrelsen\nProtokoll 2021-03-04\n\n§ 3  Ny bro över ån\n"


@pytest.mark.parametrize(
    ("listed", "recipients"),
    [
        ("rektorn, stiftet och akten", ("rektorn", "stiftet", "akten")),
        ("Länsstyrelsen, miljöenheten", ("Länsstyrelsen, miljöenheten",)),
        (
            "Kommunfullmäktige, ekonomiavdelningen, akten",
            ("Kommunfullmäktige", "ekonomiavdelningen", "akten"),
        ),
    ],
)
def test_recipients_in_a_row_are_parted_but_for_an_authoritys_own_unit(
    listed: str, recipients: tuple[str, ...]
) -> None:
    text = f"\nBeslut\nBron byggs.\n\nBeslutet skickas till\n{listed}\n"
    assert structured(HEAD + text).items[0].recipients == recipients


FORM = """\
Åsmåla kommun
Socialnämnden                             ORDFÖRANDEBESLUT

Beslutsdatum        Diarienummer          Löpnummer
2016-07-14          SN 2016/0219          3/2016

Ärende                                    Anmäls till nämnden
Tillfälligt köp av fyra bäddar            2016-08-25

Beslut
Ordföranden beslutar att köpa fyra bäddar.

Beslutet skickas till
Ekonomienheten
Socialnämnden


Bo Ek (S)
Ordförande i socialnämnden

                                          Blankett SN 12, fastställd 2014-02
"""


def test_a_form_with_labels_side_by_side_has_its_title_below_one_of_them() -> None:
    made = structured(FORM)
    assert made.items[0].title == "Tillfälligt köp av fyra bäddar"
    assert [section.heading for section in made.items[0].sections] == ["Beslut", "Beslutet skickas till"]


def test_who_signs_with_a_party_is_no_recipient() -> None:
    made = structured(FORM)
    assert made.items[0].recipients == ("Ekonomienheten", "Socialnämnden")
    assert [(one.name, one.title) for one in made.signatures] == [("Bo Ek", "Ordförande i socialnämnden")]
