"""Scraps of lines that were found twice."""

from __future__ import annotations

from dataclasses import replace

from tests.ingest.papers import word

from justera.ingest.layout import ghosts
from justera.schema import Box


def test_scraps_within_a_longer_word_of_another_line_go() -> None:
    whole = (word("skattetillägg", 30, 100), word("B-skatt", 110, 150))
    scraps = (word("k", 60, 66), word("li", 115, 121))
    assert ghosts.without((whole, scraps)) == list(whole)


def test_what_stands_beside_or_is_as_long_stays() -> None:
    whole = (word("skattetillägg", 30, 100),)
    for other in (word("k", 104, 110), word("skattetillogg", 32, 98), word("k", 60, 66, top=300)):
        assert ghosts.without((whole, (other,))) == [*whole, other]


def test_pieces_of_a_line_that_another_has_whole_go() -> None:
    whole = (word("Vice", 0, 40), word("Ola", 300, 330), word("Vikberg", 340, 400), word("(C),", 405, 430))
    scraps = (word("la", 310, 325, top=101), word("Vikb", 333, 365, top=101), word("C),", 408, 430))
    vice, ola, _, party = whole
    for lines in ((whole, scraps), (scraps, whole)):
        assert ghosts.without(lines) == [vice, ola, word("Vikberg", 333, 400), party]
    assert ghosts.without(((word("Sibel", 61, 82),), (word("roel", 67, 80, top=102),))) == [
        word("Sibel", 61, 82)
    ]


def test_columns_at_other_heights_do_not_hide_pieces() -> None:
    left = (word("Sibel", 61, 82, top=110), word("Demir", 90, 112, top=110))
    right = tuple(word("Ström", 300 + 40 * place, 330 + 40 * place) for place in range(4))
    below = tuple(replace(one, box=Box(one.box.x0, 118, one.box.x1, 128)) for one in right if one.box)
    scraps = (word("roel", 67, 80, top=112), word("emir", 95, 112, top=112))
    assert ghosts.without((left + right, scraps + below)) == [*left, *right, *below]


def test_tops_of_large_letters_read_as_a_line_of_their_own_go() -> None:
    title = tuple(
        replace(word(text, x0, x1), box=Box(x0, 100, x1, 122))
        for text, x0, x1 in (("båttrafik", 190, 250), ("till", 255, 272), ("öarna", 276, 320))
    )
    tops = tuple(
        replace(word(text, x0, x1), box=Box(x0, 100, x1, bottom))
        for text, x0, x1, bottom in (("2", 198, 202, 104.5), ("iIa", 260, 285, 103), (":", 330, 332, 102))
    )
    assert ghosts.without((tops, title)) == [tops[2], *title]


def test_print_of_another_line_or_column_stays() -> None:
    whole = (word("Ola", 300, 330), word("Vikberg", 340, 400))
    for other in (word("la", 310, 331, top=112), word("berg", 395, 440), word("Muhrlund", 345, 395)):
        assert ghosts.without((whole, (other,))) == [*whole, other]


def test_the_line_below_a_box_that_takes_it_in_stays() -> None:
    tall = replace(word("(C),", 405, 430), box=Box(405, 100, 430, 125))
    whole = (word("Ola", 300, 330), word("Vikberg", 340, 400), tall)
    below = (word("C", 406, 416, top=114),)
    assert ghosts.without((whole, below)) == [*whole, *below]


def test_a_word_above_a_box_that_reaches_up_to_it_stays() -> None:
    low = replace(word("Regionkansliet", 60, 125), box=Box(60, 105, 125, 122))
    above = (word("Region", 60, 90),)
    assert ghosts.without((above, (low,))) == [*above, low]
