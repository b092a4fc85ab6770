"""Who serves for whom, in every way of saying it; titles, units and items in lists of officials."""

from __future__ import annotations

import pytest

from justera.schema.record import Role
from justera.structure.attendance import attendees
from justera.structure.text.draft import value_of
from justera.structure.text.passage import Passage

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
