from __future__ import annotations

import pytest
from tests.ingest.placed import column, level, ruled, text, texts

from justera.ingest.layout.layout import arrange

LEFT = [
    "Kassören redogjorde för bokslutet, som visar",
    "ett överskott på 412 860 kronor för året.",
    "Nämnden beslutar",
    "att godkänna bokslutet och överlämna det till",
    "fullmäktige.",
]
RIGHT = [
    "skriftligen, se bilaga 2 till detta protokoll.",
    "Häckarna",
    "Föreståndaren föreslår att häckarna byts ut",
    "på en sträcka av sammanlagt 340 m.",
]


@pytest.mark.parametrize("lower", [-4.0, 0.0, 5.0])
def test_running_text_in_two_columns_is_read_column_by_column(lower: float) -> None:
    words = [
        *text(50, 60, "Samfälligheten"),
        *text(480, 60, "Sida 4"),
        *column(50, 110, LEFT),
        *column(310, 110 + lower, RIGHT),
        *text(50, 240, "Vid protokollet"),
    ]
    lines = texts(arrange(words, 595, 842))
    assert lines == ["Samfälligheten", "Sida 4", *LEFT, *RIGHT, "Vid protokollet"]


def test_labels_beside_values_are_no_columns_of_text() -> None:
    words = [
        *column(50, 100, ["Plats och tid", "Justeringens plats och tid", "Utses att justera"]),
        *column(310, 100, ["Kommunhuset, kl. 9.00", "Kommunkansliet 2023-05-24", "Bo Ek"]),
    ]
    assert texts(arrange(words, 595, 842))[:2] == ["Plats och tid", "Kommunhuset, kl. 9.00"]


def test_a_spread_is_read_page_by_page() -> None:
    left = [*text(60, 60, "Sida 1"), *column(60, 100, [*LEFT, *LEFT])]
    right = [*text(620, 60, "Sida 2"), *column(620, 100, [*RIGHT, *RIGHT])]
    assert texts(arrange([*left, *right], 1190, 842)) == ["Sida 1", *LEFT, *LEFT, "Sida 2", *RIGHT, *RIGHT]


def test_a_page_across_with_a_heading_or_a_line_over_its_middle_is_no_spread() -> None:
    names = ["Anna Ek", "Bo Ås", "Eva Öst"]
    halves = [*column(60, 100, names), *column(620, 100, names)]
    heading = text(440, 60, "Taxa för vatten och avlopp")
    assert texts(arrange([*halves, *heading], 1190, 842))[0] == "Taxa för vatten och avlopp"
    rows = texts(arrange(halves, 1190, 842, [level(y, 50, 1100) for y in (96, 112, 125, 138)]))
    assert rows == ["Anna Ek", "Anna Ek", "Bo Ås", "Bo Ås", "Eva Öst", "Eva Öst"]


def test_tables_side_by_side_in_an_image_are_two() -> None:
    ys = [100, 120, 140, 160]
    rules = [*ruled([60, 100, 300], ys), *ruled([330, 370, 560], ys)]
    words = [word for x in (65, 335) for n, y in enumerate(ys[:3]) for word in text(x, y + 5, str(n + x))]
    lines = arrange(words, 595, 842, rules, 4.5)
    assert texts(lines) == ["65", "66", "67", "335", "336", "337"]
    assert {line.place.table for line in lines if line.place} == {0, 1}


def test_columns_of_text_are_told_from_what_stands_above_and_below() -> None:
    words = [
        *text(50, 60, "Samfälligheten"),
        *column(50, 110, LEFT),
        *column(310, 110, RIGHT),
        *text(50, 240, "Vid protokollet"),
        *text(310, 240, "Justeras"),
    ]
    columns = {line.text: line.column for line in arrange(words, 595, 842)}
    assert columns[LEFT[0]] == columns[LEFT[-1]] != columns[RIGHT[0]]
    assert columns["Vid protokollet"] == columns["Justeras"] not in (columns[LEFT[0]], columns[RIGHT[0]])


def test_names_in_columns_are_no_text() -> None:
    names = ["Ingegerd Hagströmmer (POSK), ledamot", "Per-Olof Västerbottenius (POSK)", "Lars af Ström (S)"]
    words = [*column(50, 100, [*names, "kyrkogårdsföreståndare"]), *column(310, 100, names)]
    assert {line.column for line in arrange(words, 595, 842)} == {0}
