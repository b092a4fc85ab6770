"""The numbers that other bodies gave a matter beside the item's own, and heads that go on overleaf."""

from __future__ import annotations

import pytest

from .written import PAGE, structured

HEAD = """\
LIDBY KOMMUN                      SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen                   1998-11-03

"""

ITEMS = """\
Ks § 211                                              Dnr 98/0411-041
Val av justerare

Kommunstyrelsens beslut
Kommunstyrelsen utser Bo Lund att justera protokollet.

{head}
Försäljning av skogsskifte i Ekeby

Kommunstyrelsens beslut
Kommunstyrelsen beslutar att sälja skiftet.

Ks § 213                                              Dnr 98/0398-107
Avtal om badplats

Kommunstyrelsens beslut
Kommunstyrelsen godkänner avtalet.
"""


@pytest.mark.parametrize(
    "head",
    [
        "Ks § 212      Au § 188                                Dnr 98/0712-041",
        "Ks § 212 Au § 188                                     Dnr 98/0712-041",
        "Ks § 212, Au § 188                                    Dnr 98/0712-041",
        "Ks § 212 (Au § 188)                                   Dnr 98/0712-041",
        "Au § 188      Ks § 212                                Dnr 98/0712-041",
        "Ks § 212      Au § 188      Bn § 301                  Dnr 98/0712-041",
        "Ks § 212      Au § 188                                Dnr 98/0712-041\n              Bn § 301",
        "Ks § 212\nAu § 188                                    Dnr 98/0712-041",
        "Au § 188\nKs § 212                                    Dnr 98/0712-041",
    ],
)
def test_the_numbers_of_preparing_bodies_are_neither_title_nor_item(head: str) -> None:
    made = structured(HEAD + ITEMS.format(head=head))
    assert [(item.number, item.title) for item in made.items] == [
        (211, "Val av justerare"),
        (212, "Försäljning av skogsskifte i Ekeby"),
        (213, "Avtal om badplats"),
    ]
    assert made.items[1].case_numbers == ("98/0712-041",)
    assert [section.kind.value for section in made.items[1].sections] == ["beslut"]
    assert made.evidence["/items/1/number"][0].as_written.rstrip(",") == "Ks § 212"


@pytest.mark.parametrize(
    "head",
    [
        "Kf § 112      Ks § 196                                Dnr 2009/0318-042\n              Au § 171",
        "Au § 171      Ks § 196      Kf § 112                  Dnr 2009/0318-042",
        "Ks § 196\nKf § 112                                    Dnr 2009/0318-042",
    ],
)
def test_an_excerpt_keeps_the_number_of_the_body_that_decided(head: str) -> None:
    made = structured(
        f"""\
LIDBY KOMMUN                      PROTOKOLLSUTDRAG
Kommunfullmäktige                 2009-11-30

{head}

Utträde ur Norra Museiförbundet

Sammanfattning
Årsavgiften uppgår till 185 000 kronor.

Kommunfullmäktiges beslut
Kommunfullmäktige beslutar att utträda ur förbundet.
"""
    )
    assert [(item.number, item.title) for item in made.items] == [(112, "Utträde ur Norra Museiförbundet")]
    assert made.items[0].case_numbers == ("2009/0318-042",)


@pytest.mark.parametrize("head", ["Ks § 211 (forts.)     Dnr 98/0411-041", "§ 211 forts. Val av justerare"])
def test_the_head_of_an_item_that_goes_on_overleaf_is_no_text(head: str) -> None:
    items = ITEMS.format(head="Ks § 212").replace(
        "Kommunstyrelsen utser", f"Två namn nämndes.\n{PAGE}{head}\n\nKommunstyrelsen utser"
    )
    made = structured(HEAD + items)
    assert [item.number for item in made.items] == [211, 212, 213]
    assert not any("forts" in section.text for section in made.items[0].sections)


def test_a_reference_to_another_body_in_a_title_stays_there() -> None:
    made = structured(HEAD + ITEMS.format(head="Ks § 212 Återredovisning av Kf § 45 om skogen"))
    assert made.items[1].title is not None and made.items[1].title.startswith("Återredovisning av Kf § 45")
