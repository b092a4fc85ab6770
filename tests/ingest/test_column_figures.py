"""Columns of figures: what adds up is sure, what does not or looks otherwise than its column is in doubt."""

from __future__ import annotations

from dataclasses import replace

from justera.ingest.words import forms, odd, sums
from justera.schema import Box, Line, Reason, Word

SMALL = 7.0
DOUBT = Reason("readings_differ")


def cell(text: str, row: int, right: float = 100.0, doubt: Reason | None = None) -> Line:
    """A cell that ends at a place."""
    words, parts = [], text.split()
    x = right - 3.0 * len(text)
    for part in parts:
        box = Box(x, 12.0 * row, x + 3.0 * len(part), 12.0 * row + 6)
        words.append(Word(part, box, 0.4 if doubt else 0.9, doubt=doubt))
        x += 3.0 * (len(part) + 1)
    return Line(tuple(words))


def doubts(lines: tuple[Line, ...]) -> list[str]:
    return [word.text for line in lines for word in line.words if word.doubt]


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text.strip() for line in lines]


HEAD = Line((Word("Summa", Box(0, 36, 16, 46), 0.9),))


def table(*figures: str, total: str, doubtful: int | None = None) -> list[Line]:
    rows = [cell(text, row, doubt=DOUBT if row == doubtful else None) for row, text in enumerate(figures)]
    return [*rows, HEAD, cell(total, 3)]


def test_figures_that_make_their_sum_are_no_longer_in_doubt() -> None:
    told = sums.settled(table("41 204", "-318", "77", total="40 963", doubtful=1), SMALL)
    assert doubts(told) == []
    assert min(word.confidence or 0 for line in told[:3] for word in line.words) > 0.99


def test_a_lost_minus_comes_back_where_the_sum_says_so() -> None:
    told = sums.settled(table("41 204", "318", "77", total="40 963"), SMALL)
    assert texts(told)[1] == "-318"
    assert told[1].words[0].alternatives == ("318",)


def test_another_reading_that_makes_the_sum_is_taken() -> None:
    lines = table("41 204", "313", "77", total="41 599", doubtful=1)
    lines[1] = Line(tuple(replace(word, alternatives=("318", "818")) for word in lines[1].words))
    assert texts(sums.settled(lines, SMALL))[1] == "318"


def test_small_figures_that_do_not_make_their_sum_are_in_doubt() -> None:
    told = sums.settled(table("41 204", "318", "71", total="41 599"), SMALL)
    assert doubts(told) == ["41", "204", "318", "71", "41", "599"]


def test_a_sum_in_larger_print_may_be_of_other_rows() -> None:
    assert doubts(sums.settled(table("41 204", "318", "71", total="41 599"), 5.0)) == []


def test_a_figure_without_the_mark_of_its_column_is_in_doubt() -> None:
    lines = [cell(text, row) for row, text in enumerate(("5:25", "9:45", "733", "4:27"))]
    assert doubts(forms.doubted(lines, SMALL)) == ["733"]
    assert doubts(forms.doubted(lines, 5.0)) == []


def test_a_point_among_decimal_commas_and_letters_among_figures_are_in_doubt() -> None:
    lines = [cell(text, row) for row, text in enumerate(("31,75", "11,94", "26.10", "aso", "30,25"))]
    assert doubts(forms.doubted(lines, SMALL)) == ["26.10", "aso"]


def test_the_heading_of_a_column_is_in_its_form() -> None:
    lines = [cell(text, row) for row, text in enumerate(("Andel", "31,7", "11,9", "26,1", "30,2"))]
    assert doubts(forms.doubted(lines, SMALL)) == []


def test_a_lost_colon_of_a_real_estate_is_in_doubt_where_others_have_theirs() -> None:
    lines = [
        cell(text, row)
        for row, text in enumerate(("Tallen 1:33", "Backa 12.195", "Näset 4:180", "Vik 7", "Öja 2:61"))
    ]
    assert doubts(forms.doubted(lines, SMALL)) == ["12.195"]


def test_dates_and_case_numbers_without_their_hyphen_are_in_doubt() -> None:
    assert doubts((Line(odd.doubted(cell("2017 03-27", 0).words)),)) == ["2017", "03-27"]
    assert doubts((Line(odd.doubted(cell("BN 2019/964 5", 0).words)),)) == ["2019/964", "5"]
    assert doubts((Line(odd.doubted(cell("enligt 2019/964 5 kap", 0).words)),)) == []


def test_letters_like_figures_among_figures_are_in_doubt_in_larger_print_too() -> None:
    lines = [cell(text, row) for row, text in enumerate(("Ja", "31", "ii", "26", "-is", "17"))]
    assert doubts(forms.doubted(lines, 5.0)) == ["ii", "-is"]
    assert doubts(forms.doubted([cell("ii", 0), cell("is", 1), cell("31", 2)], 5.0)) == []
