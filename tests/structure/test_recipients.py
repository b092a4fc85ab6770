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
