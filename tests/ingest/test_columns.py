from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.ingest.placed import SIZE, column, text, texts, width

from justera.ingest.layout.layout import arrange
from justera.schema import Word


def test_three_columns_of_names_end_where_the_next_label_stands() -> None:
    words = [
        *text(50, 100, "Beslutande"),
        *column(50, 113, ["Eva Öst (S),", "ordförande", "Bo Ek (M)"]),
        *column(200, 113, ["Ida Ås (V)", "Ulf By (C)"]),
        *column(350, 113, ["Åsa Ström (MP)", "Olle Håll (L)"]),
        *text(50, 152, "Ersättare"),
        *text(50, 165, "Pia Rydh (SD)"),
    ]
    assert texts(arrange(words, 595, 842)) == [
        "Beslutande",
        "Eva Öst (S),",
        "ordförande",
        "Bo Ek (M)",
        "Ida Ås (V)",
        "Ulf By (C)",
        "Åsa Ström (MP)",
        "Olle Håll (L)",
        "Ersättare",
        "Pia Rydh (SD)",
    ]


def test_two_labels_with_values_on_one_row_are_four_cells() -> None:
    words = text(50, 100, "Datum då anslaget sätts upp")
    words += text(220, 100, "2021-09-22")
    words += text(282, 100, "Datum då anslaget tas ned")
    words += text(450, 100, "2021-10-14")
    assert texts(arrange(words, 595, 842)) == [
        "Datum då anslaget sätts upp",
        "2021-09-22",
        "Datum då anslaget tas ned",
        "2021-10-14",
    ]


def test_a_line_to_sign_on_ends_a_cell() -> None:
    words = text(50, 100, "Sekreterare .................... Paragrafer 88-93")
    assert texts(arrange(words, 595, 842)) == ["Sekreterare ....................", "Paragrafer 88-93"]


def test_the_head_of_a_table_of_votes_is_parted_over_its_marks() -> None:
    words = [*text(50, 100, "Ja"), *text(75, 100, "Nej"), *text(105, 100, "Avstår")]
    words += [*text(52, 115, "X"), *text(79, 128, "X"), *text(117, 141, "X")]
    assert texts(arrange(words, 595, 842))[:3] == ["Ja", "Nej", "Avstår"]


def test_justified_text_is_never_parted() -> None:
    lines = [
        "Kommunstyrelsen beslutade den 14 december 2020 Att godkänna",
        "Bo Ek (M) yrkade bifall till Eva Öst (S) och fick svaret att",
        "Nämnden Återkommer till Kommunfullmäktige med en Redovisning",
        "den 2021-09-22 Efter beslut av Nämnden om Taxan för 2022",
    ]
    words: list[Word] = []
    for index, line in enumerate(lines):
        parts = line.split()
        letters = SIZE / 2 * sum(map(len, parts))
        words += text(50, 100 + 13 * index, line, space=(400 - letters) / (len(parts) - 1))
    assert texts(arrange(words, 595, 842)) == lines


def test_a_name_over_a_column_of_values_is_not_cut() -> None:
    name = "Inger Kärrström (C)"
    x = 50 + width("Inger") + 2.8
    words = [*column(50, 100, ["Tid", "Plats", "Organ"]), *column(x, 100, ["kl. 09.00", "Salen", "Nämnden"])]
    words += text(50, 152, name)
    assert texts(arrange(words, 595, 842))[-1] == name


def test_case_numbers_beside_the_points_of_an_agenda_are_read_with_them() -> None:
    words = column(
        80, 100, ["4. Delårsrapport per april", "5. Reglemente för skolskjuts", "6. Ansökan om tillägg"]
    )
    words += column(460, 100, ["BN 2022/71", "BN 2022/18", "BN 2021/233"])
    assert texts(arrange(words, 595, 842)) == [
        "4. Delårsrapport per april",
        "BN 2022/71",
        "5. Reglemente för skolskjuts",
        "BN 2022/18",
        "6. Ansökan om tillägg",
        "BN 2021/233",
    ]


def test_a_running_head_with_a_page_number_is_read_across() -> None:
    words = [
        *text(70, 40, "Norrby kommun"),
        *text(350, 40, "SAMMANTRÄDESPROTOKOLL 1 (2)"),
        *text(70, 53, "Kommunstyrelsen"),
        *text(350, 53, "Sammanträdesdatum"),
        *text(350, 66, "2012-08-07"),
        *text(70, 140, "Paragrafen är justerad och protokollet anslaget på kommunens tavla."),
    ]
    assert texts(arrange(words))[:5] == [
        "Norrby kommun",
        "SAMMANTRÄDESPROTOKOLL 1 (2)",
        "Kommunstyrelsen",
        "Sammanträdesdatum",
        "2012-08-07",
    ]


def test_the_columns_of_an_address_are_read_one_after_another() -> None:
    words = [
        *text(70, 40, "Beslutet gäller från och med den första dagen i nästa månad."),
        *text(70, 700, "Postadress"),
        *text(200, 700, "Besöksadress"),
        *text(330, 700, "Telefon"),
        *text(70, 713, "Box 42, 934 24 Norrby"),
        *text(200, 713, "Storgatan 14"),
        *text(330, 713, "0904-16 34 54"),
    ]
    assert texts(arrange(words))[1:] == [
        "Postadress",
        "Box 42, 934 24 Norrby",
        "Besöksadress",
        "Storgatan 14",
        "Telefon",
        "0904-16 34 54",
    ]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(30, 260),
            st.sampled_from([0, 1, 2, 3, 4, 6, 13, 26]),
            st.sampled_from(["Eva Öst (S)", "§ 1", "X", "Dnr 4/71", "Nr"]),
        ),
        min_size=1,
        max_size=14,
    )
)
@example([(92, 6, "Dnr 4/71"), (49, 26, "X"), (177, 2, "§ 1"), (134, 3, "Eva Öst (S)"), (82, 0, "Nr")])
def test_words_that_lie_over_each_other_are_all_kept(places: list[tuple[int, int, str]]) -> None:
    words = [word for x, y, said in places for word in text(x, 100 + y, said)]
    kept = " ".join(texts(arrange(words, 595, 842))).split()
    assert sorted(kept) == sorted(word.text for word in words)


def test_the_heading_of_the_next_list_ends_columns_of_names_that_go_on_below_it() -> None:
    words = [
        *text(50, 100, "Beslutande"),
        *column(50, 113, ["Eva Öst (S)", "ordförande"]),
        *column(200, 113, ["Ida Ås (V)", "§§ 31–36"]),
        *text(50, 139, "Ej tjänstgörande ersättare"),
        *text(50, 152, "Pia Rydh (SD)"),
        *text(200, 152, "Olle Håll (L)"),
    ]
    assert texts(arrange(words, 595, 842)) == [
        "Beslutande",
        *("Eva Öst (S)", "ordförande", "Ida Ås (V)", "§§ 31–36"),
        *("Ej tjänstgörande ersättare", "Pia Rydh (SD)", "Olle Håll (L)"),
    ]


def test_cells_of_an_agenda_without_lines_are_whole() -> None:
    def entry(y: float, number: str, title: list[str], who: list[str], when: str, case: str) -> list[Word]:
        left = [*text(50, y, number), *column(64, y, title), *column(240, y, who)]
        return [*left, *text(380, y, when), *text(412, y, case)]

    words = [
        *entry(
            100,
            "1.",
            ["Årsredovisning för", "förbundet"],
            ["Ekonomichef", "Roine Fager"],
            "18.10",
            "RF 2021-31",
        ),
        *entry(160, "2.", ["Taxa för tillsyn", "enligt lagen"], ["Brandchef"], "18.40", "RF 2021-54"),
    ]
    assert texts(arrange(words, 595, 842)) == [
        *("1. Årsredovisning för", "förbundet", "Ekonomichef", "Roine Fager", "18.10", "RF 2021-31"),
        *("2. Taxa för tillsyn", "enligt lagen", "Brandchef", "18.40", "RF 2021-54"),
    ]


def test_a_row_of_figures_is_no_part_of_the_label_above() -> None:
    words = [*text(50, 100, "Storlek"), *text(50, 113, "antal")]
    for place, (size, number) in enumerate((("1 rok", "118"), ("4 rok", "28"), ("5 rok", "57"))):
        words += [*text(200 + 80 * place, 100, size), *text(200 + 80 * place, 113, number)]
    assert texts(arrange(words, 595, 842)) == [
        "Storlek", "1 rok", "4 rok", "5 rok", "antal", "118", "28", "57",
    ]  # fmt: skip


SUMS = [("Nämnden", "84 210", "27 118", "-790"), ("Vården", "412 005", "139 877", "-2 295"),
        ("Miljön", "9 870", "3 011", "-55"), ("Summa", "506 085", "170 006", "-3 140")]  # fmt: skip


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0], ids=["left", "middle", "right"])
def test_close_columns_of_figures_are_parted_and_sums_stay_whole(share: float) -> None:
    words = text(50, 70, "Utfallet framgår av tabellen nedan i tusental kronor")
    for row, entries in enumerate(SUMS):
        for column_at, entry in enumerate(entries):
            room = 42 - width(entry)
            words += text(50 + 50 * column_at + (share * room if column_at else 0), 100 + 13 * row, entry)
    words += text(45, 156, "Prognosen redovisas i juni")
    assert texts(arrange(words, 595, 842))[1:-1] == [entry for entries in SUMS for entry in entries]


def test_years_in_running_text_are_not_parted() -> None:
    lines = ["Under 2019 och 2020 har 14 ärenden", "Under 2020 och 2021 har 18 ärenden"] * 3
    assert texts(arrange(column(50, 100, lines), 595, 842)) == lines
