from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.placed import column, level, ruled, text, texts, upright, width

from justera.ingest.layout import bars
from justera.ingest.layout.layout import arrange
from justera.ingest.ruling import grid, ruling
from justera.schema import Box, TablePlace, Word, WordSource

XS, YS = [50.0, 150.0, 500.0], [100.0, 150.0, 200.0]


def test_a_wrapped_label_is_whole_before_its_value() -> None:
    words = [
        *column(55, 105, ["Datum då anslaget", "sätts upp"]),
        *text(155, 112, "2021-09-22"),
        *text(55, 155, "Organ"),
        *text(155, 155, "Byggnadsnämnden"),
    ]
    lines = arrange(words, 595, 842, ruled(XS, YS))
    assert texts(lines) == ["Datum då anslaget", "sätts upp", "2021-09-22", "Organ", "Byggnadsnämnden"]
    assert [line.place for line in lines] == [
        TablePlace(0, 0, 0),
        TablePlace(0, 0, 0),
        TablePlace(0, 0, 1),
        TablePlace(0, 1, 0),
        TablePlace(0, 1, 1),
    ]


def test_names_in_two_tight_columns_of_a_cell_are_read_column_by_column() -> None:
    left = ["Åke Örnhäll (C), ordförande", "Märta Wåhlberg (S)", "Göran Ek (M)"]
    gutter = 155 + width(left[0]) + 9
    words = [
        *text(55, 105, "Beslutande"),
        *column(155, 105, left),
        *column(gutter, 105, ["Per-Olof Säfsten (KD)", "Håkan Sjöö (S)", "Jörgen Åhs (MP)"]),
    ]
    lines = arrange(words, 595, 842, ruled(XS, YS))
    assert texts(lines) == ["Beslutande", *left, "Per-Olof Säfsten (KD)", "Håkan Sjöö (S)", "Jörgen Åhs (MP)"]


def test_a_table_within_a_cell_is_read_where_it_stands() -> None:
    nested = ruled([155, 300, 495], [103, 147])
    words = [
        *text(55, 105, "Beslutande"),
        *column(160, 106, ["Eva Öst (S)", "Bo Ek (M)"]),
        *column(305, 106, ["Ida Ås (V)", "Ulf By (C)"]),
        *text(55, 155, "Organ"),
        *text(155, 155, "Byggnadsnämnden"),
    ]
    lines = arrange(words, 595, 842, [*ruled(XS, YS), *nested])
    assert texts(lines) == [
        "Beslutande",
        "Eva Öst (S)",
        "Bo Ek (M)",
        "Ida Ås (V)",
        "Ulf By (C)",
        "Organ",
        "Byggnadsnämnden",
    ]


def test_level_rules_alone_part_the_rows() -> None:
    words = [
        *text(55, 105, "Utses att justera"),
        *text(200, 105, "Eva Öst (S)"),
        *column(55, 155, ["Justeringens plats", "och tid"]),
        *text(200, 155, "Kommunhuset"),
    ]
    rules = [level(y, 50, 500) for y in YS]
    assert texts(arrange(words, 595, 842, rules)) == [
        "Utses att justera",
        "Eva Öst (S)",
        "Justeringens plats",
        "och tid",
        "Kommunhuset",
    ]


def test_words_in_a_row_that_lacks_a_side_stay_in_their_row() -> None:
    rules = [level(100, 50, 150), level(150, 50, 500), level(200, 50, 500)]
    rules += [upright(50, 100, 200), upright(150, 100, 200), upright(500, 150, 200)]
    words = [
        *text(55, 105, "Plats"),
        *text(155, 105, "Kommunhuset"),
        *text(55, 155, "Organ"),
        *text(155, 155, "Byggnadsnämnden"),
        *text(55, 300, "§ 1 Val av justerare"),
    ]
    assert texts(arrange(words, 595, 842, rules)) == [
        "Plats",
        "Kommunhuset",
        "Organ",
        "Byggnadsnämnden",
        "§ 1 Val av justerare",
    ]


def test_a_table_of_votes_keeps_its_rows_and_places() -> None:
    words = [
        *text(55, 105, "Ledamot"),
        *text(300, 105, "Ja"),
        *text(360, 105, "Nej"),
        *text(420, 105, "Avstår"),
    ]
    votes = [("Eva Öst (S)", 302), ("Bo Ek (M)", 364), ("Ida Ås (V)", 432)]
    for index, (name, x) in enumerate(votes):
        words += [*text(55, 125 + 20 * index, name), *text(x, 125 + 20 * index, "X")]
    for rules in ([], ruled([50, 290, 350, 410, 500], [100, 120, 140, 160, 180])):
        lines = arrange(words, 595, 842, rules)
        assert texts(lines)[-6:] == ["Eva Öst (S)", "X", "Bo Ek (M)", "X", "Ida Ås (V)", "X"]
        assert texts(lines)[0] == "Ledamot"


def test_dots_of_a_border_make_one_rule() -> None:
    dots = [{"x0": x, "x1": x + 0.75, "top": 100, "bottom": 100.75} for x in range(50, 500, 2)]
    (rule,) = ruling.of_shapes([], dots)
    assert (rule.upright, round(rule.start), round(rule.end)) == (False, 50, 499)


def test_marked_words_and_white_boxes_make_no_rules() -> None:
    pen = {"x0": 50, "x1": 200, "top": 100, "bottom": 112, "fill": True, "non_stroking_color": (1, 1, 0)}
    white = {"x0": 50, "x1": 500, "top": 100, "bottom": 300, "fill": True, "non_stroking_color": (1, 1, 1)}
    assert ruling.of_shapes([], [pen, white]) == ()


def test_a_rule_read_as_a_letter_is_taken_out() -> None:
    rules = ruled(XS, YS)
    words = [
        *text(55, 105, "Sammanträdesdatum|2021-09-22", source=WordSource.OCR),
        Word("|", Box(499, 103, 502, 114), source=WordSource.OCR),
        Word("|", Box(300, 103, 303, 114), source=WordSource.OCR),
    ]
    # The date begins where the rule stands: at the eighteenth letter of 28.
    words[0] = Word(words[0].text, Box(62.5, 105, 202.5, 115), source=WordSource.OCR)
    left = bars.without(words, rules)
    assert [word.text for word in left] == ["Sammanträdesdatum", "2021-09-22", "|"]
    assert left[1].box is not None
    assert left[1].box.x0 > 150


def test_a_digit_on_a_rule_is_kept() -> None:
    word = Word("1", Box(149, 105, 152, 115), source=WordSource.OCR)
    assert bars.without([word], ruled(XS, YS)) == (word,)


@given(
    st.lists(st.integers(30, 200), min_size=2, max_size=6),
    st.lists(st.integers(15, 90), min_size=2, max_size=8),
)
def test_every_cell_of_a_ruled_table_is_found_in_order(widths: list[int], heights: list[int]) -> None:
    xs = [50.0 + sum(widths[:index]) for index in range(len(widths) + 1)]
    ys = [50.0 + sum(heights[:index]) for index in range(len(heights) + 1)]
    (table,) = grid.tables(ruled(xs, ys), [Box(xs[0] + 2, ys[0] + 2, xs[0] + 9, ys[0] + 9)])
    boxes = [Box(x0, y0, x1, y1) for y0, y1 in pairwise(ys) for x0, x1 in pairwise(xs)]
    assert [cell.box for cell in table.cells] == boxes


@given(
    st.lists(
        st.sampled_from(["Eva", "Öst", "(S)", "§", "14", "beslutar", "att", "X"]), min_size=1, max_size=60
    )
)
def test_no_word_is_lost_or_doubled(parts: list[str]) -> None:
    words = [
        word
        for index, part in enumerate(parts)
        for word in text(55 + 70 * (index % 6), 105 + 13 * (index // 6), part)
    ]
    rules = [*ruled(XS, YS), *ruled([155, 300, 495], [103, 147])]
    lines = arrange(words, 595, 842, rules)
    assert sorted(word.text for line in lines for word in line.words) == sorted(parts)


@given(st.booleans(), st.floats(0, 500), st.floats(0, 200), st.floats(13, 200))
def test_a_rule_turned_four_times_is_where_it_was(
    is_upright: bool, at: float, start: float, span: float
) -> None:
    rule = ruling.Rule(is_upright, at, start, start + span)
    quarter = rule
    for size in ((595, 842), (842, 595)) * 2:
        quarter = ruling.turned(quarter, 90, *size)
    half = ruling.turned(ruling.turned(rule, 180, 595, 842), 180, 595, 842)
    back = ruling.turned(ruling.turned(rule, 90, 595, 842), 270, 842, 595)
    for found in (quarter, half, back):
        assert found.upright == is_upright
        assert (found.at, found.start, found.end) == pytest.approx((at, start, start + span))


def test_a_striped_table_has_its_columns_in_every_row() -> None:
    shaded = [rule for y in (100, 140) for rule in ruled([50, 90, 300, 400], [y, y + 20])]
    words = [
        word
        for y in (105, 125, 145)
        for x, t in ((55, "1"), (95, "Upprop"), (305, "18.00"))
        for word in text(x, y, t)
    ]
    places = [line.place for line in arrange(words, 595, 842, shaded)]
    assert [(place.row, place.column) for place in places if place] == [
        (r, c) for r in range(3) for c in range(3)
    ]


def test_text_between_a_tables_head_and_the_next_line_has_no_columns() -> None:
    head = ruled([50, 250, 400, 550], [50, 70])
    words = [*text(60, 55, "Nämnden"), *text(260, 55, "Protokoll"), *text(410, 55, "Sida 3")]
    body = [*text(60, 110, "Handlingar"), *text(60, 170, "§ 35"), *text(410, 170, "AN 2023/1")]
    lines = arrange([*words, *body], 595, 842, [*head, level(185, 50, 550)])
    assert {line.place.column for line in lines if line.place and line.box and line.box.top > 100} <= {0}


def test_a_line_above_a_box_makes_no_cell_with_it() -> None:
    box = ruled([50, 550], [600, 700])
    words = [*text(60, 300, "Beslutande"), *text(60, 610, "Anslagsbevis")]
    lines = arrange(words, 595, 842, [level(80, 50, 550), *box])
    assert [line.place is None for line in lines] == [True, False]
