from __future__ import annotations

from collections.abc import Sequence

from justera.schema import Box, Line, Page, PageOrigin, TablePlace, Word, WordSource
from justera.structure.attendance import attendance
from justera.structure.landmarks import labels
from justera.structure.page import ruled


def line(x: float, y: float, text: str, place: tuple[int, int, int] | None) -> Line:
    words = []
    for part in text.split():
        words.append(Word(part, Box(x, y, x + 5 * len(part), y + 10), source=WordSource.TEXT_LAYER))
        x += 5 * len(part) + 3
    return Line(tuple(words), place=TablePlace(*place) if place else None)


def rows(lines: Sequence[Line]) -> list[list[str]]:
    page = Page(1, 595, 842, tuple(lines), PageOrigin.TEXT_LAYER)
    return [[cell.text for cell in row.cells] for row in ruled.page_rows(page)]


def test_a_wrapped_label_set_in_the_middle_meets_the_first_row_of_its_value() -> None:
    assert rows(
        [
            line(55, 112, "Ej tjänstgörande", (0, 0, 0)),
            line(55, 124, "ersättare", (0, 0, 0)),
            line(155, 105, "Eva Öst (S)", (0, 0, 1)),
            line(155, 118, "Bo Ek (M)", (0, 0, 1)),
            line(155, 131, "Ida Ås (V)", (0, 0, 1)),
        ]
    ) == [["Ej tjänstgörande ersättare", "Eva Öst (S)"], ["Bo Ek (M)"], ["Ida Ås (V)"]]


def test_cells_with_labels_of_their_own_are_read_one_after_another() -> None:
    assert rows(
        [
            line(55, 105, "Beslutande", (0, 0, 0)),
            line(55, 118, "Eva Öst (S)", (0, 0, 0)),
            line(300, 105, "Ersättare", (0, 0, 1)),
            line(300, 118, "Bo Ek (M)", (0, 0, 1)),
        ]
    ) == [["Beslutande"], ["Eva Öst (S)"], ["Ersättare"], ["Bo Ek (M)"]]


def test_labels_above_their_values_are_paired_column_by_column() -> None:
    assert rows(
        [
            line(55, 105, "Beslutande", (0, 0, 0)),
            line(300, 105, "Ersättare", (0, 0, 1)),
            line(55, 125, "Eva Öst (S)", (0, 1, 0)),
            line(300, 125, "Bo Ek (M)", (0, 1, 1)),
        ]
    ) == [["Beslutande"], ["Eva Öst (S)"], ["Ersättare"], ["Bo Ek (M)"]]


def test_parties_in_a_column_of_their_own_belong_to_the_names() -> None:
    table = [("Namn", "Parti", "Anmärkning"), ("Eva Öst", "S", "ordförande"), ("Bo Ek", "M", "§§ 12–14")]
    table += [("Ida Ås", "V", "ersätter Ulf By (V)")]
    lines = [line(55, 105, "Beslutande", (0, 0, 0))]
    for index, cells in enumerate(table):
        lines += [
            line(150 + 120 * column, 105 + 20 * index, text, (1, index, column))
            for column, text in enumerate(cells)
        ]
    page = Page(1, 595, 842, tuple(lines), PageOrigin.TEXT_LAYER)
    found = attendance.drafts(labels.fields(ruled.page_rows(page))[0])
    told = [
        [getattr(one[key], "value", one[key]) for key in ("name", "party", "role", "items", "replaces")]
        for one in found
    ]
    assert told == [
        ["Eva Öst", "S", "ordforande", None, None],
        ["Bo Ek", "M", "ledamot", "§§ 12–14", None],
        ["Ida Ås", "V", "tjanstgorande_ersattare", None, "Ulf By"],
    ]


def test_names_that_a_column_cuts_are_whole() -> None:
    lines = [line(55, 105, "Beslutande", (0, 0, 0))]
    cut = ["Göran", "Järnefors (C)", "Eva Öst (S), ersätter Lars-", "Åke Ek (M)", "Bo Rydh (V) §§ 12–", "14"]
    lines += [line(155, 105 + 13 * index, text, (0, 0, 1)) for index, text in enumerate(cut)]
    page = Page(1, 595, 842, tuple(lines), PageOrigin.TEXT_LAYER)
    found = attendance.drafts(labels.fields(ruled.page_rows(page))[0])
    told = [[getattr(one[key], "value", one[key]) for key in ("name", "items", "replaces")] for one in found]
    assert told == [
        ["Göran Järnefors", None, None],
        ["Eva Öst", None, "Lars-Åke Ek"],
        ["Bo Rydh", "§§ 12–14", None],
    ]


def test_what_stands_outside_tables_is_no_wrapped_label() -> None:
    found = rows(
        [
            line(295, 39, "- 6 -", None),
            line(96, 97, "Vid protokollet", None),
            line(96, 139, "Ann Sjöstedt", (0, 0, 0)),
            line(296, 139, "Viola Ek", (0, 0, 1)),
        ]
    )
    assert found[:2] == [["- 6 -"], ["Vid protokollet"]]


def test_notes_beside_the_text_of_an_item_come_below_it() -> None:
    assert rows(
        [
            line(55, 105, "102", (0, 0, 0)),
            line(100, 105, "Avgift för vård", (0, 0, 1)),
            line(100, 125, "Nämnden återremitterar ärendet.", (0, 0, 1)),
            line(450, 105, "HSN 88.340", (0, 0, 2)),
            line(450, 117, "Kansliet", (0, 0, 2)),
        ]
    ) == [["102", "Avgift för vård", "HSN 88.340"], ["Nämnden återremitterar ärendet."], ["Kansliet"]]
