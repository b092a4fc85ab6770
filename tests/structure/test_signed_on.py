"""Who signed, and when: dates behind the names are no part of them, nor do they hide the office."""

from __future__ import annotations

import pytest

from justera.structure.landmarks import labels, list_heads
from justera.structure.page.ruled import page_rows
from justera.structure.text.rows import Row

from .written import document, structured

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


def _rows(text: str) -> list[Row]:
    return [row for page in document(text).pages for row in page_rows(page)]


def test_names_above_their_offices_are_no_values_of_labels_in_columns_read_one_by_one() -> None:
    right, left = "Ersättare\nEva Ås\n\n\n", "Leo Sund\nSekreterare\n\n\nBo Ek\nJusterare\n"
    rows = _rows(right + left)
    columns = [*rows[2:], *rows[:2]]
    assert list_heads.signed(columns) == {0, 1, 2, 3}
    fields, loose = labels.fields(columns)
    assert [row.text for field in fields for row in field.rows if field.name] == ["Eva Ås"]
    assert [row.text for row in loose][:4] == ["Leo Sund", "Sekreterare", "Bo Ek", "Justerare"]


def test_labels_above_their_values_are_not_signed() -> None:
    rows = _rows("Ordförande\nAnna Örn\n\n\nSekreterare\nLeo Sund\n\n\nJusterare\nBo Ek\n")
    assert list_heads.signed(rows) == frozenset()
