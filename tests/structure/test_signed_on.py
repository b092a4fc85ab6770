"""Who signed, and when: dates behind the names are no part of them, nor do they hide the office."""

from __future__ import annotations

import pytest

from .written import structured

TEXT = """\
Åsmåla kommun        SAMMANTRÄDESPROTOKOLL        2019-03-12
Kulturnämnden

Beslutande        Anna Örn (S), ordförande
                  Bo Ek (M)

§ 12 Bidrag till hembygdsföreningen

Beslut

Nämnden beslutar att bevilja bidraget.


Protokollet är digitalt undertecknat av

Leo Sund, sekreterare{first}
Anna Örn, ordförande{second}
Bo Ek, justerare{second}
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""),
        (", 2019-03-18", ", 2019-03-19"),
        (" 2019-03-18 09:15", " 2019-03-19 10:02"),
        (" (signerat 2019-03-18)", " (signerat 2019-03-19)"),
    ],
)
def test_a_date_behind_the_office_hides_neither(first: str, second: str) -> None:
    record = structured(TEXT.format(first=first, second=second))
    assert [one.name for one in record.signatures] == ["Leo Sund", "Anna Örn", "Bo Ek"]
    assert record.meeting is not None
    held = record.meeting
    assert (held.chair, held.secretary, held.adjusters) == ("Anna Örn", "Leo Sund", ("Bo Ek",))


def test_the_day_of_adjustment_stands_behind_a_label_of_the_head_too() -> None:
    head = "Justerare         Bo Ek (M)\nJusteras          Måndagen den 18 mars 2019 kl. 10.00\n\n§ 12"
    held = structured(TEXT.format(first="", second="").replace("§ 12", head)).meeting
    assert held is not None
    assert held.adjusted_on == "2019-03-18"


def test_white_space_between_a_name_and_its_office_does_not_end_who_signs() -> None:
    text = """\
Åsmåla kommun        SAMMANTRÄDESPROTOKOLL        2019-03-12
Kulturnämnden

Beslutande        Anna Örn (S), ordförande
                  Bo Ek (M)


Anna Örn                Bo Ek
Ordförande              Justerare

Leo Sund

Sekreterare

§ 12 Bidrag till hembygdsföreningen

Beslut

Nämnden beslutar att bevilja bidraget.
"""
    held = structured(text).meeting
    assert held is not None
    assert (held.chair, held.secretary, held.adjusters) == ("Anna Örn", "Leo Sund", ("Bo Ek",))
