"""Rows of pages with boxes: what stands side by side is one row, though the page is not quite straight."""

from __future__ import annotations

from dataclasses import replace

from justera.schema import Box, Line, Page, PageOrigin, Word, WordSource
from justera.structure.text import heights, unruled

from .written import structured


def line(x: float, top: float, bottom: float, text: str) -> Line:
    words = []
    for part in text.split():
        words.append(Word(part, Box(x, top, x + 5 * len(part), bottom), source=WordSource.OCR))
        x += 5 * len(part) + 3
    return Line(tuple(words))


def cells(*lines: Line) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in heights.of_lines(1, lines)]


def test_capitals_stand_beside_letters_that_descend() -> None:
    assert cells(line(70, 61, 70, "Region Hag, Nämnden"), line(415, 61, 67, "PROTOKOLL")) == [
        ["Region Hag, Nämnden", "PROTOKOLL"]
    ]


def test_a_row_that_rises_over_the_page_is_one_row() -> None:
    assert cells(
        line(82, 65.4, 73.4, "HAGS KOMMUN"), line(313, 63, 71, "PROTOKOLL"), line(493, 61.8, 69.4, "2")
    ) == [["HAGS KOMMUN", "PROTOKOLL", "2"]]


def test_a_word_with_the_box_of_all_that_follows_is_cut() -> None:
    word, following = line(146, 52, 63, "Anbud"), line(187, 52, 63, "å snöplog.")
    (only,), end = word.words, following.words[-1].box
    assert only.box and end
    laid = Line((replace(only, box=replace(only.box, x1=end.x1)),))
    assert [" ".join(row) for row in cells(laid, following)] == ["Anbud å snöplog."]
    below = line(146, 72, 83, "å snöplog.")
    assert cells(laid, below) == [["Anbud"], ["å snöplog."]]


def test_rows_half_a_line_apart_stay_apart() -> None:
    assert cells(line(82, 60, 70, "Beslutande"), line(313, 66, 76, "Eva Öst")) == [
        ["Beslutande"],
        ["Eva Öst"],
    ]


def test_lines_of_two_columns_of_text_are_no_row() -> None:
    left = replace(line(70, 60, 70, "§ 18 Bokslut"), column=1)
    right = replace(line(313, 61, 71, "skriftligen, se bilaga 2."), column=2)
    below = replace(line(70, 80, 90, "Vid protokollet"), column=3)
    beside = replace(line(313, 80, 90, "Justeras"), column=3)
    page = Page(1, 595, 842, (left, right, below, beside), PageOrigin.OCR)
    found = [[cell.text for cell in row.cells] for row in unruled.page_rows(page)]
    assert found == [["§ 18 Bokslut"], ["skriftligen, se bilaga 2."], ["Vid protokollet", "Justeras"]]


FOLLOW_UP = """\
Lidby kommun
PROTOKOLL
2020-10-29

§ 12 Uppföljning

Utfallet framgår av tabellen.

Nämnd                   Budget     Utfall   Avvikelse
Skolan                  84 210     27 118        -790
Barn- och
ungdomsnämnden         412 005    139 877      -2 295
Summa                  496 215    166 995      -3 085

Prognosen redovisas i juni.
"""


def test_a_table_of_figures_keeps_its_rows_and_columns() -> None:
    text = structured(FOLLOW_UP).items[0].sections[0].text
    assert "Nämnd\tBudget\tUtfall\tAvvikelse\nSkolan\t84 210\t27 118\t-790\n" in text
    assert text.endswith("Summa\t496 215\t166 995\t-3 085\nPrognosen redovisas i juni.")
